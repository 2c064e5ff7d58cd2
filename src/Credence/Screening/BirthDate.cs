using System.Globalization;

namespace Credence.Screening;

/// <summary>Ages from one to another, both included, as a pack writes them: 8-17.</summary>
internal readonly record struct AgeSpan(int Least, int Most)
{
    /// <summary>Reads what the schema has let through; null if a pack says nothing.</summary>
    internal static AgeSpan? Of(string? text)
    {
        var ends = text?.Split('-');
        return ends is null ? null : new(int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[1], CultureInfo.InvariantCulture));
    }

    /// <summary>True if a date or year of birth in these words makes somebody so old on a day; an unknown day makes nobody anything.</summary>
    internal bool Holds(ReadOnlySpan<char> words, DateOnly? day) =>
        day is { } known && BirthDate.AgeIn(words, known) is { } age && age >= Least && age <= Most;
}

/// <summary>A date or a year of birth in the words of a report: DOB 03/04/2010, DOB 3-4-10, 2010-03-04, born 2010.</summary>
internal static class BirthDate
{
    private const int OldestYear = 1900;

    /// <summary>
    /// Full years on a day, from the numbers behind the last letter. A year alone makes the person as old as he or she
    /// can be, so that nobody is taken for a child who may be none. Null if the numbers are no date before the day.
    /// </summary>
    internal static int? AgeIn(ReadOnlySpan<char> words, DateOnly day)
    {
        Span<int> numbers = stackalloc int[3];
        var count = NumbersBehindLetters(words, numbers);
        return count switch
        {
            3 => AgeOf(DateOf(numbers, day), day),
            > 0 when numbers[count - 1] >= OldestYear && numbers[count - 1] <= day.Year => day.Year - numbers[count - 1],
            _ => null,
        };
    }

    private static int? AgeOf(DateOnly? born, DateOnly day) =>
        born is not { } date || date > day ? null
        : day.Year - date.Year - (date > day.AddYears(date.Year - day.Year) ? 1 : 0);

    /// <summary>Month, day and year as in the United States, or year, month and day.</summary>
    private static DateOnly? DateOf(ReadOnlySpan<int> numbers, DateOnly day)
    {
        var (year, month, dayOfMonth) = numbers[0] >= OldestYear
            ? (numbers[0], numbers[1], numbers[2])
            : (YearOf(numbers[2], day), numbers[0], numbers[1]);
        return year is >= OldestYear and <= 9999 && month is >= 1 and <= 12 && dayOfMonth >= 1 && dayOfMonth <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, dayOfMonth)
            : null;
    }

    /// <summary>A year of two digits is the last such year that is not ahead.</summary>
    private static int YearOf(int written, DateOnly day)
    {
        const int Century = 100;
        return written >= Century ? written
            : day.Year / Century * Century + written is var thisCentury && thisCentury <= day.Year ? thisCentury : thisCentury - Century;
    }

    /// <summary>Up to three numbers after the last letter; more, or a longer number than a year, are none.</summary>
    private static int NumbersBehindLetters(ReadOnlySpan<char> words, Span<int> numbers)
    {
        const int LongestYear = 4;
        var (count, length) = (0, 0);
        foreach (var sign in words)
        {
            if (char.IsLetter(sign))
            {
                (count, length) = (0, 0);
            }
            else if (!char.IsAsciiDigit(sign))
            {
                length = 0;
            }
            else if (length == LongestYear || (length == 0 && count == numbers.Length))
            {
                return 0;
            }
            else
            {
                count += length == 0 ? 1 : 0;
                numbers[count - 1] = (length == 0 ? 0 : numbers[count - 1] * 10) + (sign - '0');
                length++;
            }
        }

        return count;
    }
}
