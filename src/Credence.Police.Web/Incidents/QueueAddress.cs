using System.Globalization;
using Credence.Police.Incidents;
using Credence.Screening;
using Microsoft.AspNetCore.WebUtilities;

namespace Credence.Police.Web.Incidents;

/// <summary>Filter and place of the queue as an address carries them: codes, days, level, score and row; no number of an incident, no word.</summary>
internal static class QueueAddress
{
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>The filter that an address names; what nobody could have chosen does not narrow.</summary>
    public static QueueFilter Filter(string? all, string? level, string? type, string? minor, string? from, string? to) => new()
    {
        MissedOnly = all is not "true",
        Level = Named<Level>(level),
        Type = Named<ExploitationType>(type),
        Minor = Named<MinorStatus>(minor),
        From = Day(from),
        To = Day(to),
    };

    /// <summary>The queue with this filter, after this place.</summary>
    public static string Of(QueueFilter filter, QueuePlace after) => QueryHelpers.AddQueryString("/incidents", new Dictionary<string, string?>
    {
        ["all"] = filter.MissedOnly ? null : "true",
        ["level"] = filter.Level?.ToString(),
        ["type"] = filter.Type?.ToString(),
        ["minor"] = filter.Minor?.ToString(),
        ["from"] = Of(filter.From),
        ["to"] = Of(filter.To),
        ["after"] = string.Create(CultureInfo.InvariantCulture, $"{(int)after.Level}_{after.Score:R}_{after.Row}"),
    }.Where(part => part.Value is not null));

    public static string? Of(DateOnly? day) => day?.ToString(DayForm, CultureInfo.InvariantCulture);

    /// <summary>The place, or null for the beginning; an address that somebody made up begins at the beginning.</summary>
    public static QueuePlace? Place(string? text)
    {
        var parts = (text ?? "").Split('_');
        return parts.Length == 3
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var level) && Enum.IsDefined((Level)level)
            && double.TryParse(parts[1], CultureInfo.InvariantCulture, out var score)
            && long.TryParse(parts[2], CultureInfo.InvariantCulture, out var row)
            ? new QueuePlace((Level)level, score, row)
            : null;
    }

    private static T? Named<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text![0]) ? value : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
