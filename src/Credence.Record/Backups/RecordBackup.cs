using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Backups;

/// <summary>What a backup holds.</summary>
/// <param name="Rows">Rows of all tables.</param>
/// <param name="Head">The last event in it; keep it elsewhere, and the end of the chain cannot be cut off unseen.</param>
/// <param name="LeftOut">Tables that are not in it: they are made anew from what is.</param>
/// <param name="Fingerprint">SHA-256 of its manifest.</param>
public sealed record BackupSummary(long Rows, ChainHead Head, IReadOnlyList<string> LeftOut, string Fingerprint);

/// <summary>
/// Copies a record as it is at one moment into one file, while others write. The file is the same for both databases. It holds
/// no key and no search index, so that what is erased is erased in it too.
/// </summary>
public static class RecordBackup
{
    /// <summary>Writes the backup; the event that tells of it is written before the file has its name.</summary>
    public static Task<BackupSummary> Write(Steward record, RecordAccess access, string path, CancellationToken cancellation) => record.Guarded(() => NewFile.Write(
        path,
        stream => Write(record, stream, cancellation),
        summary => record.Note(access, cancellation, new EventDraft(new EventKind("record.backed-up"), count: summary.Rows, detail: summary.Fingerprint))));

    private static async Task<BackupSummary> Write(Steward record, Stream stream, CancellationToken cancellation)
    {
        await using var rows = record.Enter();
        await rows.Database.OpenConnectionAsync(cancellation);
        var connection = rows.Database.GetDbConnection();
        var migrations = (await rows.Database.GetAppliedMigrationsAsync(cancellation)).Select(BackupManifest.NameOf).ToList();
        if ((await rows.Database.GetPendingMigrationsAsync(cancellation)).Any()) throw new RecordFault(
            $"{record.Place}: found tables of an earlier Credence, expected those of this one; credence db migrate brings them forward.");

        await using var snapshot = await record.Dialect.Snapshot(connection, cancellation);
        await using var file = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var tables = RecordTable.Of(rows).Where(table => !IsIndex(table.Name)).ToList();
        var parts = new List<BackupPart>();
        foreach (var table in tables) parts.Add(await WritePart(file, table, snapshot, cancellation));

        var head = await Head(snapshot, cancellation);
        var manifest = new BackupManifest
        {
            Format = BackupManifest.FormatNow,
            Side = record.Content.Side,
            MadeAt = record.Clock.GetUtcNow(),
            Migrations = migrations,
            Head = head.Sequence,
            HeadHash = Convert.ToHexStringLower(head.Hash),
            Parts = parts,
            LeftOut = [.. (await record.Dialect.Tables(connection, cancellation)).Where(name => !name.StartsWith("__EF", StringComparison.Ordinal)).Except(tables.Select(table => table.Name))],
        };
        var bytes = manifest.ToBytes();
        await WriteEntry(file, BackupManifest.Name, bytes, cancellation);
        await WriteEntry(file, BackupManifest.SealName, BackupManifest.SealOf(bytes, record.Vault.Ring), cancellation);
        return new BackupSummary(parts.Sum(part => part.Rows), head, manifest.LeftOut, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>The side that a backup says it is of, before anything else of it is believed; null if it is none.</summary>
    public static string? SideOf(string path)
    {
        try
        {
            using var file = ZipFile.OpenRead(path);
            if (file.GetEntry(BackupManifest.Name) is not { } entry) return null;
            using var stream = entry.Open();
            using var manifest = JsonDocument.Parse(stream);
            return manifest.RootElement.TryGetProperty(nameof(BackupManifest.Side), out var side) ? side.GetString() : null;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FileNotFoundException or DirectoryNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a table holds tokens by which content is found: these must not outlive the content.</summary>
    internal static bool IsIndex(string table) => table.StartsWith("incident_search", StringComparison.Ordinal);

    private static async Task<BackupPart> WritePart(ZipArchive file, RecordTable table, DbTransaction snapshot, CancellationToken cancellation)
    {
        var part = new BackupPart(table.Name, table.Columns, 0, "");
        await using var entry = await file.CreateEntry(part.Name, CompressionLevel.Fastest).OpenAsync(cancellation);
        using var hash = SHA256.Create();
        await using var hashed = new CryptoStream(entry, hash, CryptoStreamMode.Write, leaveOpen: true);
        await using var command = table.Select(snapshot);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var count = 0L;
        using var line = new MemoryStream();
        await using var json = new Utf8JsonWriter(line);
        while (await reader.ReadAsync(cancellation))
        {
            WriteRow(json, table, reader);
            line.WriteByte((byte)'\n');
            await hashed.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), cancellation);
            line.SetLength(0);
            json.Reset();
            count++;
        }

        await hashed.FlushFinalBlockAsync(cancellation);
        return part with { Rows = count, Sha256 = Convert.ToHexStringLower(hash.Hash!) };
    }

    private static void WriteRow(Utf8JsonWriter json, RecordTable table, DbDataReader reader)
    {
        json.WriteStartArray();
        for (var at = 0; at < table.Columns.Count; at++) table.Columns[at].Kind.Write(json, reader, at);
        json.WriteEndArray();
        json.Flush();
    }

    private static async Task<ChainHead> Head(DbTransaction snapshot, CancellationToken cancellation)
    {
        await using var command = snapshot.Command("""SELECT "Sequence", "Hash" FROM chain_head WHERE "Id" = 1""");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new ChainHead(reader.GetInt64(0), await reader.GetFieldValueAsync<byte[]>(1, cancellation)) : ChainHead.Empty;
    }

    private static async Task WriteEntry(ZipArchive file, string name, byte[] bytes, CancellationToken cancellation)
    {
        await using var entry = await file.CreateEntry(name).OpenAsync(cancellation);
        await entry.WriteAsync(bytes, cancellation);
    }
}
