using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Credence.Record.Storage;

/// <summary>How every connection to an embedded file behaves.</summary>
internal sealed class SqliteManners : DbConnectionInterceptor
{
    public static readonly SqliteManners Instance = new();

    // FULL: a commit is on the disk before anybody is told so. secure_delete: what is deleted is overwritten, not only let go.
    public const string Pragmas = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.Command(Pragmas);
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        connection.Run(Pragmas, cancellationToken);
}
