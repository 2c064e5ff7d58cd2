using Credence.Care.Access;
using Credence.Care.Handovers;
using Credence.Care.Storage;
using Credence.Feedback;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Feedback;

/// <summary>Where a person says how she or he was treated, and hears what was changed. The unit learns numbers of ten and more, never who or when.</summary>
public sealed class FeedbackDesk(RecordStore<CareContext> record)
{
    private const int LongestChange = 1000;

    /// <summary>Keeps what a person says of a unit.</summary>
    [OwnOnly]
    public async Task<FeedbackReply> Give(SurvivorAccess access, FeedbackAnswer answer, CancellationToken cancellation)
    {
        if (answer.WhyNot() is { } because) return new FeedbackReply.Refused(because);
        await using var act = await record.Begin(access, cancellation);
        var id = Guid.NewGuid();
        using var keys = await record.Vault.Make([id], cancellation);
        act.Rows.Feedback.Add(new RecordedFeedback
        {
            Id = id, Person = access.Person, Organization = access.Organization, At = record.Clock.GetUtcNow(), Key = id,
            Content = keys[id]!.Seal(answer, CareJson.Default.FeedbackAnswer, RecordedFeedback.PlaceOf(access.Person, id)),
        });
        act.Note(new EventDraft(new EventKind("feedback.given"), access.Person.Value, detail: id.ToString("N")));
        await act.Save(cancellation);
        return new FeedbackReply.Kept(id);
    }

    /// <summary>Of whom a person may say something: this organization, and the police agencies with which it exchanges messages, by the names that people know.</summary>
    [OwnOnly]
    public async Task<IReadOnlyList<FeedbackUnit>> Units(SurvivorAccess access, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await Named(rows, access.Organization, cancellation);
    }

    /// <summary>
    /// The units that may be asked about: those that persons choose from on their own pages, and those of which somebody told what was changed. Of whom persons said something
    /// is not told by this: one of whom a single person did would be found by it.
    /// </summary>
    [Requires<CareAct>(CareAct.CountFeedback)]
    public async Task<IReadOnlyList<FeedbackUnit>> Units(CareAccess access, CancellationToken cancellation)
    {
        if (!access.May(CareAct.CountFeedback)) return [];
        await using var rows = record.Enter(access);
        var named = await Named(rows, access.Organization, cancellation);
        var told = await rows.FeedbackChanges.AsNoTracking().Select(row => row.Unit).Distinct().OrderBy(unit => unit).ToListAsync(cancellation);
        return [.. named, .. told.Where(unit => named.All(one => one.Code != unit)).Select(unit => new FeedbackUnit(unit, unit))];
    }

    /// <summary>What persons say of a unit, small groups left out; null for those who may not.</summary>
    [Requires<CareAct>(CareAct.CountFeedback)]
    public async Task<FeedbackSummary?> Summary(CareAccess access, string unit, CancellationToken cancellation)
    {
        if (!access.May(CareAct.CountFeedback) || !FeedbackAnswer.IsUnit(unit)) return null;
        await using var act = await record.Begin(access, cancellation);
        var held = await act.Rows.Feedback.AsNoTracking().OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellation);
        using var keys = await record.Vault.Find([.. held.Select(row => row.Key)], cancellation);
        var answers = held.Select(row => (row.Person, Answer: keys[row.Key].TryOpen(row.Content, CareJson.Default.FeedbackAnswer, row.Place)))
            .Where(one => one.Answer?.Unit == unit).GroupBy(one => one.Person).Select(same => same.Last().Answer!).ToList();
        act.Note(new EventDraft(new EventKind("feedback.counted"), detail: unit));
        await act.Save(cancellation);
        return FeedbackSummary.Of(unit, answers);
    }

    /// <summary>Tells back what was changed; false for those who may not, and where nothing is told.</summary>
    [Requires<CareAct>(CareAct.CountFeedback)]
    public async Task<bool> TellChange(CareAccess access, string unit, string what, CancellationToken cancellation)
    {
        if (!access.May(CareAct.CountFeedback) || !FeedbackAnswer.IsUnit(unit) || string.IsNullOrWhiteSpace(what) || what.Length > LongestChange) return false;
        await using var act = await record.Begin(access, cancellation);
        act.Rows.FeedbackChanges.Add(new FeedbackChange { Id = Guid.NewGuid(), Organization = access.Organization, Unit = unit, At = record.Clock.GetUtcNow(), What = what });
        act.Note(new EventDraft(new EventKind("feedback.change-told"), detail: unit));
        await act.Save(cancellation);
        return true;
    }

    /// <summary>What was changed because of what persons said, last first.</summary>
    [OwnOnly]
    public async Task<IReadOnlyList<FeedbackChange>> Changes(SurvivorAccess access, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await rows.FeedbackChanges.AsNoTracking().OrderByDescending(row => row.At).ThenBy(row => row.Id).Take(100).ToListAsync(cancellation);
    }

    // Two that would have one code are one: their numbers could not be told apart.
    private static async Task<List<FeedbackUnit>> Named(CareContext rows, OrganizationId organization, CancellationToken cancellation)
    {
        var own = await rows.Organizations.AsNoTracking().Where(row => row.Id == organization).Select(row => row.Name).SingleAsync(cancellation);
        var police = await rows.Partners.AsNoTracking().Where(row => row.Side == Side.Police && row.RemovedAt == null).OrderBy(row => row.Name).Select(row => row.Name).ToListAsync(cancellation);
        var names = await PartnerNames.Of(rows, cancellation);
        return [.. police.Select(name => new FeedbackUnit(FeedbackAnswer.UnitOf(name), names.Of(new(name)))).Prepend(new FeedbackUnit(FeedbackAnswer.UnitOf(own), own)).DistinctBy(unit => unit.Code)];
    }
}
