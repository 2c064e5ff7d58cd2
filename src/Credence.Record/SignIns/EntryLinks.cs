using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.SignIns;

/// <summary>How an attempt to use a link ends.</summary>
public abstract record EntryAnswer
{
    private EntryAnswer()
    {
    }

    /// <summary>It is used up, and this account may set up its sign-in.</summary>
    public sealed record Entered(AccountId Account) : EntryAnswer;

    /// <summary>The code is another one; after five wrong ones the link ends.</summary>
    public sealed record WrongCode : EntryAnswer;

    /// <summary>It was used, has ended, or never was one.</summary>
    public sealed record Gone : EntryAnswer;
}

/// <summary>A link that works, before it is used.</summary>
/// <param name="NeedsCode">Whether the code is asked for that somebody else has.</param>
public sealed record OpenLink(bool NeedsCode);

/// <summary>A link that works only with a code that nobody has yet.</summary>
/// <param name="Account">Whose sign-in it sets up.</param>
/// <param name="Handle">What that account is called.</param>
/// <param name="Role">Its role.</param>
/// <param name="GivenBy">Who gave the link, and so cannot give the code.</param>
public sealed record WaitingLink(AccountId Account, string Handle, string Role, AccountId GivenBy);

/// <summary>Gives out links for setting up a sign-in, and takes each once.</summary>
public sealed class EntryLinks<TContext>(RecordStore<TContext> record) where TContext : RecordContext
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private const int TokenLength = 32;
    private const int MostFailures = 5;
    private const int Codes = 100_000_000;

    /// <summary>Whether a link works, without using it up: a robot that looks at links in messages must not.</summary>
    public async Task<OpenLink?> Look(string token, CancellationToken cancellation)
    {
        await using var rows = record.Enter(Scope.Steward);
        return await Open(rows, Hash(token)).AsNoTracking().SingleOrDefaultAsync(cancellation) is { } link ? new OpenLink(link.NeedsCode) : null;
    }

    /// <summary>Uses it up, if the code is right where one is needed.</summary>
    public async Task<EntryAnswer> Use(string token, string code, CancellationToken cancellation)
    {
        var hash = Hash(token);
        OrganizationId organization;
        await using (var rows = record.Enter(Scope.Steward))
        {
            if (await Open(rows, hash).AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } known) return new EntryAnswer.Gone();
            organization = known.Organization;
        }

        await using var act = await record.Begin(new StewardAccess(default, organization), cancellation);
        // Of two who use it at once only one enters.
        await act.TakeTurn(cancellation);
        if (await Open(act.Rows, hash).SingleOrDefaultAsync(cancellation) is not { } link) return new EntryAnswer.Gone();
        var isRight = !link.NeedsCode || (link.CodeHash is { } expected && CryptographicOperations.FixedTimeEquals(expected, Hash(code, hash)));
        if (isRight) link.UsedAt = record.Clock.GetUtcNow();
        else link.Failures++;
        act.Note(new EventDraft(new EventKind(isRight ? "entry-link.used" : "entry-link.refused"), link.Account.Value));
        await act.Save(cancellation);
        return isRight ? new EntryAnswer.Entered(link.Account) : new EntryAnswer.WrongCode();
    }

    /// <summary>A link from the host itself, for whoever holds the record and its keys already; null if there is no such open account.</summary>
    public async Task<string?> GiveAtHost(AccountId account, CancellationToken cancellation)
    {
        Account? found;
        await using (var rows = record.Enter(Scope.Steward))
            found = await rows.Everything<Account>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == account && row.ClosedAt == null, cancellation);
        if (found is null) return null;
        await using var act = await record.Begin(new StewardAccess(default, found.Organization), cancellation);
        return await Give(act, found, default, needsCode: false, cancellation);
    }

    /// <summary>A link for an open account of the own organization; links given before for it no longer work.</summary>
    internal async Task<TeamAnswer> Give(RecordAccess access, AccountId account, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        return await act.Rows.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == account && row.ClosedAt == null, cancellation) is { } found
            ? new TeamAnswer.LinkGiven(await Give(act, found, access.Account, needsCode: true, cancellation))
            : new TeamAnswer.NotFound();
    }

    /// <summary>The code to a link that somebody else gave, for an account that is not one's own.</summary>
    internal async Task<TeamAnswer> Confirm(RecordAccess access, AccountId account, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await Waiting(act.Rows).SingleOrDefaultAsync(row => row.Account == account, cancellation) is not { } link) return new TeamAnswer.NotFound();
        if (link.GivenBy == access.Account || link.Account == access.Account)
            return new TeamAnswer.Refused("Found the account that gave the link or that it is for, expected a second person.");
        var code = RandomNumberGenerator.GetInt32(Codes).ToString("D8", CultureInfo.InvariantCulture);
        (link.CodeHash, link.ConfirmedBy) = (Hash(code, link.TokenHash), access.Account);
        act.Note(new EventDraft(new EventKind("entry-link.confirmed"), account.Value));
        await act.Save(cancellation);
        return new TeamAnswer.CodeGiven(code);
    }

    /// <summary>Links of the own organization that wait for their code.</summary>
    internal async Task<IReadOnlyList<WaitingLink>> WaitingFor(RecordAccess access, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await Waiting(rows).AsNoTracking()
            .Join(rows.Accounts, link => link.Account, account => account.Id, (link, account) => new WaitingLink(account.Id, account.Handle, account.Role, link.GivenBy))
            .ToListAsync(cancellation);
    }

    private async Task<string> Give(Act<TContext> act, Account account, AccountId by, bool needsCode, CancellationToken cancellation)
    {
        var now = record.Clock.GetUtcNow();
        foreach (var earlier in await Links(act.Rows).Where(row => row.Account == account.Id && row.UsedAt == null).ToListAsync(cancellation)) earlier.UsedAt = now;
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenLength));
        act.Rows.Add(new EntryLink
        {
            TokenHash = Hash(token), Account = account.Id, Organization = account.Organization, GivenBy = by, ExpiresAt = now + Lasts, NeedsCode = needsCode,
        });
        act.Note(new EventDraft(new EventKind("entry-link.given"), account.Id.Value));
        await act.Save(cancellation);
        return token;
    }

    private IQueryable<EntryLink> Open(TContext rows, byte[] hash)
    {
        var now = record.Clock.GetUtcNow();
        return Links(rows).Where(link => link.TokenHash == hash && link.UsedAt == null && link.ExpiresAt > now && link.Failures < MostFailures);
    }

    private IQueryable<EntryLink> Waiting(TContext rows)
    {
        var now = record.Clock.GetUtcNow();
        return rows.Set<EntryLink>().Where(link => link.NeedsCode && link.ConfirmedBy == null && link.UsedAt == null && link.ExpiresAt > now);
    }

    private static IQueryable<EntryLink> Links(TContext rows) => rows.Scope.IsSteward ? rows.Everything<EntryLink>() : rows.Set<EntryLink>();

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static byte[] Hash(string code, byte[] tokenHash) =>
        SHA256.HashData([.. tokenHash, .. Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal))]);
}
