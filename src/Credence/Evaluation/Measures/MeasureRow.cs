using Credence.Incidents;
using Credence.Screening;

namespace Credence.Evaluation.Measures;

/// <summary>
/// One incident as measures see it: what is recorded, what the program says of it, and what readers say where it was drawn to be
/// read. No words and no names.
/// </summary>
public sealed record MeasureRow
{
    private static readonly IReadOnlySet<OffenseCode> Sold = new HashSet<OffenseCode> { new("40A") };
    private static readonly IReadOnlySet<OffenseCode> Prostitution = new HashSet<OffenseCode> { new("40A"), new("40B"), new("40C") };

    /// <summary>The site it belongs to.</summary>
    public required string Site { get; init; }

    /// <summary>Its number at that site.</summary>
    public required IncidentNumber Number { get; init; }

    /// <summary>Who identified it.</summary>
    public IdentifyingUnit Unit { get; init; }

    /// <summary>The year it happened or was reported; null if not recorded.</summary>
    public int? Year { get; init; }

    /// <summary>The highest level among its reports.</summary>
    public required Level Level { get; init; }

    /// <summary>The type that the program says.</summary>
    public ExploitationType Type { get; init; }

    /// <summary>Whether a code says trafficking; null if the source has no codes.</summary>
    public bool? IsCodedTrafficking { get; init; }

    /// <summary>Whether a code says that a person sold sex (40A).</summary>
    public bool IsCodedSold { get; init; }

    /// <summary>Whether every code is one of prostitution (40A, 40B, 40C).</summary>
    public bool IsCodedProstitutionOnly { get; init; }

    /// <summary>How it was cleared exceptionally: a code of NIBRS data element 4; null if not recorded.</summary>
    public string? Clearance { get; init; }

    /// <summary>Persons as recorded; null if the source does not say who was involved.</summary>
    public IReadOnlyList<Person>? Persons { get; init; }

    /// <summary>The stratum and the weight with which it was drawn to be read; null if it was not.</summary>
    public Drawing? Drawn { get; init; }

    /// <summary>What readers say; null if it was not drawn.</summary>
    public IncidentCoding? Coding { get; init; }

    /// <summary>The row of an incident whose reports were screened.</summary>
    /// <param name="site">The site.</param>
    /// <param name="incident">The incident, its reports together.</param>
    /// <param name="level">The highest level of its reports.</param>
    /// <param name="type">The type said with that level.</param>
    /// <param name="offenses">Reads what an offense column holds.</param>
    public static MeasureRow Of(string site, Incident incident, Level level, ExploitationType type, OffenseLookup offenses)
    {
        var codes = incident.Offenses?.Select(offenses.Read).ToList();
        return new MeasureRow
        {
            Site = site, Number = incident.Number, Level = level, Type = type, Year = incident.Date?.Year, Unit = IdentifyingUnits.Of(incident.IdentifiedBy),
            IsCodedTrafficking = codes?.Exists(code => code.SaysTrafficking), IsCodedSold = codes?.Exists(code => code.Means(Sold)) == true,
            IsCodedProstitutionOnly = codes is { Count: > 0 } && codes.TrueForAll(code => code.Means(Prostitution)),
            Clearance = incident.Clearance, Persons = incident.Persons,
        };
    }

    /// <summary>Says the number only.</summary>
    public override string ToString() => $"MeasureRow({Number})";

    /// <summary>True if the program would have somebody read it.</summary>
    public bool IsIndicated => Level >= Level.PossibleIndication;
}

/// <summary>How an incident came into the sample.</summary>
/// <param name="Stratum">The stratum, the site included.</param>
/// <param name="Weight">Incidents of the stratum for each one drawn.</param>
public readonly record struct Drawing(string Stratum, double Weight);
