using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Retention;

/// <summary>An approved erasing as it is carried out: some steps at a time, so that one that is ended goes on where it was.</summary>
internal sealed class CarriedErasing<TContext>(RecordStore<TContext> record, RecordAccess access, Proposal proposal, IReadOnlyList<ProposalStep> steps)
    where TContext : RecordContext
{
    private const int AtATime = 100;

    private static readonly EventKind StepDone = new("proposal.step-done");
    private static readonly EventKind StepHeld = new("proposal.step-held");

    /// <summary>Does what waits; false if the proposal was withdrawn meanwhile.</summary>
    /// <param name="progress">Hears how many of how many steps are over, after each batch.</param>
    /// <param name="cancellation">Stops it between two batches; what is begun by then is brought to its end.</param>
    public async Task<bool> Run(Action<int, int>? progress, CancellationToken cancellation)
    {
        var over = steps.Count(step => step.State is not StepState.Waiting);
        var ended = new List<EndedStep>();
        var stands = true;
        foreach (var some in steps.Where(step => step.State is StepState.Waiting).Chunk(AtATime))
        {
            if (cancellation.IsCancellationRequested || !(stands = await StillApproved())) break;
            ended.AddRange(await Erase(some));
            progress?.Invoke(over += some.Length, steps.Count);
        }

        // Once for all: to put an index of a million incidents together again takes as long for one as for thousands.
        await Erasures.Finish(record, access.Account, default);
        foreach (var some in ended.Chunk(AtATime)) await Note(some);
        if (stands && over < steps.Count) cancellation.ThrowIfCancellationRequested();
        return stands;
    }

    private async Task<bool> StillApproved()
    {
        await using var rows = record.Enter(access);
        return await rows.Set<Proposal>().AnyAsync(row => row.Id == proposal.Id && row.State == ProposalState.Approved, default);
    }

    private async Task<IEnumerable<EndedStep>> Erase(IReadOnlyList<ProposalStep> some)
    {
        var owners = await Owners(some);
        var held = await Erasures.Erase(record, access, [.. owners.Select(one => (one.Owner, one.Step.Rule))], default);
        return owners.Select(one => new EndedStep(one.Step, one.Owner.About, held.Contains(one.Step.Subject) ? StepState.Held : StepState.Done));
    }

    // A step is done when its content is gone, not when that has begun.
    private async Task Note(IReadOnlyList<EndedStep> some)
    {
        await using var act = await record.Begin(access, default);
        foreach (var ended in some.GroupBy(one => one.State))
        {
            var ids = ended.Select(one => one.Step.Id).ToList();
            await act.Rows.Set<ProposalStep>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ended.Key), default);
            foreach (var one in ended) act.Note(new EventDraft(ended.Key is StepState.Done ? StepDone : StepHeld, one.About, detail: one.Step.Rule));
        }

        await act.Save(default);
    }

    private async Task<List<(ProposalStep Step, ContentOwner Owner)>> Owners(IReadOnlyList<ProposalStep> some)
    {
        var owners = new List<(ProposalStep, ContentOwner)>(some.Count);
        await using var rows = record.Enter(Scope.Steward);
        foreach (var step in some)
        {
            owners.Add((step, await record.Content.Find(rows, step.Subject, default) is { } owner && owner.Organization == access.Organization
                ? owner
                : throw new RecordFault($"{record.Place}: found a step about something that is not in this record, expected an incident or a person of it; nothing of this batch was erased.")));
        }

        return owners;
    }

    private readonly record struct EndedStep(ProposalStep Step, Guid About, StepState State);
}
