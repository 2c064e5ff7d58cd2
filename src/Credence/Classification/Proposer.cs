using Credence.Incidents;
using Credence.Screening;

namespace Credence.Classification;

/// <summary>Makes proposals from readings.</summary>
internal static class Proposer
{
    // The manual's pages 37 and 38: sold, promoted, bought. Who is which, a person says.
    private static readonly OffenseCode[] ByRole = [new("40A"), new("40B"), new("40C")];

    internal static OffenseProposal Offense(IReadOnlyList<StatuteReading> readings)
    {
        var codes = readings.Where(reading => reading.Statute.Use == StatuteUse.Code).ToList();
        var supported = codes.FindAll(reading => reading.InReport == Support.Supported);
        if (supported.Count > 0)
        {
            return new OffenseProposal.Trafficking(CodesOf(supported), $"The evidence supports every element of {Names(supported)}.");
        }

        var open = codes.FindAll(reading => reading.InReport == Support.Unknown && IsRaised(reading, codes));
        if (open.Count > 0)
        {
            var missing = string.Join("; ", open.Select(reading => $"{reading.Statute.CitedAs} lacks: {Gaps(reading)}"));
            return new OffenseProposal.Review(CodesOf(open), $"What decides is unknown. {missing}.{(open.Exists(IsContradicted) ? $" {Contradicted}" : "")}");
        }

        var ruledOut = codes.FindAll(reading => reading.InReport == Support.NotSupported && IsRaised(reading, codes));
        return ruledOut.Exists(SellsSexOtherwise)
            ? new OffenseProposal.Other(ByRole, "Commercial sex, an adult, and every means answered with no. That answers change with trust is normal.")
            : ruledOut.Count > 0 ? new OffenseProposal.Other([], "An element is answered with no. That answers change with trust is normal.")
            : new OffenseProposal.Nothing(codes.Exists(reading => reading.SpeaksOfAnything)
                ? "What is known raises no trafficking by itself: that somebody works, or is threatened, does not say for which purpose and by which means."
                : "Nothing in the evidence speaks of an element.");
    }

    /// <summary>What is said where the evidence of the age contradicts itself.</summary>
    internal const string Contradicted =
        "The evidence says both that the person is under 18 and that she or he is not: ask again, kindly, and take nobody to be an adult until it is known.";

    private static bool IsContradicted(StatuteReading reading) =>
        reading.Element.WithParts().Any(part => part.RaisedBy.Any(item => item.IsContradicted));

    private static bool SellsSexOtherwise(StatuteReading reading) => reading.Statute.Type == ExploitationType.Sex
        && reading.Element.Parts.Any(part => part.Element.Facts.Contains(Fact.CommercialSex) && part.Support == Support.Supported);

    internal static VictimProposal Victim(IReadOnlyList<StatuteReading> readings, CaseEvidence evidence)
    {
        var met = readings.Where(reading => reading.Statute.Use == StatuteUse.Definition && reading.InReport == Support.Supported)
            .Select(reading => reading.Statute).ToList();
        return met.Count > 0
            ? new VictimProposal.Possible(met, $"The evidence supports every element of {string.Join(" and ", met.Select(statute => statute.CitedAs))}.")
            : readings.Any(reading => reading.Statute.Use == StatuteUse.Code && reading.InReport == Support.Supported)
            ? new VictimProposal.Possible([], "The evidence supports every element of the FBI's definition.")
            : evidence.Level >= Level.PossibleIndication
            ? new VictimProposal.Possible([], "The screening says that somebody in it should be screened.")
            : evidence.InstrumentConcern
            ? new VictimProposal.Possible([], "The answers to an instrument raise concern.")
            : new VictimProposal.None();
    }

    /// <summary>
    /// Something speaks of its purpose: of commercial sex, or of work beside a sign of means or servitude. That somebody
    /// works, or that somebody is threatened, raises no trafficking alone; and what half speaks of work beside commercial
    /// sex is the commercial sex.
    /// </summary>
    private static bool IsRaised(StatuteReading reading, IReadOnlyList<StatuteReading> codes) => reading.Statute.Type == ExploitationType.Sex
        ? reading.SpeaksOfFact(Fact.CommercialSex)
        : (reading.IsTouched || (reading.SpeaksOfFact(Fact.Labor) && !codes.Any(other => other.SpeaksOfFact(Fact.CommercialSex))))
            && (reading.SpeaksOfElement("means") || reading.SpeaksOfElement("purpose"));

    private static IReadOnlyList<OffenseCode> CodesOf(IEnumerable<StatuteReading> readings) =>
        [.. readings.Select(reading => new OffenseCode(reading.Statute.Code!)).OrderBy(code => code.Value, StringComparer.Ordinal)];

    private static string Names(IEnumerable<StatuteReading> readings) =>
        string.Join(" and ", readings.Select(reading => reading.Statute.CitedAs));

    private static string Gaps(StatuteReading reading) => string.Join(", and ", reading.Missing.Select(gap => gap.Element.Title));
}
