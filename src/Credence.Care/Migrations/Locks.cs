using Credence.Care.Storage;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Credence.Care.Migrations;

/// <summary>What a model cannot say: events that stay.</summary>
[DbContext(typeof(SqliteCareContext))]
[Migration(Id)]
internal sealed class SqliteLocks : Migration
{
    public const string Id = "20261129235959_Locks";

    protected override void Up(MigrationBuilder migrationBuilder) => RowSecurity.EventsOfSqlite(migrationBuilder);
}

/// <summary>What a model cannot say: events that stay, and the second lock on every table that belongs to somebody.</summary>
[DbContext(typeof(PostgresCareContext))]
[Migration(SqliteLocks.Id)]
internal sealed class PostgresLocks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        RowSecurity.Events(migrationBuilder);
        RowSecurity.Own(migrationBuilder, "accounts", "account_proposals", "proposals", "proposal_steps", "partners", "outbox", "inbox", "sign_ins", "passkeys", "entry_links", "feedback_changes");
        RowSecurity.Person(migrationBuilder, "persons", "consents", "received_handovers", "legal_releases", "erasure_requests", "referrals", "file_entries", "wishes", "feedback", "cards", "own_entries");
        RowSecurity.Shared(migrationBuilder, "statements");
        RowSecurity.Case(migrationBuilder, "holds", "links");
        // The directory (directory_entries, service_notes, directory_keepers) has no lock: it is public and of nobody.
    }
}

/// <summary>Nothing, under the name of the other database's: a backup of one comes back into the other, and has the same migrations.</summary>
[DbContext(typeof(SqliteCareContext))]
[Migration(Id)]
internal sealed class SqlitePartnerLocks : Migration
{
    public const string Id = "20261130000001_PartnerLocks";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
    }
}

/// <summary>The second lock on the names of partners, which came after <see cref="PostgresLocks"/>.</summary>
[DbContext(typeof(PostgresCareContext))]
[Migration(SqlitePartnerLocks.Id)]
internal sealed class PostgresPartnerLocks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => RowSecurity.Own(migrationBuilder, "partner_names");
}
