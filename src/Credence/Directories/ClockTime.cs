using System.Globalization;

namespace Credence.Directories;

/// <summary>A time of day as directories write it; the end of the day is 24:00.</summary>
/// <param name="Minutes">Minutes since midnight, 0 to 1440.</param>
/// <param name="Offset">What it is ahead of universal time, where the time itself says so.</param>
public readonly record struct ClockTime(int Minutes, TimeSpan? Offset)
{
    private static readonly string[] Forms = ["HH:mm", "HH:mm:ss", "H:mm", "h:mmtt", "h:mm tt", "htt", "h tt", "hh:mmtt", "hh:mm tt"];

    /// <summary>Reads 09:00, 09:00:00, 09:00Z, 09:00-05:00 and 9:00am; 24:00 is the end of the day.</summary>
    public static bool TryRead(string text, out ClockTime time)
    {
        time = default;
        var (clock, offset) = Split(text.Trim());
        if (clock is "24:00" or "24:00:00") time = new ClockTime(1440, offset);
        else if (clock is not null && TimeOnly.TryParseExact(clock, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var of)) time = new ClockTime((of.Hour * 60) + of.Minute, offset);
        else return false;
        return true;
    }

    // No text before the offset: it is none.
    private static (string? Clock, TimeSpan? Offset) Split(string text)
    {
        if (text.EndsWith('Z')) return (text[..^1], TimeSpan.Zero);
        var sign = text.LastIndexOfAny(['+', '-']);
        if (sign < 0) return (text, null);
        return TimeSpan.TryParseExact(text[(sign + 1)..], [@"hh\:mm", "hhmm", "hh"], CultureInfo.InvariantCulture, out var offset) && offset <= TimeSpan.FromHours(14)
            ? (text[..sign], text[sign] == '-' ? -offset : offset)
            : (null, null);
    }
}
