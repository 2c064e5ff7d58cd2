using System.Globalization;

namespace Credence.Referrals;

/// <summary>Times in messages: UTC, to the second, in one form only, so that two writers write the same bytes.</summary>
internal static class MessageTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    internal static DateTimeOffset Second(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    internal static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    internal static DateTimeOffset? Find(string text) =>
        DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
