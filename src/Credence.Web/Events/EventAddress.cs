using System.Globalization;
using Credence.Record.Access;
using Credence.Record.Events;
using Microsoft.AspNetCore.WebUtilities;

namespace Credence.Web.Events;

/// <summary>The filter of the log as an address carries it: codes, ids and days.</summary>
internal static class EventAddress
{
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>The filter that an address names; what is no word of the log, no id and no day does not narrow.</summary>
    public static EventFilter Filter(IReadOnlyList<string> words, string? kind, string? account, string? about, string? from, string? to) => new()
    {
        Kind = words.FirstOrDefault(word => word == kind),
        Account = Guid.TryParse(account, out var id) ? new AccountId(id) : null,
        About = Guid.TryParse(about, out var subject) ? subject : null,
        From = Day(from),
        To = Day(to),
    };

    /// <summary>The log with this filter, before this place if there is one.</summary>
    public static string Of(EventFilter filter, long? before = null) => QueryHelpers.AddQueryString("/events", new Dictionary<string, string?>
    {
        ["kind"] = filter.Kind,
        ["account"] = filter.Account?.Value.ToString(),
        ["about"] = filter.About?.ToString(),
        ["from"] = Of(filter.From),
        ["to"] = Of(filter.To),
        ["before"] = before?.ToString(CultureInfo.InvariantCulture),
    }.Where(part => part.Value is not null));

    public static string? Of(DateOnly? day) => day?.ToString(DayForm, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
