using System.CommandLine;

namespace Credence.Cli.Retention;

/// <summary><c>credence retention release HOLD</c>: proposes to end a hold; a second person approves, then carry ends it.</summary>
internal static class ReleaseCommand
{
    private static readonly Argument<string> Hold = new("HOLD") { Description = "Id of the hold, as credence retention status says it" };

    public static Command Create() => RetentionCommand.Of(
        "release", "Proposes to release a legal hold, as the first of two persons; it stands until the proposal is carried out", Run, Hold);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var id = RetentionCommand.Id(parsed, Hold);
        var answer = await (await RetentionCommand.Open(parsed, cancellation)).ProposeLifting(id, cancellation);
        return RetentionOutcome.Say(parsed, answer, "Proposal", "another person approves it, then carry releases the hold");
    }
}
