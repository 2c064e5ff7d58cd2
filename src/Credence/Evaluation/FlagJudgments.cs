using Credence.Incidents;

namespace Credence.Evaluation;

/// <summary>What a person who read a flagged narrative says of the flag.</summary>
public enum FlagJudgment
{
    /// <summary>Nobody has said.</summary>
    NotJudged,

    /// <summary>A person in it should be screened.</summary>
    Right,

    /// <summary>Readers would argue about it.</summary>
    Arguable,

    /// <summary>Nobody in it needs to be screened.</summary>
    Wrong,
}

/// <summary>A judgment, and the kind of flag it is about in a few words that tell nothing of a person.</summary>
/// <param name="Judgment">What was said.</param>
/// <param name="Kind">Such as "missing child" or "past conviction"; empty if none is given.</param>
public readonly record struct JudgedFlag(FlagJudgment Judgment, string Kind);

/// <summary>Judgments of flags by incident number, from a CSV with the columns id, judgment and, if wanted, kind.</summary>
public sealed class FlagJudgments
{
    private readonly Dictionary<string, JudgedFlag> _byNumber;

    private FlagJudgments(Dictionary<string, JudgedFlag> byNumber, IReadOnlyList<GoldProblem> problems) =>
        (_byNumber, Problems) = (byNumber, problems);

    /// <summary>None at all.</summary>
    public static FlagJudgments None { get; } = new([], []);

    /// <summary>Rows that were left out.</summary>
    public IReadOnlyList<GoldProblem> Problems { get; }

    /// <summary>Reads judgments; null if a column is missing.</summary>
    public static FlagJudgments? Read(TextReader text)
    {
        var table = CsvTable.TryOpen(text.ReadLine()?.TrimStart('\uFEFF') ?? "", text);
        if (table?.Column("judgment") is not { } judgment || !table.HasNumbers) { return null; }

        var kind = table.Column("kind");
        var problems = new List<GoldProblem>();
        var judged = new Dictionary<string, JudgedFlag>(StringComparer.Ordinal);
        foreach (var row in table.Rows(problems))
        {
            if (Array.IndexOf(["right", "arguable", "wrong"], row[judgment].ToLowerInvariant()) is var said and >= 0)
            {
                judged[row.Id] = new JudgedFlag(FlagJudgment.Right + said, kind is { } column ? row[column] : "");
            }
            else
            {
                problems.Add(new GoldProblem(row.Line, "column 'judgment': found another word, expected right, arguable or wrong"));
            }
        }

        return new FlagJudgments(judged, problems);
    }

    /// <summary>What was said of an incident.</summary>
    public JudgedFlag Of(IncidentNumber number) => _byNumber.GetValueOrDefault(number.Value, new JudgedFlag(FlagJudgment.NotJudged, ""));
}
