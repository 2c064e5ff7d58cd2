using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Packs;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Credence.Referrals;
using Credence.Wishes;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Wishes;

/// <summary>Where a person says what justice would be, more than once and however it changes, and reads what was done about it.</summary>
public sealed class WishDesk(RecordStore<CareContext> record, PackLibrary packs)
{
    private readonly WishBook _book = new(record);
    private readonly PoliceBook _police = new(record);

    /// <summary>The options that may be shown, one pack a language.</summary>
    private readonly IReadOnlyList<WishPack> _packs = WishPack.From(packs, []);

    /// <summary>Writes down what a person said when asked, or that no answer came.</summary>
    /// <param name="access">Who asked.</param>
    /// <param name="person">Who was asked.</param>
    /// <param name="answer">What came of it.</param>
    /// <param name="changes">The earlier wish whose place it takes, or null.</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<CareAct>(CareAct.KeepWishes)]
    public async Task<WishReply> Write(CareAccess access, PersonId person, WishAnswer answer, WishId? changes, CancellationToken cancellation) =>
        access.May(CareAct.KeepWishes) ? await Keep(access, person, answer, changes, cancellation) : new WishReply.NotFound();

    /// <summary>The person says it, with a name or without.</summary>
    [OwnOnly]
    public Task<WishReply> Say(SurvivorAccess access, WishAnswer answer, WishId? changes, CancellationToken cancellation) =>
        Keep(access, access.Person, answer, changes, cancellation);

    /// <summary>Every wish of a person, first to last, the earlier ones too; empty if nobody asked, or the person does not exist for the one who asks.</summary>
    [Requires<CareAct>(CareAct.KeepWishes)]
    public async Task<IReadOnlyList<Wish>> List(CareAccess access, PersonId person, CancellationToken cancellation) =>
        access.May(CareAct.KeepWishes) ? await ListAs(access, person, cancellation) : [];

    /// <summary>The person's own.</summary>
    [OwnOnly]
    public Task<IReadOnlyList<Wish>> List(SurvivorAccess access, CancellationToken cancellation) => ListAs(access, access.Person, cancellation);

    /// <summary>Writes down what was done about a wish, by whom, and why not where it was not honored.</summary>
    [Requires<CareAct>(CareAct.KeepWishes)]
    public async Task<WishReply> Do(CareAccess access, WishId wish, WishDeed deed, CancellationToken cancellation)
    {
        if (!access.May(CareAct.KeepWishes)) return new WishReply.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await Answered(act.Rows, wish).AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } row) return new WishReply.NotFound();
        if (deed.Problem is { } problem) return new WishReply.Refused(problem);
        var id = await _book.Add(act, row.Person, wish, deed, cancellation);
        act.Note(new EventDraft(new EventKind("wish.acted-on"), row.Person.Value, detail: id.Value.ToString("N")));
        await act.Save(cancellation);
        return new WishReply.Kept(id);
    }

    /// <summary>The person wants police to see a wish; it takes a consent that names them besides. False if the person has none such.</summary>
    [OwnOnly]
    public Task<bool> Release(SurvivorAccess access, WishId wish, CancellationToken cancellation) => Release(access, wish, true, cancellation);

    /// <summary>Takes that back at once. What was read stays read, and the log says so.</summary>
    [OwnOnly]
    public Task<bool> Unrelease(SurvivorAccess access, WishId wish, CancellationToken cancellation) => Release(access, wish, false, cancellation);

    private static IQueryable<RecordedWish> Answered(CareContext rows, WishId wish) => rows.Wishes.Where(row => row.Id == wish && row.Answering != null);

    private async Task<WishReply> Keep(RecordAccess access, PersonId person, WishAnswer answer, WishId? changes, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (!await WishBook.Exists(act.Rows, person, cancellation)) return new WishReply.NotFound();
        if (answer.WhyNot(_packs.FirstOrDefault(pack => pack.Stamp == answer.Pack)) is { } because) return new WishReply.Refused(because);
        if (changes is { } earlier && !await Answered(act.Rows, earlier).AnyAsync(row => row.Person == person, cancellation)) return new WishReply.NotFound();
        var id = await _book.Add(act, person, changes, answer, cancellation);
        act.Note(new EventDraft(new EventKind(answer.Answering == Answering.Answered ? "wish.kept" : "wish.asked"), person.Value, detail: id.Value.ToString("N")));
        await act.Save(cancellation);
        return new WishReply.Kept(id);
    }

    private async Task<IReadOnlyList<Wish>> ListAs(RecordAccess access, PersonId person, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        var wishes = await _book.Of(act.Rows, person, cancellation);
        if (wishes.Count == 0) return [];
        act.Note(new EventDraft(new EventKind("wishes.opened"), person.Value, wishes.Count));
        await act.Save(cancellation);
        return wishes;
    }

    private async Task<bool> Release(SurvivorAccess access, WishId wish, bool released, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await Answered(act.Rows, wish).SingleOrDefaultAsync(cancellation) is not { } row) return false;
        if (row.IsReleased == released) return true;
        row.IsReleased = released;
        act.Note(new EventDraft(new EventKind(released ? "wish.released" : "wish.unreleased"), access.Person.Value, detail: wish.Value.ToString("N")));
        if (released) await _police.Wait(act, access.Person, cancellation);
        await act.Save(cancellation);
        return true;
    }
}
