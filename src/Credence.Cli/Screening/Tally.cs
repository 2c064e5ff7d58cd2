using Credence.Incidents;
using Credence.Screening;

namespace Credence.Cli.Screening;

/// <summary>What was counted so far.</summary>
internal sealed class Tally
{
    private const int MostOffenses = 1000;
    private const string OtherOffenses = "(others)";

    public long Rows { get; set; }

    public long Problems { get; set; }

    /// <summary>Rows without a narrative, of which only codes were read.</summary>
    public long WithoutNarrative { get; set; }

    /// <summary>Rows by level.</summary>
    public SortedDictionary<string, long> Levels { get; init; } = Zeros(Enum.GetValues<Level>().Select(Spelling.Of));

    /// <summary>Rows that are possible or strong, by type.</summary>
    public SortedDictionary<string, long> Types { get; init; } = Zeros(Enum.GetValues<ExploitationType>().Select(Spelling.Of));

    /// <summary>Rows that are possible or strong, by whether a minor is said to be in it.</summary>
    public SortedDictionary<string, long> Minors { get; init; } = Zeros(Enum.GetValues<MinorStatus>().Select(Spelling.Of));

    /// <summary>Rows that are possible or strong, by recorded offense; empty if no file has an offense column.</summary>
    public SortedDictionary<string, long> Offenses { get; init; } = new(StringComparer.Ordinal);

    public void Add(Batch batch)
    {
        Rows += batch.Rows.Count;
        Problems += batch.ProblemCount;
        // By number first: looking a name up for each row would cost the one thread that reads and writes.
        Span<long> levels = stackalloc long[Spelling.LevelCount];
        levels.Clear();
        for (var i = 0; i < batch.Rows.Count; i++)
        {
            var (incident, result) = (batch.Printed[i].Incident, batch.Results[i]);
            if (incident.Narrative.Length == 0) WithoutNarrative++;
            levels[(int)result.Level]++;
            if (result.Level >= Level.PossibleIndication) AddIndicated(incident, result);
        }

        for (var level = 0; level < levels.Length; level++) Levels[Spelling.Of((Level)level)] += levels[level];
    }

    private void AddIndicated(Incident incident, ScreeningResult result)
    {
        Types[Spelling.Of(result.Type)]++;
        Minors[Spelling.Of(result.Minor)]++;
        if (incident.Offenses is null) return;
        if (incident.Offenses.Count == 0) AddOffense("(none)");
        foreach (var offense in incident.Offenses) AddOffense(offense.Value);
    }

    private void AddOffense(string offense)
    {
        var key = Offenses.ContainsKey(offense) || Offenses.Count < MostOffenses ? offense : OtherOffenses;
        Offenses[key] = Offenses.GetValueOrDefault(key) + 1;
    }

    private static SortedDictionary<string, long> Zeros(IEnumerable<string> names) =>
        new(names.ToDictionary(name => name, _ => 0L), StringComparer.Ordinal);
}
