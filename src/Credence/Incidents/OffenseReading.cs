namespace Credence.Incidents;

/// <summary>What a cell of an offense column was read as.</summary>
/// <param name="Code">The NIBRS code in it, or null if it holds words only.</param>
/// <param name="Entries">The table rows whose words stand in it; empty if the code speaks for itself.</param>
public sealed record OffenseReading(OffenseCode? Code, IReadOnlyList<OffenseEntry> Entries)
{
    internal string Normalized { get; init; } = "";

    /// <summary>Of its words those that the tables hold, in lower case; empty if the code speaks for itself.</summary>
    internal IReadOnlyList<string> KnownWords { get; init; } = [];

    /// <summary>True if it is 64A or 64B or words for human trafficking; trafficking in drugs or arms is not.</summary>
    public bool SaysTrafficking =>
        Code is { } code ? OffenseLookup.IsTrafficking(code) : Entries.Any(entry => entry.SaysTrafficking);

    /// <summary>True if words in it may be trafficking or something else, by the tables.</summary>
    public bool MayBeTrafficking => Entries.Any(entry => entry.MayBeTrafficking);

    /// <summary>
    /// True if it is one of these codes, or a word whose codes all are. Of a word that may be trafficking only the other
    /// codes count: "Prostitution" (40A or 64A) means 40A here.
    /// </summary>
    public bool Means(IReadOnlySet<OffenseCode> codes) =>
        Code is { } code ? codes.Contains(code) : Entries.Any(entry => Means(entry, codes));

    private static bool Means(OffenseEntry entry, IReadOnlySet<OffenseCode> codes)
    {
        var telling = entry.SaysTrafficking ? entry.TraffickingCodes : entry.OtherCodes;
        return telling.Count > 0 && telling.All(codes.Contains);
    }
}
