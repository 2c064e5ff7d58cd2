using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Credence.Record.Storage;

/// <summary>Where a record is kept: one file of its own, or a PostgreSQL database for teams.</summary>
public abstract record RecordPlace
{
    private RecordPlace()
    {
    }

    /// <summary>An embedded SQLite file.</summary>
    public sealed record EmbeddedFile(string Path) : RecordPlace
    {
        public override string ToString() => Path;
    }

    /// <summary>A PostgreSQL database. The password is not in its text.</summary>
    public sealed record Server(string ConnectionString) : RecordPlace
    {
        public override string ToString()
        {
            var parts = new NpgsqlConnectionStringBuilder(ConnectionString);
            return $"postgresql://{parts.Host}:{parts.Port}/{parts.Database}";
        }
    }

    /// <summary>Takes a path, or an address such as postgresql://user@host:5432/police; the password comes from PGPASSWORD or a .pgpass file.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out RecordPlace? place)
    {
        place = null;
        if (string.IsNullOrWhiteSpace(text)) return false;
        if (!text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase))
        {
            place = new EmbeddedFile(text);
            return true;
        }

        // A password in an address ends in the shell's history: it is not taken.
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.UserInfo.Contains(':', StringComparison.Ordinal)
            || address.AbsolutePath.Length < 2) return false;
        var parts = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port > 0 ? address.Port : 5432,
            Database = Uri.UnescapeDataString(address.AbsolutePath[1..]),
            IncludeErrorDetail = false,
            // What leaves this machine is encrypted, for a server whose certificate says its name: Npgsql's own default goes on without.
            SslMode = address.IsLoopback ? SslMode.Prefer : SslMode.VerifyFull,
        };
        if (address.UserInfo.Length > 0) parts.Username = Uri.UnescapeDataString(address.UserInfo);
        place = new Server(parts.ConnectionString);
        return true;
    }

    public abstract override string ToString();
}
