using Credence.Consents;
using Credence.Police.Handovers;
using Credence.Police.Incidents;
using Credence.Record.Access;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Credence.Police.Storage;

/// <summary>The tables of the police record.</summary>
public abstract class PoliceContext(DbContextOptions options, Scope scope) : RecordContext(options, scope)
{
    public DbSet<RecordedIncident> Incidents => Set<RecordedIncident>();

    public DbSet<RecordedSourceRow> SourceRows => Set<RecordedSourceRow>();

    public DbSet<PackSet> PackSets => Set<PackSet>();

    public DbSet<ImportRun> Imports => Set<ImportRun>();

    public DbSet<ImportProblem> ImportProblems => Set<ImportProblem>();

    public DbSet<SentHandover> SentHandovers => Set<SentHandover>();

    public DbSet<ReceivedNote> ReceivedNotes => Set<ReceivedNote>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<IncidentId>().HaveConversion<IncidentIdConverter>();
        configurationBuilder.Properties<HandoverId>().HaveConversion<HandoverIdConverter>();
        configurationBuilder.Properties<ConsentId>().HaveConversion<ConsentIdConverter>();
    }

    protected override void ConfigureRecord(ModelBuilder model)
    {
        model.Entity<RecordedIncident>(table =>
        {
            table.ToTable("incidents");
            table.HasKey(row => row.Row);
            table.HasIndex(row => row.Id).IsUnique();
            table.HasIndex(row => new { row.Organization, row.Agency, row.Number }).IsUnique();
            // The queue: within one organization, strongest level first, then the score, then the place. A filter, because SQLite uses
            // no index for a bare "IsMissed", which is how a condition on a boolean arrives there.
            table.HasIndex(row => new { row.Organization, row.Level, row.Score, row.Row }).IsDescending(false, true, true, false).HasFilter("\"IsMissed\"");
            // At the end of an import: incidents it met that may have rows it did not meet.
            table.HasIndex(row => row.LastImport).HasFilter("\"SourceRows\" > 1");
            table.HasOne<PackSet>().WithMany().HasForeignKey(row => row.PackSet).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RecordedSourceRow>(table =>
        {
            table.ToTable("incident_rows");
            table.HasOne<RecordedIncident>().WithMany().HasForeignKey(row => row.Incident);
        });
        model.Entity<PackSet>(table =>
        {
            table.ToTable("pack_sets");
            table.HasIndex(row => row.Packs).IsUnique();
        });
        model.Entity<ImportRun>(table =>
        {
            table.ToTable("imports");
            table.HasIndex(row => new { row.Organization, row.Fingerprint });
        });
        model.Entity<ImportProblem>(table =>
        {
            table.ToTable("import_problems");
            table.HasOne<ImportRun>().WithMany().HasForeignKey(row => row.Run);
        });
        model.Entity<SentHandover>(table =>
        {
            table.ToTable("sent_handovers");
            // Not the id alone: whether it is taken by another agency's handover must not show.
            table.HasKey(row => new { row.Organization, row.Id });
            table.HasIndex(row => row.Incident);
            table.HasIndex(row => new { row.Organization, row.Consent });
        });
        model.Entity<ReceivedNote>(table =>
        {
            table.ToTable("received_notes");
            table.HasKey(row => new { row.Organization, row.Id });
            table.HasIndex(row => new { row.Organization, row.Handover });
            table.HasIndex(row => new { row.Organization, row.Consent });
        });
    }

    private sealed class IncidentIdConverter() : ValueConverter<IncidentId, Guid>(id => id.Value, value => new IncidentId(value));

    private sealed class HandoverIdConverter() : ValueConverter<HandoverId, Guid>(id => id.Value, value => new HandoverId(value));

    private sealed class ConsentIdConverter() : ValueConverter<ConsentId, Guid>(id => id.Value, value => new ConsentId(value));
}

/// <summary>The police record in an embedded file.</summary>
public sealed class SqlitePoliceContext(DbContextOptions options, Scope scope) : PoliceContext(options, scope);

/// <summary>The police record on a PostgreSQL server.</summary>
public sealed class PostgresPoliceContext(DbContextOptions options, Scope scope) : PoliceContext(options, scope);
