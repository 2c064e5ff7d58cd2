using Credence.Disclosure;
using Credence.Evaluation.Measures;
using Credence.Evaluation.Release;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Measures;

/// <summary>
/// Where the police record is counted. Whoever may open incidents sees every count and the incidents behind it; whoever may not sees the
/// whole record only, with small counts withheld, and those that would give them away.
/// </summary>
public sealed class MeasureDesk(RecordStore<PoliceContext> record)
{
    private const int OnPage = 50;
    private const int AtATime = 500;

    private static readonly EventKind Counted = new("measures.counted");
    private static readonly EventKind Followed = new("measures.followed");

    /// <summary>The measures that a police record can count.</summary>
    public static IReadOnlyList<Measure> Measures { get; } = [.. MeasureCatalog.Of(MeasureBasis.Record)];

    /// <summary>The measures of the own organization; null for those who may not count.</summary>
    /// <param name="access">Who counts.</param>
    /// <param name="filter">Of which incidents. For one who may open none it is not used: two periods that differ by a month would tell of that month.</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<PoliceAct>(PoliceAct.CountMeasures)]
    public async Task<CountedMeasures?> Count(PoliceAccess access, MeasureFilter filter, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.CountMeasures)) return null;
        var isProtected = !access.May(PoliceAct.OpenIncident);
        // For one to whom no case exists: counts by codes, and no row.
        await using var act = await record.Begin(access, access.Scope with { SeesCases = true }, cancellation);
        var kinds = await MeasureKinds.Read(act.Rows, access.Organization, isProtected ? MeasureFilter.Everything : filter, cancellation);
        act.Note(new EventDraft(Counted, count: kinds.Count));
        await act.Save(cancellation);
        return new CountedMeasures
        {
            Lines = [.. Measures.GroupBy(measure => measure.Population.Root).SelectMany(root => Told([.. root], kinds, isProtected, cancellation))
                .GroupBy(told => (told.Group.Measure, told.Group.By)).SelectMany(groups => isProtected ? Folded([.. groups]) : groups.Select(Line))
                .OrderBy(line => Place(line.Measure)).ThenBy(line => line.By)],
            Incidents = kinds.Count, NotKept = kinds.NotKept, IsProtected = isProtected,
        };
    }

    /// <summary>The incidents that a figure counts, by number; null for those who may open none. That somebody looked is written down.</summary>
    /// <param name="access">Who looks.</param>
    /// <param name="filter">The filter with which it was counted.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="after">The row after which to begin; 0 at the beginning.</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<PoliceAct>(PoliceAct.OpenIncident)]
    public async Task<IncidentsBehind?> Behind(PoliceAccess access, MeasureFilter filter, MeasureFigure figure, long after, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.OpenIncident) || !access.May(PoliceAct.CountMeasures) || figure.Measure.Basis != MeasureBasis.Record) return null;
        await using var act = await record.Begin(access, cancellation);
        var incidents = MeasureKinds.Filtered(act.Rows, access.Organization, filter);
        var found = figure.Measure.Population.IsOfPersons
            ? await OfPersons(incidents, filter, figure, after, cancellation)
            : await OfKinds(incidents, filter, figure, after, cancellation);
        act.Note(new EventDraft(Followed, count: Math.Min(found.Count, OnPage), detail: figure.Measure.Id));
        await act.Save(cancellation);
        return new IncidentsBehind([.. found.Take(OnPage)], found.Count > OnPage ? found[OnPage - 1].Place.Row : null);
    }

    private static IEnumerable<ToldGroup> Told(IReadOnlyList<Measure> measures, MeasureKinds kinds, bool isProtected, CancellationToken cancellation)
    {
        var groups = measures.SelectMany(measure => measure.By.Prepend(Breakdown.None).SelectMany(by => MeasuredGroup.InEvery(measure, "", kinds.Of(measure), by))).ToList();
        var measured = groups.Where(group => !group.IsNotMeasured).Select(group => group.Measure).Distinct().ToList();
        var tables = isProtected && measured.Count > 0 ? ProtectedTables.Of(measured, kinds.Of(measured[0]), SuppressionRule.UsualThreshold, cancellation) : null;
        return groups.Select(group => new ToldGroup(
            group, tables?.Told(group) ?? [.. Enumerable.Repeat(!isProtected || group.IsNotMeasured, group.Counts.Count + 2)]));
    }

    // Who sees no small count is not told either which groups somebody is in.
    private static IEnumerable<MeasureLine> Folded(IReadOnlyList<ToldGroup> groups)
    {
        var (folded, first) = (FoldedGroups.Of(groups), groups[0].Group);
        var named = folded.Named.Select(Line);
        return folded.Others.Count == 0 ? named : named.Append(new MeasureLine(
            first.Measure, first.By, folded.Name, folded.AreOthersNotMeasured ? 0 : null, null, [.. first.Shares.Select(share => new MeasureShare(share.Answer, null))]));
    }

    private static MeasureLine Line(ToldGroup told) => new(
        told.Group.Measure, told.Group.By, told.Group.Group, told.IsSizeTold ? told.Group.Of : null, told.IsUnknownTold ? told.Group.Unknown : null,
        [.. told.Group.Shares.Select((share, place) => new MeasureShare(share.Answer, told.Share(place)))]);

    private static int Place(Measure measure) => Measures.ToList().IndexOf(measure);

    // What the database counted as one kind fits as one.
    private static async Task<List<QueueLine>> OfKinds(
        IQueryable<RecordedIncident> incidents, MeasureFilter filter, MeasureFigure figure, long after, CancellationToken cancellation)
    {
        var kinds = await incidents.Select(row => row.Facets!.Value).Distinct().ToListAsync(cancellation);
        long?[] fitting = [.. kinds.Where(kind => Fits(IncidentFacets.Row(kind), filter, figure)).Cast<long?>()];
        return await Lines(incidents.Where(row => row.Row > after && EF.Parameter(fitting).Contains(row.Facets))).Take(OnPage + 1).ToListAsync(cancellation);
    }

    private static async Task<List<QueueLine>> OfPersons(
        IQueryable<RecordedIncident> incidents, MeasureFilter filter, MeasureFigure figure, long after, CancellationToken cancellation)
    {
        var found = new List<QueueLine>();
        while (found.Count <= OnPage)
        {
            var begin = after;
            var some = await MeasureKinds.WithArrested(incidents).Where(row => row.Row > begin).OrderBy(row => row.Row)
                .Select(row => new { row.Row, Facets = row.Facets!.Value, row.Persons }).Take(AtATime).ToListAsync(cancellation);
            if (some.Count == 0) break;
            long[] fitting = [.. some.Where(one => Fits(IncidentFacets.Row(one.Facets) with { Persons = [.. RecordedPersons.Arrested(one.Persons)] }, filter, figure)).Select(one => one.Row)];
            if (fitting.Length > 0) found.AddRange(await Lines(incidents.Where(row => EF.Parameter(fitting).Contains(row.Row))).ToListAsync(cancellation));
            after = some[^1].Row;
        }

        return found;
    }

    private static bool Fits(MeasureRow row, MeasureFilter filter, MeasureFigure figure) => (filter.Unit is null || row.Unit == filter.Unit) && figure.Counts(row);

    private static IQueryable<QueueLine> Lines(IQueryable<RecordedIncident> incidents) => incidents.OrderBy(row => row.Row).Select(row => new QueueLine(
        row.Id, row.Number, row.Agency, row.Date, row.Offenses, row.Level, row.Type, row.Minor, row.Score, row.IsMissed) { Place = new QueuePlace(row.Level, row.Score, row.Row) });
}
