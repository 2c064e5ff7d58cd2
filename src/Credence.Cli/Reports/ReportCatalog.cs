using System.Text.Json;
using Credence.Screening;
using Microsoft.AspNetCore.Components;

namespace Credence.Cli.Reports;

/// <summary>What the script of the report needs in order to say what an incident's JSON only names.</summary>
internal static class ReportCatalog
{
    public static MarkupString ElementOf(ReportContent content) => new(
        $"<script type=\"application/json\" id=\"catalog\">{JsonSerializer.Serialize(Of(content), ReportRows.Json)}</script>");

    private static object Of(ReportContent content) => new
    {
        Indicators = new SortedDictionary<string, ReportSign>(content.Tally.Indicators, StringComparer.Ordinal),
        Signals = new SortedDictionary<string, ReportSignal>(content.Tally.Signals, StringComparer.Ordinal),
        Offenses = content.Tally.Offenses.Keys.Order(StringComparer.Ordinal)
            .Select(offense => (Shown: ShownText.Of(offense), Words: content.InWords(offense))).DistinctBy(offense => offense.Shown)
            .Where(offense => offense.Words != offense.Shown).ToDictionary(offense => offense.Shown, offense => offense.Words),
        Clauses = LevelRule.Clauses.ToDictionary(clause => clause.Id, clause => clause.Text),
        Levels = Words(ReportWords.Levels),
        Types = Words(ReportWords.Types),
        Minors = Words(ReportWords.Minors),
        Assertions = Words(ReportWords.Assertions),
        Strengths = Words(ReportWords.Strengths),
        Dimensions = Words(ReportWords.Dimensions),
    };

    private static Dictionary<string, string> Words(IEnumerable<Word> words) => words.ToDictionary(word => word.Spelled, word => word.Shown);
}
