using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore.Design;

namespace Credence.Care.Storage;

/// <summary>Lets the migration tool read the model; it opens no database.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteCareContext>
{
    public SqliteCareContext CreateDbContext(string[] args) => new(DesignTime.Options(new RecordPlace.EmbeddedFile("design.db")), Scope.Steward);
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresCareContext>
{
    public PostgresCareContext CreateDbContext(string[] args) => new(DesignTime.Options(new RecordPlace.Server("Host=localhost")), Scope.Steward);
}
