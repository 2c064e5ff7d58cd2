using System.Globalization;

namespace Credence.Incidents.Nibrs;

/// <summary>Tells what a line of the flat file is, and what is wrong with its form.</summary>
internal static class NibrsLineForm
{
    private const byte Blank = (byte)' ';
    private const int HeaderLength = 37;

    private static readonly byte[] Actions = "IADMW"u8.ToArray();

    /// <summary>The segment of a line, or null if it is none; the problems tell why. An empty line is neither.</summary>
    public static NibrsSegment? Read(NibrsEdition edition, byte[] line, long number, List<NibrsLineProblem> problems)
    {
        if (line.AsSpan().IndexOfAnyExcept(Blank) < 0) return null;
        if (line.AsSpan().IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) is var odd and >= 0)
            problems.Add(new(NibrsLineFault.NotText, odd + 1, "a byte that is no printable ASCII character", "printable ASCII"));
        var layout = line.Length >= 5 ? edition.Layout(line[4] - '0') : null;
        if (layout is null)
        {
            problems.Add(new(NibrsLineFault.Level, 5, "no segment level", "0 to 7"));
            return null;
        }

        if (Fitted(layout, line, problems) is not { } bytes) return null;
        if (!Actions.AsSpan().Contains(bytes[5]))
            problems.Add(new(NibrsLineFault.Action, 6, "no segment action type", "I, A, D, M or W"));
        if (layout.TextInUnusedPositions(bytes) is var unused and > 0)
            problems.Add(new(NibrsLineFault.Unused, unused, "something in positions that are not used", "blanks"));
        return new NibrsSegment(layout, bytes, number, Submission(bytes));
    }

    // Many programs cut the blanks at the end of a line, and some fill every line up.
    private static byte[]? Fitted(NibrsLayout layout, byte[] line, List<NibrsLineProblem> problems)
    {
        var said = Number(line.AsSpan(0, Math.Min(4, line.Length)));
        if (said == line.Length && layout.Lengths.Contains(said)) return line;
        if (!layout.Lengths.Contains(said))
        {
            problems.Add(new(NibrsLineFault.Length, 1, "no length of a segment of this level", Any(layout.Lengths)));
            return layout.Lengths.Contains(line.Length) ? line : null;
        }

        var found = string.Create(CultureInfo.InvariantCulture, $"a line of {line.Length} characters");
        var expected = string.Create(CultureInfo.InvariantCulture, $"{said}, as its first four say");
        problems.Add(new(NibrsLineFault.Length, Math.Min(line.Length, said) + 1, found, expected));
        if (line.Length > said) return line.AsSpan(said).IndexOfAnyExcept(Blank) < 0 ? line[..said] : null;
        return line.Length >= HeaderLength ? Filled(line, said) : null;
    }

    private static byte[] Filled(byte[] line, int length)
    {
        var filled = new byte[length];
        filled.AsSpan().Fill(Blank);
        line.CopyTo(filled, 0);
        return filled;
    }

    private static int Submission(ReadOnlySpan<byte> bytes)
    {
        var (month, year) = (Number(bytes.Slice(6, 2)), Number(bytes.Slice(8, 4)));
        return month is >= 1 and <= 12 && year is >= 1900 and <= 2199 ? year * 100 + month : 0;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = digits.Length == 0 ? -1 : 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return -1;
            number = number * 10 + (digit - '0');
        }

        return number;
    }

    private static string Any(IReadOnlyList<int> lengths) =>
        string.Join(" or ", lengths.Select(length => length.ToString("0000", CultureInfo.InvariantCulture)));
}
