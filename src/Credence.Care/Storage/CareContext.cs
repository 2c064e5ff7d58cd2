using Credence.Care.Access;
using Credence.Care.Cards;
using Credence.Care.Consents;
using Credence.Care.Directories;
using Credence.Care.Erasure;
using Credence.Care.Events;
using Credence.Care.Feedback;
using Credence.Care.Files;
using Credence.Care.FollowUps;
using Credence.Care.Handovers;
using Credence.Care.Persons;
using Credence.Care.Reach;
using Credence.Care.Referrals;
using Credence.Care.Releases;
using Credence.Care.Statements;
using Credence.Care.Wishes;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Credence.Care.Storage;

/// <summary>The tables of the service record.</summary>
public abstract class CareContext(DbContextOptions options, Scope scope) : RecordContext(options, scope)
{
    public DbSet<RecordedPerson> Persons => Set<RecordedPerson>();

    public DbSet<RecordedConsent> Consents => Set<RecordedConsent>();

    public DbSet<RecordedStatement> Statements => Set<RecordedStatement>();

    public DbSet<RecordedReply> StatementReplies => Set<RecordedReply>();

    public DbSet<ReceivedHandover> ReceivedHandovers => Set<ReceivedHandover>();

    public DbSet<LegalRelease> LegalReleases => Set<LegalRelease>();

    public DbSet<ErasureRequest> ErasureRequests => Set<ErasureRequest>();

    public DbSet<RecordedCard> Cards => Set<RecordedCard>();

    /// <summary>How persons come back to what is their own.</summary>
    public DbSet<OwnEntry> OwnEntries => Set<OwnEntry>();

    public DbSet<RecordedReferral> Referrals => Set<RecordedReferral>();

    public DbSet<FileEntry> FileEntries => Set<FileEntry>();

    public DbSet<RecordedWish> Wishes => Set<RecordedWish>();

    public DbSet<RecordedFeedback> Feedback => Set<RecordedFeedback>();

    public DbSet<FeedbackChange> FeedbackChanges => Set<FeedbackChange>();

    /// <summary>The directory: public, of nobody, and read by every organization of the record.</summary>
    public DbSet<RecordedEntry> DirectoryEntries => Set<RecordedEntry>();

    public DbSet<ServiceNote> ServiceNotes => Set<ServiceNote>();

    /// <summary>What partners are called on pages.</summary>
    public DbSet<PartnerName> PartnerNames => Set<PartnerName>();

    public DbSet<DirectoryKeeper> DirectoryKeepers => Set<DirectoryKeeper>();

