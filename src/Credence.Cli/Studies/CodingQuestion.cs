using Credence.Evaluation.Measures;
using Credence.Review;
using Credence.Screening;
using Credence.Training;

namespace Credence.Cli.Studies;

/// <summary>One question of the coders' sheet: a column, and the words that may stand in it.</summary>
/// <param name="Name">The column.</param>
/// <param name="Asks">What is asked.</param>
/// <param name="Words">The words that may stand in it; empty if it is free.</param>
/// <param name="IsRequired">Whether a coded case needs an answer.</param>
internal sealed record CodingQuestion(string Name, string Asks, IReadOnlyList<string> Words, bool IsRequired = false)
{
    /// <summary>The question that decides whether the others matter, and whether a case is coded.</summary>
    public const string Victim = "victim";

    private const int Longest = 40;

    /// <summary>True if sheets that were handed out by an earlier version lack its column.</summary>
    public bool IsLater { get; private init; }

    /// <summary>In the order of the sheet.</summary>
    public static IReadOnlyList<CodingQuestion> All { get; } =
    [
        new(Victim, "Do you see a possible victim of trafficking? Yes, if the facts written suggest that somebody exploits or controls a person, or that a person under 18 is in commercial sex", WordsOf<VictimAnswer>(), true),
        new("type", "Which exploitation: sex, labor, both; none where there is no possible victim", WordsOf<ExploitationType>(), true),
        new("minor", "Is the person at risk under 18", WordsOf<MinorStatus>(), true),
        new("sex", "Sex of the person at risk, as recorded", ["F", "M", "X", "unknown"]),
        new("race", "Race of the person at risk, as recorded", []),
        new("nationality", "Nationality of the person at risk, as recorded; never guessed from a name, a language or a place", []) { IsLater = true },
        new("confirmed", "Does the record say that somebody determined a victim", ["yes", "no"]),
        new("began", "By whom did police come to know of it", WordsOf<Beginning>()),
        new("arrest", "What was done to the person at risk", WordsOf<ArrestKind>()),
        new("reason", "The reason that is written for that; none if none is", WordsOf<ArrestReason>()),
        new("help", "Is help written down: made (somebody was called), declined, information, none", WordsOf<ReferralKind>()),
        new("charge", "With what was somebody else charged", WordsOf<ChargeKind>()),
    ];

    public static CodingQuestion Find(string name) => All.Single(question => question.Name == name);

    /// <summary>What was expected instead, or null if the answer may stand there.</summary>
    public string? Expected(string answer) =>
        answer.Length == 0 || (Words.Count == 0 && answer.Length <= Longest) || Words.Contains(answer, StringComparer.OrdinalIgnoreCase) ? null
        : Words.Count == 0 ? $"at most {Longest} letters" : string.Join(", ", Words);

    /// <summary>The coding that answers make; the words were checked before.</summary>
    public static IncidentCoding CodingOf(IReadOnlyDictionary<string, string> answers)
    {
        string? Text(string name) => answers.GetValueOrDefault(name) is { Length: > 0 } said ? said : null;
        T? One<T>(string name) where T : struct, Enum => Text(name) is { } said ? MeasureAnswer.Find<T>(said) : null;
        return new IncidentCoding(One<VictimAnswer>(Victim)!.Value, One<ExploitationType>("type") ?? ExploitationType.None, One<MinorStatus>("minor") ?? MinorStatus.Unknown)
        {
            Sex = Text("sex"), Race = Text("race"), Nationality = Text("nationality"), IsConfirmed = Text("confirmed") is { } said ? said.Equals("yes", StringComparison.OrdinalIgnoreCase) : null,
            BegunBy = One<Beginning>("began"), Arrest = One<ArrestKind>("arrest"), Reason = One<ArrestReason>("reason"),
            Help = One<ReferralKind>("help"), Charge = One<ChargeKind>("charge"),
        };
    }

    /// <summary>What two answers say together that cannot be; null if nothing.</summary>
    public static string? Contradiction(IReadOnlyDictionary<string, string> answers)
    {
        var (victim, type) = (answers[Victim], answers.GetValueOrDefault("type", ""));
        var isNone = type.Equals("none", StringComparison.OrdinalIgnoreCase);
        return victim.Equals("yes", StringComparison.OrdinalIgnoreCase) && isNone ? "found none, expected sex, labor or both where there is a possible victim"
            : victim.Equals("no", StringComparison.OrdinalIgnoreCase) && !isNone ? "found a kind of exploitation, expected none where there is no possible victim"
            : null;
    }

    /// <summary>Says the column only.</summary>
    public override string ToString() => $"CodingQuestion({Name})";

    private static IReadOnlyList<string> WordsOf<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(MeasureAnswer.Word)];
}
