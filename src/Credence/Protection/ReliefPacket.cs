using Credence.Classification;
using Credence.Incidents;
using Credence.Screening;
using Credence.Screening.Instruments;

namespace Credence.Protection;

/// <summary>What an arrest that was already made is to be followed by.</summary>
public enum ReliefKind
{
    /// <summary>The person is in custody, or cited: release.</summary>
    Release,

    /// <summary>The person was charged or convicted: vacatur, dismissal or sealing, by the person's own counsel.</summary>
    Vacatur,
}

/// <summary>
/// What counsel needs where a possible victim was arrested before anybody screened: facts, findings in their own words,
/// elements and citations. No conclusions: those are counsel's and the court's.
/// </summary>
public sealed record ReliefPacket
{
    /// <summary>What it is for.</summary>
    public required ReliefKind Kind { get; init; }

    /// <summary>The review of the charges.</summary>
    public required ArrestReview Review { get; init; }

    /// <summary>The records: numbers, dates, codes, parts and ages. No names are in them.</summary>
    public required IReadOnlyList<Incident> Records { get; init; }

    /// <summary>What was found, with the sentence it stands in.</summary>
    public required IReadOnlyList<QuotedFinding> Findings { get; init; }

    /// <summary>What was answered or observed.</summary>
    public required IReadOnlyList<FactAnswer> Answers { get; init; }

    /// <summary>Definitions and codes of which something speaks, element by element.</summary>
    public required IReadOnlyList<StatuteReading> Statutes { get; init; }

    /// <summary>True if there is something to tell counsel: a finding, or a fact that an answer or the record supports.</summary>
    public bool TellsSomething => Findings.Count > 0 || Review.IsPossibleVictim
        || Review.Classification.Evidence.Any(item => item.Standing == Standing.Supports);

    /// <summary>What follows under the policy.</summary>
    public IReadOnlyList<string> Steps => Kind == ReliefKind.Release ? Review.Policy.Release : Review.Policy.Vacatur;

    /// <summary>A packet from a review, the records and what was screened in them.</summary>
    public static ReliefPacket Of(
        ReliefKind kind, ArrestReview review, IReadOnlyList<(Incident Incident, ScreeningResult Result)> screened, IReadOnlyList<FactAnswer> answers) => new()
        {
            Kind = kind,
            Review = review,
            Records = [.. screened.Select(one => one.Incident)],
            Findings = [.. screened.SelectMany(one => one.Result.Findings.Select(finding => QuotedFinding.Of(one.Incident, finding)))],
            Answers = answers,
            // The code first, then the law of the place, then treaties.
            Statutes = [.. review.Classification.Statutes.Where(reading => reading is { IsTouched: true, Statute.Use: StatuteUse.Definition or StatuteUse.Code })
                .OrderBy(reading => reading.Statute.Law switch { "nibrs" => 0, "un" => 2, _ => 1 })],
        };
}

/// <summary>A finding with the sentence it stands in, as written.</summary>
/// <param name="Number">The incident it was found in.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Sentence">The sentence: somebody's story, which does not print itself.</param>
public sealed record QuotedFinding(IncidentNumber Number, Finding Finding, string Sentence)
{
    internal static QuotedFinding Of(Incident incident, Finding finding) =>
        new(incident.Number, finding, incident.Narrative.Text[finding.SentenceStart..finding.SentenceEnd].Trim());

    /// <summary>Says the indicator, never the sentence.</summary>
    public override string ToString() => $"QuotedFinding({Finding.Indicator.Id})";
}
