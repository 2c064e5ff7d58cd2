using Credence.Consents;
using Credence.Police.Approaches;
using Credence.Police.Classification;
using Credence.Police.Encounters;
using Credence.Police.Handovers;
using Credence.Police.Incidents;
using Credence.Police.Measures;
using Credence.Police.Protection;
using Credence.Police.Review;
using Credence.Police.Training;
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

    public DbSet<RecordedReview> Reviews => Set<RecordedReview>();

    public DbSet<RecordedReader> ReviewReaders => Set<RecordedReader>();

    public DbSet<ReviewedIncident> ReviewedIncidents => Set<ReviewedIncident>();

    public DbSet<ReadingTurn> ReadingTurns => Set<ReadingTurn>();

    public DbSet<RecordedReading> Readings => Set<RecordedReading>();

    public DbSet<RecordedAuditStratum> ReviewAudits => Set<RecordedAuditStratum>();

    public DbSet<RecordedEncounter> Encounters => Set<RecordedEncounter>();

    public DbSet<EncounterRevision> EncounterRevisions => Set<EncounterRevision>();

    public DbSet<RecordedArrestReview> ArrestReviews => Set<RecordedArrestReview>();

    public DbSet<RecordedDetermination> Determinations => Set<RecordedDetermination>();

    public DbSet<RecordedApproach> Approaches => Set<RecordedApproach>();

    public DbSet<RecordedPractice> Practices => Set<RecordedPractice>();

    public DbSet<PracticeAssignment> PracticeAssignments => Set<PracticeAssignment>();

    public DbSet<SentHandover> SentHandovers => Set<SentHandover>();

    public DbSet<ReceivedNote> ReceivedNotes => Set<ReceivedNote>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<IncidentId>().HaveConversion<IncidentIdConverter>();
        configurationBuilder.Properties<ReviewId>().HaveConversion<ReviewIdConverter>();
        configurationBuilder.Properties<ReadingId>().HaveConversion<ReadingIdConverter>();
        configurationBuilder.Properties<EncounterId>().HaveConversion<EncounterIdConverter>();
        configurationBuilder.Properties<ArrestReviewId>().HaveConversion<ArrestReviewIdConverter>();
        configurationBuilder.Properties<ApproachId>().HaveConversion<ApproachIdConverter>();
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
            // The queue: within one organization, strongest level first, then the score, then the place; behind it what a filter asks, so that
            // counting opens no row. One index for missed incidents and one for the others, because SQLite uses no index for a bare "IsMissed",
            // which is how a condition on a boolean arrives there.
            foreach (var (name, half) in (ReadOnlySpan<(string, string)>)[("missed", "\"IsMissed\""), ("others", "NOT \"IsMissed\"")])
            {
                table.HasIndex(row => new { row.Organization, row.Level, row.Score, row.Row, row.Type, row.Minor, row.Date, row.Agency, row.IsMissed }, $"IX_incidents_{name}")
                    .IsDescending(false, true, true, false, false, false, false, false, false).HasFilter(half);
            }

            // Measures: one walk along it, and a second along those whose persons are counted one by one.
            table.HasIndex(row => new { row.Organization, row.Facets }, "IX_incidents_measured");
            table.HasIndex(row => new { row.Organization, row.Facets }, "IX_incidents_arrested").HasFilter($"(\"Facets\" & {IncidentFacets.ArrestedWhereSold}) <> 0");
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
            table.HasIndex(row => row.Key).IsUnique();
            table.HasIndex(row => row.Incident);
            table.HasIndex(row => row.Encounter);
            table.HasIndex(row => new { row.Organization, row.HandedAt });
            table.HasIndex(row => new { row.Organization, row.Consent });
        });
        model.Entity<ReceivedNote>(table =>
        {
            table.ToTable("received_notes");
            table.HasKey(row => new { row.Organization, row.Id });
            table.HasIndex(row => new { row.Organization, row.Handover });
            table.HasIndex(row => new { row.Organization, row.Consent });
        });
        ReviewTables.Configure(model);
        ConfigureEncounters(model);
        ConfigureDecisions(model);
        ConfigureTraining(model);
    }

    private static void ConfigureEncounters(ModelBuilder model)
    {
        model.Entity<RecordedEncounter>(table =>
        {
            table.ToTable("encounters");
            table.HasIndex(row => row.Officer);
            table.HasIndex(row => new { row.Organization, row.Incident }).HasFilter("\"Incident\" IS NOT NULL");
        });
        model.Entity<EncounterRevision>(table =>
        {
            table.ToTable("encounter_revisions");
            table.HasOne<RecordedEncounter>().WithMany().HasForeignKey(row => row.Encounter);
            table.HasIndex(row => new { row.Encounter, row.Revision, row.Version }).IsUnique();
        });
    }

    private static void ConfigureDecisions(ModelBuilder model)
    {
        model.Entity<RecordedArrestReview>(table =>
        {
            table.ToTable("arrest_reviews");
            table.HasIndex(row => row.AskedBy);
            table.HasIndex(row => row.Encounter);
            table.HasIndex(row => row.Incident).HasFilter("\"Incident\" IS NOT NULL");
            table.HasIndex(row => new { row.Organization, row.State, row.AskedAt });
        });
        model.Entity<RecordedDetermination>(table =>
        {
            table.ToTable("determinations");
            // Two who decide at once: the second finds the number taken.
            table.HasIndex(row => new { row.Incident, row.Kind, row.Person, row.Number }).IsUnique();
        });
        model.Entity<RecordedApproach>(table =>
        {
            table.ToTable("approaches");
            table.HasIndex(row => new { row.Incident, row.State });
            table.HasIndex(row => row.Advocate);
        });
    }

    private static void ConfigureTraining(ModelBuilder model)
    {
        model.Entity<RecordedPractice>(table =>
        {
            table.ToTable("practices");
            table.HasKey(row => new { row.Organization, row.Officer, row.Name });
            table.HasIndex(row => row.Id).IsUnique();
        });
        model.Entity<PracticeAssignment>(table =>
        {
            table.ToTable("practice_assignments");
            table.HasKey(row => new { row.Organization, row.Officer, row.What });
        });
    }

    private sealed class IncidentIdConverter() : ValueConverter<IncidentId, Guid>(id => id.Value, value => new IncidentId(value));

    private sealed class ReviewIdConverter() : ValueConverter<ReviewId, Guid>(id => id.Value, value => new ReviewId(value));

    private sealed class ReadingIdConverter() : ValueConverter<ReadingId, Guid>(id => id.Value, value => new ReadingId(value));

    private sealed class EncounterIdConverter() : ValueConverter<EncounterId, Guid>(id => id.Value, value => new EncounterId(value));

    private sealed class ArrestReviewIdConverter() : ValueConverter<ArrestReviewId, Guid>(id => id.Value, value => new ArrestReviewId(value));

    private sealed class ApproachIdConverter() : ValueConverter<ApproachId, Guid>(id => id.Value, value => new ApproachId(value));

    private sealed class HandoverIdConverter() : ValueConverter<HandoverId, Guid>(id => id.Value, value => new HandoverId(value));

    private sealed class ConsentIdConverter() : ValueConverter<ConsentId, Guid>(id => id.Value, value => new ConsentId(value));
}

/// <summary>The police record in an embedded file.</summary>
public sealed class SqlitePoliceContext(DbContextOptions options, Scope scope) : PoliceContext(options, scope);

/// <summary>The police record on a PostgreSQL server.</summary>
public sealed class PostgresPoliceContext(DbContextOptions options, Scope scope) : PoliceContext(options, scope);
