using System.Globalization;
using Credence.Care.Consents;
using Credence.Care.FollowUps;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Events;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Wishes;

/// <summary>That police were told something, as the log has it.</summary>
/// <param name="By">The consent.</param>
/// <param name="On">The day on which they were told.</param>
/// <param name="Kinds">What.</param>
/// <param name="Wish">Which wish; null for anything else.</param>
public sealed record PoliceTold(ConsentId By, DateOnly On, IReadOnlyList<InformationKind> Kinds, WishId? Wish);

/// <summary>What police may be told at this moment by one consent, and what they were told by it.</summary>
/// <param name="By">The consent.</param>
/// <param name="Wishes">Those that the person released and that still hold, if the consent names wishes.</param>
/// <param name="Told">What they were told, first to last.</param>
public sealed record PoliceTelling(Consent By, IReadOnlyList<Wish> Wishes, IReadOnlyList<PoliceTold> Told)
{
    /// <summary>What may be told: what the consent names, but wishes only where the person released one.</summary>
    public IReadOnlyList<InformationKind> Kinds { get; } = [.. By.Kinds.Where(kind => kind is not InformationKind.Wishes || Wishes.Count > 0).Order()];

    public override string ToString() => $"PoliceTelling({By.Id.Value})";
}

/// <summary>What police may be told of a person and what they were told, read from the consents, the wishes and the log.</summary>
internal sealed class PoliceBook(RecordStore<CareContext> record)
{
    private const string Day = "yyyy-MM-dd";
    private const string ToldWord = "police.told";
    private const string ToldWishWord = "wishes.told-police";

    private readonly ConsentBook _consents = new(record);
    private readonly WishBook _wishes = new(record);

    /// <summary>By every consent of this person for police that permits something now.</summary>
    internal async Task<IReadOnlyList<PoliceTelling>> Of(CareContext rows, PersonId person, CancellationToken cancellation)
    {
        var consents = await InForce(rows, person, cancellation);
        if (consents.Count == 0) return [];
        var released = consents.Any(one => one.Kinds.Contains(InformationKind.Wishes)) ? (await _wishes.Of(rows, person, cancellation)).Where(IsToldNow).ToList() : [];
        var told = await Told(rows, person, cancellation);
        return [.. consents.Select(one => new PoliceTelling(one, one.Kinds.Contains(InformationKind.Wishes) ? released : [], [.. told.Where(done => done.By == one.Id)]))];
    }

    /// <summary>Writes down what was told, each wish by itself, so that the person sees which; and what waited for it waits no more.</summary>
    internal static async Task Note(Act<CareContext> act, PersonId person, PoliceTelling telling, IReadOnlyCollection<InformationKind> kinds, DateOnly on, CancellationToken cancellation)
    {
        var day = on.ToString(Day, CultureInfo.InvariantCulture);
        var others = kinds.Where(kind => kind is not InformationKind.Wishes).ToList();
        if (others.Count > 0) act.Note(new EventDraft(new EventKind(ToldWord), person.Value, detail: $"{ConsentBook.Detail(telling.By.Id, others)}/{day}"));
        foreach (var wish in kinds.Contains(InformationKind.Wishes) ? telling.Wishes : [])
            act.Note(new EventDraft(new EventKind(ToldWishWord), person.Value, detail: $"{ConsentBook.Detail(telling.By.Id, [InformationKind.Wishes])}/{day}/{wish.Id.Value:N}"));
        // What a consent names may be told; a wish that the person released is wanted to be.
        var isDone = kinds.Contains(InformationKind.Wishes) || telling.Wishes.All(wish => telling.Told.Any(one => one.Wish == wish.Id));
        if (isDone && await Waits(act.Rows, person, telling.By.Id, cancellation)) act.Note(new EventDraft(FollowUpNotes.Settled, person.Value, detail: FollowUpNotes.Detail(FollowUpKind.Tell, telling.By.Id.Value)));
    }

    /// <summary>A wish that the person released waits until police are told, by each consent that names wishes.</summary>
    internal async Task Wait(Act<CareContext> act, PersonId person, CancellationToken cancellation)
    {
        foreach (var consent in (await InForce(act.Rows, person, cancellation)).Where(one => one.Kinds.Contains(InformationKind.Wishes)))
        {
            if (!await Waits(act.Rows, person, consent.Id, cancellation)) FollowUpNotes.Tell(act, person, consent.Id.Value);
        }
    }

    internal static async Task<IReadOnlyList<PoliceTold>> Told(CareContext rows, PersonId person, CancellationToken cancellation) =>
    [
        .. (await rows.Events.AsNoTracking().Where(row => row.Subject == person.Value && (row.Kind == ToldWord || row.Kind == ToldWishWord)).OrderBy(row => row.Sequence).Select(row => row.Detail).ToListAsync(cancellation))
            .Select(Read).OfType<PoliceTold>(),
    ];

    private static PoliceTold? Read(string detail) =>
        detail.Split('/') is [var consent, var kinds, var on, .. var rest] && Guid.TryParseExact(consent, "N", out var by) && DateOnly.TryParseExact(on, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new PoliceTold(new ConsentId(by), day, [.. kinds.Split(',').Select(EnumWord.Find<InformationKind>).OfType<InformationKind>()], rest is [var wish] && Guid.TryParseExact(wish, "N", out var id) ? new WishId(id) : null)
            : null;

    private static bool IsToldNow(Wish wish) => wish is { IsReleased: true, IsChanged: false, Answer.Answering: Answering.Answered };

    private static Task<bool> Waits(CareContext rows, PersonId person, ConsentId consent, CancellationToken cancellation) =>
        FollowUpDesk.ToCall(rows, FollowUpNotes.Detail(FollowUpKind.Tell, consent.Value)).AnyAsync(row => row.Subject == person.Value, cancellation);

    private async Task<IReadOnlyList<Consent>> InForce(CareContext rows, PersonId person, CancellationToken cancellation)
    {
        var now = record.Clock.GetUtcNow();
        return [.. (await _consents.Of(rows, person, cancellation)).Where(one => one.Direction is Direction.CareToPolice && one.Permits(one.ToDisclosure(), now) is Permission.Permitted)];
    }
}
