using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;

namespace Credence.Care.Wishes;

/// <summary>The answer to one who writes down that police were told.</summary>
public abstract record TellingAnswer
{
    private TellingAnswer()
    {
    }

    /// <summary>It is in the log, where the person sees it.</summary>
    public sealed record Written : TellingAnswer;

    /// <summary>It is not.</summary>
    /// <param name="Because">One sentence: found and expected.</param>
    public sealed record Refused(string Because) : TellingAnswer;

    /// <summary>There is no such person or consent for the one who asks.</summary>
    public sealed record NotFound : TellingAnswer;
}

/// <summary>Where staff see what a person lets police be told, tell it by call or letter, and write down that they did.</summary>
public sealed class PoliceDesk(RecordStore<CareContext> record)
{
    private readonly PoliceBook _book = new(record);
    private readonly ConsentBook _consents = new(record);

    /// <summary>What police may be told at this moment, one consent each; empty where no consent for it is in force, for whatever reason.</summary>
    [Requires<CareAct>(CareAct.KeepWishes)]
    public async Task<IReadOnlyList<PoliceTelling>> List(CareAccess access, PersonId person, CancellationToken cancellation)
    {
        if (!access.May(CareAct.KeepWishes)) return [];
        await using var act = await record.Begin(access, cancellation);
        // A withdrawal is either before this reading, and seen, or after it.
        await act.TakeTurn(cancellation);
        var tellings = await _book.Of(act.Rows, person, cancellation);
        if (tellings.Count == 0) return [];
        act.Note(new EventDraft(new EventKind("consents.opened"), person.Value, tellings.Count));
        if (tellings.Max(one => one.Wishes.Count) is > 0 and var wishes) act.Note(new EventDraft(new EventKind("wishes.opened"), person.Value, wishes));
        await act.Save(cancellation);
        return tellings;
    }

    /// <summary>Writes down that police were told, by a consent that stands.</summary>
    /// <param name="access">Who told.</param>
    /// <param name="person">Of whom.</param>
    /// <param name="consent">The consent by which.</param>
    /// <param name="kinds">What was told; the consent names it, and a wish is released.</param>
    /// <param name="on">The day on which.</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<CareAct>(CareAct.KeepWishes)]
    public async Task<TellingAnswer> Tell(CareAccess access, PersonId person, ConsentId consent, IReadOnlyCollection<InformationKind> kinds, DateOnly on, CancellationToken cancellation)
    {
        if (!access.May(CareAct.KeepWishes)) return new TellingAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if ((await _book.Of(act.Rows, person, cancellation)).FirstOrDefault(one => one.By.Id == consent) is not { } telling)
            return (await _consents.Of(act.Rows, person, cancellation)).Any(one => one.Id == consent && one.Direction is Direction.CareToPolice)
                ? new TellingAnswer.Refused("Found a consent that was taken back or has ended, expected one that stands: police are told nothing more by it.") : new TellingAnswer.NotFound();
        if (WhyNot(telling, kinds, on) is { } because) return new TellingAnswer.Refused(because);
        await PoliceBook.Note(act, person, telling, kinds, on, cancellation);
        await act.Save(cancellation);
        return new TellingAnswer.Written();
    }

    private string? WhyNot(PoliceTelling telling, IReadOnlyCollection<InformationKind> kinds, DateOnly on) =>
        kinds.Count == 0 ? "Found nothing marked, expected what police were told."
        : kinds.Except(telling.Kinds).Any() ? "Found something that the consent does not name or the person did not release, expected only what stands here."
        // Where it was signed, the day may still be the one before.
        : on < DateOnly.FromDateTime(telling.By.Begins.UtcDateTime).AddDays(-1) || on > DateOnly.FromDateTime(record.Clock.GetUtcNow().UtcDateTime)
            ? "Found a day before the consent or one to come, expected the day on which police were told."
        : null;
}
