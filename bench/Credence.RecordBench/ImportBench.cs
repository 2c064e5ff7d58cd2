using System.Diagnostics;
using System.Globalization;
using Credence.Incidents;
using Credence.Police.Incidents;
using Credence.Testing;
using Microsoft.EntityFrameworkCore;

namespace Credence.RecordBench;

/// <summary>The same export into our record and into a plain table, in turn.</summary>
internal static class ImportBench
{
    private static readonly ImportScreening Screening =
        new(Cast.Screener.Screen, Cast.Screener.Packs, OffenseLookup.From(Cast.Packs), Environment.ProcessorCount);

    public static async Task Run(Export export, string? server, int rounds)
    {
        var contenders = new List<(string Name, Func<Task<double>> Run)>
        {
            ("Credence into SQLite: screened, sealed, indexed, an event for each", () => Import(export, null)),
            ("plain prepared inserts into SQLite: nothing of it", () => Plain(export)),
            ("EF Core, 2,000 a SaveChanges, into SQLite: nothing of it", () => Entities(export)),
        };
        if (server is not null) contenders.Add(("Credence into PostgreSQL", () => Import(export, server)));
        var took = contenders.ConvertAll(_ => new List<double>());
        for (var round = 0; round < rounds; round++)
            for (var i = 0; i < contenders.Count; i++) took[i].Add(await contenders[i].Run());
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"## Import: {export.Rows:N0} incidents, {new FileInfo(export.Path).Length / 1e6:N0} MB"));
        Console.WriteLine("| contender | incidents/s | times the seconds of Credence |");
        Console.WriteLine("| --- | --- | --- |");
        for (var i = 0; i < contenders.Count; i++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {contenders[i].Name} | {export.Rows / Median(took[i]):N0} | {Median(took[i]) / Median(took[0]):0.00} × |"));
    }

    public static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);

    private static async Task<double> Import(Export export, string? server)
    {
        await using var record = await BenchRecord.Make(server);
        var began = Stopwatch.GetTimestamp();
        var outcome = await new ImportDesk(record.Store).Import(record.Access, new ImportFile("bench.csv", "bench", export.Open), Screening, null, default);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return outcome is ImportOutcome.Done { Run.Added: var added } && added == export.Rows ? seconds : throw new InvalidOperationException("Not everything was imported.");
    }

    private static Task<double> Plain(Export export) => PlainTable.Fill(
        "incidents (number TEXT PRIMARY KEY, agency TEXT, date TEXT, offenses TEXT, age INTEGER, sex TEXT, narrative TEXT)", 2000,
        Rows(export).Select(row => new object?[] { row.Number, row.Agency, row.Date, row.Offenses, row.Age, row.Sex, row.Narrative }));

    private static async Task<double> Entities(Export export)
    {
        var path = Path.GetTempFileName();
        var began = Stopwatch.GetTimestamp();
        await using (var rows = new PlainContext(path)) await rows.Database.EnsureCreatedAsync();
        foreach (var batch in Rows(export).Chunk(2000))
        {
            await using var rows = new PlainContext(path);
            rows.AddRange(batch.AsEnumerable());
            await rows.SaveChangesAsync();
        }

        return PlainTable.End(path, began);
    }

    private static IEnumerable<PlainIncident> Rows(Export export)
    {
        using var source = export.Open();
        while (source.TryRead(out var row))
        {
            var (incident, person) = (row.Incident, row.Incident.Persons is [var first, ..] ? first : null);
            yield return new PlainIncident
            {
                Number = incident.Number.Value,
                Agency = incident.Agency,
                Date = incident.Date,
                Offenses = string.Join(' ', incident.Offenses ?? []),
                Age = person?.Age,
                Sex = person?.Sex,
                Narrative = incident.Narrative.Text,
            };
        }
    }

    private sealed class PlainIncident
    {
        public required string Number { get; init; }

        public string? Agency { get; init; }

        public DateOnly? Date { get; init; }

        public string? Offenses { get; init; }

        public int? Age { get; init; }

        public string? Sex { get; init; }

        public string? Narrative { get; init; }
    }

    private sealed class PlainContext(string path) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite($"Data Source={path}");

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<PlainIncident>().HasKey(row => row.Number);
    }
}
