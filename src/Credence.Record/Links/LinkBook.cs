using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Links;

/// <summary>What a link leads to, while it holds.</summary>
/// <param name="Access">With it a desk shows the one thing.</param>
/// <param name="ExpiresAt">Until when.</param>
public sealed record OpenLink(LinkAccess Access, DateTimeOffset ExpiresAt);

/// <summary>
/// Issues links and lets people in by them. Opening one uses nothing up, since mail programs open links before people do; only what
/// is done with it does. A link that is used, withdrawn, over or never was gives the same answer: there is none.
/// </summary>
public sealed partial class LinkBook<TContext>(RecordStore<TContext> record) where TContext : RecordContext
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];

    /// <summary>Issues a link as a part of this act.</summary>
    /// <param name="act">What decided to.</param>
    /// <param name="use">What it is for, as a word.</param>
    /// <param name="subject">What it leads to.</param>
    /// <param name="lifetime">A week if null; 30 days at most.</param>
    public LinkToken Issue(Act<TContext> act, string use, Guid subject, TimeSpan? lifetime = null)
    {
        if (!Word().IsMatch(use)) throw new ArgumentException("Found no word for the use of a link, expected one such as referral-answer.", nameof(use));
        var holds = lifetime ?? Lifetime;
        if (holds <= TimeSpan.Zero || holds > Longest) throw new ArgumentOutOfRangeException(nameof(lifetime), "Found another time, expected one of up to 30 days.");
        var (token, now) = (LinkToken.New(), record.Clock.GetUtcNow());
        act.Rows.Links.Add(new SinglePurposeLink
        {
            Id = token.Link, Organization = act.Access.Organization, SecretHash = token.SecretHash, Use = use, Subject = subject, IssuedAt = now, ExpiresAt = now + holds,
        });
        act.Note(new EventDraft(new EventKind("link.issued"), subject, detail: $"{use}/{token.Link}"));
        return token;
    }

    /// <summary>Looks where a link leads, for a page that is only opened. Null if there is none that holds for this use.</summary>
    public async Task<OpenLink?> Open(string? text, string use, CancellationToken cancellation)
    {
        if (!LinkToken.TryRead(text, out var token)) return null;
        await using var rows = record.Enter(Scope.Steward);
        var link = await rows.Everything<SinglePurposeLink>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == token.Link, cancellation);
        var isRight = CryptographicOperations.FixedTimeEquals(link?.SecretHash ?? NoHash, token.SecretHash);
        return isRight && link is { UsedAt: null, WithdrawnAt: null } && link.Use == use && record.Clock.GetUtcNow() < link.ExpiresAt
            ? new OpenLink(new LinkAccess(link), link.ExpiresAt)
            : null;
    }

    /// <summary>Uses a link up together with what is done by it, in one transaction; null if another was faster or it does not hold.</summary>
    /// <param name="text">The end of the address.</param>
    /// <param name="use">What the page is for.</param>
    /// <param name="work">What is done; it changes rows and notes events, and leaves saving to the link.</param>
    /// <param name="isDone">Whether it was done: if not, nothing is saved, and the link holds on.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<T?> Use<T>(string? text, string use, Func<Act<TContext>, LinkAccess, CancellationToken, Task<T>> work, Func<T, bool> isDone, CancellationToken cancellation)
        where T : class
    {
        if (await Open(text, use, cancellation) is not { } open) return null;
        var (id, now) = (open.Access.Account.Value, record.Clock.GetUtcNow());
        await using var act = await record.Begin(open.Access, cancellation);
        await act.TakeTurn(cancellation);
        var used = await act.Rows.Links.Where(row => row.Id == id && row.UsedAt == null && row.WithdrawnAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancellation);
        if (used == 0) return null;
        var result = await work(act, open.Access, cancellation);
        if (!isDone(result)) return result;
        act.Note(new EventDraft(new EventKind("link.used"), open.Access.Subject, detail: $"{use}/{id}"));
        await act.Save(cancellation);
        return result;
    }

    /// <summary>Withdraws every link to this subject that still holds, as a part of this act; says how many there were.</summary>
    public async Task<int> Withdraw(Act<TContext> act, Guid subject, CancellationToken cancellation)
    {
        var now = record.Clock.GetUtcNow();
        var withdrawn = await act.Rows.Links.Where(row => row.Subject == subject && row.UsedAt == null && row.WithdrawnAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.WithdrawnAt, now), cancellation);
        if (withdrawn > 0) act.Note(new EventDraft(new EventKind("link.withdrawn"), subject, withdrawn));
        return withdrawn;
    }

    [GeneratedRegex(@"\A[a-z]+(-[a-z]+)*\z(?<=\A.{1,40})")]
    private static partial Regex Word();
}
