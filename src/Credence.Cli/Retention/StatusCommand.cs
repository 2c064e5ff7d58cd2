using System.CommandLine;
using Credence.Cli.Record;
using Credence.Consents;
using Credence.Record.Retention;

namespace Credence.Cli.Retention;

/// <summary><c>credence retention status [PROPOSAL]</c>: what waits and what is held, or one proposal step by step.</summary>
internal static class StatusCommand
{
    private static readonly Argument<string> Proposal = new("PROPOSAL") { Description = "A proposal, to see every step of it; left out: all that wait, and the holds", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create() => RetentionCommand.Of("status", "Lists the proposals that wait and the holds that stand, or every step of one proposal", Run, Proposal);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var work = await RetentionCommand.Open(parsed, cancellation);
        return parsed.GetValue(Proposal) is null
            ? All(await work.Open(cancellation), await work.Holds(cancellation)).Say(parsed)
            : await work.Show(RetentionCommand.Id(parsed, Proposal), cancellation) is { } found
                ? One(found.Proposal, found.Steps).Say(parsed)
                : throw RetentionOutcome.Refusal(new RetentionAnswer.NotFound());
    }

    private static RecordAnswer All(IReadOnlyList<Proposal> open, IReadOnlyList<RecordedHold> holds) => new RecordAnswer()
        .AddEach("Proposals", open.Select(one => $"{one.Id} {EnumWord.Of(one.Kind)} {EnumWord.Of(one.State)} until {one.ExpiresAt:yyyy-MM-dd}").ToList())
        .AddEach("Holds", holds.Select(one => $"{one.Id} on {one.Subject} {EnumWord.Of(one.Reason)} since {one.PlacedAt:yyyy-MM-dd}").ToList());

    private static RecordAnswer One(Proposal proposal, IReadOnlyList<ProposalStep> steps) => new RecordAnswer()
        .Add("Proposal", proposal.Id.ToString()).Add("Kind", EnumWord.Of(proposal.Kind)).Add("State", EnumWord.Of(proposal.State))
        .Add("Proposed by", proposal.ProposedBy.Value.ToString()).Add("Proposed at", proposal.ProposedAt)
        .Add("Approved by", proposal.ApprovedBy?.Value.ToString()).Add("Until", proposal.ExpiresAt).Add("Fingerprint", proposal.Fingerprint)
        .Add("Waiting", steps.Count(step => step.State is StepState.Waiting)).Add("Done", steps.Count(step => step.State is StepState.Done))
        .Add("Held", steps.Count(step => step.State is StepState.Held))
        .AddEach("Steps", steps.Select(step => $"{step.Subject} {EnumWord.Of(step.State)} {step.Rule} {step.Why}".TrimEnd()).ToList());
}
