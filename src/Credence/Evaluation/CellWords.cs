using System.Globalization;

namespace Credence.Evaluation;

/// <summary>What a cell holds that should hold a count, without quoting it.</summary>
internal static class CellWords
{
    public static string Kind(string cell) => cell switch
    {
        "" => "nothing",
        ['-', ..] when double.TryParse(cell, CultureInfo.InvariantCulture, out _) => "a negative number",
        _ when cell.All(char.IsAsciiDigit) => "a larger number",
        _ => "something else",
    };
}
