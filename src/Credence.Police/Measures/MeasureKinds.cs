using Credence.Evaluation.Measures;
using Credence.Incidents;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Measures;

/// <summary>
/// Incidents counted in the database by what measures tell of them. As many kinds come back as there are, which a month, a unit and a
/// few codes bound, however many incidents the record holds.
/// </summary>
internal sealed record MeasureKinds(IReadOnlyList<MeasureKind> Incidents, IReadOnlyList<MeasureKind> Persons, long NotKept)
{
    public long Count => Incidents.Sum(kind => kind.Count);

    /// <summary>The kinds over which a measure is counted.</summary>
    public IReadOnlyList<MeasureKind> Of(Measure measure) => measure.Population.IsOfPersons ? Persons : Incidents;

    public static async Task<MeasureKinds> Read(PoliceContext rows, OrganizationId organization, MeasureFilter filter, CancellationToken cancellation) => new(
        await ReadIncidents(rows, organization, filter, cancellation),
        await ReadPersons(rows, organization, filter, cancellation),
        await Own(rows, organization).LongCountAsync(row => row.Facets == null, cancellation));

    /// <summary>The incidents that a filter leaves, of one organization, whatever else the scope lets see.</summary>
    public static IQueryable<RecordedIncident> Filtered(PoliceContext rows, OrganizationId organization, MeasureFilter filter)
    {
        var incidents = Own(rows, organization).Where(row => row.Facets != null);
        if (filter.From is { } from)
        {
            var least = IncidentFacets.From(from);
            incidents = incidents.Where(row => row.Facets >= least);
        }

        if (filter.To is { } to)
        {
            // What has no date is in no period.
            var (least, after) = (IncidentFacets.From(DateOnly.MinValue), IncidentFacets.After(to));
            incidents = incidents.Where(row => row.Facets >= least && row.Facets < after);
        }

        return incidents;
    }

    /// <summary>Incidents whose persons are counted one by one; the condition is that of their index.</summary>
    public static IQueryable<RecordedIncident> WithArrested(IQueryable<RecordedIncident> incidents) =>
        incidents.Where(row => (row.Facets!.Value & IncidentFacets.ArrestedWhereSold) != 0);

    private static IQueryable<RecordedIncident> Own(PoliceContext rows, OrganizationId organization) =>
        rows.Incidents.AsNoTracking().Where(row => row.Organization == organization);

    private static async Task<List<MeasureKind>> ReadIncidents(PoliceContext rows, OrganizationId organization, MeasureFilter filter, CancellationToken cancellation)
    {
        var counted = Filtered(rows, organization, filter).GroupBy(row => row.Facets!.Value).Select(kind => new { kind.Key, Count = kind.LongCount() });
        // The month told counts and periods apart; measures see the year.
        var kinds = new Dictionary<long, long>();
        await foreach (var kind in counted.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var year = IncidentFacets.OfYear(kind.Key);
            kinds[year] = kinds.GetValueOrDefault(year) + kind.Count;
        }

        return [.. kinds.Select(kind => new MeasureKind(IncidentFacets.Row(kind.Key), kind.Value)).Where(kind => Fits(kind.Row, filter))];
    }

    private static async Task<List<MeasureKind>> ReadPersons(PoliceContext rows, OrganizationId organization, MeasureFilter filter, CancellationToken cancellation)
    {
        var counted = WithArrested(Filtered(rows, organization, filter)).GroupBy(row => new { Facets = row.Facets!.Value, row.Persons }).Select(kind => new { kind.Key, Count = kind.LongCount() });
        var persons = new Dictionary<(long Facets, Person Person), long>();
        await foreach (var kind in counted.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            foreach (var person in RecordedPersons.Arrested(kind.Key.Persons))
            {
                var key = (IncidentFacets.OfYear(kind.Key.Facets), person);
                persons[key] = persons.GetValueOrDefault(key) + kind.Count;
            }
        }

        return [.. persons.Select(one => new MeasureKind(IncidentFacets.Row(one.Key.Facets) with { Persons = [one.Key.Person] }, one.Value)).Where(kind => Fits(kind.Row, filter))];
    }

    private static bool Fits(MeasureRow row, MeasureFilter filter) => filter.Unit is null || row.Unit == filter.Unit;
}
