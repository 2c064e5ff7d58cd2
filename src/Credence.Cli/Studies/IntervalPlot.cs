using System.Globalization;
using System.Net;
using System.Text;
using Credence.Statistics;

namespace Credence.Cli.Studies;

/// <summary>Shares with their intervals as a drawing that prints: a line for each, in the order given.</summary>
internal static class IntervalPlot
{
    private const int Width = 640;
    private const int Left = 250;
    private const int RowHeight = 22;

    /// <summary>The drawing, or nothing if no row has an interval.</summary>
    public static string? Of(string title, IReadOnlyList<(string Label, Estimate Share)> rows)
    {
        var shown = rows.Where(row => double.IsFinite(row.Share.Value) && double.IsFinite(row.Share.Interval.Low)).ToList();
        if (shown.Count == 0) return null;
        var most = Scale(shown.Max(row => row.Share.Interval.High));
        var height = (shown.Count * RowHeight) + 40;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {height}\" width=\"100%\" role=\"img\" aria-label=\"{Escape(title)}\" font-size=\"12\" font-family=\"inherit\">\n<title>{Escape(title)}</title>\n");
        for (var tick = 0; tick <= 4; tick++) Tick(svg, most * tick / 4, most, height);
        for (var i = 0; i < shown.Count; i++) Row(svg, shown[i], most, 16 + (i * RowHeight));
        return svg.Append("</svg>").ToString();
    }

    private static void Row(StringBuilder svg, (string Label, Estimate Share) row, double most, int y) => svg.Append(CultureInfo.InvariantCulture,
        $"<text x=\"{Left - 10}\" y=\"{y + 4}\" text-anchor=\"end\" fill=\"#111\">{Escape(row.Label)}</text>"
        + $"<line x1=\"{X(row.Share.Interval.Low, most):0.#}\" x2=\"{X(row.Share.Interval.High, most):0.#}\" y1=\"{y}\" y2=\"{y}\" stroke=\"#111\" stroke-width=\"2\"/>"
        + $"<circle cx=\"{X(row.Share.Value, most):0.#}\" cy=\"{y}\" r=\"4\" fill=\"#111\"/>\n");

    private static void Tick(StringBuilder svg, double at, double most, int height) => svg.Append(CultureInfo.InvariantCulture,
        $"<line x1=\"{X(at, most):0.#}\" x2=\"{X(at, most):0.#}\" y1=\"4\" y2=\"{height - 22}\" stroke=\"#bbb\"/>"
        + $"<text x=\"{X(at, most):0.#}\" y=\"{height - 6}\" text-anchor=\"middle\" fill=\"#333\">{at * 100:0.##} %</text>\n");

    private static double X(double share, double most) => Left + (share / most * (Width - Left - 20));

    // The next of 0.01, 0.02, 0.05, 0.1 and so on, and never above 1.
    private static double Scale(double high)
    {
        double[] steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
        return steps.FirstOrDefault(step => step >= high, 1);
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
