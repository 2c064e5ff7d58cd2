using System.CommandLine;

namespace Credence.Cli.Retention;

/// <summary><c>credence retention withdraw PROPOSAL</c>: it is not to be done after all.</summary>
internal static class WithdrawCommand
{
    public static Command Create() => RetentionCommand.Of(
        "withdraw", "Withdraws a proposal; what was erased under it by then stays erased", Run, RetentionCommand.Proposal);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var id = RetentionCommand.Id(parsed, RetentionCommand.Proposal);
        var answer = await (await RetentionCommand.Open(parsed, cancellation)).Withdraw(id, cancellation);
        return RetentionOutcome.Say(parsed, answer, "Withdrawn", "nothing");
    }
}
