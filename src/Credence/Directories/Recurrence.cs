namespace Credence.Directories;

/// <summary>How often days recur.</summary>
public enum Frequency
{
    /// <summary>One day.</summary>
    Once,

    /// <summary>Every day, or every so many.</summary>
    Daily,

    /// <summary>By weeks.</summary>
    Weekly,

    /// <summary>By months.</summary>
    Monthly,
}

/// <summary>A day of the week, of a month perhaps the first (1) or the last (-1) such.</summary>
/// <param name="Day">The day.</param>
/// <param name="Ordinal">Which in the month; 0 for each.</param>
public readonly record struct RecurringDay(DayOfWeek Day, int Ordinal);

/// <summary>
/// Days that recur, with the parts of RFC 5545 that HSDS has: freq, interval, byday, bymonthday, byyearday, byweekno, wkst, dtstart, until
/// and count. BYDAY and its kin are read as RFC 5545, 3.3.10 has them: what a rule does not expand, they limit.
/// </summary>
public sealed record Recurrence
{
    // A count is followed day by day; what began longer ago has ended or has no end worth finding.
    private const int LongestCount = 366 * 30;

    /// <summary>How often.</summary>
    public required Frequency Frequency { get; init; }

    /// <summary>Every so many; 1 for each.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>The first day that may be one of them; needed to count and to skip.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The last day that may be one of them, or null.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How many there are from the start on, or null.</summary>
    public int? Count { get; init; }

    /// <summary>Days of the week; empty for any.</summary>
    public IReadOnlyList<RecurringDay> ByDay { get; init; } = [];

    /// <summary>Days of the month, from its end where negative; empty for any.</summary>
    public IReadOnlyList<int> ByMonthDay { get; init; } = [];

    /// <summary>Days of the year, from its end where negative; empty for any.</summary>
    public IReadOnlyList<int> ByYearDay { get; init; } = [];

    /// <summary>Weeks of the year by ISO 8601, from its end where negative; empty for any.</summary>
    public IReadOnlyList<int> ByWeekNumber { get; init; } = [];

    /// <summary>The day on which a week begins.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>Whether a day is one of them; null if that hangs on a start that is not said.</summary>
    public bool? Has(DateOnly day)
    {
        if (day < Start || day > Until) return false;
        if (Start is null && (Interval > 1 || Count is not null || NeedsStart)) return Fits(day) ? null : false;
        if (!Fits(day) || !IsInTurn(day)) return false;
        return Count is not { } count || (day.DayNumber - Start!.Value.DayNumber <= LongestCount && Before(day) < count);
    }

    // The start says which day, where nothing else does. Of weeks by their number RFC 5545 says nothing but with years; they are whole weeks here, as elsewhere.
    private bool NeedsStart => Frequency is Frequency.Once
        || (Frequency is Frequency.Weekly or Frequency.Monthly && ByDay.Count == 0 && ByMonthDay.Count == 0 && ByYearDay.Count == 0 && ByWeekNumber.Count == 0);

    private int Before(DateOnly day)
    {
        var count = 0;
        for (var one = Start!.Value; one < day; one = one.AddDays(1))
            if (Fits(one) && IsInTurn(one)) count++;
        return count;
    }

    private bool IsInTurn(DateOnly day)
    {
        if (Start is not { } start) return true;
        return Frequency switch
        {
            Frequency.Once => day == start,
            Frequency.Daily => (day.DayNumber - start.DayNumber) % Interval == 0,
            Frequency.Weekly => (Week(day) - Week(start)) % Interval == 0 && (!NeedsStart || day.DayOfWeek == start.DayOfWeek),
            _ => (Month(day) - Month(start)) % Interval == 0 && (!NeedsStart || day.Day == start.Day),
        };
    }

    private bool Fits(DateOnly day) =>
        (ByDay.Count == 0 || ByDay.Any(one => one.Day == day.DayOfWeek && (one.Ordinal == 0 || Frequency != Frequency.Monthly || IsOrdinal(day, one.Ordinal))))
        && (ByMonthDay.Count == 0 || Names(ByMonthDay, day.Day, DateTime.DaysInMonth(day.Year, day.Month)))
        && (ByYearDay.Count == 0 || Names(ByYearDay, day.DayOfYear, DateTime.IsLeapYear(day.Year) ? 366 : 365))
        && (ByWeekNumber.Count == 0 || IsInWeek(day));

    private static bool IsOrdinal(DateOnly day, int ordinal) => ordinal > 0
        ? ((day.Day - 1) / 7) + 1 == ordinal
        : ((DateTime.DaysInMonth(day.Year, day.Month) - day.Day) / 7) + 1 == -ordinal;

    private bool IsInWeek(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return Names(ByWeekNumber, System.Globalization.ISOWeek.GetWeekOfYear(date), System.Globalization.ISOWeek.GetWeeksInYear(System.Globalization.ISOWeek.GetYear(date)));
    }

    private static bool Names(IReadOnlyList<int> numbers, int number, int last) => numbers.Contains(number) || numbers.Contains(number - last - 1);

    // 1 January of the year 1 was a Monday.
    private int Week(DateOnly day) => (day.DayNumber + 7 - (((int)WeekStart + 6) % 7)) / 7;

    private static int Month(DateOnly day) => (day.Year * 12) + day.Month;
}
