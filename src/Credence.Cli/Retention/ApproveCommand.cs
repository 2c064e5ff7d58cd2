using System.CommandLine;

namespace Credence.Cli.Retention;

/// <summary><c>credence retention approve PROPOSAL</c>: the second person agrees.</summary>
internal static class ApproveCommand
{
    public static Command Create() => RetentionCommand.Of(
        "approve", "Approves a proposal as the second person; read it first with credence retention status PROPOSAL", Run, RetentionCommand.Proposal);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var id = RetentionCommand.Id(parsed, RetentionCommand.Proposal);
        var answer = await (await RetentionCommand.Open(parsed, cancellation)).Approve(id, cancellation);
        return RetentionOutcome.Say(parsed, answer, "Approved", "credence retention carry does what was approved");
    }
}
