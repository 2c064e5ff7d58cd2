using System.Linq.Expressions;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Handovers;

/// <summary>A message as a desk gets it.</summary>
/// <param name="Message">Its number on this host.</param>
/// <param name="From">The sender, whose signature was right.</param>
/// <param name="Content">What kind of thing it is.</param>
/// <param name="Body">The bytes.</param>
/// <param name="ReceivedAt">When it came.</param>
public sealed record ReceivedMessage(Guid Message, HostName From, ContentWord Content, ReadOnlyMemory<byte> Body, DateTimeOffset ReceivedAt)
{
    public override string ToString() => $"ReceivedMessage({Message}, {Body.Length} bytes)";
}

/// <summary>What a desk did with a message.</summary>
public abstract record Taking
{
    private Taking()
    {
    }

    /// <summary>All that it says is in the act.</summary>
    public sealed record Taken : Taking;

    /// <summary>It cannot be used. What the desk changed in the act is dropped; the message stays here, sealed.</summary>
    /// <param name="Code">Why, as a code; the sender is not told.</param>
    /// <param name="ConsentEnds">When the consent that it rests on ends, if that can be read: it is looked at again then.</param>
    public sealed record PutAside(string Code, DateTimeOffset? ConsentEnds = null) : Taking;

    /// <summary>It must not be kept, such as when its consent ended or was withdrawn before the desk had it. What the desk noted in the act stays; the message is destroyed.</summary>
    /// <param name="Code">Why, as a code; the sender is not told.</param>
    public sealed record Destroyed(string Code) : Taking;
}

/// <summary>The desk that takes messages over: it changes rows and notes events in the act that it is given, and leaves saving to the post.</summary>
public delegate Task<Taking> TakeOver<TContext>(Act<TContext> act, ReceivedMessage message, CancellationToken cancellation) where TContext : RecordContext;

/// <summary>What one pass through the inbox did.</summary>
/// <param name="Taken">Taken over by the desk.</param>
/// <param name="PutAside">Left sealed, because the desk cannot use them; those that were left so before do not count.</param>
/// <param name="Destroyed">Not kept, because nobody may have them any more.</param>
/// <param name="Failed">The desk stumbled; they are tried again.</param>
public sealed record InboxReport(int Taken, int PutAside, int Failed, int Destroyed = 0);

/// <summary>Hands what came in to a desk, each message once: what the desk makes of it and that it has it are one transaction.</summary>
public sealed class InboxWork<TContext> where TContext : RecordContext
{
    private readonly PostStore _store;
    private readonly PostAccess _access;
    private readonly TakeOver<TContext> _desk;

    internal InboxWork(PostStore store, PostAccess access, TakeOver<TContext> desk) => (_store, _access, _desk) = (store, access, desk);

    /// <summary>One pass.</summary>
    /// <param name="again">
    /// Tries all that was put aside too, such as after an update. What came from a sender of whom something is taken, and what lost its
    /// consent, is tried in any case.
    /// </param>
    /// <param name="cancellation">Stops between two messages.</param>
    public async Task<InboxReport> Pass(bool again, CancellationToken cancellation)
    {
        var heard = new HashSet<string>();
        var report = await Pass(await Waiting(again, cancellation), new InboxReport(0, 0, 0), heard, cancellation);
        // What its sender says now may end the consent of what was put aside before, or be what that waited for.
        if (heard.Count > 0 && !again) report = await Pass(await Aside([.. heard], cancellation), report, [], cancellation);
        await EraseKeys(cancellation);
        return report;
    }

    private async Task<InboxReport> Pass(List<Guid> waiting, InboxReport report, HashSet<string> heard, CancellationToken cancellation)
    {
        foreach (var id in waiting)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                report = await Take(id, heard, cancellation) switch
                {
                    Taking.Taken => report with { Taken = report.Taken + 1 },
                    Taking.PutAside => report with { PutAside = report.PutAside + 1 },
                    Taking.Destroyed => report with { Destroyed = report.Destroyed + 1 },
                    _ => report,
                };
            }

