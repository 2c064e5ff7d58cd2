namespace Credence.Incidents.Nibrs;

/// <summary>How the values of a segment are to be understood.</summary>
internal static class NibrsValue
{
    private const byte Blank = (byte)' ';

    public static bool IsBlank(ReadOnlySpan<byte> value) => value.IndexOfAnyExcept(Blank) < 0;

    public static bool IsSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => one.TrimEnd(Blank).SequenceEqual(other.TrimEnd(Blank));

    public static bool IsDigits(ReadOnlySpan<byte> value) =>
        value.Length > 0 && value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    /// <summary>The whole number of digits; blanks around them are zeros, as a drug quantity may be written. Null for none.</summary>
    public static long? Number(ReadOnlySpan<byte> value)
    {
        if (IsBlank(value) || value.Length > 18) return null;
        var (number, isInside) = (0L, false);
        for (var i = 0; i < value.Length; i++)
        {
            var isDigit = value[i] is >= (byte)'0' and <= (byte)'9';
            if (!isDigit && (value[i] != Blank || (isInside && !IsBlank(value[i..])))) return null;
            isInside |= isDigit;
            number = number * 10 + (isDigit ? value[i] - '0' : 0);
        }

        return number;
    }

    /// <summary>True if it is a day of the calendar as yyyymmdd, in the century of this one or the last.</summary>
    public static bool IsDate(ReadOnlySpan<byte> value)
    {
        if (value.Length != 8 || !IsDigits(value)) return false;
        var (year, month, day) = ((int)Number(value[..4])!, (int)Number(value[4..6])!, (int)Number(value[6..])!);
        return year is >= 1900 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    public static DateOnly? Date(ReadOnlySpan<byte> value)
    {
        if (!IsDate(value)) return null;
        var number = (int)Number(value)!;
        return new DateOnly(number / 10000, number / 100 % 100, number % 100);
    }

    /// <summary>True if something stands in the last two of four positions: a range of ages is meant.</summary>
    public static bool IsRange(ReadOnlySpan<byte> age) => age.Length == 4 && !IsBlank(age[2..]);

    /// <summary>True if an age is two digits and nothing else.</summary>
    public static bool IsExactAge(ReadOnlySpan<byte> age) => age.Length == 4 && IsDigits(age[..2]) && IsBlank(age[2..]);

    /// <summary>
    /// The age in years, 0 for under a year (NN, NB, BB); of a range the average without its fraction, as the FBI keeps it
    /// (data element 26, page 85). Null if it is unknown (00) or no age.
    /// </summary>
    public static int? Years(ReadOnlySpan<byte> age)
    {
        if (age.Length != 4) return null;
        if (IsBlank(age[2..]) && age[0] is (byte)'N' or (byte)'B' && (age[..2].SequenceEqual("NN"u8) || age[..2].SequenceEqual("NB"u8) || age[..2].SequenceEqual("BB"u8)))
            return 0;
        return Low(age) is { } low and > 0 && High(age) is { } high ? (low + high) / 2 : null;
    }

    /// <summary>The first age of a range, or the exact age.</summary>
    public static int? Low(ReadOnlySpan<byte> age) => IsExactAge(age) || (age.Length == 4 && IsDigits(age)) ? (int)Number(age[..2])! : null;

    /// <summary>The second age of a range, or the exact age.</summary>
    public static int? High(ReadOnlySpan<byte> age) => IsExactAge(age) ? Low(age) : age.Length == 4 && IsDigits(age) ? (int)Number(age[2..])! : null;

    public static bool HasInnerBlank(ReadOnlySpan<byte> value) => value.Trim(Blank).Contains(Blank);

    public static bool HasOddCharacters(ReadOnlySpan<byte> value)
    {
        foreach (var b in value)
            if (b is not (Blank or (byte)'-' or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9'))) return true;
        return false;
    }

    /// <summary>True if it has the form of an ORI: nine capital letters and digits, the first two the letters of a state.</summary>
    public static bool IsOri(ReadOnlySpan<byte> ori) =>
        ori.Length == 9 && !ori.ContainsAny((byte)' ', (byte)'-') && !HasOddCharacters(ori)
        && ori[0] is >= (byte)'A' and <= (byte)'Z' && ori[1] is >= (byte)'A' and <= (byte)'Z';

    /// <summary>True if an ORI is of an agency in a county: after the state, its number in digits.</summary>
    public static bool IsOfCounty(ReadOnlySpan<byte> ori) => ori.Length == 9 && IsDigits(ori[2..5]);
}
