namespace Credence.Evaluation.Release;

/// <summary>What a cell of linked tables is to whoever protects it.</summary>
public enum CellPart
{
    /// <summary>May be published or withheld.</summary>
    Open,

    /// <summary>Has to be withheld for its own sake.</summary>
    Sensitive,

    /// <summary>Everybody has its count, whatever is done: zeros that are published, structural zeros, earlier releases.</summary>
    Known,

    /// <summary>Nobody prints it, but it can be figured out: withheld before, or who came since an earlier release.</summary>
    Hidden,
}

/// <summary>
/// Tables of the same people, which share cells wherever they share margins, and an earlier release of a part of these people:
/// one set of cells and of sums, because whoever reads them reads them together.
/// </summary>
public sealed class LinkedTables
{
    private readonly List<string> _variables = [];
    private readonly Dictionary<string, int> _cells = [];
    private readonly List<LinkedCell> _all = [];
    private readonly List<int[]> _lines = [];
    private readonly int[][] _places;

    private LinkedTables(IReadOnlyList<FrequencyTable> tables, SuppressionRule rule)
    {
        (Tables, Rule) = (tables, rule);
        _variables.AddRange(tables.SelectMany(table => table.Variables).Select(variable => variable.Name).Distinct(StringComparer.Ordinal));
        _places = [.. tables.Select(table => Add(table, ""))];
    }

    /// <summary>The tables, in the order given.</summary>
    public IReadOnlyList<FrequencyTable> Tables { get; }

    /// <summary>The rule by which cells are sensitive.</summary>
    public SuppressionRule Rule { get; }

    /// <summary>Every cell once.</summary>
    public IReadOnlyList<LinkedCell> Cells => _all;

    /// <summary>Every sum: the total first, then what it adds up.</summary>
    public IReadOnlyList<int[]> Lines => _lines;

    /// <summary>Links tables, or says in one sentence why they cannot be of the same people.</summary>
    public static Linking Of(IReadOnlyList<FrequencyTable> tables, SuppressionRule rule, params IReadOnlyList<FrequencyTable> earlier)
    {
        var variables = tables.SelectMany(table => table.Variables).GroupBy(variable => variable.Name, StringComparer.Ordinal);
        if (variables.Any(same => same.Any(variable => !variable.Categories.ToHashSet(StringComparer.Ordinal).SetEquals(same.First().Categories))))
        {
            return new Unlinkable("found a variable with other categories in another table, expected the same ones, as in tables of the same people");
        }

        var linked = new LinkedTables(tables, rule);
        if (linked._all.Exists(cell => cell.IsContradicted))
        {
            return new Unlinkable("found two tables that give different counts for the same people, expected tables of one population");
        }

        return earlier.Select(linked.After).OfType<Unlinkable>().FirstOrDefault() as Linking ?? new Linked(linked);
    }

    /// <summary>
    /// Links one more table to tables about which it is decided already what is withheld: what was published of them is known to
    /// everybody, and what was withheld stays so. The more important tables are decided first and lose nothing to later ones.
    /// </summary>
    /// <param name="decided">Each table with its counts, and as it is published.</param>
    /// <param name="next">The table to be decided now; the last of the linked ones.</param>
    /// <param name="rule">The rule by which cells are sensitive.</param>
    public static Linking After(IReadOnlyList<(FrequencyTable Whole, FrequencyTable Published)> decided, FrequencyTable next, SuppressionRule rule)
    {
        var answer = Of([.. decided.Select(table => table.Whole), next], rule);
        if (answer is not Linked { Tables: var linked }) { return answer; }

        for (var table = 0; table < decided.Count; table++)
        {
            for (var cell = 0; cell < decided[table].Published.Counts.Count; cell++)
            {
                var number = linked.CellOf(table, cell);
                var part = decided[table].Published.Counts[cell] is null ? CellPart.Sensitive : CellPart.Known;
                linked._all[number] = linked._all[number] with { Part = part };
            }
        }

        return answer;
    }

    /// <summary>The number of a table's cell among all.</summary>
    public int CellOf(int table, int cell) => _places[table][cell];

    /// <summary>Tables as they may be published: without the counts of these cells.</summary>
    public IReadOnlyList<FrequencyTable> Withhold(IReadOnlyList<bool> withheld) =>
        [.. Tables.Select((table, t) => table.Withhold(Enumerable.Range(0, table.Counts.Count).Where(cell => withheld[_places[t][cell]])))];

