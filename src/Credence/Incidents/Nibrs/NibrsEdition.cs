using Credence.Packs;

namespace Credence.Incidents.Nibrs;

/// <summary>One edition of the flat file: layouts, values, lists of codes and rules, as a pack of kind "nibrs" states them.</summary>
public sealed class NibrsEdition
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "nibrs";

    private static readonly Lazy<NibrsEdition> OfDefaults = new(() => From(PackReader.Read(
        DefaultPacks.Files().Where(file => file.Path.StartsWith("nibrs/", StringComparison.Ordinal) || file.Path.StartsWith("offenses/", StringComparison.Ordinal)),
        onlyLocal: true)));

    private readonly Dictionary<string, NibrsCodes> _values;
    private readonly Dictionary<string, NibrsCodes> _sets;
    private readonly Dictionary<string, HashSet<(ulong, ulong)>> _pairs;
    private readonly NibrsLayout?[] _byLevel = new NibrsLayout?[10];

    internal NibrsEdition(NibrsTables tables)
    {
        (Pack, Layouts) = (tables.Pack, tables.Layouts);
        (_values, _sets, _pairs) = (tables.Values, tables.Sets, tables.Pairs);
        foreach (var layout in Layouts) _byLevel[layout.Level] = layout;
    }

    /// <summary>The edition that ships with this library, with the packs that ship.</summary>
    public static NibrsEdition Shipped => OfDefaults.Value;

    /// <summary>The pack it comes from.</summary>
    public Pack Pack { get; }

    /// <summary>The layouts, by level.</summary>
    public IReadOnlyList<NibrsLayout> Layouts { get; }

    /// <summary>The edits, in the order of the pack.</summary>
    public IReadOnlyList<NibrsRule> Rules { get; private set; } = [];

    /// <summary>The FBI's messages that are not checked, with the reason.</summary>
    public IReadOnlyList<(string Error, string Why)> Uncovered { get; private set; } = [];

    /// <summary>The last edition of a library. Throws <see cref="FormatException"/> if it has none that can be read.</summary>
    public static NibrsEdition From(PackLibrary library)
    {
        var problems = new List<PackProblem>();
        var pack = library.OfKind(Kind).LastOrDefault() ?? throw new FormatException("found no pack of kind nibrs, expected one");
        var edition = Read(pack, library, problems);
        return problems.Count == 0 ? edition : throw new FormatException($"{pack.Id} cannot be read: {problems[0]}");
    }

    /// <summary>Reads an edition; what is wrong goes to the problems, and the rest goes on.</summary>
    public static NibrsEdition Read(Pack pack, PackLibrary library, ICollection<PackProblem> problems)
    {
        var edition = new NibrsEdition(NibrsTables.Read(pack, library));
        edition.Rules = [.. NibrsRuleReader.Read(pack, edition, problems)];
        edition.Uncovered = [.. NibrsRuleReader.Uncovered(pack)];
        return edition;
    }

    /// <summary>Says what is wrong in an edition, also where its tables cannot be read at all.</summary>
    public static void Check(Pack pack, PackLibrary library, ICollection<PackProblem> problems)
    {
        try
        {
            Read(pack, library, problems);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or InvalidOperationException)
        {
            problems.Add(new PackProblem(pack.Documents[0].File.Path, 1, $"the tables cannot be read: {wrong.Message}"));
        }
    }

    /// <summary>The layout of a level, or null.</summary>
    public NibrsLayout? Layout(int level) => level is >= 0 and < 10 ? _byLevel[level] : null;

    /// <summary>The values of a table by its name.</summary>
    public NibrsCodes Values(string table) =>
        _values.GetValueOrDefault(table) ?? throw new FormatException($"found the table of values {table}, expected one of {string.Join(", ", _values.Keys)}");

    /// <summary>The codes of a list by its name, with or without the @ before it.</summary>
    public NibrsCodes Set(string name) =>
        _sets.GetValueOrDefault(name.TrimStart('@')) ?? throw new FormatException($"found the list {name}, expected one of {string.Join(", ", _sets.Keys)}");

    internal HashSet<(ulong, ulong)> Pairs(string name) =>
        _pairs.GetValueOrDefault(name.TrimStart('@')) ?? throw new FormatException($"found the pairs {name}, expected one of {string.Join(", ", _pairs.Keys)}");
}
