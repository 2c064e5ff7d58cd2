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
            // Whoever asked has gone: Npgsql hangs the server's 57014 below, and nothing is wrong with the store.
            OperationCanceledException => null,
            // SQLITE_IOERR_SHMOPEN, SHMSIZE and SHMMAP: what is in its way is seldom a broken disk.
            SqliteException { SqliteExtendedErrorCode: 4618 or 4874 or 5386 } => new RecordFault(
                $"{place}: found no room, or no right, for the file that the database needs beside this one (-shm), expected both; nothing was changed.", exception),
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

    /// <summary>Says in one sentence why a file cannot be written, or returns null if it is none of the reasons known.</summary>
    /// <param name="exception">What the system said.</param>
    /// <param name="path">The file.</param>
    /// <param name="so">What is so now, such as: nothing was changed.</param>
    internal static RecordFault? OfFile(Exception exception, string path, string so) => exception switch
    {
        // ENOSPC and EFBIG as .NET gives them on Linux and macOS; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
        IOException e when (e.HResult & 0xFFFF) is 28 or 27 or 112 or 39 => new RecordFault($"{path}: found the disk full, expected room to write; {so}.", exception),
        DirectoryNotFoundException => new RecordFault($"{path}: found no such folder, expected one that is there; {so}.", exception),
        UnauthorizedAccessException => new RecordFault($"{path}: found a file or folder that this account may not write, expected one that it may; {so}.", exception),
        // EROFS, as .NET gives it on Linux and macOS; ERROR_WRITE_PROTECT on Windows.
        IOException e when (e.HResult & 0xFFFF) is 30 or 19 => new RecordFault($"{path}: found a disk that may only be read, expected one that can be written; {so}.", exception),
        _ => null,
    };

    // SQLite's primary result codes, https://sqlite.org/rescode.html
    private static string? Sentence(int code) => code switch
    {
        5 or 6 => "found it busy with another writer for too long, expected to get a turn; nothing was changed.",
        8 => "found a file that may only be read, this one or those beside it (-wal, -shm), expected ones that can be written; nothing was changed.",
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