    private int[] Add(FrequencyTable table, string release)
    {
        var places = new int[table.Counts.Count];
        for (var cell = 0; cell < places.Length; cell++) { places[cell] = Add(table, cell, release); }

        foreach (var line in table.Lines()) { _lines.Add(Array.ConvertAll(line, cell => places[cell])); }

        return places;
    }

    private int Add(FrequencyTable table, int cell, string release)
    {
        var key = KeyOf(table, cell, release);
        var found = _cells.TryGetValue(key, out var number);
        if (!found)
        {
            number = _all.Count;
            _cells.Add(key, number);
        }

        var added = new LinkedCell(table.Counts[cell], PartOf(table, cell), table.TotalsIn(cell));
        if (!found) { _all.Add(added); }
        else { _all[number] = _all[number].With(added); }

        return number;
    }

    private CellPart PartOf(FrequencyTable table, int cell) => table.Counts[cell] switch
    {
        null => CellPart.Hidden,
        _ when table.IsImpossible(cell) || (Rule.KeepWhole && cell == table.Whole) => CellPart.Known,
        { } count when Rule.IsSensitive(count) => CellPart.Sensitive,
        0 => CellPart.Known,
        _ => CellPart.Open,
    };

    // The categories by name, so that tables may have them in any order.
    private string KeyOf(FrequencyTable table, int cell, string release)
    {
        var key = new string[_variables.Count + 1];
        key[^1] = release;
        var places = table.PlacesOf(cell);
        for (var v = 0; v < places.Length; v++)
        {
            var variable = table.Variables[v];
            if (places[v] < variable.Total) { key[_variables.IndexOf(variable.Name)] = variable.Categories[places[v]]; }
        }

        return string.Join('\u001f', key.Select(part => part is null ? "" : $"={part}"));
    }

    // Everybody = those of the earlier release + those who came since. What several earlier tables share is taken once.
    private Unlinkable? After(FrequencyTable earlier)
    {
        if (earlier.Variables.Any(variable => !_variables.Contains(variable.Name))) { return OtherCategories; }

        var known = _all.Count;
        var before = Add(earlier, "earlier");
        for (var cell = 0; cell < before.Length; cell++)
        {
            if (_all[before[cell]].IsContradicted) { return new Unlinkable("found two earlier tables that give different counts for the same people, expected tables of one release"); }

            if (!_cells.TryGetValue(KeyOf(earlier, cell, ""), out var now)) { return OtherCategories; }

            var count = _all[before[cell]].Count;
            if (_all[now].Count < count) { return new Unlinkable("found a count smaller than in the earlier release, expected the people of the earlier release among these"); }

            _all[before[cell]] = _all[before[cell]] with { Part = count is null ? CellPart.Hidden : CellPart.Known };
            if (before[cell] < known) { continue; }

            _lines.Add([now, before[cell], _all.Count]);
            _all.Add(new LinkedCell(_all[now].Count - count, CellPart.Hidden, 0) { IsUnprinted = true });
        }

        return null;
    }

    private static Unlinkable OtherCategories => new("found an earlier release with other categories, expected one broken down like these tables");
}

/// <summary>A cell that may belong to several tables.</summary>
/// <param name="Count">How many; null where even the one who publishes cannot say.</param>
/// <param name="Part">What it is to whoever protects it.</param>
/// <param name="Totals">Over how many variables it adds up, in the table where these are fewest.</param>
public sealed record LinkedCell(long? Count, CellPart Part, int Totals)
{
    /// <summary>True if two tables give it different counts.</summary>
    public bool IsContradicted { get; init; }

    /// <summary>True if no table prints it: those who came since an earlier release.</summary>
    public bool IsUnprinted { get; init; }

    /// <summary>What is lost where it is withheld: one for the cell, and one more for every variable that it adds up.</summary>
    public int Loss => 1 + Totals;

    // What one table prints, everybody has; what is impossible in one is impossible.
    internal LinkedCell With(LinkedCell other) => this with
    {
        Count = Count ?? other.Count,
        Part = Part == CellPart.Known || other.Part == CellPart.Known ? CellPart.Known : Part == CellPart.Hidden ? other.Part : Part,
        Totals = Math.Min(Totals, other.Totals),
        IsContradicted = IsContradicted || (Count is { } one && other.Count is { } two && one != two),
    };
}

/// <summary>What came of linking tables.</summary>
public abstract record Linking
{
    private protected Linking()
    {
    }
}

/// <summary>Tables that go together.</summary>
/// <param name="Tables">The tables.</param>
public sealed record Linked(LinkedTables Tables) : Linking;

/// <summary>Tables that do not.</summary>
/// <param name="Message">Found and expected.</param>
public sealed record Unlinkable(string Message) : Linking;
