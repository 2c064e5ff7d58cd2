using System.Globalization;
using System.Net;
using System.Text;
using Credence.Statistics;

namespace Credence.Cli.Studies;

/// <summary>Shares with their intervals as a drawing that prints: a line for each, in the order given.</summary>
internal static class IntervalPlot
{
    // As wide as a phone can show with letters that can be read there; no wider on a screen.
    private const int Width = 480;
    private const int MostLeft = 240;
    private const int LetterWidth = 7;
    private const int RowHeight = 22;

    /// <summary>The drawing, or nothing if no row has an interval. A row without one says why in words: it is missing from no drawing.</summary>
    public static string? Of(string title, IReadOnlyList<(string Label, Estimate? Share, string Else)> rows)
    {
        var drawn = rows.Where(row => IsDrawn(row.Share)).ToList();
        if (drawn.Count == 0) return null;
        var most = Scale(drawn.Max(row => row.Share!.Value.Interval.High));
        var (left, height) = (Math.Min(MostLeft, 20 + (rows.Max(row => row.Label.Length) * LetterWidth)), (rows.Count * RowHeight) + 40);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {height}\" width=\"100%\" style=\"max-width: 34rem\" role=\"img\" aria-label=\"{Escape(title)}\" font-size=\"13\" font-family=\"inherit\">\n<title>{Escape(title)}</title>\n");
        for (var tick = 0; tick <= 4; tick++) Tick(svg, most * tick / 4, most, left, height);
        for (var i = 0; i < rows.Count; i++) Row(svg, rows[i], most, left, 16 + (i * RowHeight));
        return svg.Append("</svg>").ToString();
    }

    private static bool IsDrawn(Estimate? share) => share is { } one && double.IsFinite(one.Value) && double.IsFinite(one.Interval.Low);

    private static void Row(StringBuilder svg, (string Label, Estimate? Share, string Else) row, double most, int left, int y)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left - 10}\" y=\"{y + 4}\" text-anchor=\"end\" fill=\"#111\">{Escape(row.Label)}</text>");
        if (!IsDrawn(row.Share)) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + 6}\" y=\"{y + 4}\" fill=\"#111\" font-style=\"italic\">{Escape(row.Else)}</text>\n");
        else Mark(svg, row.Share!.Value, most, left, y);
    }

    private static void Mark(StringBuilder svg, Estimate share, double most, int left, int y) => svg.Append(CultureInfo.InvariantCulture,
        $"<line x1=\"{X(share.Interval.Low, most, left):0.#}\" x2=\"{X(share.Interval.High, most, left):0.#}\" y1=\"{y}\" y2=\"{y}\" stroke=\"#111\" stroke-width=\"2\"/>"
        + $"<circle cx=\"{X(share.Value, most, left):0.#}\" cy=\"{y}\" r=\"4\" fill=\"#111\"/>\n");

    private static void Tick(StringBuilder svg, double at, double most, int left, int height) => svg.Append(CultureInfo.InvariantCulture,
        $"<line x1=\"{X(at, most, left):0.#}\" x2=\"{X(at, most, left):0.#}\" y1=\"4\" y2=\"{height - 22}\" stroke=\"#bbb\"/>"
        + $"<text x=\"{X(at, most, left):0.#}\" y=\"{height - 6}\" text-anchor=\"middle\" fill=\"#333\">{at * 100:0.##} %</text>\n");

    private static double X(double share, double most, int left) => left + (share / most * (Width - left - 24));

    // The next at which four ticks are round, and never above 1.
    private static double Scale(double high)
    {
        double[] steps = [0.01, 0.02, 0.04, 0.08, 0.2, 0.4, 0.8, 1];
        return steps.FirstOrDefault(step => step >= high, 1);
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
