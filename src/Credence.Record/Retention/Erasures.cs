using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Retention;

/// <summary>
/// Erases contents by erasing their keys. First the rows say that they are being erased, with their events; then the keys go; then the
/// rows say that it is done. A process killed between these is finished by the next one that opens the record.
/// </summary>
public static class Erasures
{
    private static readonly EventKind Began = new("content.erasing");
    private static readonly EventKind Ended = new(Erased);

    /// <summary>What the log calls it when a content is gone.</summary>
    public const string Erased = "content.erased";

    /// <summary>Finishes what was begun; returns how many.</summary>
    public static Task<int> Finish<TContext>(RecordStore<TContext> record, CancellationToken cancellation) where TContext : RecordContext =>
        Finish(record, default, cancellation);

    /// <summary>
    /// Begins to erase contents of one organization on behalf of an account, and erases their keys, all but those on which a legal hold
    /// stands, which it returns. <see cref="Finish{TContext}(RecordStore{TContext},AccountId,CancellationToken)"/> ends it, once for many.
    /// </summary>
    internal static async Task<IReadOnlySet<Guid>> Erase<TContext>(
        RecordStore<TContext> record, RecordAccess onBehalfOf, IReadOnlyList<(ContentOwner Owner, string Rule)> contents, CancellationToken cancellation)
        where TContext : RecordContext
    {
        var access = new StewardAccess(onBehalfOf.Account, onBehalfOf.Organization);
        var held = await Begin(record, access, contents, cancellation);
        await record.Vault.Keys.Erase(
            [.. contents.Select(one => one.Owner).Where(owner => owner.State is not ContentState.Erased && !held.Contains(owner.Subject)).Select(owner => owner.Subject)],
            record.Clock.GetUtcNow(), cancellation);
        return held;
    }

    // The rows are marked, and the turn taken, before holds are looked for: whoever places a hold ends the same way, so one sees the other.
    private static async Task<HashSet<Guid>> Begin<TContext>(
        RecordStore<TContext> record, StewardAccess access, IReadOnlyList<(ContentOwner Owner, string Rule)> contents, CancellationToken cancellation)
        where TContext : RecordContext
    {
        await using var act = await record.Begin(access, cancellation);
        var marked = new List<(ContentOwner Owner, string Rule)>();
        // In one order, so that two who erase the same do not wait for each other.
        foreach (var one in contents.Where(one => one.Owner.State is ContentState.Kept).OrderBy(one => one.Owner.Subject))
            if (await record.Content.Mark(act.Rows, one.Owner.Subject, ContentState.Kept, ContentState.Erasing, cancellation)) marked.Add(one);
        await act.TakeTurn(cancellation);
        var held = (await StandingHolds.On(record.Content, act.Rows, [.. marked.Select(one => (one.Owner.Subject, one.Owner.About))], cancellation))
            .Select(one => one.Key).ToHashSet();
        foreach (var subject in held) await record.Content.Mark(act.Rows, subject, ContentState.Erasing, ContentState.Kept, cancellation);
        foreach (var (owner, rule) in marked.Where(one => !held.Contains(one.Owner.Subject)))
        {
            await record.Content.RemoveTraces(act.Rows, owner.Subject, cancellation);
            act.Note(new EventDraft(Began, owner.About, detail: rule));
        }

        if (marked.Count > held.Count) await act.Save(cancellation);
        return held;
    }

    /// <summary>Finishes what was begun, on behalf of an account. What else was made of the contents is overwritten once for all of them.</summary>
    internal static async Task<int> Finish<TContext>(RecordStore<TContext> record, AccountId onBehalfOf, CancellationToken cancellation)
        where TContext : RecordContext
    {
        var begun = new List<ContentOwner>();
        await using (var rows = record.Enter(Scope.Steward))
        {
            await foreach (var one in record.Content.InState(rows, ContentState.Erasing).WithCancellation(cancellation)) begun.Add(one);
            if (begun.Count == 0) return 0;
            await record.Vault.Keys.Erase([.. begun.Select(one => one.Subject)], record.Clock.GetUtcNow(), cancellation);
            await rows.Database.OpenConnectionAsync(cancellation);
            await record.Content.Overwrite(record.Place, rows.Database.GetDbConnection(), cancellation);
        }

        foreach (var own in begun.GroupBy(one => one.Organization)) await Complete(record, new StewardAccess(onBehalfOf, own.Key), own, cancellation);
        return begun.Count;
    }

    private static async Task Complete<TContext>(
        RecordStore<TContext> record, StewardAccess access, IEnumerable<ContentOwner> erased, CancellationToken cancellation) where TContext : RecordContext
    {
        await using var act = await record.Begin(access, cancellation);
        var any = false;
        foreach (var one in erased.OrderBy(one => one.Subject))
        {
            if (!await record.Content.Mark(act.Rows, one.Subject, ContentState.Erasing, ContentState.Erased, cancellation)) continue;
            act.Note(new EventDraft(Ended, one.About));
            any = true;
        }

        if (any) await act.Save(cancellation);
    }
}
