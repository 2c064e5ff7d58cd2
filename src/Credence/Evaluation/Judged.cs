using Credence.Incidents;
using Credence.Screening;

namespace Credence.Evaluation;

/// <summary>What people say of an incident beside what the screener says.</summary>
/// <param name="Gold">What people say.</param>
/// <param name="Result">What the screener says.</param>
public sealed record Judged(CodedIncident Gold, ScreeningResult Result)
{
    /// <summary>The screener's level in the coders' numbers; what was not screened counts as nothing found.</summary>
    public int Level => Result.Level.Number;

    /// <summary>The incident's number.</summary>
    public IncidentNumber Number => Gold.Incident.Number;
}

/// <summary>One incident on which two answers are compared.</summary>
/// <param name="Number">The incident.</param>
/// <param name="Expected">What people say.</param>
/// <param name="Found">What the screener says.</param>
public sealed record Comparison(IncidentNumber Number, string Expected, string Found);

/// <summary>Levels as the coders number them.</summary>
internal static class LevelNumber
{
    extension(Level level)
    {
        public int Number => Math.Max(0, level - Level.NoneFound);

        public bool IsFlag => level >= Level.PossibleIndication;
    }
}
