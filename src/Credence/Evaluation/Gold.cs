using Credence.Incidents;
using Credence.Screening;

namespace Credence.Evaluation;

/// <summary>Incidents about which people have said what is true, or will say it.</summary>
public abstract record Gold
{
    /// <summary>Rows that were left out. Where rows stream, complete only after the last of them was read.</summary>
    public IReadOnlyList<GoldProblem> Problems { get; init; } = [];
}

/// <summary>A row that was left out.</summary>
/// <param name="Line">Line or row of the file, the header being 1.</param>
/// <param name="Message">What was found and what was expected; never what the row tells.</param>
public sealed record GoldProblem(long Line, string Message);

/// <summary>Narratives coded by one reader or by two who did not see each other's codes.</summary>
/// <param name="Incidents">In the order of the file.</param>
public sealed record CodedGold(IReadOnlyList<CodedIncident> Incidents) : Gold;

/// <summary>Summaries of prosecuted cases: all are trafficking, the statutes say of which kind.</summary>
/// <param name="Cases">In the order of the file.</param>
public sealed record CaseGold(IReadOnlyList<CaseSummary> Cases) : Gold;

/// <summary>Narratives without codes: what is flagged is listed for a person to judge.</summary>
/// <param name="Incidents">Read from the file as they are asked for, once.</param>
public sealed record NarrativeGold(IEnumerable<Incident> Incidents) : Gold;

/// <summary>Sentences with a phrase marked as negated, historical, hypothetical or of another person, as in the NegEx kit.</summary>
/// <param name="Phrases">In the order of the file.</param>
public sealed record AnnotatedGold(IReadOnlyList<AnnotatedPhrase> Phrases) : Gold;

/// <summary>A file that is none of these.</summary>
/// <param name="Message">What was found, what was expected, and where.</param>
public sealed record UnreadableGold(string Message) : Gold;

/// <summary>What one reader said of a narrative.</summary>
/// <param name="Level">0 nothing, 1 a person should be screened, 2 the facts suggest exploitation.</param>
/// <param name="Type">The kind of exploitation.</param>
/// <param name="Status">How the narrative states it (affirmed, denied, ruledout, none), in the reader's word.</param>
/// <param name="Minor">Whether a person at risk is under 18.</param>
public sealed record Coding(int Level, ExploitationType Type, string Status, MinorStatus Minor)
{
    /// <summary>True if the narrative puts a stigmatizing noun in the place of a person; null if the reader was not asked.</summary>
    public bool? Label { get; init; }
}

/// <summary>A narrative with its codes.</summary>
/// <param name="Incident">The narrative and its number.</param>
/// <param name="Stratum">The stratum it was drawn from; "all" where the file names none.</param>
/// <param name="Weight">Narratives in the stratum for each one coded; 1 where the file gives none.</param>
/// <param name="CoderA">What the one reader said.</param>
/// <param name="CoderB">What the other said, or null if there was one reader.</param>
public sealed record CodedIncident(Incident Incident, string Stratum, double Weight, Coding CoderA, Coding? CoderB)
{
    /// <summary>True if whoever read it puts it on the same side of the threshold.</summary>
    public bool AgreedAt(int level) => CoderB is null || CoderA.Level >= level == CoderB.Level >= level;
}

/// <summary>The summary of a prosecuted case.</summary>
/// <param name="Incident">The summary and the case's number.</param>
/// <param name="Statutes">The statutes charged.</param>
/// <param name="Minors">Victims under 18, or null if not recorded.</param>
public sealed record CaseSummary(Incident Incident, ChargedStatutes Statutes, int? Minors);

/// <summary>A phrase in a sentence and what the annotator said of it.</summary>
/// <param name="Id">Line number given by the kit.</param>
/// <param name="Phrase">The phrase.</param>
/// <param name="Sentence">The sentence around it.</param>
/// <param name="Truth">What was said of it.</param>
public sealed record AnnotatedPhrase(string Id, string Phrase, string Sentence, ContextReading Truth)
{
    /// <summary>Says the line only.</summary>
    public override string ToString() => $"AnnotatedPhrase({Id})";
}
