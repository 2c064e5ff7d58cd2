using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Incidents;

/// <summary>Offense words and NIBRS codes, as a pack of kind "offenses" states them.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Entries">The rows of its tables of words.</param>
/// <param name="Codes">Its NIBRS codes.</param>
public sealed record OffensePack(Pack Pack, IReadOnlyList<OffenseEntry> Entries, IReadOnlyList<NibrsOffense> Codes)
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "offenses";

    /// <summary>Reads the tables of a pack; what is wrong goes to the problems, and the rest goes on.</summary>
    public static OffensePack Read(Pack pack, ICollection<PackProblem> problems)
    {
        var entries = pack.Documents.SelectMany(table => table.Items("offenses"), (table, row) => Entry(pack, table, row, problems));
        var codes = pack.Documents.SelectMany(table => table.Items("codes")).Select(Code);
        return new OffensePack(pack, [.. entries], [.. codes.DistinctBy(offense => offense.Code)]);
    }

    private static OffenseEntry Entry(Pack pack, PackDocument table, YamlMappingNode row, ICollection<PackProblem> problems)
    {
        var entry = new OffenseEntry(
            row.Required("offense"),
            [.. row.Texts("codes").Select(code => new OffenseCode(code.Value!))],
            Cite(pack, table, row, problems),
            row.Text("note"));
        if (row.Flag("trafficking") && entry.TraffickingCodes.Count == 0)
        {
            problems.Add(table.ProblemAt(row, "found trafficking: true without 64A or 64B, expected one of them in codes"));
        }

        return entry;
    }

    private static NibrsOffense Code(YamlMappingNode row) => new(
        new OffenseCode(row.Required("code")),
        row.Required("name"),
        row.Required("category"),
        row.Required("group")[0],
        Enum.Parse<CrimeAgainst>(row.Required("against"), ignoreCase: true))
    {
        IsFederal = row.Flag("federal"),
    };

    private static Citation Cite(Pack pack, PackDocument table, YamlMappingNode row, ICollection<PackProblem> problems)
    {
        var key = row.Text("source") ?? table.Root.Required("source");
        if (!pack.Sources.TryGetValue(key, out var source))
        {
            problems.Add(table.ProblemAt(row, $"found the source {key}, expected one of {string.Join(", ", pack.Sources.Keys)}"));
            return new Citation(key, key, null, Verified: false);
        }

        var pinpoint = row.Text("page") is { } page
            ? $"{table.Root.Required("title")}, page {page}"
            : row.Text("pinpoint") ?? table.Root.Text("pinpoint");
        return new Citation(key, source.Title, pinpoint, source.Verified);
    }
}
