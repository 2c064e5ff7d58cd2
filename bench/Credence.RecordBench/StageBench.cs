using System.Diagnostics;
using System.Globalization;
using Credence.Incidents;
using Credence.Police.Incidents;
using Credence.Police.Search;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Testing;
using Microsoft.EntityFrameworkCore;

namespace Credence.RecordBench;

/// <summary>Where the time of an import goes: its stages one after the other on one thread, batch by batch. Shares, not speeds.</summary>
internal static class StageBench
{
    private static readonly string[] Stages = ["read", "content", "screen", "tokens", "keys", "seal", "rows", "index", "chain", "commit"];

    public static async Task Run(Export export)
    {
        await using var record = await BenchRecord.Make(null);
        var ticks = new long[Stages.Length];
        await using (var rows = record.Store.Enter(Scope.Steward)) await rows.Database.ExecuteSqlAsync($"""INSERT INTO pack_sets ("Id", "Packs") VALUES (1, 'bench')""");
        using var source = export.Open();
        var tokens = new SearchTokens(record.Store.Vault.Ring, record.Access.Organization);
        for (var first = 1L; await Batch(source, record, tokens, first, ticks);) first += ImportReader.MostRows;
        Console.WriteLine();
        Console.WriteLine("## Where the time of an import goes, one thread, SQLite");
        Console.WriteLine($"| {string.Join(" | ", Stages)} |");
        Console.WriteLine($"|{string.Concat(Stages.Select(_ => " --- |"))}");
        Console.WriteLine($"| {string.Join(" | ", ticks.Select(stage => string.Create(CultureInfo.InvariantCulture, $"{(double)stage / ticks.Sum():0%}")))} |");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ticks.Sum() / (double)Stopwatch.Frequency / export.Rows * 1e6:N0} µs an incident in all."));
    }

    private static async Task<bool> Batch(IncidentSource source, BenchRecord record, SearchTokens tokens, long first, long[] ticks)
    {
        var last = Stopwatch.GetTimestamp();
        var read = new List<Incident>();
        while (read.Count < ImportReader.MostRows && source.TryRead(out var row)) read.Add(row.Incident);
        if (read.Count == 0) return false;
        last = Take(ref ticks[0], last);
        var contents = read.ConvertAll(incident => IncidentContent.Of(incident).ToBytes());
        var prints = contents.ConvertAll(content => System.Security.Cryptography.HMACSHA256.HashData(ImportKey, content)[..16]);
        last = Take(ref ticks[1], last);
        var results = read.ConvertAll(incident => Cast.Screener.Screen(incident));
        last = Take(ref ticks[2], last);
        var words = read.ConvertAll(incident => tokens.Of(incident.Narrative.Text));
        last = Take(ref ticks[3], last);
        var ids = read.ConvertAll(_ => new IncidentId(Guid.CreateVersion7()));
        using var keys = await record.Store.Vault.Make(ids.ConvertAll(id => id.Value), default);
        last = Take(ref ticks[4], last);
        var findings = ids.Select((id, i) => keys[id.Value]!.Seal(ScreenedContent.Of(results[i]).ToBytes(), IncidentPlaces.Findings(id))).ToList();
        var sealedRows = ids.Select((id, i) => keys[id.Value]!.Seal(contents[i], IncidentPlaces.Row(id, prints[i]))).ToList();
        last = Take(ref ticks[5], last);
        await using var act = await record.Store.Begin(record.Access, default);
        var organization = record.Access.Organization;
        await ImportTables.Incidents.Insert(act.Transaction, [.. read.Select((incident, i) => new object?[]
        {
            first + i, ids[i].Value, organization.Value, incident.Number.Value, incident.Agency ?? "", 0L, 0,
            incident.Date, IncidentCodes.Offenses(incident, OffenseLookup.Shipped), null, IncidentCodes.Persons(incident),
            (int)results[i].Level, (int)results[i].Type, (int)results[i].Minor, results[i].Clause, results[i].Score, true, false, 1, findings[i], 1, 1L, null, 0L,
        })], default);
        await ImportTables.Rows.Insert(act.Transaction, [.. read.Select((_, i) => new object?[] { first + i, organization.Value, prints[i], sealedRows[i], 1L, 1L })], default);
        last = Take(ref ticks[6], last);
        await SearchIndex.Add(act.Transaction, organization, [.. words.Select((some, i) => (first + i, some))], default);
        last = Take(ref ticks[7], last);
        await record.Store.Chain.Append(act.Transaction, record.Access, ids.ConvertAll(id => new EventDraft(ImportWriter.Imported, id.Value)), default);
        last = Take(ref ticks[8], last);
        await act.Transaction.CommitAsync();
        Take(ref ticks[9], last);
        return true;
    }

    private static byte[] ImportKey { get; } = new byte[32];

    private static long Take(ref long stage, long last)
    {
        var now = Stopwatch.GetTimestamp();
        stage += now - last;
        return now;
    }
}
