using System.Text.Json;
using Credence.Record.Storage;
using Npgsql;

namespace Credence.Record.Keys;

/// <summary>The folder of one side's keys, outside the record and its backups.</summary>
public sealed record KeyFolder(string Path)
{
    /// <summary>The ring that wraps.</summary>
    public string Ring => System.IO.Path.Combine(Path, "ring.json");

    /// <summary>The wrapped keys, where they are kept in a file.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys.db");

    /// <summary>How far the chain of events had come.</summary>
    public string Witness => System.IO.Path.Combine(Path, "witness");

    /// <summary>Says where else the wrapped keys are kept, for a team with several hosts: {"keys": "postgresql://user@host/database"}.</summary>
    public string Settings => System.IO.Path.Combine(Path, "settings.json");

    /// <summary>Where the wrapped keys of this record are kept: a file here, or the database that the settings name.</summary>
    public RecordPlace PlaceOfKeys(RecordPlace record)
    {
        if (!File.Exists(Settings)) return new RecordPlace.EmbeddedFile(Keys);
        if (Read() is not { } address || !RecordPlace.TryParse(address, out var place) || place is not RecordPlace.Server server)
            throw new RecordFault($$"""{{Settings}}: found no place of keys, expected {"keys": "postgresql://user@host/database"}.""");
        return record is RecordPlace.Server other && IsSameDatabase(server, other)
            ? throw new RecordFault($"{Settings}: found the record's own database as the place of its keys, expected another one: a backup of the record must not hold its keys.")
            : server;
    }

    private string? Read()
    {
        try
        {
            using var settings = JsonDocument.Parse(File.ReadAllBytes(Settings));
            return settings.RootElement.ValueKind is JsonValueKind.Object && settings.RootElement.TryGetProperty("keys", out var keys) ? keys.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsSameDatabase(RecordPlace.Server one, RecordPlace.Server other)
    {
        var (left, right) = (new NpgsqlConnectionStringBuilder(one.ConnectionString), new NpgsqlConnectionStringBuilder(other.ConnectionString));
        return (left.Host, left.Port, left.Database) == (right.Host, right.Port, right.Database);
    }
}
