using Credence.Incidents;

namespace Credence.Training;

/// <summary>Invented incidents of invented communities, told from stories by a seed, with what a careful reader knows of each.</summary>
/// <param name="Seed">What it was made from: the same seed and pack give the same casebook.</param>
/// <param name="Pack">The pack of stories, as id@version.</param>
/// <param name="Incidents">The incidents by community, then in order of time.</param>
public sealed record InventedCasebook(ulong Seed, string Pack, IReadOnlyList<ToldIncident> Incidents)
{
    /// <summary>The communities in it.</summary>
    public IEnumerable<Community> Communities => Incidents.Select(told => told.Truth.Community).Distinct();

    /// <summary>The incidents that the study would count.</summary>
    public IEnumerable<ToldIncident> Trafficking => Incidents.Where(told => !told.Truth.Kind.IsBackground);
}

/// <summary>An incident told from a story.</summary>
/// <param name="Reports">Its reports in order of time, all of one number: the first, and at times a later one.</param>
/// <param name="Truth">What a careful reader knows of it.</param>
public sealed record ToldIncident(IReadOnlyList<Incident> Reports, PlantedTruth Truth)
{
    /// <summary>The number that its reports share.</summary>
    public IncidentNumber Number => Reports[0].Number;
}
