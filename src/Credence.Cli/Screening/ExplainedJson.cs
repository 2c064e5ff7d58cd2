using System.Text.Encodings.Web;
using System.Text.Json;
using Credence.Screening;

namespace Credence.Cli.Screening;

/// <summary>An explanation for programs: the result with the words each finding stands on.</summary>
internal static class ExplainedJson
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(string narrative, ScreeningResult result) => JsonSerializer.Serialize(
        new
        {
            level = Spelling.Of(result.Level),
            type = Spelling.Of(result.Type),
            minor = Spelling.Of(result.Minor),
            score = result.Score,
            reason = result.Reason,
            clause = LevelRule.Clauses.Where(clause => clause.Id == result.Clause).Select(clause => new { id = clause.Id, text = clause.Text }).FirstOrDefault(),
            findings = result.Findings.Select(finding => new
            {
                indicator = finding.Indicator.Id,
                title = finding.Indicator.Title,
                start = finding.Start,
                end = finding.End,
                words = narrative[finding.Start..finding.End],
                assertion = Spelling.Of(finding.Assertion),
                dimension = Spelling.Of(finding.Indicator.Dimension),
                strength = Spelling.Of(finding.Indicator.Strength),
                source = finding.Indicator.Citation.Title,
                pinpoint = finding.Indicator.Citation.Pinpoint,
                verified = finding.Indicator.Citation.Verified,
            }),
            dimensions = DimensionResult.From(result.Findings).Select(dimension => new
            {
                dimension = Spelling.Of(dimension.Dimension),
                positive = dimension.IsPositive,
            }),
            signals = result.Signals.Select(signal => new { id = signal.Id, title = signal.Title, rule = signal.Rule }),
            packs = result.Packs,
        },
        Readable);
}
