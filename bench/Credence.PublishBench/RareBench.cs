using System.Diagnostics;
using System.Globalization;
using Credence.Evaluation.Release;

namespace Credence.PublishBench;

/// <summary>
/// 200,000 rows of 20 columns of codes, drawn independently with few frequent and many rare ones. It says how fast counting is, and
/// nothing of real rows, whose columns depend on each other.
/// </summary>
internal static class RareBench
{
    public const int Columns = 20;
    public const int Threshold = 10;
    private const int Rows = 200_000;

    public static string Credence(string path)
    {
        using var text = File.OpenText(path);
        var rare = RareCombinations.Of(((ReadCodes)CodedRows.Read(text)).Rows, Threshold);
        return string.Join('/', rare.BySize);
    }

    public static void Run(int rounds)
    {
        var path = Path.Combine(Path.GetTempPath(), $"credence-rare-{Environment.ProcessId}.csv");
        try
        {
            Write(path);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n## Rare combinations up to triples: {Rows:N0} rows × {Columns} columns, reading included; medians of {rounds}"));
            Console.WriteLine("| contender | s | peak MB | rare singles/pairs/triples |\n| --- | --- | --- | --- |");
            var (ours, duck) = (new List<(double, int, string)>(), new List<(double, int, string)>());
            for (var round = 0; round < rounds; round++)
            {
                ours.Add(Measure("credence", path));
                duck.Add(Measure("duckdb", path));
            }

            Row("Credence, one thread", ours);
            Row($"DuckDB {typeof(DuckDB.NET.Data.DuckDBConnection).Assembly.GetName().Version?.ToString(3)}, its own threads", duck);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Row(string name, List<(double Seconds, int Peak, string Found)> runs)
    {
        var seconds = runs.Select(run => run.Seconds).Order().ElementAt(runs.Count / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {seconds:0.00} | {runs.Max(run => run.Peak)} | {string.Join(" and ", runs.Select(run => run.Found).Distinct())} |"));
    }

    private static (double, int, string) Measure(string contender, string path)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [contender, path]) { RedirectStandardOutput = true })!;
        var cells = process.StandardOutput.ReadToEnd().Trim().Split(' ');
        process.WaitForExit();
        return (double.Parse(cells[0], CultureInfo.InvariantCulture), int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2]);
    }

    // Between 2 and 20 codes a column; the code with number i about half as often as the one before, but never below 1 in 500.
    private static void Write(string path)
    {
        var random = new Random(20260101);
        using var file = File.CreateText(path);
        file.WriteLine(string.Join(',', Enumerable.Range(0, Columns).Select(i => $"c{i}")));
        for (var row = 0; row < Rows; row++)
        {
            file.WriteLine(string.Join(',', Enumerable.Range(0, Columns).Select(column => $"v{Draw(random, 2 + (column * 18 / (Columns - 1)))}")));
        }
    }

    private static int Draw(Random random, int codes)
    {
        if (random.Next(50) == 0) { return random.Next(codes); }

        var code = 0;
        while (code < codes - 1 && random.Next(2) == 0) { code++; }

        return code;
    }
}
