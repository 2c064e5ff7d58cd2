using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Record.Keys;
using Credence.Record.Storage;

namespace Credence.Record.Backups;

/// <summary>One part of a backup: a table, a row a line.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">What stands in a row, in this order.</param>
/// <param name="Rows">How many there are.</param>
/// <param name="Sha256">SHA-256 of the part.</param>
internal sealed record BackupPart(string Table, IReadOnlyList<RecordColumn> Columns, long Rows, string Sha256)
{
    [JsonIgnore]
    public string Name => $"{Table}.ndjson";
}

/// <summary>What is in a backup, sealed under a key of the ring: whoever changes the file cannot make the seal.</summary>
internal sealed record BackupManifest
{
    public const string FormatNow = "credence record 1";
    public const string Name = "manifest.json";
    public const string SealName = "manifest.seal";

    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public required string Format { get; init; }

    public required string Side { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Names of the migrations that the tables have, in order.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    /// <summary>The last event in the backup, and its hash.</summary>
    public required long Head { get; init; }

    public required string HeadHash { get; init; }

    /// <summary>Parts in the order in which they are brought back.</summary>
    public required IReadOnlyList<BackupPart> Parts { get; init; }

    /// <summary>Tables that were there and are not in the backup, such as the search index.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Form);

    public static BackupManifest? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(bytes, Form) is { Format: FormatNow } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static byte[] SealOf(byte[] manifest, KeyRing ring) => HMACSHA256.HashData(ring.Derive("backup-manifest"), manifest);

    /// <summary>A migration without its time: the same step has another time for each database.</summary>
    public static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
