using Credence.Care.Erasure;
using Credence.Consents;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Storage;

/// <summary>One kind of content that has a key of its own, for whatever is done to all kinds alike.</summary>
internal abstract class OwnKeyed
{
    internal abstract IAsyncEnumerable<SealedValue> Values(RecordContext rows);

    internal abstract Task<ContentOwner?> Find(RecordContext rows, Guid key, CancellationToken cancellation);

    internal abstract IAsyncEnumerable<ContentOwner> InState(RecordContext rows, ContentState state);

    internal abstract Task<bool> Mark(RecordContext rows, Guid key, ContentState from, ContentState to, CancellationToken cancellation);

    internal abstract IAsyncEnumerable<KeptContent> KeptBy(RecordContext rows, OrganizationId organization);
}

/// <summary>The rows of one such kind.</summary>
/// <param name="table">Their table.</param>
/// <param name="kind">What they are to retention.</param>
/// <param name="created">Since when one is there.</param>
/// <param name="closed">Since when one is over, or null.</param>
internal sealed class OwnKeyed<T>(string table, RecordKind kind, Func<T, DateTimeOffset> created, Func<T, DateTimeOffset?> closed) : OwnKeyed where T : class, IOwnKey
{
    internal override async IAsyncEnumerable<SealedValue> Values(RecordContext rows)
    {
        await foreach (var row in rows.Seen<T>().AsNoTracking().AsAsyncEnumerable()) yield return new SealedValue(table, row.Key, row.Place, row.Content, row.State);
    }

    internal override async Task<ContentOwner?> Find(RecordContext rows, Guid key, CancellationToken cancellation)
    {
        var found = await rows.Seen<T>().AsNoTracking().Where(row => row.Key == key).Select(row => new { row.Person, row.Organization, row.State }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : new ContentOwner(key, found.Person.Value, found.Organization, found.State);
    }

    internal override async IAsyncEnumerable<ContentOwner> InState(RecordContext rows, ContentState state)
    {
        var found = rows.Seen<T>().AsNoTracking().Where(row => row.State == state).OrderBy(row => row.Key).Select(row => new { row.Key, row.Person, row.Organization });
        await foreach (var row in found.AsAsyncEnumerable()) yield return new ContentOwner(row.Key, row.Person.Value, row.Organization, state);
    }

    internal override async Task<bool> Mark(RecordContext rows, Guid key, ContentState from, ContentState to, CancellationToken cancellation) =>
        await rows.Seen<T>().Where(row => row.Key == key && row.State == from).ExecuteUpdateAsync(row => row.SetProperty(one => one.State, to), cancellation) > 0;

    internal override async IAsyncEnumerable<KeptContent> KeptBy(RecordContext rows, OrganizationId organization)
    {
        var asked = rows.Seen<ErasureRequest>().Where(row => row.TakenBackAt == null);
        var kept = from row in rows.Seen<T>().AsNoTracking()
                   where row.Organization == organization && row.State == ContentState.Kept
                   orderby row.Person, row.Key
                   select new { Row = row, Asked = asked.Where(one => one.Person == row.Person).Select(one => (DateTimeOffset?)one.AskedAt).FirstOrDefault() };
        await foreach (var one in kept.AsAsyncEnumerable())
            yield return new KeptContent(one.Row.Key, one.Row.Person.Value, [CareContent.Held(one.Row.Key, kind, created(one.Row), closed(one.Row), one.Asked)]);
    }
}
