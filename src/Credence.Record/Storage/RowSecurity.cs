using Microsoft.EntityFrameworkCore.Migrations;

namespace Credence.Record.Storage;

/// <summary>The second lock on a PostgreSQL record, and what keeps events from being changed in either database. Called by migrations.</summary>
public static class RowSecurity
{
    private const string IsSteward = "current_setting('credence.steward', true) = 'on'";
    private const string IsOwn = "\"Organization\" = nullif(current_setting('credence.organization', true), '')::uuid";
    private const string SeesCases = "current_setting('credence.cases', true) = 'on'";

    private const string IsOwnPerson =
        "(nullif(current_setting('credence.person', true), '') IS NULL OR \"Person\" = nullif(current_setting('credence.person', true), '')::uuid)";

    private const string IsShared = "(\"IsShared\" OR current_setting('credence.is_person', true) = 'on')";
    private const string IsKnown = "nullif(current_setting('credence.organization', true), '') IS NOT NULL";

    /// <summary>Rows of one organization.</summary>
    public static void Own(MigrationBuilder migration, params IEnumerable<string> tables)
    {
        foreach (var table in tables) Policy(migration, table, $"({IsOwn} OR {IsSteward})");
    }

    /// <summary>Rows of somebody's case.</summary>
    public static void Case(MigrationBuilder migration, params IEnumerable<string> tables)
    {
        foreach (var table in tables) Policy(migration, table, $"(({IsOwn} AND {SeesCases}) OR {IsSteward})");
    }

    /// <summary>Rows about one person, who sees her or his own only.</summary>
    public static void Person(MigrationBuilder migration, params IEnumerable<string> tables)
    {
        foreach (var table in tables) Policy(migration, table, $"(({IsOwn} AND {SeesCases} AND {IsOwnPerson}) OR {IsSteward})");
    }

    /// <summary>Rows that a person keeps, and shares or not.</summary>
    public static void Shared(MigrationBuilder migration, params IEnumerable<string> tables)
    {
        foreach (var table in tables) Policy(migration, table, $"(({IsOwn} AND {SeesCases} AND {IsOwnPerson} AND {IsShared}) OR {IsSteward})");
    }

    /// <summary>Events are added and read; no policy lets anybody change or remove one.</summary>
    /// <remarks>One may be added to the part of another organization: whose record was read by a consent has to see by whom. What keeps a forged one out is its seal.</remarks>
    public static void Events(MigrationBuilder migration)
    {
        Force(migration, "events");
        migration.Sql($"CREATE POLICY read_own ON events FOR SELECT USING ({IsOwn} OR {IsSteward})");
        migration.Sql($"CREATE POLICY add_any ON events FOR INSERT WITH CHECK ({IsKnown} OR {IsSteward})");
    }

    /// <summary>The same for SQLite, which has triggers for it.</summary>
    public static void EventsOfSqlite(MigrationBuilder migration)
    {
        migration.Sql("CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'An event is never changed.'); END");
        migration.Sql("CREATE TRIGGER events_remain BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'An event is never removed.'); END");
    }

    private static void Policy(MigrationBuilder migration, string table, string rule)
    {
        Force(migration, table);
        migration.Sql($"CREATE POLICY scope ON {table} USING ({rule}) WITH CHECK ({rule})");
    }

    // FORCE: the owner of the tables, which the program is, obeys too.
    private static void Force(MigrationBuilder migration, string table) =>
        migration.Sql($"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; ALTER TABLE {table} FORCE ROW LEVEL SECURITY");
}