            // One message that a desk stumbles over must not keep the others from it; this one is tried again.
            catch (Exception e) when (e is not (OperationCanceledException or RecordFault))
            {
                report = report with { Failed = report.Failed + 1 };
            }
        }

        return report;
    }

    private Task<List<Guid>> Waiting(bool again, CancellationToken cancellation)
    {
        var now = _store.Clock.GetUtcNow();
        return Ids(row => row.State == IncomingState.Received || (row.State == IncomingState.PutAside && row.Body != null && (again || row.ConsentEnds <= now)), cancellation);
    }

    private Task<List<Guid>> Aside(List<string> senders, CancellationToken cancellation) =>
        Ids(row => row.State == IncomingState.PutAside && row.Body != null && senders.Contains(row.From), cancellation);

    private Task<List<Guid>> Ids(Expression<Func<IncomingMessage, bool>> which, CancellationToken cancellation) => _store.Guarded(async () =>
    {
        await using var rows = _store.Enter(_access);
        return await rows.Inbox.Where(which).OrderBy(row => row.ReceivedAt).Select(row => row.Id).ToListAsync(cancellation);
    });

    private async Task<Taking?> Take(Guid id, HashSet<string> heard, CancellationToken cancellation)
    {
        Taking taking;
        await using (var act = await _store.Begin(_access, cancellation))
        {
            if (await Lock(act, id, cancellation) is not { } row) return null;
            taking = await Read(row, cancellation) is { } message ? await _desk((Act<TContext>)act, message, cancellation) : new Taking.PutAside("does-not-open");
            if (taking is not Taking.PutAside)
            {
                await End(act, row, taking, cancellation);
                if (taking is Taking.Taken) heard.Add(row.From);
                return taking;
            }

            if (row.State is IncomingState.PutAside) return null;
        }

        // A new act: what the desk had begun in the other one is dropped with it.
        await using var aside = await _store.Begin(_access, cancellation);
        if (await Lock(aside, id, cancellation) is not { } again) return null;
        await End(aside, again, taking, cancellation);
        return taking;
    }

    // Writing the row takes it until the act ends: a second process waits, and then finds it taken.
    private static async Task<IncomingMessage?> Lock(Act act, Guid id, CancellationToken cancellation) =>
        await act.Rows.Inbox.Where(row => row.Id == id && row.Body != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, row => row.State), cancellation) == 1
            ? await act.Rows.Inbox.AsNoTracking().SingleAsync(row => row.Id == id, cancellation)
            : null;

    private async Task<ReceivedMessage?> Read(IncomingMessage row, CancellationToken cancellation)
    {
        using var key = await _store.Vault.Find(row.Id, cancellation);
        return key?.TryOpen(row.Body, Inbox.Place(row.Id)) is { } body && ContentWord.TryRead(row.Content, out var content)
            ? new ReceivedMessage(row.Id, HostName.Of(row.From), content, body, row.ReceivedAt)
            : null;
    }

    private async Task End(Act act, IncomingMessage row, Taking taking, CancellationToken cancellation)
    {
        var (state, because, kind) = taking switch
        {
            Taking.PutAside aside => (IncomingState.PutAside, aside.Code, "handover.put-aside"),
            Taking.Destroyed destroyed => (IncomingState.Destroyed, destroyed.Code, "handover.destroyed"),
            _ => (IncomingState.Taken, (string?)null, "handover.taken"),
        };
        var (now, body, ends) = (_store.Clock.GetUtcNow(), state is IncomingState.PutAside ? row.Body : null, (taking as Taking.PutAside)?.ConsentEnds);
        await act.Rows.Inbox.Where(same => same.Id == row.Id).ExecuteUpdateAsync(
            set => set.SetProperty(same => same.State, state).SetProperty(same => same.Body, body).SetProperty(same => same.Because, because)
                .SetProperty(same => same.ConsentEnds, ends).SetProperty(same => same.EndedAt, now),
            cancellation);
        act.Note(new EventDraft(new EventKind(kind), row.Id, detail: because ?? row.From));
        await act.Save(cancellation);
    }

    // After the commit, since keys are kept elsewhere; one that a kill left over goes in the next pass.
    private async Task EraseKeys(CancellationToken cancellation)
    {
        await using var rows = _store.Enter(_access);
        var over = await _store.Guarded(() => rows.Inbox.Where(row => row.Body == null && !row.IsKeyErased).Select(row => row.Id).ToListAsync(cancellation));
        foreach (var id in over)
        {
            await _store.Vault.Keys.Erase(id, _store.Clock.GetUtcNow(), cancellation);
            await _store.Guarded(() => rows.Inbox.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsKeyErased, true), cancellation));
        }
    }
}
