using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Retention;

/// <summary>
/// Erases contents by erasing their keys. First the row says that it is being erased, with its event; then the key goes; then the row
/// says that it is gone. A process killed between these is finished by the next one that opens the record.
/// </summary>
public static class Erasures
{
    private static readonly EventKind Began = new("content.erasing");
    private static readonly EventKind Ended = new("content.erased");

    /// <summary>Finishes what was begun; returns how many.</summary>
    public static Task<int> Finish<TContext>(RecordStore<TContext> record, CancellationToken cancellation) where TContext : RecordContext =>
        Finish(record, default, cancellation);

    /// <summary>Finishes what was begun, on behalf of an account. What else was made of the contents is put in order once for all of them.</summary>
    internal static async Task<int> Finish<TContext>(RecordStore<TContext> record, AccountId onBehalfOf, CancellationToken cancellation)
        where TContext : RecordContext
    {
        var begun = new List<ContentOwner>();
        await using (var rows = record.Enter(Scope.Steward))
        {
            await foreach (var one in record.Content.InState(rows, ContentState.Erasing).WithCancellation(cancellation)) begun.Add(one);
        }

        foreach (var one in begun) await record.Vault.Keys.Erase(one.Subject, record.Clock.GetUtcNow(), cancellation);
        foreach (var own in begun.GroupBy(one => one.Organization)) await Complete(record, new StewardAccess(onBehalfOf, own.Key), own, cancellation);
        return begun.Count;
    }

    /// <summary>
    /// Begins to erase one content on behalf of an account, and erases its key; <see cref="Finish{TContext}(RecordStore{TContext},AccountId,CancellationToken)"/>
    /// ends it. False, and nothing done, if a legal hold stands on it. What is erased already stays so.
    /// </summary>
    internal static async Task<bool> Erase<TContext>(
        RecordStore<TContext> record, AccountId onBehalfOf, Guid subject, string rule, CancellationToken cancellation) where TContext : RecordContext
    {
        ContentOwner? owner;
        await using (var rows = record.Enter(Scope.Steward)) owner = await record.Content.Find(rows, subject, cancellation);
        if (owner is not { } found || found.State is ContentState.Erased) return true;
        var access = new StewardAccess(onBehalfOf, found.Organization);
        if (found.State is ContentState.Kept && !await Begin(record, access, subject, rule, cancellation)) return false;
        await record.Vault.Keys.Erase(subject, record.Clock.GetUtcNow(), cancellation);
        return true;
    }

    // The row is marked before holds are looked for: whoever places a hold takes the same row first, so one of the two sees the other.
    private static async Task<bool> Begin<TContext>(
        RecordStore<TContext> record, StewardAccess access, Guid subject, string rule, CancellationToken cancellation) where TContext : RecordContext
    {
        await using var act = await record.Begin(access, cancellation);
        if (!await record.Content.Mark(act.Rows, subject, ContentState.Kept, ContentState.Erasing, cancellation)) return true;
        if (await IsHeld(act.Rows, subject, cancellation)) return false;
        await record.Content.RemoveTraces(act.Rows, subject, cancellation);
        act.Note(new EventDraft(Began, subject, detail: rule));
        await act.Save(cancellation);
        return true;
    }

    private static async Task Complete<TContext>(
        RecordStore<TContext> record, StewardAccess access, IEnumerable<ContentOwner> erased, CancellationToken cancellation) where TContext : RecordContext
    {
        await using var act = await record.Begin(access, cancellation);
        await record.Content.Settle(act.Rows, cancellation);
        var any = false;
        foreach (var one in erased)
        {
            if (!await record.Content.Mark(act.Rows, one.Subject, ContentState.Erasing, ContentState.Erased, cancellation)) continue;
            act.Note(new EventDraft(Ended, one.Subject));
            any = true;
        }

        if (any) await act.Save(cancellation);
    }

    internal static Task<bool> IsHeld(RecordContext rows, Guid subject, CancellationToken cancellation) =>
        rows.Everything<RecordedHold>().AnyAsync(hold => hold.Subject == subject && hold.LiftedAt == null, cancellation);
}
