using System.Text;
using System.Text.Json;
using Credence.Cli.Reports.Pages;
using Credence.Cli.Screening;
using Credence.Incidents;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Credence.Cli.Reports;

/// <summary><c>report.html</c>: one file that needs no other. The page is rendered; the rows are copied behind it as they are.</summary>
internal sealed class ReportFile(ScreenOptions options, ReportTally tally, OffenseLookup? offenses)
{
    /// <summary>What a browser still opens at once; docs/decisions/0007 has the measures.</summary>
    public const int MostIncidents = 10_000;

    public const long MostBytes = 32 << 20;

    /// <summary>What can be read without scripts.</summary>
    public const int WithoutScripts = 25;

    public void Write(ScreenRecord record, string incidents, string index, string doubts, CodedIncidents coded, Stream output)
    {
        var order = ReadingOrder.Read(File.ReadLines(index), coded, tally.Offenses.Keys);
        using var lines = File.OpenRead(incidents);
        var embedded = Fitting(order);
        var content = new ReportContent(record, options, tally, order, offenses)
        {
            Doubts = DoubtTally.Read(File.ReadLines(doubts), coded),
            Embedded = embedded,
            First = [.. order.Places.Take(Math.Min(embedded, WithoutScripts)).Select((place, i) => CardOf(order, place, i + 1, lines))],
        };
        var (before, after) = Around(Render(content));
        using var buffered = new BufferedStream(output, 1 << 16);
        buffered.Write(Encoding.UTF8.GetBytes(before));
        Embed(order, embedded, lines, buffered);
        buffered.Write(Encoding.UTF8.GetBytes(after));
    }

    private static int Fitting(ReadingOrder order)
    {
        var bytes = 0L;
        return order.Places.Take(MostIncidents).TakeWhile(place => (bytes += place.Length) <= MostBytes).Count();
    }

    private static ReportCard CardOf(ReadingOrder order, ReadingOrder.Place place, int number, FileStream lines) => new(
        number, place.IsMissed, order.OthersOf(place), JsonSerializer.Deserialize<ReportIncident>(Line(place, lines), ReportRows.Json)!);

    private static void Embed(ReadingOrder order, int count, FileStream lines, Stream output)
    {
        for (var i = 0; i < count; i++)
        {
            var place = order.Places[i];
            var head = $"{(i == 0 ? "[" : ",")}\n{{\"missed\":{(place.IsMissed ? "true" : "false")},\"others\":{order.OthersOf(place)},\"incident\":";
            output.Write(Encoding.UTF8.GetBytes(head));
            output.Write(Line(place, lines));
            output.WriteByte((byte)'}');
        }

        output.Write(count == 0 ? "[]"u8 : "\n]"u8);
    }

    // Without the line's end.
    private static byte[] Line(ReadingOrder.Place place, FileStream lines)
    {
        var line = new byte[place.Length - 1];
        lines.Position = place.Offset;
        lines.ReadExactly(line);
        return line;
    }

    private static (string Before, string After) Around(string page)
    {
        var at = page.IndexOf(ReportPage.IncidentsHere, StringComparison.Ordinal);
        return (page[..at], page[(at + ReportPage.IncidentsHere.Length)..]);
    }

    private static string Render(ReportContent content)
    {
        using var services = new ServiceCollection().AddSingleton(content).BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<ReportPage>();
            return page.ToHtmlString().ReplaceLineEndings("\n");
        }).GetAwaiter().GetResult();
    }
}
