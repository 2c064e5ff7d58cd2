using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Credence.Care.Directories;
using Credence.Directories;

namespace Credence.RecordBench;

/// <summary>A directory into the service record, a second time where nothing has changed, and beside it plain inserts of the same rows.</summary>
internal static class DirectoryImportBench
{
    private const int AtOnce = 500;

    public static async Task Run(DirectoryFiles files, string? server, int rounds)
    {
        var (embedded, served, plain) = ((First: new List<double>(), Again: new List<double>()), (First: new List<double>(), Again: new List<double>()), new List<double>());
        var (services, more) = (0, 0.0);
        for (var round = 0; round < rounds; round++)
        {
            (services, more) = await Import(files, null, embedded.First, embedded.Again);
            plain.Add(await PlainTable.Fill("services (id TEXT PRIMARY KEY, name TEXT, content TEXT)", AtOnce, Rows(files)));
            if (server is not null) await Import(files, server, served.First, served.Again);
        }

        Row("Credence into SQLite", embedded.First);
        Row("the same again, nothing changed", embedded.Again);
        Row("System.Text.Json, plain prepared inserts into one SQLite table", plain);
        if (server is not null) Row("Credence into PostgreSQL", served.First);
        if (server is not null) Row("the same again, nothing changed", served.Again);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Name}: {services:N0} services; the import into SQLite had {more:0} MB more meanwhile."));

        void Row(string name, List<double> took) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {files.Name} | {name} | {ImportBench.Median(took) * 1e3:0} | {services / ImportBench.Median(took):N0} | {ImportBench.Median(took) / ImportBench.Median(embedded.First):0.00} × |"));
    }

    private static async Task<(int Services, double Megabytes)> Import(DirectoryFiles files, string? server, List<double> first, List<double> again)
    {
        await using var care = await BenchCare.Make(server, TimeProvider.System);
        DirectoryImport? done = null;
        var (seconds, more) = await Watch.Of(async () => done = await Once(care, files));
        first.Add(seconds);
        var services = done!.Added;
        var began = Stopwatch.GetTimestamp();
        done = await Once(care, files);
        again.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        return done.Same == services ? (services, more) : throw new InvalidOperationException($"Found {done.Same} entries as they were, expected {services}.");
    }

    private static async Task<DirectoryImport> Once(BenchCare care, DirectoryFiles files)
    {
        using var text = DirectoryText.Of(File.OpenRead(files.Json));
        return await CareFilling.Fill(care, HsdsJson.Read("services.json", text, _ => { }));
    }

    private static IEnumerable<object?[]> Rows(DirectoryFiles files)
    {
        using var file = File.OpenRead(files.Json);
        using var read = JsonDocument.Parse(file);
        foreach (var service in read.RootElement.EnumerateArray()) yield return [service.GetProperty("id").GetString(), service.GetProperty("name").GetString(), service.GetRawText()];
    }
}
