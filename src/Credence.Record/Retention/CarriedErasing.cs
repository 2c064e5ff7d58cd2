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
    /// <param name="cancellation">Stops it between two batches.</param>
    public async Task<bool> Run(Action<int, int>? progress, CancellationToken cancellation)
    {
        var over = steps.Count(step => step.State is not StepState.Waiting);
        foreach (var some in steps.Where(step => step.State is StepState.Waiting).Chunk(AtATime))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!await StillApproved(cancellation)) return false;
            await Carry(some);
            progress?.Invoke(over += some.Length, steps.Count);
        }

        return true;
    }

    private async Task<bool> StillApproved(CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await rows.Set<Proposal>().AnyAsync(row => row.Id == proposal.Id && row.State == ProposalState.Approved, cancellation);
    }

    // A step is done when its content is gone, not when that has begun.
    private async Task Carry(IReadOnlyList<ProposalStep> some)
    {
        var owners = await Owners(some);
        var held = await Erasures.Erase(record, access, [.. owners.Select(one => (one.Owner, one.Step.Rule))], default);
        await using var act = await record.Begin(access, default);
        foreach (var state in (StepState[])[StepState.Done, StepState.Held])
        {
            var ended = owners.FindAll(one => held.Contains(one.Step.Subject) == state is StepState.Held);
            var ids = ended.ConvertAll(one => one.Step.Id);
            await act.Rows.Set<ProposalStep>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state), default);
            foreach (var (step, owner) in ended) act.Note(new EventDraft(state is StepState.Done ? StepDone : StepHeld, owner.About, detail: step.Rule));
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
}
