using System.Globalization;
using Credence.Record.Storage;

namespace Credence.RecordBench;

/// <summary>The table of pages of a service record or a portal.</summary>
internal static class PageTable
{
    public static void Head<TContext>(RecordStore<TContext> record, string title) where TContext : RecordContext
    {
        Console.WriteLine();
        Console.WriteLine($"## {title}, {(record.Place is RecordPlace.Server ? "PostgreSQL" : "SQLite")}, milliseconds");
        Console.WriteLine("| page | one at a time, median | 99th in 100 | KB | 32 at a time: a second | median | 99th in 100 | errors | KB of a first visit | as sent | by gzip in front |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    }

    /// <summary>Measures a page, prints its row, and gives back what it weighs.</summary>
    public static async Task<PageWeight> Row(BenchPages pages, Uri address, BenchPage page, IReadOnlyList<Asker> askers)
    {
        var cells = await pages.Measure(address, page, askers);
        var weight = await PageWeight.Of(pages, address, page, askers[0]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {page.Name} | {cells} {weight.All / 1000.0:0.0} | {weight.Sent / 1000.0:0.0} | {weight.Squeezed / 1000.0:0.0} |"));
        return weight;
    }
}
