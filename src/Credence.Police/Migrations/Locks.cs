using Credence.Police.Review;
using Credence.Police.Search;
using Credence.Police.Storage;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Credence.Police.Migrations;

/// <summary>What a model cannot say: events that stay, and the index of words.</summary>
[DbContext(typeof(SqlitePoliceContext))]
[Migration(Id)]
internal sealed class SqliteLocks : Migration
{
    public const string Id = "20261129235959_Locks";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        RowSecurity.EventsOfSqlite(migrationBuilder);
        SearchIndex.MakeSqlite(migrationBuilder);
    }
}

/// <summary>What a model cannot say: events that stay, the index of words, and the second lock on every table that belongs to somebody.</summary>
[DbContext(typeof(PostgresPoliceContext))]
[Migration(SqliteLocks.Id)]
internal sealed class PostgresLocks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        RowSecurity.Events(migrationBuilder);
        RowSecurity.Own(migrationBuilder, "accounts", "account_proposals", "proposals", "proposal_steps", "partners", "outbox", "inbox", "sign_ins", "passkeys", "entry_links");
        RowSecurity.Case(migrationBuilder, "incidents", "incident_rows", "imports", "import_problems", "holds", "links", "sent_handovers", "received_notes");
        RowSecurity.Case(migrationBuilder, "encounters", "encounter_revisions", "arrest_reviews", "determinations", "approaches");
        RowSecurity.Case(migrationBuilder, ReviewTables.Names);
        SearchIndex.MakePostgres(migrationBuilder);
    }
}

/// <summary>Nothing, under the name of the other database's: a backup of one comes back into the other, and has the same migrations.</summary>
[DbContext(typeof(SqlitePoliceContext))]
[Migration(Id)]
internal sealed class SqliteTrainingLocks : Migration
{
    public const string Id = "20261130000001_TrainingLocks";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
    }
}

/// <summary>The second lock on the tables of practice, which came after <see cref="PostgresLocks"/>.</summary>
[DbContext(typeof(PostgresPoliceContext))]
[Migration(SqliteTrainingLocks.Id)]
internal sealed class PostgresTrainingLocks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => RowSecurity.Own(migrationBuilder, "practices", "practice_assignments");
}
