using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Credence.Record.Storage;

/// <summary>The store cannot do its work; the message is one sentence that a person can act on, and quotes no row.</summary>
public sealed class RecordFault(string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    /// <summary>Says in one sentence what a database's own exception means, or returns null if it is none of those known.</summary>
    public static RecordFault? Of(Exception exception, RecordPlace place) =>
        exception switch
        {
            RecordFault fault => fault,
            SqliteException sqlite when Sentence(sqlite.SqliteErrorCode) is { } sentence => new RecordFault($"{place}: {sentence}", exception),
            PostgresException postgres when Sentence(postgres.SqlState) is { } sentence => new RecordFault($"{place}: {sentence}", exception),
            NpgsqlException { InnerException: SocketException or TimeoutException or IOException } => new RecordFault(
                $"{place}: found no PostgreSQL that answers, expected one at this address.", exception),
            Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException => new RecordFault(
                $"{place}: found a row that another changed at the same moment, expected it as it was read; nothing was changed.", exception),
            { InnerException: DbException inner } => Of(inner, place),
            { InnerException: { } inner } when exception is InvalidOperationException or Microsoft.EntityFrameworkCore.DbUpdateException => Of(inner, place),
            _ => null,
        };

    // SQLite's primary result codes, https://sqlite.org/rescode.html
    private static string? Sentence(int code) => code switch
    {
        5 or 6 => "found it busy with another writer for too long, expected to get a turn; nothing was changed.",
        8 => "found a file that may only be read, expected one that can be written; nothing was changed.",
        10 => "found a disk that does not read or write as it should; nothing more is written before that is mended.",
        11 => "found a damaged page in the file, expected a whole one; keep the file as it is and restore the last backup into a new place.",
        13 => "found the disk full, expected room to write; nothing was changed.",
        14 => "found a file or folder that cannot be opened, expected one that this account may use.",
        26 => "found a file that is no Credence record, expected one.",
        _ => null,
    };

    // PostgreSQL's error codes, appendix A of its manual.
    private static string? Sentence(string state) => state switch
    {
        "28P01" or "28000" => "found this user or password refused, expected one that may sign in.",
        "3D000" => "found no such database, expected one that was created for Credence.",
        "42501" => "found a user without the right to do this, expected the owner of the record.",
        "53100" => "found the disk full, expected room to write; nothing was changed.",
        "25006" => "found a server that may only be read, expected one that can be written; nothing was changed.",
        "53300" => "found all connections of the server taken, expected a free one.",
        "55P03" or "57014" or "40P01" => "found it busy with another writer for too long, expected to get a turn; nothing was changed.",
        "XX001" or "XX002" => "found damaged data on the server, expected whole data; restore the last backup into a new place.",
        _ => null,
    };
}
