using Credence.Evaluation;
using Credence.Incidents;
using Credence.Screening;
using Credence.Statistics;

namespace Credence.Tests.Evaluation;

/// <summary>Invented gold in which the narrative itself says what a screener answers: "2 sex yes 7.5".</summary>
internal static class Reading
{
    public static readonly Bootstrap Draws = new(Seed: 1, Replicates: 200);

    public static Incident Incident(string number, string answer) => new(new IncidentNumber(number), new Narrative(answer));

    public static CodedIncident Coded(string number, string answer, int a, int? b = null, string stratum = "all", double weight = 1) =>
        new(Incident(number, answer), stratum, weight, Code(a), b is { } level ? Code(level) : null);

    public static ScreeningResult Screen(Incident incident)
    {
        var words = incident.Narrative.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new ScreeningResult
        {
            Level = words is [var level, ..] ? (Level)(level[0] - '0' + 1) : Level.NotScreened,
            Type = words.Length > 1 ? Enum.Parse<ExploitationType>(words[1], true) : ExploitationType.None,
            Minor = words.Length > 2 ? Enum.Parse<MinorStatus>(words[2], true) : MinorStatus.Unknown,
            Score = words.Length > 3 ? double.Parse(words[3], System.Globalization.CultureInfo.InvariantCulture) : 0,
            WordsSay = "Invented.",
            Clause = null,
            IsRecordedAsTrafficking = false,
            Findings = [],
            Signals = [],
            Packs = [],
        };
    }

    private static Coding Code(int level) =>
        new(level, level > 0 ? ExploitationType.Sex : ExploitationType.None, level > 0 ? "affirmed" : "none", MinorStatus.Unknown);
}
