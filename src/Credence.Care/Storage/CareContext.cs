using Credence.Care.Persons;
using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Storage;

/// <summary>The tables of the service record.</summary>
public abstract class CareContext(DbContextOptions options, Scope scope) : RecordContext(options, scope)
{
    public DbSet<RecordedPerson> Persons => Set<RecordedPerson>();

    protected override void ConfigureRecord(ModelBuilder model) => model.Entity<RecordedPerson>(table =>
    {
        table.ToTable("persons");
        table.HasKey(row => row.Person);
        table.HasIndex(row => row.Organization);
    });
}

/// <summary>The service record in an embedded file.</summary>
public sealed class SqliteCareContext(DbContextOptions options, Scope scope) : CareContext(options, scope);

/// <summary>The service record on a PostgreSQL server.</summary>
public sealed class PostgresCareContext(DbContextOptions options, Scope scope) : CareContext(options, scope);
