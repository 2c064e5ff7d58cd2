using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Incidents.Nibrs;
using Credence.Screening;
using Credence.Wording;

namespace Credence.Cli.Wording;

/// <summary>One incident with flags: its number, its row, and where the flags stand; no words.</summary>
internal sealed record FlaggedIncident(string Number, long Row, IReadOnlyList<WordingFlag> Flags);

/// <summary>Reads a file of incidents once, row by row, in constant memory.</summary>
internal sealed class WordingRun(InputFile file, ColumnMap columns, NibrsInput nibrs, WordingChecker checker)
{
    private const int MostShown = 20;

    private readonly List<RowProblem> _shown = [];

    public required string Purpose { get; init; }

    public IReadOnlyList<string> Packs => checker.Packs;

    public string File => file.Name;

    public long Rows { get; private set; }

    /// <summary>Rows whose narrative was empty or in a language that no pack covers.</summary>
    public long NotChecked { get; private set; }

    public long Flagged { get; private set; }

    public long Problems { get; private set; }

    /// <summary>The incidents with flags, as they are read.</summary>
    public IEnumerable<FlaggedIncident> Flags(CancellationToken cancellation)
    {
        foreach (var (row, result) in Checked(cancellation))
        {
            if (result.Flags.Count > 0) yield return new FlaggedIncident(CsvLine.OneLine(row.Incident.Number.Value), row.Row, result.Flags);
        }
    }

    /// <summary>Rates by unit: an incident is indicated if screening flags it, or if its codes say trafficking.</summary>
    public IReadOnlyList<WordingRates> Compare(Screener screener, CancellationToken cancellation)
    {
        var tally = new WordingTally();
        foreach (var (row, result) in Checked(cancellation))
        {
            var screened = screener.Screen(row.Incident);
            tally.Add(row.Incident, result, screened.Level is Level.PossibleIndication or Level.StrongIndication || screened.IsRecordedAsTrafficking);
        }

        return tally.Rates();
    }

    /// <summary>Says by row and column what was wrong, never by what anybody wrote.</summary>
    public void SayProblems(TextWriter error)
    {
        foreach (var problem in _shown)
            error.WriteLine($"{ShownText.Of(File)} row {problem.Row}{(problem.Column.Length == 0 ? "" : $", column {ShownText.Of(problem.Column)}")}: found {problem.Found}, expected {problem.Expected}.");
        if (Problems > _shown.Count) error.WriteLine($"and {Problems - _shown.Count} more.");
    }

    private IEnumerable<(IncidentRow Row, WordingResult Result)> Checked(CancellationToken cancellation)
    {
        using var stream = file.Open();
        using var source = file.OpenSource(stream, columns, nibrs);
        Add(source.HeaderProblems);
        while (source.TryRead(out var row))
        {
            cancellation.ThrowIfCancellationRequested();
            Rows++;
            Add(row.Problems);
            var result = checker.Check(row.Incident.Narrative);
            NotChecked += result.WasRead ? 0 : 1;
            Flagged += result.Flags.Count > 0 ? 1 : 0;
            yield return (row, result);
        }

        if (Rows == 0) Add([new RowProblem(1, "", "no rows", "incidents below the row of headers")]);
    }

    private void Add(IReadOnlyList<RowProblem> problems)
    {
        Problems += problems.Count;
        _shown.AddRange(problems.Take(MostShown - _shown.Count));
    }
}
