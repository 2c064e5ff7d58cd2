using Credence.Classification;
using Credence.Packs;

namespace Credence.Cli.Classification;

/// <summary>How the words of a classification are spelled, for people and in JSON.</summary>
internal static class ClassificationWords
{
    public static string Of(Support support) => support switch
    {
        Support.Supported => "supported",
        Support.NotSupported => "not supported",
        _ => "unknown",
    };

    public static string Mark(Support support) => support switch
    {
        Support.Supported => "+",
        Support.NotSupported => "-",
        _ => "?",
    };

    public static string Of(OffenseProposal proposal) => proposal switch
    {
        OffenseProposal.Trafficking trafficking => $"{string.Join(" and ", trafficking.Codes)} is proposed",
        OffenseProposal.Review review => $"review: {string.Join(" or ", review.Codes)} is possible",
        OffenseProposal.Other => "another code; a person chooses",
        _ => "nothing is proposed",
    };

    public static string Of(VictimProposal proposal) =>
        proposal is VictimProposal.Possible ? "treat as a possible victim" : "nothing is proposed (which is not \"not a victim\")";

    public static string Because(VictimProposal proposal) => proposal is VictimProposal.Possible possible ? possible.Because : "";

    public static string Of(StatuteReading reading) => reading switch
    {
        { Support: Support.Supported } => "supported",
        { InReport: Support.Supported } => "supported, as far as a report can show it",
        { InReport: Support.NotSupported } => "not supported",
        _ => "unknown",
    };

    public static string Of(EvidenceItem item) => item.Origin switch
    {
        EvidenceOrigin.Finding => $"the words say that {item.Says} [{item.Reference}]",
        EvidenceOrigin.Answer => $"answer: {item.Says} [{item.Reference}]",
        _ => $"the record: {item.Says}",
    };

    /// <summary>The item with the words it stands on, where there are any, on one line and with nothing that a terminal obeys: for a person who reads the case, never for lists.</summary>
    public static string Of(EvidenceItem item, string? narrative) =>
        narrative is not null && item.Finding is { } finding && finding.End <= narrative.Length
            ? $"{Of(item)}: \"{ShownText.Of(narrative[finding.Start..finding.End]).ReplaceLineEndings(" ")}\""
            : Of(item);

    public static string Of(Citation citation) =>
        $"{citation.Title}{(citation.Pinpoint is { } place ? $", {place}" : "")}{(citation.Verified ? "" : " (to be verified)")}";
}
