using System.Buffers;
using System.Globalization;
using System.Text;

namespace Credence.Cli.Screening;

/// <summary>Writes a line of CSV that a spreadsheet can open without running anything in it.</summary>
internal static class CsvLine
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\",");

    /// <summary>Cells with commas between them and a line end behind them.</summary>
    public static void Write(IBufferWriter<byte> output, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) output.Write(","u8);
            WriteCell(output, cells[i]);
        }

        output.Write("\n"u8);
    }

    /// <summary>A whole number as a cell.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    // A cell that begins with one of these is a formula to a spreadsheet (OWASP, CSV injection); the apostrophe makes it text.
    private static void WriteCell(IBufferWriter<byte> output, string cell)
    {
        var text = OneLine(cell);
        if (IsFormula(text)) text = "'" + text;
        if (text.AsSpan().ContainsAny(NeedQuotes)) text = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        Encoding.UTF8.GetBytes(text, output);
    }

    /// <summary>A cell as it was before it was written: without the apostrophe.</summary>
    public static string Unguarded(string cell) => cell is ['\'', ..] && IsFormula(cell.AsSpan(1)) ? cell[1..] : cell;

    private static bool IsFormula(ReadOnlySpan<char> text) => text is ['=' or '+' or '-' or '@', ..];

    /// <summary>The text with control characters as spaces, so that a line of the file is a row.</summary>
    public static string OneLine(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\x1F') < 0
        ? text
        : string.Create(text.Length, text, (line, from) =>
        {
            for (var i = 0; i < line.Length; i++) line[i] = char.IsControl(from[i]) ? ' ' : from[i];
        }).TrimStart();
}
