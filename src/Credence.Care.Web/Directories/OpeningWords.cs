using System.Globalization;
using Credence.Directories;
using Credence.Web;

namespace Credence.Care.Web.Directories;

/// <summary>When something is open, in plain words: on which days, from when to when, and how long that holds.</summary>
internal static class OpeningWords
{
    // A week begins on Monday, as hours are written on doors.
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string Of(Schedule schedule)
    {
        var days = schedule.Days is { } recurring ? Days(recurring) : schedule is { IsClosure: true, ValidFrom: not null } or { IsClosure: true, ValidTo: not null } ? null : "on days that the directory does not say in a form that can be read";
        string?[] parts = [schedule.IsClosure ? "closed" : null, days, Hours(schedule), Holds(schedule)];
        var words = string.Join(", ", parts.OfType<string>());
        return words.Length == 0 ? "not said" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string? Hours(Schedule schedule)
    {
        if (schedule is not { Opens: { } opens, Closes: { } closes }) return schedule.IsClosure ? null : "hours not said";
        var zone = (opens.Offset ?? schedule.Offset) is { } offset ? $" (UTC{(offset < TimeSpan.Zero ? "-" : "+")}{offset:hh\\:mm})" : "";
        if (opens.Minutes == 0 && closes.Minutes >= 23 * 60 + 59) return "day and night";
        return $"{Clock(opens)} to {Clock(closes)}{(closes.Minutes <= opens.Minutes ? " on the next day" : "")}{zone}";
    }

    private static string Clock(ClockTime time) => time.Minutes switch
    {
        0 or 1440 => "midnight",
        720 => "noon",
        var minutes => new TimeOnly(minutes / 60, minutes % 60).ToString(minutes % 60 == 0 ? "h tt" : "h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant(),
    };

    private static string? Holds(Schedule schedule) => (schedule.ValidFrom ?? schedule.Days?.Start, schedule.ValidTo ?? schedule.Days?.Until) switch
    {
        ({ } from, { } to) when from == to => $"on {Figures.Day(from)}",
        ({ } from, { } to) => $"from {Figures.Day(from)} to {Figures.Day(to)}",
        ({ } from, null) when schedule.Days?.Frequency is Frequency.Once => $"on {Figures.Day(from)}",
        ({ } from, null) => $"from {Figures.Day(from)} on",
        (null, { } to) => $"until {Figures.Day(to)}",
        _ => null,
    };

    private static string? Days(Recurrence days)
    {
        // What is said by weeks or days of the year no door says; it is told that there is more.
        if (days.ByYearDay.Count > 0 || days.ByWeekNumber.Count > 0) return "on some days of the year: ask which";
        var every = days.Interval == 1 ? null : days.Frequency switch
        {
            Frequency.Daily => $"every {days.Interval} days",
            Frequency.Weekly => $"every {days.Interval} weeks",
            Frequency.Monthly => $"every {days.Interval} months",
            _ => null,
        };
        string?[] said = [every, Named(days), days.ByMonthDay.Count > 0 ? $"on day {string.Join(", ", days.ByMonthDay.Select(day => day < 0 ? $"{-day} from the end" : day.ToString(CultureInfo.InvariantCulture)))} of the month" : null];
        var words = string.Join(", ", said.OfType<string>());
        return words.Length > 0 ? words : days.Frequency switch { Frequency.Daily => "every day", Frequency.Weekly => "one day of each week", Frequency.Monthly => "one day of each month", _ => null };
    }

    private static string? Named(Recurrence days)
    {
        if (days.ByDay.Count == 0) return null;
        if (days.ByDay.Any(day => day.Ordinal != 0))
            return $"{string.Join(", ", days.ByDay.Select(day => day.Ordinal == 0 ? $"each {day.Day}" : $"the {Ordinal(day.Ordinal)} {day.Day}"))} of the month";
        var open = Week.Where(day => days.ByDay.Any(one => one.Day == day)).ToList();
        if (open.Count == Week.Length) return "every day";
        var (first, last) = (Array.IndexOf(Week, open[0]), Array.IndexOf(Week, open[^1]));
        return open.Count > 2 && last - first == open.Count - 1 ? $"{open[0]} to {open[^1]}" : string.Join(", ", open);
    }

    private static string Ordinal(int ordinal) => ordinal switch
    {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        -1 => "last",
        _ => $"{Math.Abs(ordinal).ToString(CultureInfo.InvariantCulture)}th{(ordinal < 0 ? " from last" : "")}",
    };
}
