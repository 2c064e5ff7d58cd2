using System.Data.Common;
using Credence.Record.Access;
using Credence.Record.Keys;

namespace Credence.Record.Storage;

/// <summary>What one side keeps sealed: where it stands, under whose key, and what is to be done when that key is erased.</summary>
public abstract class RecordContent
{
    /// <summary>The side's word: police or care.</summary>
    public abstract string Side { get; }

    /// <summary>A table that only this side has.</summary>
    public abstract string OwnTable { get; }

    /// <summary>Every sealed value of the record.</summary>
    public abstract IAsyncEnumerable<SealedValue> SealedValues(RecordContext rows);

    /// <summary>Whose content this is and how it stands, or null if there is no such subject.</summary>
    public abstract Task<ContentOwner?> Find(RecordContext rows, Guid subject, CancellationToken cancellation);

    /// <summary>The incidents to which contents belong that have a key of their own; a hold on one of these holds the content too.</summary>
    public virtual Task<ILookup<Guid, Guid>> BelongsTo(RecordContext rows, IReadOnlyList<Guid> subjects, CancellationToken cancellation) =>
        Task.FromResult(Enumerable.Empty<Guid>().ToLookup(subject => subject));

    /// <summary>Those of these contents that nobody but the person may read at this moment: an audit of the organization cannot be about them.</summary>
    public virtual Task<IReadOnlySet<Guid>> OfThePersonAlone(RecordContext rows, IReadOnlyList<Guid> subjects, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlySet<Guid>>(new HashSet<Guid>());

    /// <summary>Every subject in one state.</summary>
    public abstract IAsyncEnumerable<ContentOwner> InState(RecordContext rows, ContentState state);

    /// <summary>
    /// Puts a subject, if it is seen, from one state into another, and keeps its row for this transaction; false if it was not in the
    /// first.
    /// </summary>
    public abstract Task<bool> Mark(RecordContext rows, Guid subject, ContentState from, ContentState to, CancellationToken cancellation);

    /// <summary>Removes what else was made of the content, such as the tokens by which it is found.</summary>
    public abstract Task RemoveTraces(RecordContext rows, Guid subject, CancellationToken cancellation);

    /// <summary>
    /// Overwrites what removed traces have left in the files of the database; called outside any transaction, once for many of them, before
    /// they count as erased.
    /// </summary>
    public virtual Task Overwrite(RecordPlace place, DbConnection connection, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Everything that an organization keeps and that is seen, by the key that seals it, in an order that is the same in both databases.</summary>
    public abstract IAsyncEnumerable<KeptContent> KeptBy(RecordContext rows, OrganizationId organization);
}
