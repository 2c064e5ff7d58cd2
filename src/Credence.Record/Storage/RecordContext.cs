using System.Linq.Expressions;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Links;
using Credence.Record.Retention;
using Credence.Record.SignIns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Credence.Record.Storage;

/// <summary>
/// The tables of one record as one who asks sees them. Who sees what is written here once, on the model; and nothing is
/// saved without the event that tells of it, in the same transaction.
/// </summary>
public abstract class RecordContext(DbContextOptions options, Scope scope) : DbContext(options)
{
    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<AccountProposal> AccountProposals => Set<AccountProposal>();

    public DbSet<RecordedEvent> Events => Set<RecordedEvent>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<OutgoingMessage> Outbox => Set<OutgoingMessage>();

    public DbSet<IncomingMessage> Inbox => Set<IncomingMessage>();

    public DbSet<SinglePurposeLink> Links => Set<SinglePurposeLink>();

    /// <summary>Who sees; read by the filters of every query.</summary>
    public OrganizationId Organization { get; } = scope.Organization;

    public bool SeesCases { get; } = scope.SeesCases;

    public PersonId? Person { get; } = scope.Person;

    public bool IsThePerson { get; } = scope.IsThePerson;

    public Scope Scope { get; } = scope;

    /// <summary>Rows of every organization, for the upkeep of the store only.</summary>
    public IQueryable<T> Everything<T>() where T : class => Scope.IsSteward
        ? Set<T>().IgnoreQueryFilters()
        : throw new InvalidOperationException("Only the upkeep of the store looks past the filters.");

    /// <summary>The rows that are seen: every organization's for the upkeep, and what the filters leave for everybody else.</summary>
    public IQueryable<T> Seen<T>() where T : class => Scope.IsSteward ? Everything<T>() : Set<T>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("A record is saved by an Act, with its events.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("A record is saved by an Act, with its events.");

    internal Task<int> SaveRows(CancellationToken cancellation) => base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellation);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<OrganizationId>().HaveConversion<OrganizationIdConverter>();
        configurationBuilder.Properties<AccountId>().HaveConversion<AccountIdConverter>();
        configurationBuilder.Properties<PersonId>().HaveConversion<PersonIdConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var model = modelBuilder;
        model.Entity<Organization>(table =>
        {
            table.ToTable("organizations");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.ShortName).IsUnique();
            table.Property(row => row.Kind).HasConversion<string>();
        });
        model.Entity<Account>(table =>
        {
            table.ToTable("accounts");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.Organization, row.Handle }).IsUnique();
        });
        model.Entity<AccountProposal>(table =>
        {
            table.ToTable("account_proposals");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.Organization);
        });
        RecordedEvent.Configure(model.Entity<RecordedEvent>());
        ChainHeadRow.Configure(model.Entity<ChainHeadRow>());
        model.Entity<Proposal>(table =>
        {
            table.ToTable("proposals");
            table.Property(row => row.State).IsConcurrencyToken();
            table.HasIndex(row => new { row.Organization, row.State });
        });
        model.Entity<ProposalStep>(table =>
        {
            table.ToTable("proposal_steps");
            table.HasOne<Proposal>().WithMany().HasForeignKey(row => row.Proposal).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(row => row.Subject);
        });
        model.Entity<RecordedHold>(table =>
        {
            table.ToTable("holds");
            table.Property(row => row.Reason).HasConversion<string>();
            table.HasIndex(row => row.Subject);
        });
        Partner.Configure(model);
        OutgoingMessage.Configure(model);
        IncomingMessage.Configure(model);
        SinglePurposeLink.Configure(model);
        SignIn.Configure(model);
        ConfigureRecord(model);
        foreach (var type in model.Model.GetEntityTypes().Select(type => type.ClrType).ToList()) Filter(model, type);
    }

    /// <summary>The tables of this side.</summary>
    protected abstract void ConfigureRecord(ModelBuilder model);

    private void Filter(ModelBuilder model, Type type)
    {
        if (typeof(IOwned).IsAssignableFrom(type))
            model.Entity(type).HasQueryFilter("organization", OwnRows(type));
        if (typeof(ICaseRow).IsAssignableFrom(type))
            model.Entity(type).HasQueryFilter("cases", Lambda(type, _ => Own(nameof(SeesCases))));
        if (typeof(IPersonRow).IsAssignableFrom(type)) model.Entity(type).HasQueryFilter("person", PersonsRows(type));
        if (typeof(ISharedRow).IsAssignableFrom(type)) model.Entity(type).HasQueryFilter("shared", SharedRows(type));
    }

    private LambdaExpression PersonsRows(Type type) => Lambda(type, row => Expression.OrElse(
        Expression.Equal(Own(nameof(Person)), Expression.Constant(null, typeof(PersonId?))),
        Expression.Equal(Expression.Convert(Expression.Property(row, nameof(IPersonRow.Person)), typeof(PersonId?)), Own(nameof(Person)))));

    private LambdaExpression SharedRows(Type type) => Lambda(type, row => Expression.OrElse(
        Own(nameof(IsThePerson)),
        Expression.Property(row, nameof(ISharedRow.IsShared))));

    private LambdaExpression OwnRows(Type type) => Lambda(type, row => Expression.Equal(
        Expression.Property(row, nameof(IOwned.Organization)),
        Own(nameof(Organization))));

    // EF reads this as "of the context that asks", whichever that is.
    private MemberExpression Own(string property) => Expression.Property(Expression.Constant(this), property);

    private static LambdaExpression Lambda(Type type, Func<ParameterExpression, Expression> body)
    {
        var row = Expression.Parameter(type, "row");
        return Expression.Lambda(body(row), row);
    }

    private sealed class OrganizationIdConverter() : ValueConverter<OrganizationId, Guid>(id => id.Value, value => new OrganizationId(value));

    private sealed class PersonIdConverter() : ValueConverter<PersonId, Guid>(id => id.Value, value => new PersonId(value));

    private sealed class AccountIdConverter() : ValueConverter<AccountId, Guid>(id => id.Value, value => new AccountId(value));
}

/// <summary>Times are kept as microseconds since 1970 in UTC: the same number in every database, and so the same hash.</summary>
internal sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(time => Microseconds.Of(time), value => Microseconds.Time(value));

internal static class Microseconds
{
    public static long Of(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Time(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
