using Credence.Care.Access;
using Credence.Care.Files;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;
using Credence.Wishes;

namespace Credence.Care.Wishes;

/// <summary>Where a restorative process is kept, if the person wishes for one: each step only when its gates are met. None of it is ever in a police record.</summary>
public sealed class RestorativeDesk(RecordStore<CareContext> record)
{
    private readonly FileBook<RestorativeEntry> _book = new(record, EntryKind.Restorative, CareJson.Default.RestorativeEntry);

    /// <summary>Writes down that a gate is met, who says so; the first one of a new number begins a process.</summary>
    [Requires<CareAct>(CareAct.KeepWishes)]
    public async Task<FileAnswer> Meet(CareAccess access, PersonId person, Guid process, Gate gate, string by, CancellationToken cancellation) =>
        access.May(CareAct.KeepWishes) ? await Add(access, person, "restorative.gate-met", process, now => new RestorativeEntry.Met(now, process, gate, by), cancellation) : new FileAnswer.NotFound();

    /// <summary>Writes down that a gate is no longer met.</summary>
    [Requires<CareAct>(CareAct.KeepWishes)]
    public async Task<FileAnswer> Reopen(CareAccess access, PersonId person, Guid process, Gate gate, CancellationToken cancellation) =>
        access.May(CareAct.KeepWishes) ? await Add(access, person, "restorative.gate-reopened", process, now => new RestorativeEntry.Reopened(now, process, gate), cancellation) : new FileAnswer.NotFound();

    /// <summary>Takes a step, or names the gates that are open.</summary>
    [Requires<CareAct>(CareAct.KeepWishes)]
    public async Task<FileAnswer> Take(CareAccess access, PersonId person, Guid process, RestorativeStep step, string? words, CancellationToken cancellation) =>
        access.May(CareAct.KeepWishes) ? await Add(access, person, "restorative.step-taken", process, now => new RestorativeEntry.Taken(now, process, step, words), cancellation) : new FileAnswer.NotFound();

    /// <summary>The person stops it, at any moment.</summary>
    [OwnOnly]
    public Task<FileAnswer> Stop(SurvivorAccess access, Guid process, CancellationToken cancellation) => StopAs(access, access.Person, process, cancellation);

    /// <summary>Writes down that either side stopped it.</summary>
    [Requires<CareAct>(CareAct.KeepWishes)]
    public async Task<FileAnswer> Stop(CareAccess access, PersonId person, Guid process, CancellationToken cancellation) =>
        access.May(CareAct.KeepWishes) ? await StopAs(access, person, process, cancellation) : new FileAnswer.NotFound();

    /// <summary>Everything that was written, first to last; empty if there is none, or no such person for the one who asks.</summary>
    [Requires<CareAct>(CareAct.KeepWishes)]
    public async Task<IReadOnlyList<Written<RestorativeEntry>>> History(CareAccess access, PersonId person, CancellationToken cancellation) =>
        access.May(CareAct.KeepWishes) ? await _book.Open(access, person, "restorative.opened", cancellation) ?? [] : [];

    /// <summary>The person's own.</summary>
    [OwnOnly]
    public async Task<IReadOnlyList<Written<RestorativeEntry>>> History(SurvivorAccess access, CancellationToken cancellation) =>
        await _book.Open(access, access.Person, "restorative.opened", cancellation) ?? [];

    private Task<FileAnswer> Add(RecordAccess access, PersonId person, string what, Guid process, Func<DateTimeOffset, RestorativeEntry> make, CancellationToken cancellation) =>
        _book.Add(access, person, what, (written, now) =>
        {
            var (entry, so) = (make(now), RestorativeProcess.Of(written.Select(one => one.Entry).Where(one => one.Process == process)));
            return so.WhyNot(entry) is { } because ? (null, because) : (entry, null);
        }, cancellation);

    // What was never begun cannot be stopped: whether it exists is nobody else's to learn.
    private Task<FileAnswer> StopAs(RecordAccess access, PersonId person, Guid process, CancellationToken cancellation) =>
        _book.Add(access, person, "restorative.stopped", (written, now) => written.All(one => one.Entry.Process != process)
            ? (null, "Found no such process, expected one that was begun.") : (new RestorativeEntry.Stopped(now, process), null), cancellation);
}
