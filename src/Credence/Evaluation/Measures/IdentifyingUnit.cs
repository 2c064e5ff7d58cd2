using System.Text.RegularExpressions;

namespace Credence.Evaluation.Measures;

/// <summary>Who identified an incident, by the kinds that the study tells apart.</summary>
public enum IdentifyingUnit
{
    /// <summary>Not recorded.</summary>
    Unknown,

    /// <summary>Officers on routine duty.</summary>
    Patrol,

    /// <summary>Detectives of other crimes.</summary>
    Detective,

    /// <summary>A vice unit.</summary>
    Vice,

    /// <summary>A unit, task force or detective for human trafficking.</summary>
    Specialized,

    /// <summary>A tip, a hotline or another agency.</summary>
    Tip,

    /// <summary>Recorded, in words that none of the others has.</summary>
    Other,
}

/// <summary>Tells the kind from what an agency wrote.</summary>
public static partial class IdentifyingUnits
{
    /// <summary>The kind; the more special word wins where a cell has several.</summary>
    public static IdentifyingUnit Of(string? recorded) =>
        string.IsNullOrWhiteSpace(recorded) ? IdentifyingUnit.Unknown
        : Specialized().IsMatch(recorded) ? IdentifyingUnit.Specialized
        : Vice().IsMatch(recorded) ? IdentifyingUnit.Vice
        : Tip().IsMatch(recorded) ? IdentifyingUnit.Tip
        : Detective().IsMatch(recorded) ? IdentifyingUnit.Detective
        : Patrol().IsMatch(recorded) ? IdentifyingUnit.Patrol
        : IdentifyingUnit.Other;

    /// <summary>As a table says it.</summary>
    public static string Word(this IdentifyingUnit unit) => unit switch
    {
        IdentifyingUnit.Unknown => MeasureWords.NotRecorded,
        IdentifyingUnit.Specialized => "specialized unit",
        _ => unit.ToString().ToLowerInvariant(),
    };

    [GeneratedRegex(@"speciali[sz]ed|traffick|task\s*force|\bHT(U|TF)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Specialized();

    [GeneratedRegex(@"\bvice\b", RegexOptions.IgnoreCase)]
    private static partial Regex Vice();

    [GeneratedRegex(@"\b(tip|hot\s*line|caller|citizen|anonymous|referr(al|ed)|other agency)", RegexOptions.IgnoreCase)]
    private static partial Regex Tip();

    [GeneratedRegex(@"\b(detectives?|det|investigat(or|ors|ion|ions)|CID)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Detective();

    [GeneratedRegex(@"\b(patrol|officer|uniform(ed)?|beat)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Patrol();
}
