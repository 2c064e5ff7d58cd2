using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Handovers;

/// <summary>How many messages to or from a partner stand how.</summary>
/// <param name="Partner">The short name.</param>
/// <param name="State">The state's word.</param>
/// <param name="Trouble">What the last attempts ended with, or null.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">When the oldest of them was written or came.</param>
public sealed record PostCount(string Partner, string State, string? Trouble, int Count, DateTimeOffset Oldest);

/// <summary>The post of one organization: its keys, its partners, what goes out and what comes in.</summary>
public sealed class Post
{
    private readonly PostStore _store;

    private Post(PostStore store, PostKeys keys)
    {
        (_store, Keys) = (store, keys);
        (Partners, Outbox, Inbox) = (new PartnerBook(store, keys.Name), new Outbox(store, keys), new Inbox(store, keys));
    }

    public PostKeys Keys { get; }

    public PartnerBook Partners { get; }

    public Outbox Outbox { get; }

    public Inbox Inbox { get; }

    public PostAccess Access => new(Keys.Organization);

    /// <summary>The post of an organization of this record, by the keys that lie beside it at this moment; null where it has none.</summary>
    public static Post? Find<TContext>(RecordStore<TContext> record, OrganizationId organization) where TContext : RecordContext
    {
        var folder = record.Vault.Folder;
        return PostKeys.NamesIn(folder).Select(name => PostKeys.Open(folder, name)).FirstOrDefault(keys => keys.Organization == organization) is { } found ? Of(record, found) : null;
    }

    public static Post Of<TContext>(RecordStore<TContext> record, PostKeys keys) where TContext : RecordContext => new(PostStore.Of(record), keys);

    public Delivery Delivery(Carrier carry) => new(_store, Keys, Outbox, carry);

    /// <summary>Hands what came in to a desk; the record must be the one that this post was made of.</summary>
    public InboxWork<TContext> Work<TContext>(TakeOver<TContext> desk) where TContext : RecordContext => new(_store, Access, desk);

    /// <summary>Whether the store answers.</summary>
    public Task<bool> Answers(CancellationToken cancellation) => _store.Guarded(async () =>
    {
        await using var rows = _store.Enter(Access);
        await rows.Partners.AnyAsync(cancellation);
        return true;
    });

    /// <summary>What waits and what went, by partner; counts only.</summary>
    public Task<(IReadOnlyList<PostCount> Out, IReadOnlyList<PostCount> In)> Status(CancellationToken cancellation) =>
        _store.Guarded<(IReadOnlyList<PostCount>, IReadOnlyList<PostCount>)>(async () =>
        {
            await using var rows = _store.Enter(Access);
            var sent = await rows.Outbox.GroupBy(row => new { row.To, row.State, row.Trouble })
                .Select(group => new { group.Key, Count = group.Count(), Oldest = group.Min(row => row.MadeAt) }).ToListAsync(cancellation);
            var came = await rows.Inbox.GroupBy(row => new { row.From, row.State })
                .Select(group => new { group.Key, Count = group.Count(), Oldest = group.Min(row => row.ReceivedAt) }).ToListAsync(cancellation);
            return (
                [.. sent.Select(row => new PostCount(row.Key.To, row.Key.State.ToString(), row.Key.Trouble is Trouble.None ? null : row.Key.Trouble.ToString(), row.Count, row.Oldest)).OrderBy(row => row.Partner, StringComparer.Ordinal).ThenBy(row => row.State, StringComparer.Ordinal)],
                [.. came.Select(row => new PostCount(row.Key.From, row.Key.State.ToString(), null, row.Count, row.Oldest)).OrderBy(row => row.Partner, StringComparer.Ordinal).ThenBy(row => row.State, StringComparer.Ordinal)]);
        });
}
