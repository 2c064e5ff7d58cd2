using System.Globalization;
using System.Runtime.CompilerServices;
using Credence.Cli.Screening;
using Credence.Screening;

namespace Credence.Cli.Reports;

/// <summary>An indicator as the report explains it.</summary>
/// <param name="Id">Its id, shared by packs of several languages.</param>
/// <param name="Title">What the words say, after "somebody".</param>
/// <param name="Strength">As files spell it.</param>
/// <param name="Dimension">As files spell it.</param>
/// <param name="Source">Title and place of what it rests on.</param>
public sealed record ReportSign(string Id, string Title, string Strength, string Dimension, string Source)
{
    private static readonly ConditionalWeakTable<Indicator, string> Keys = [];

    /// <summary>The id and a fingerprint: packs of two languages may say and cite one sign differently.</summary>
    internal static string KeyOf(Indicator indicator) => Keys.GetValue(indicator, MakeKey);

    internal static ReportSign Of(Indicator indicator) => new(
        indicator.Id, indicator.Title, Spelling.Of(indicator.Strength), Spelling.Of(indicator.Dimension), SourceOf(indicator));

    private static string MakeKey(Indicator indicator) => string.Create(
        CultureInfo.InvariantCulture, $"{indicator.Id}~{Fingerprint.Of($"{indicator.Title}\n{SourceOf(indicator)}") & 0xFFFFFF:x6}");

    private static string SourceOf(Indicator indicator)
    {
        var citation = indicator.Citation;
        var place = citation.Pinpoint is null ? "" : $", {citation.Pinpoint}";
        return $"{citation.Title}{place}{(citation.Verified ? "" : " (to be verified)")}";
    }
}

/// <summary>A signal in the codes as the report explains it.</summary>
/// <param name="Title">What the codes say.</param>
/// <param name="Rule">The rule it rests on, with its source.</param>
/// <param name="Level">What it supports alone, as files spell it.</param>
public sealed record ReportSignal(string Title, string Rule, string Level);
