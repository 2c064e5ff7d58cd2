using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Retention;
using Credence.Record.Storage;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Cli.Retention;

/// <summary>The retention desk of either side, with the access of the account that a command names.</summary>
internal abstract class RetentionWork
{
    public abstract RecordSide Side { get; }

    public abstract Task<RetentionSummary?> Plan(RetentionSchedule schedule, Action<PlannedContent> line, CancellationToken cancellation);

    public abstract Task<RetentionAnswer> Propose(RetentionSchedule schedule, CancellationToken cancellation);

    public abstract Task<RetentionAnswer> ProposeReviewed(RetentionSchedule schedule, IReadOnlyCollection<Guid> reviewed, CancellationToken cancellation);

    public abstract Task<RetentionAnswer> Approve(Guid proposal, CancellationToken cancellation);

    public abstract Task<RetentionAnswer> Withdraw(Guid proposal, CancellationToken cancellation);

    public abstract Task<RetentionAnswer> Carry(Guid proposal, Action<int, int> progress, CancellationToken cancellation);

    public abstract Task<(Proposal Proposal, IReadOnlyList<ProposalStep> Steps)?> Show(Guid proposal, CancellationToken cancellation);

    public abstract Task<IReadOnlyList<Proposal>> Open(CancellationToken cancellation);

    public abstract Task<IReadOnlyList<RecordedHold>> Holds(CancellationToken cancellation);

    public abstract Task<RetentionAnswer> Hold(Guid subject, HoldReason reason, CancellationToken cancellation);

    public abstract Task<RetentionAnswer> ProposeLifting(Guid hold, CancellationToken cancellation);

    public static RetentionWork Of(RecordStore<PoliceContext> record, PoliceAccess access) => new OnPoliceSide(new Police.Retention.RetentionDesk(record), access);

    public static RetentionWork Of(RecordStore<CareContext> record, CareAccess access) => new OnCareSide(new Care.Retention.RetentionDesk(record), access);

    private sealed class OnPoliceSide(Police.Retention.RetentionDesk desk, PoliceAccess access) : RetentionWork
    {
        public override RecordSide Side => RecordSide.Police;

        public override Task<RetentionSummary?> Plan(RetentionSchedule schedule, Action<PlannedContent> line, CancellationToken cancellation) => desk.Plan(access, schedule, line, cancellation);

        public override Task<RetentionAnswer> Propose(RetentionSchedule schedule, CancellationToken cancellation) => desk.ProposeDue(access, schedule, cancellation);

        public override Task<RetentionAnswer> ProposeReviewed(RetentionSchedule schedule, IReadOnlyCollection<Guid> reviewed, CancellationToken cancellation) =>
            desk.ProposeReviewed(access, schedule, reviewed, cancellation);

        public override Task<RetentionAnswer> Approve(Guid proposal, CancellationToken cancellation) => desk.Approve(access, proposal, cancellation);

        public override Task<RetentionAnswer> Withdraw(Guid proposal, CancellationToken cancellation) => desk.Withdraw(access, proposal, cancellation);

        public override Task<RetentionAnswer> Carry(Guid proposal, Action<int, int> progress, CancellationToken cancellation) => desk.Carry(access, proposal, progress, cancellation);

        public override Task<(Proposal Proposal, IReadOnlyList<ProposalStep> Steps)?> Show(Guid proposal, CancellationToken cancellation) => desk.Show(access, proposal, cancellation);

        public override Task<IReadOnlyList<Proposal>> Open(CancellationToken cancellation) => desk.Open(access, cancellation);

        public override Task<IReadOnlyList<RecordedHold>> Holds(CancellationToken cancellation) => desk.Holds(access, cancellation);

        public override Task<RetentionAnswer> Hold(Guid subject, HoldReason reason, CancellationToken cancellation) => HoldAny(subject, reason, cancellation);

        public override Task<RetentionAnswer> ProposeLifting(Guid hold, CancellationToken cancellation) => desk.ProposeLifting(access, hold, cancellation);

        private async Task<RetentionAnswer> HoldAny(Guid subject, HoldReason reason, CancellationToken cancellation)
        {
            if (await desk.Hold(access, new IncidentId(subject), reason, cancellation) is not RetentionAnswer.NotFound and var incident) return incident;
            return await desk.HoldEncounter(access, new EncounterId(subject), reason, cancellation) is not RetentionAnswer.NotFound and var encounter
                ? encounter
                : await desk.HoldPractice(access, subject, reason, cancellation);
        }
    }

    private sealed class OnCareSide(Care.Retention.RetentionDesk desk, CareAccess access) : RetentionWork
    {
        public override RecordSide Side => RecordSide.Care;

        public override Task<RetentionSummary?> Plan(RetentionSchedule schedule, Action<PlannedContent> line, CancellationToken cancellation) => desk.Plan(access, schedule, line, cancellation);

        public override Task<RetentionAnswer> Propose(RetentionSchedule schedule, CancellationToken cancellation) => desk.ProposeDue(access, schedule, cancellation);

        public override Task<RetentionAnswer> ProposeReviewed(RetentionSchedule schedule, IReadOnlyCollection<Guid> reviewed, CancellationToken cancellation) =>
            desk.ProposeReviewed(access, schedule, reviewed, cancellation);

        public override Task<RetentionAnswer> Approve(Guid proposal, CancellationToken cancellation) => desk.Approve(access, proposal, cancellation);

        public override Task<RetentionAnswer> Withdraw(Guid proposal, CancellationToken cancellation) => desk.Withdraw(access, proposal, cancellation);

        public override Task<RetentionAnswer> Carry(Guid proposal, Action<int, int> progress, CancellationToken cancellation) => desk.Carry(access, proposal, progress, cancellation);

        public override Task<(Proposal Proposal, IReadOnlyList<ProposalStep> Steps)?> Show(Guid proposal, CancellationToken cancellation) => desk.Show(access, proposal, cancellation);

        public override Task<IReadOnlyList<Proposal>> Open(CancellationToken cancellation) => desk.Open(access, cancellation);

        public override Task<IReadOnlyList<RecordedHold>> Holds(CancellationToken cancellation) => desk.Holds(access, cancellation);

        public override Task<RetentionAnswer> Hold(Guid subject, HoldReason reason, CancellationToken cancellation) => desk.Hold(access, new PersonId(subject), reason, cancellation);

        public override Task<RetentionAnswer> ProposeLifting(Guid hold, CancellationToken cancellation) => desk.ProposeLifting(access, hold, cancellation);
    }
}
