using System.Globalization;
using System.Text.Json.Nodes;

namespace Credence.Directories;

/// <summary>Reads schedules. What cannot be read is unknown, never open and never closed.</summary>
internal static class ScheduleReading
{
    /// <summary>The schedules of an object of HSDS.</summary>
    internal static IReadOnlyList<Schedule> Of(JsonObject owner) => [.. owner.Objects("schedules").Select(Read)];

    private static Schedule Read(JsonObject row) => new()
    {
        ValidFrom = row.Date("valid_from"),
        ValidTo = row.Date("valid_to"),
        Days = DaysOf(row),
        Opens = Time(row, "opens_at"),
        Closes = Time(row, "closes_at"),
        Offset = row.Number("timezone") is { } hours && Math.Abs(hours) <= 14 ? TimeSpan.FromMinutes(Math.Round(hours * 60)) : null,
        IsClosure = row.Text("closed") is { } closed && closed.ToUpperInvariant() is "TRUE" or "YES" or "1" or "Y" || row["closed"]?.GetValueKind() == System.Text.Json.JsonValueKind.True,
    };

    private static ClockTime? Time(JsonObject row, string key) => row.Text(key) is { } text && ClockTime.TryRead(text, out var time) ? time : null;

    private static Recurrence? DaysOf(JsonObject row)
    {
        if (FrequencyOf(row) is not { } frequency) return null;
        if (Days(row.Text("byday")) is not { } byDay || Numbers(row.Text("bymonthday")) is not { } byMonthDay) return null;
        if (Numbers(row.Text("byyearday")) is not { } byYearDay || Numbers(row.Text("byweekno")) is not { } byWeek) return null;
        // A bound that cannot be read is no bound that is not there.
        if (((string[])["dtstart", "until"]).Any(key => row.Text(key) is not null && row.Date(key) is null) || !IsCount(row, "interval") || !IsCount(row, "count")) return null;
        return new Recurrence
        {
            Frequency = frequency,
            Interval = (int)(row.Number("interval") ?? 1),
            Start = row.Date("dtstart"),
            Until = row.Date("until"),
            Count = (int?)row.Number("count"),
            ByDay = byDay,
            ByMonthDay = byMonthDay,
            ByYearDay = byYearDay,
            ByWeekNumber = byWeek,
            WeekStart = row.Text("wkst") is { } week && Weekdays.Find(week) is { } start ? start : DayOfWeek.Monday,
        };
    }

    // Days of the week without a frequency are of every week; a start alone is that day.
    private static Frequency? FrequencyOf(JsonObject row) => row.Text("freq")?.ToUpperInvariant() switch
    {
        "DAILY" => Frequency.Daily,
        "WEEKLY" => Frequency.Weekly,
        "MONTHLY" => Frequency.Monthly,
        null => row.Text("byday") is not null ? Frequency.Weekly : row.Text("bymonthday") is not null ? Frequency.Monthly : row.Date("dtstart") is not null ? Frequency.Once : null,
        _ => null,
    };

    private static bool IsCount(JsonObject row, string key) => row.Text(key) is null || row.Number(key) is >= 1 and <= 100_000;

    private static IReadOnlyList<RecurringDay>? Days(string? text)
    {
        var days = new List<RecurringDay>();
        foreach (var word in Parts(text))
        {
            var letters = word.TrimStart('+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            var ordinal = word[..^letters.Length];
            var number = 0;
            if (letters.Length == 0 || Weekdays.Find(letters) is not { } day || (ordinal.Length > 0 && !int.TryParse(ordinal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))) return null;
            days.Add(new RecurringDay(day, number));
        }

        return days;
    }

    private static IReadOnlyList<int>? Numbers(string? text)
    {
        var numbers = new List<int>();
        foreach (var word in Parts(text))
        {
            if (!int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number is 0 or > 366 or < -366) return null;
            numbers.Add(number);
        }

        return numbers;
    }

    private static string[] Parts(string? text) => text?.Split([',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
