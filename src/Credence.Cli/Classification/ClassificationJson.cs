using Credence.Classification;
using Credence.Screening;

namespace Credence.Cli.Classification;

/// <summary>A classification for programs.</summary>
internal static class ClassificationJson
{
    public static object Of(ClassificationResult result) => new
    {
        Proposed = new
        {
            OffenseCodes = CodesOf(result.Offense),
            Offense = ClassificationWords.Of(result.Offense),
            OffenseBecause = result.Offense.Because,
            Victim = result.Victim is VictimProposal.Possible ? "possible" : "nothing",
            VictimBecause = ClassificationWords.Because(result.Victim),
            Determined = false,
        },
        Statutes = result.Statutes.Select(Of),
        result.Packs,
    };

    /// <summary>One statute.</summary>
    public static object Of(StatuteReading reading) => new
    {
        reading.Statute.Id,
        reading.Statute.CitedAs,
        reading.Statute.Title,
        reading.Statute.Law,
        Use = reading.Statute.Use.ToString().ToLowerInvariant(),
        Support = ClassificationWords.Of(reading.Support),
        InReport = ClassificationWords.Of(reading.InReport),
        reading.Statute.Citation,
        Element = Of(reading.Element),
        Missing = reading.Missing.Select(gap => new { gap.Element.Title, gap.Element.Ask }),
        reading.HintNotes,
        ForCounsel = reading.ForCounsel.Select(gap => gap.Element.Title),
    };

    private static IEnumerable<string> CodesOf(OffenseProposal proposal) => proposal switch
    {
        OffenseProposal.Trafficking { Codes: var codes } => codes.Select(code => code.Value),
        OffenseProposal.Review { Codes: var codes } => codes.Select(code => code.Value),
        OffenseProposal.Other { Codes: var codes } => codes.Select(code => code.Value),
        _ => [],
    };

    private static object Of(ElementReading reading) => new
    {
        reading.Element.Id,
        reading.Element.Title,
        Support = ClassificationWords.Of(reading.Support),
        ForCounsel = reading.Element.ForCounsel ? true : (bool?)null,
        SupportedBy = Items(reading.SupportedBy),
        Against = Items(reading.Against),
        RaisedBy = Items(reading.RaisedBy),
        Cites = ClassificationWords.Of(reading.Element.Citation),
        Parts = reading.Parts.Count == 0 ? null : reading.Parts.Select(Of),
    };

    private static IEnumerable<object>? Items(IReadOnlyList<EvidenceItem> items) => items.Count == 0 ? null : items.Select(item => new
    {
        item.Fact,
        Origin = item.Origin.ToString().ToLowerInvariant(),
        item.Reference,
        item.Says,
        item.Finding?.Start,
        item.Finding?.End,
        Type = item.Type == ExploitationType.Both ? "any" : item.Type.ToString().ToLowerInvariant(),
    });
}
