using System.Globalization;

namespace Credence.Cli.Reports;

/// <summary>Numbers as the report writes them.</summary>
internal static class Figures
{
    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Rows(long number) => number == 1 ? "1 row" : $"{Of(number)} rows";

    /// <summary>A place in a drawing.</summary>
    public static string Place(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Percent(double number) => $"{Place(number)}%";
}