    /// <summary>How each provider itself is reached.</summary>
    public DbSet<ProviderReach> ProviderReach => Set<ProviderReach>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<ConsentId>().HaveConversion<ConsentIdConverter>();
        configurationBuilder.Properties<StatementId>().HaveConversion<StatementIdConverter>();
        configurationBuilder.Properties<HandoverId>().HaveConversion<HandoverIdConverter>();
        configurationBuilder.Properties<ReferralId>().HaveConversion<ReferralIdConverter>();
        configurationBuilder.Properties<WishId>().HaveConversion<WishIdConverter>();
    }

    protected override void ConfigureRecord(ModelBuilder model)
    {
        model.Entity<RecordedPerson>(table =>
        {
            table.ToTable("persons");
            table.HasKey(row => row.Person);
            table.HasIndex(row => row.Organization);
        });
        model.Entity<RecordedConsent>(table =>
        {
            table.ToTable("consents");
            // Not the id alone: whether it is taken by somebody else's consent must not show.
            table.HasKey(row => new { row.Person, row.Id });
            OwnKey(table);
        });
        model.Entity<RecordedStatement>(table =>
        {
            table.ToTable("statements");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.Person);
            table.HasIndex(row => new { row.Organization, row.IsShared });
            table.Property(row => row.Asks).HasConversion<string>();
            OwnKey(table);
        });
        model.Entity<RecordedReply>(table =>
        {
            table.ToTable("statement_replies");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.Statement);
            table.Ignore(row => row.Place);
        });
        model.Entity<ReceivedHandover>(table =>
        {
            table.ToTable("received_handovers");
            table.Ignore(row => row.Place);
            table.HasKey(row => new { row.Organization, row.Id });
            table.HasIndex(row => row.Person);
            table.HasIndex(row => new { row.Organization, row.Consent });
        });
        model.Entity<LegalRelease>(table =>
        {
            table.ToTable("legal_releases");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.Person);
            OwnKey(table);
        });
        model.Entity<ErasureRequest>(table =>
        {
            table.ToTable("erasure_requests");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.Organization, row.Person });
        });
        model.Entity<RecordedCard>(table =>
        {
            table.ToTable("cards");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.Person);
            table.HasIndex(row => row.CodeHash).IsUnique();
        });
        model.Entity<OwnEntry>(table =>
        {
            table.ToTable("own_entries");
            table.HasKey(row => row.Person);
            table.HasIndex(row => new { row.Organization, row.WordsHash }).IsUnique();
        });
        PartnerName.Configure(model);
        model.Entity<ProviderReach>(table =>
        {
            table.ToTable("provider_reach");
            table.HasKey(row => row.Organization);
        });
        ConfigureFile(model);
        ConfigureDirectory(model);
        // What waits is few; a log of years is not read for it each time somebody opens the inbox.
        model.Entity<RecordedEvent>().HasIndex(row => new { row.Organization, row.Sequence }, "IX_events_follow_ups").HasFilter($"\"Kind\" = '{FollowUpNotes.NeededWord}'");
        // What a consent, a message, a link or a proposal went through decides what may go out, and is seen by whoever sends.
        model.Entity<RecordedEvent>().HasQueryFilter("own acts", row => IsThePerson || row.Role != SurvivorAccess.Role || OwnActs.ForStaff.Contains(row.Kind)
            || row.Kind.StartsWith("consent.") || row.Kind.StartsWith("handover.") || row.Kind.StartsWith("link.") || row.Kind.StartsWith("proposal."));
    }

    private static void ConfigureFile(ModelBuilder model)
    {
        model.Entity<RecordedReferral>(table =>
        {
            table.ToTable("referrals");
            table.HasKey(row => row.Id);
            table.Property(row => row.State).HasConversion<string>();
            table.Ignore(row => row.Place);
            table.HasIndex(row => row.Person);
            table.HasIndex(row => new { row.Organization, row.DueAt });
        });
        model.Entity<FileEntry>(table =>
        {
            table.ToTable("file_entries");
            table.HasKey(row => row.Id);
            table.Property(row => row.Kind).HasConversion<string>();
            table.Ignore(row => row.Place);
            table.HasIndex(row => new { row.Person, row.Kind });
        });
        model.Entity<RecordedWish>(table =>
        {
            table.ToTable("wishes");
            table.HasKey(row => row.Id);
            table.Property(row => row.Answering).HasConversion<string>();
            table.Property(row => row.Honoring).HasConversion<string>();
            table.HasIndex(row => row.Person);
            OwnKey(table);
        });
        model.Entity<RecordedFeedback>(table =>
        {
            table.ToTable("feedback");
            table.HasKey(row => row.Id);
            OwnKey(table);
        });
        model.Entity<FeedbackChange>(table =>
        {
            table.ToTable("feedback_changes");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.Organization);
        });
    }

    private static void ConfigureDirectory(ModelBuilder model)
    {
        model.Entity<RecordedEntry>(table =>
        {
            table.ToTable("directory_entries");
            table.HasKey(row => row.Row);
            table.HasIndex(row => new { row.Table, row.EntryId });
            table.HasIndex(row => row.OrganizationId);
            table.HasIndex(row => new { row.Source, row.IsLoose });
        });
        model.Entity<ServiceNote>(table =>
        {
            table.ToTable("service_notes");
            table.HasKey(row => row.Service);
            table.Property(row => row.Capacity).HasConversion<string>();
        });
        model.Entity<DirectoryKeeper>(table =>
        {
            table.ToTable("directory_keepers");
            table.HasKey(row => row.Listed);
        });
    }

    private static void OwnKey<T>(EntityTypeBuilder<T> table) where T : class, IOwnKey
    {
        table.HasIndex(row => row.Key).IsUnique();
        table.Ignore(row => row.Place);
    }

    private sealed class ConsentIdConverter() : ValueConverter<ConsentId, Guid>(id => id.Value, value => new ConsentId(value));

    private sealed class StatementIdConverter() : ValueConverter<StatementId, Guid>(id => id.Value, value => new StatementId(value));

    private sealed class ReferralIdConverter() : ValueConverter<ReferralId, Guid>(id => id.Value, value => new ReferralId(value));

    private sealed class WishIdConverter() : ValueConverter<WishId, Guid>(id => id.Value, value => new WishId(value));

    private sealed class HandoverIdConverter() : ValueConverter<HandoverId, Guid>(id => id.Value, value => new HandoverId(value));
}

/// <summary>The service record in an embedded file.</summary>
public sealed class SqliteCareContext(DbContextOptions options, Scope scope) : CareContext(options, scope);

/// <summary>The service record on a PostgreSQL server.</summary>
public sealed class PostgresCareContext(DbContextOptions options, Scope scope) : CareContext(options, scope);
