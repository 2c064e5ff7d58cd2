using System.Globalization;
using Credence.Evaluation.Measures;
using Credence.Police.Measures;
using Microsoft.AspNetCore.WebUtilities;

namespace Credence.Police.Web.Measures;

/// <summary>Filter and figure as an address carries them: units, months, groups and answers of closed lists; no number of an incident.</summary>
internal static class MeasureAddress
{
    private const string MonthForm = "yyyy-MM";

    /// <summary>The filter that an address names; what nobody could have chosen does not narrow.</summary>
    public static MeasureFilter Filter(string? unit, string? from, string? to) => new(Named<IdentifyingUnit>(unit), Month(from), Month(to));

    /// <summary>The figure that an address names, or null: a measure of the record, one of its groups and answers.</summary>
    public static MeasureFigure? Figure(string measure, string? by, string? group, string? answer) =>
        MeasureDesk.Measures.FirstOrDefault(one => one.Id == measure) is { } found && (Named<Breakdown>(by) ?? Breakdown.None) is var breakdown
        && (breakdown == Breakdown.None || found.By.Contains(breakdown)) && answer is not null && found.Answers.Contains(answer)
            ? new MeasureFigure(found, breakdown, breakdown == Breakdown.None ? MeasureWords.All : group ?? "", answer)
            : null;

    public static string Of(MeasureFilter filter, MeasureFigure figure, long? after = null) => QueryHelpers.AddQueryString($"/measures/{figure.Measure.Id}", new Dictionary<string, string?>
    {
        ["answer"] = figure.Answer,
        ["by"] = figure.By == Breakdown.None ? null : figure.By.ToString(),
        ["group"] = figure.By == Breakdown.None ? null : figure.Group,
        ["unit"] = filter.Unit?.ToString(),
        ["from"] = Of(filter.From),
        ["to"] = Of(filter.To),
        ["after"] = after?.ToString(CultureInfo.InvariantCulture),
    }.Where(part => part.Value is not null));

    public static string? Of(DateOnly? month) => month?.ToString(MonthForm, CultureInfo.InvariantCulture);

    private static T? Named<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text![0]) ? value : null;

    private static DateOnly? Month(string? text) => DateOnly.TryParseExact(text, MonthForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}
