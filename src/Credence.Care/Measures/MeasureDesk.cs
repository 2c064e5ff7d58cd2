using Credence.Care.Access;
using Credence.Care.Files;
using Credence.Care.Referrals;
using Credence.Care.Storage;
using Credence.Evaluation.Measures;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;
using Credence.Statements;
using Credence.Statistics;
using Credence.Wishes;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Measures;

/// <summary>Where help is counted for an evaluation. What leaves it is numbers, small ones withheld; nobody can be told from them.</summary>
public sealed class MeasureDesk(RecordStore<CareContext> record)
{
    /// <summary>The counts of the whole organization; null for those who may not.</summary>
    /// <param name="access">Who counts.</param>
    /// <param name="site">The name of the site in the study that will read them.</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<CareAct>(CareAct.CountMeasures)]
    public async Task<IReadOnlyList<AggregateCount>?> Count(CareAccess access, string site, CancellationToken cancellation)
    {
        if (!access.May(CareAct.CountMeasures)) return null;
        await using var act = await record.Begin(access, cancellation);
        var persons = await act.Rows.Persons.AsNoTracking().Where(row => row.Content == ContentState.Kept).Select(row => row.Person).ToListAsync(cancellation);
        using var keys = await record.Vault.Find([.. persons.Select(person => person.Value)], cancellation);
        var counts = new Dictionary<string, Proportion>();
        Add(counts, ReferralCascade.Of(await Referrals(act.Rows, keys, cancellation)));
        Add(counts, await Interviews(act.Rows, keys, cancellation));
        await AddWishes(counts, act.Rows, persons, cancellation);
        act.Note(new EventDraft(new EventKind("measures.counted"), count: persons.Count));
        await act.Save(cancellation);
        return AggregateRelease.Of(site, counts);
    }

    private static async Task<List<Referral>> Referrals(CareContext rows, ContentKeys keys, CancellationToken cancellation)
    {
        var held = await rows.Referrals.AsNoTracking().ToListAsync(cancellation);
        return [.. held.Select(row => ReferralBook.Open(row, keys[row.Person.Value])).OfType<Referral>()];
    }

    private static async Task<List<(List<Interview> Interviews, List<NeedEntry> Needs)>> Interviews(CareContext rows, ContentKeys keys, CancellationToken cancellation)
    {
        var held = await rows.FileEntries.AsNoTracking().Where(row => row.Kind == EntryKind.Interview || row.Kind == EntryKind.Need).ToListAsync(cancellation);
        return [.. held.GroupBy(row => row.Person).Select(own => (
            own.Where(row => row.Kind == EntryKind.Interview).Select(row => keys[row.Person.Value].TryOpen(row.Content, CareJson.Default.Interview, row.Place)).OfType<Interview>().OrderBy(one => one.At).ToList(),
            own.Where(row => row.Kind == EntryKind.Need).Select(row => keys[row.Person.Value].TryOpen(row.Content, CareJson.Default.NeedEntry, row.Place)).OfType<NeedEntry>().ToList()))];
    }

    private static void Add(Dictionary<string, Proportion> counts, ReferralCascade cascade)
    {
        counts.Add("referral-consented", new Proportion(cascade.Consented, cascade.Wanted));
        counts.Add("referral-sent", new Proportion(cascade.Sent, cascade.Wanted));
        counts.Add("referral-accepted", new Proportion(cascade.Accepted, cascade.Wanted));
        counts.Add("referral-started", new Proportion(cascade.Started, cascade.Wanted));
        counts.Add("need-met", new Proportion(cascade.Needs[Extent.Met], cascade.Needs.Values.Sum()));
    }

    private static void Add(Dictionary<string, Proportion> counts, List<(List<Interview> Interviews, List<NeedEntry> Needs)> files)
    {
        var first = files.Select(file => ToldOnce.NeedsCameFirst(file.Interviews, NeedsPicture.FirstAsked(file.Needs))).OfType<bool>().ToList();
        counts.Add("needs-first", new Proportion(first.Count(came => came), first.Count));
        counts.Add("told-again", new Proportion(files.Sum(file => Repeating(file.Interviews)), files.Sum(file => Math.Max(0, file.Interviews.Count - 1))));
        counts.Add("new-interviewer", new Proportion(
            files.Sum(file => ToldOnce.Of(file.Interviews).ChangesOfInterviewer), files.Sum(file => file.Interviews.GroupBy(one => one.Asker).Sum(same => same.Count() - 1))));
    }

    // Interviews that asked again what was settled before.
    private static int Repeating(List<Interview> interviews) => Enumerable.Range(1, Math.Max(0, interviews.Count - 1))
        .Count(at => ToldOnce.Of(interviews.Take(at + 1)).Repeats > ToldOnce.Of(interviews.Take(at)).Repeats);

    private static async Task AddWishes(Dictionary<string, Proportion> counts, CareContext rows, List<PersonId> persons, CancellationToken cancellation)
    {
        // Whether somebody was asked and what was done about it lies open; what was said stays sealed.
        var held = await rows.Wishes.AsNoTracking().OrderBy(row => row.At).ThenBy(row => row.Id).Select(row => new { row.Person, row.Answering, row.Honoring, row.About }).ToListAsync(cancellation);
        var said = held.Where(row => row.Answering is not null).ToLookup(row => row.Person, row => row.Answering!.Value);
        var tally = WishTally.Of([.. persons.Select(person => (IReadOnlyList<Answering>)[.. said[person]])]);
        var asked = tally.NoAnswer + tally.DeclinedToAnswer + tally.Answered;
        counts.Add("wishes-asked", new Proportion(asked, persons.Count));
        counts.Add("wishes-answered", new Proportion(tally.Answered, asked));
        var decided = held.Where(row => row.Honoring is not null).GroupBy(row => row.About).Select(same => same.Last().Honoring!.Value)
            .Where(one => one is Honoring.Honored or Honoring.PartlyHonored or Honoring.NotHonored).ToList();
        counts.Add("wishes-honored", new Proportion(decided.Count(one => one == Honoring.Honored), decided.Count));
    }
}
