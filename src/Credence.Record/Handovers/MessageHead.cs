using System.Globalization;
using System.Text.RegularExpressions;

namespace Credence.Record.Handovers;

/// <summary>What kind of thing a message holds, for the desk that reads it: a word and a version, such as handover 1.</summary>
public readonly partial record struct ContentWord
{
    /// <summary>What desks send each other: one word for handovers, notes and withdrawals, so that whoever carries an envelope does not see that somebody took a consent back.</summary>
    public static readonly ContentWord Handover = Of("handover", 1);

    private ContentWord(string word, int version) => (Word, Version) = (word, version);

    public string Word { get; }

    public int Version { get; }

    public static ContentWord Of(string word, int version) =>
        TryRead($"{word} {version}", out var content) ? content : throw new ArgumentException("Found no word and version, expected such as handover 1.", nameof(word));

    public static bool TryRead(string text, out ContentWord content)
    {
        content = default;
        if (!Form().IsMatch(text)) return false;
        var parts = text.Split(' ');
        content = new ContentWord(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
        return true;
    }

    public override string ToString() => $"{Word} {Version}";

    [GeneratedRegex(@"\A[a-z]{1,20}(-[a-z]{1,20})? [1-9][0-9]{0,3}\z")]
    private static partial Regex Form();
}

/// <summary>The outside of a message: what everybody who carries it can read.</summary>
/// <param name="From">The short name of the sender.</param>
/// <param name="To">The short name of the recipient.</param>
/// <param name="Id">The message; made of chance alone.</param>
/// <param name="Content">What kind of thing is inside.</param>
/// <param name="Made">When it was written, to the second.</param>
/// <param name="Expires">From when on nobody takes it.</param>
public sealed record MessageHead(HostName From, HostName To, Guid Id, ContentWord Content, DateTimeOffset Made, DateTimeOffset Expires)
{
    /// <summary>How long a message may be under way: a recipient need not remember longer what it has taken.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>How far two clocks may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
}

internal static class WireText
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Second(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);

    public static bool TryReadTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    public static bool TryReadId(string text, out Guid id) => Guid.TryParseExact(text, "D", out id) && id.ToString() == text && id.Version == 4;

    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
