using System.Diagnostics;
using System.Globalization;
using Credence.Police.Incidents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.RecordBench;

/// <summary>The first page of the queue among many incidents: as a desk asks, with filters and row-level security, and as plain SQL without them.</summary>
internal static class QueueBench
{
    private const int Queries = 200;
    private const int AtATime = 10_000;

    private const string PlainSql = """
        SELECT "Id", "Number", "Date", "Offenses", "Level", "Score" FROM incidents WHERE "Organization" = @organization AND "IsMissed"
        ORDER BY "Level" DESC, "Score" DESC, "Row" LIMIT 50
        """;

    /// <param name="incidents">How many the record holds.</param>
    /// <param name="server">An ordinary user's address, or null for an embedded file.</param>
    /// <param name="beyond">A user whom row-level security does not bind; null for an embedded file.</param>
    public static async Task Run(int incidents, string? server, string? beyond)
    {
        await using var record = await BenchRecord.Make(server);
        await Fill(record, incidents);
        var (filtered, plain) = (new List<double>(), new List<double>());
        for (var i = -10; i < Queries; i++)
        {
            var (one, two) = (await Asked(record), await Plain(record, beyond));
            if (i < 0) continue;
            filtered.Add(one);
            plain.Add(two);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {(server is null ? "SQLite" : "PostgreSQL")} | {incidents:N0} | {ImportBench.Median(filtered):0.00} | {filtered.Order().ElementAt(Queries * 99 / 100):0.00} | {ImportBench.Median(plain):0.00} |"));
    }

    private static async Task<double> Asked(BenchRecord record)
    {
        var began = Stopwatch.GetTimestamp();
        await using var rows = record.Store.Enter(record.Access);
        var page = await rows.Incidents.Where(row => row.IsMissed)
            .OrderByDescending(row => row.Level).ThenByDescending(row => row.Score).ThenBy(row => row.Row)
            .Select(row => new { row.Id, row.Number, row.Date, row.Offenses, row.Level, row.Score }).Take(50).ToListAsync();
        return page.Count == 50 ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : throw new InvalidOperationException("The page is not full.");
    }

    private static async Task<double> Plain(BenchRecord record, string? beyond)
    {
        var place = record.Store.Place;
        if (beyond is not null && place is RecordPlace.Server server)
            place = new RecordPlace.Server(new Npgsql.NpgsqlConnectionStringBuilder(server.ConnectionString) { Username = beyond }.ConnectionString);
        var began = Stopwatch.GetTimestamp();
        await using var connection = record.Store.Dialect.Connect(place);
        await connection.OpenAsync();
        await using var command = connection.Command(PlainSql).Add("organization", record.Access.Organization.Value);
        await using var reader = await command.ExecuteReaderAsync();
        var count = 0;
        for (; await reader.ReadAsync(); count++)
            for (var i = 0; i < reader.FieldCount; i++) _ = reader.GetValue(i);
        return count == 50 ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : throw new InvalidOperationException("The page is not full.");
    }

    // Rows as an import leaves them, of as much sealed content as findings have, made of chance: the query opens none.
    private static async Task Fill(BenchRecord record, int incidents)
    {
        var (random, organization) = (new Random(2031), record.Access.Organization);
        for (var first = 1; first <= incidents; first += AtATime)
        {
            await using var act = await record.Store.Begin(record.Access, default);
            if (first == 1) await act.Rows.Database.ExecuteSqlAsync($"""INSERT INTO pack_sets ("Id", "Packs") VALUES (1, 'bench')""");
            await ImportTables.Incidents.Insert(act.Transaction, [.. Enumerable.Range(first, Math.Min(AtATime, incidents - first + 1)).Select(i =>
            {
                var (level, findings) = (random.Next(100) switch { < 90 => 1, < 97 => 2, _ => 3 }, new byte[300]);
                random.NextBytes(findings);
                return new object?[]
                {
                    (long)i, Guid.CreateVersion7(), organization.Value, $"2031-{i:0000000}", "ZZ0310000", 0L, 0,
                    new DateOnly(2031, 1, 1).AddDays(i % 365), "90J", "13", "V34F-", level, 1, 0, null, random.NextDouble() * 10, level > 1, false, 1, findings, 1, 1L, null, 0L,
                };
            })], default);
            act.Note(new EventDraft(new EventKind("bench.filled")));
            await act.Save(default);
        }

        if (record.Store.Place is not RecordPlace.Server) return;
        await using var rows = record.Store.Enter(Scope.Steward);
        await rows.Database.ExecuteSqlAsync($"ANALYZE incidents");
    }
}
