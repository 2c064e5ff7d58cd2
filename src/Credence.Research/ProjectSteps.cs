using Microsoft.Data.Sqlite;

namespace Credence.Research;

/// <summary>How the tables of a project file came to be: each step is taken once, in order, and none is ever changed. A new one is added at the end.</summary>
internal static class ProjectSteps
{
    /// <summary>"Crin" as four bytes: what SQLite's header says a project file is (PRAGMA application_id).</summary>
    public const int Application = 0x4372696E;

    public static readonly IReadOnlyList<Action<SqliteConnection>> All =
    [
        connection => connection.Run(Tables),
        WordIndex.Make,
        connection => connection.Run(Replaced),
        connection => connection.Run(LeftHere),
        connection => connection.Run(HasSeen),
        connection => connection.Run(IsHere),
    ];

    private const string Tables =
        """
        CREATE TABLE project (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL, name TEXT NOT NULL, made_at INTEGER NOT NULL, carried TEXT) STRICT;
        CREATE TABLE coder (id TEXT PRIMARY KEY, place INTEGER NOT NULL, name TEXT NOT NULL UNIQUE COLLATE NOCASE) STRICT;
        CREATE TABLE transcript (id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, name TEXT NOT NULL, text TEXT NOT NULL, role TEXT NOT NULL, site TEXT NOT NULL) STRICT;
        CREATE TABLE assignment (
          transcript TEXT NOT NULL REFERENCES transcript (id), coder TEXT NOT NULL REFERENCES coder (id), done_at INTEGER,
          PRIMARY KEY (transcript, coder)) STRICT, WITHOUT ROWID;
        CREATE TABLE code (
          id TEXT PRIMARY KEY, place INTEGER NOT NULL, parent TEXT REFERENCES code (id), name TEXT NOT NULL, definition TEXT NOT NULL, color TEXT,
          is_codable INTEGER NOT NULL, measure TEXT, removed_at INTEGER) STRICT;
        CREATE TABLE coding (
          id TEXT PRIMARY KEY, selection TEXT NOT NULL, transcript TEXT NOT NULL REFERENCES transcript (id), code TEXT NOT NULL REFERENCES code (id),
          coder TEXT NOT NULL REFERENCES coder (id), first INTEGER NOT NULL, past INTEGER NOT NULL, created_at INTEGER NOT NULL, removed_at INTEGER) STRICT;
        CREATE INDEX coding_of_transcript ON coding (transcript, first);
        CREATE INDEX coding_of_code ON coding (code);
        CREATE TABLE memo (
          id TEXT PRIMARY KEY, subject TEXT NOT NULL, about TEXT NOT NULL, text TEXT NOT NULL, coder TEXT REFERENCES coder (id), created_at INTEGER, removed_at INTEGER) STRICT;
        CREATE INDEX memo_about ON memo (about);
        CREATE TABLE decision (written TEXT PRIMARY KEY, kind TEXT NOT NULL, pseudonym TEXT, decided_at INTEGER NOT NULL) STRICT;
        CREATE TABLE carried_file (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
        """;

    // Whether anything was ever replaced outlives the list of what. Of a file that carries others and has no list left, nobody knows: it counts as yes.
    private const string Replaced =
        """
        ALTER TABLE project ADD COLUMN replaced INTEGER NOT NULL DEFAULT 0;
        UPDATE project SET replaced = 1 WHERE EXISTS (SELECT 1 FROM decision WHERE pseudonym IS NOT NULL) OR (carried IS NOT NULL AND NOT EXISTS (SELECT 1 FROM decision));
        """;

    private const string LeftHere = "CREATE TABLE left_here (written TEXT NOT NULL, place TEXT NOT NULL, PRIMARY KEY (written, place)) STRICT, WITHOUT ROWID;";

    private const string HasSeen = "ALTER TABLE assignment ADD COLUMN has_seen INTEGER NOT NULL DEFAULT 0;";

    // Whoever came with a project of others codes elsewhere. Of an interview that was taken out only its id stays, so that it does not come back with a project.
    private const string IsHere =
        """
        ALTER TABLE coder ADD COLUMN is_here INTEGER NOT NULL DEFAULT 1;
        CREATE TABLE removed_transcript (id TEXT PRIMARY KEY, removed_at INTEGER NOT NULL) STRICT;
        """;
}
