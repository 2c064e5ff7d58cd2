using System.Diagnostics;
using System.Globalization;
using Credence.Evaluation.Measures;
using Credence.Incidents;
using Credence.Police.Incidents;
using Credence.Police.Measures;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Credence.Screening;
using Microsoft.EntityFrameworkCore;

namespace Credence.RecordBench;

/// <summary>
/// All measures of a record of many incidents, as the desk counts them, beside two statements that somebody would write by hand in the same
/// run: one GROUP BY of the number that the desk groups by, and one of a year and plain codes, which is one table of the report.
/// </summary>
internal static class MeasureBench
{
    private const int AtATime = 20_000;
    private const int Rounds = 5;

    private const string SameSql = """SELECT "Facets", COUNT(*) FROM incidents WHERE "Organization" = @organization GROUP BY "Facets" """;

    private const string PlainSql = """
        SELECT EXTRACT(YEAR FROM "Date"), "Level", "Type", "IsRecordedAsTrafficking", COUNT(*) FROM incidents WHERE "Organization" = @organization GROUP BY 1, 2, 3, 4
        """;

    /// <param name="incidents">How many the record holds.</param>
    /// <param name="server">An ordinary user's address, or null for an embedded file.</param>
    public static async Task Run(int incidents, string? server)
    {
        await using var record = await BenchRecord.Make(server);
        var began = Stopwatch.GetTimestamp();
        await Fill(record, incidents);
        var filled = Stopwatch.GetElapsedTime(began).TotalSeconds;
        // The one who enters by the command line is an analyst, who may open incidents: nothing is withheld.
        var (desk, counted, grew) = (new List<double>(), 0L, 0.0);
        var (same, plain) = (new List<double>(), new List<double>());
        var kinds = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var (seconds, more) = await Watch.Of(async () => counted = (await new MeasureDesk(record.Store).Count(record.Access, MeasureFilter.Everything, default))!.Incidents);
            desk.Add(seconds);
            grew = Math.Max(grew, more);
            same.Add((await Watch.Of(async () => kinds = await Ask(record, SameSql))).Seconds);
            plain.Add((await Watch.Of(async () => await Ask(record, server is null ? PlainSql.Replace("EXTRACT(YEAR FROM \"Date\")", "substr(\"Date\", 1, 4)", StringComparison.Ordinal) : PlainSql))).Seconds);
        }

        if (counted != incidents) throw new InvalidOperationException($"Found {counted} incidents counted, expected {incidents}.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {(server is null ? "SQLite" : "PostgreSQL")} | {incidents:N0} | {kinds:N0} | {filled:0} | {ImportBench.Median(desk):0.00} | {desk.Max():0.00} | {grew:0} | {ImportBench.Median(same):0.00} | {ImportBench.Median(plain):0.00} |"));
    }

    private static async Task<int> Ask(BenchRecord record, string sql)
    {
        // Through the same door, so that the second lock of PostgreSQL lets the rows be seen.
        await using var rows = record.Store.Enter(record.Access);
        await rows.Database.OpenConnectionAsync();
        await using var command = rows.Database.GetDbConnection().Command(sql).Add("organization", record.Access.Organization.Value);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = 0;
        while (await reader.ReadAsync()) lines++;
        return lines > 0 ? lines : throw new InvalidOperationException("Nothing was counted.");
    }

    // Ten years of incidents as an import leaves them; one in twenty has somebody arrested where 40A is coded.
    private static async Task Fill(BenchRecord record, int incidents)
    {
        var (random, organization, findings) = (new Random(2031), record.Access.Organization, new byte[120]);
        random.NextBytes(findings);
        for (var first = 1; first <= incidents; first += AtATime)
        {
            await using var act = await record.Store.Begin(record.Access, default);
            if (first == 1) await act.Rows.Database.ExecuteSqlAsync($"""INSERT INTO pack_sets ("Id", "Packs") VALUES (1, 'bench')""");
            await ImportTables.Incidents.Insert(act.Transaction, [.. Enumerable.Range(first, Math.Min(AtATime, incidents - first + 1)).Select(i => Row(i, random, organization, findings))], default);
            act.Note(new EventDraft(new EventKind("bench.filled")));
            await act.Save(default);
        }

        if (record.Store.Place is not RecordPlace.Server) return;
        await using var connection = record.Store.Dialect.Connect(record.Store.Place);
        await connection.OpenAsync();
        await using var command = connection.Command("VACUUM (ANALYZE) incidents");
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private static object?[] Row(int i, Random random, OrganizationId organization, byte[] findings)
    {
        var (day, level) = (new DateOnly(2022, 1, 1).AddDays(i % 3650), random.Next(100) switch { < 90 => Level.NoneFound, < 97 => Level.PossibleIndication, _ => Level.StrongIndication });
        var (isSold, isCoded) = (random.Next(20) == 0, random.Next(200) == 0);
        var person = isSold ? new Person(Involvement.Arrestee, 14 + random.Next(40), random.Next(4) == 0 ? "M" : "F", "WBAU"[random.Next(4)].ToString()) : new Person(Involvement.Victim, 34, "F");
        var row = new MeasureRow
        {
            Site = "", Number = default, Level = level, Type = level > Level.NoneFound ? (ExploitationType)random.Next(4) : ExploitationType.None, Unit = (IdentifyingUnit)random.Next(7),
            IsCodedTrafficking = isCoded, IsCodedSold = isSold, IsCodedProstitutionOnly = isSold && !isCoded, Persons = [person], Clearance = random.Next(10) == 0 ? "D" : null,
        };
        return
        [
            (long)i, Guid.CreateVersion7(), organization.Value, $"2031-{i:00000000}", "ZZ0310000", 0L, 0,
            day, isSold ? "40A" : "90J", "13", isSold ? $"A{person.Age}{person.Sex}{person.Race}" : "V34F-", (int)level, (int)row.Type, 0, null, 0.0, level > Level.NoneFound && !isCoded, isCoded,
            1, findings, 1, 1L, IncidentFacets.Of(row, day), 0L,
        ];
    }
}
