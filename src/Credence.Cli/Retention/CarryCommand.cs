using System.CommandLine;
using System.Globalization;
using Credence.Cli.Record;
using Credence.Record.Retention;

namespace Credence.Cli.Retention;

/// <summary><c>credence retention carry PROPOSAL</c>: does what two persons agreed on.</summary>
internal static class CarryCommand
{
    private const string About =
        """
        Carries out an approved proposal, exactly as it was approved, and says what was done

        Keys are erased for good: what they sealed is unreadable in the record and in every backup of it. What a hold stands on is
        left. Ended in the middle, by Ctrl-C or by a power cut, the same command goes on.
        """;

    public static Command Create() => RetentionCommand.Of("carry", About, Run, RetentionCommand.Proposal);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var id = RetentionCommand.Id(parsed, RetentionCommand.Proposal);
        var work = await RetentionCommand.Open(parsed, cancellation);
        if (await Carry(work, id, cancellation) is not RetentionAnswer.Done and var refused) throw RetentionOutcome.Refusal(refused);
        var (proposal, steps) = (await work.Show(id, default))!.Value;
        var held = steps.Count(step => step.State is StepState.Held);
        var answer = new RecordAnswer().Add("Carried out", id.ToString())
            .Add(proposal.Kind is ProposalKind.LiftHold ? "Released" : "Erased", steps.Count - held).Add("Left and held", held);
        if (held > 0) answer.Problems.Add("A legal hold stands on some of it; that was left as it is. Propose it again when the hold is released.");
        return answer.Say(parsed);
    }

    private static async Task<RetentionAnswer> Carry(RetentionWork work, Guid id, CancellationToken cancellation)
    {
        var terminal = Console.IsErrorRedirected ? null : Console.Error;
        try
        {
            return await work.Carry(id, (over, all) => terminal?.Write(string.Create(CultureInfo.InvariantCulture, $"\r{over:N0} of {all:N0} steps")), cancellation);
        }
        catch (OperationCanceledException)
        {
            throw new CommandEnd(ExitCode.Interrupted, "Interrupted; what was erased stays erased, and the same command goes on.");
        }
        finally
        {
            terminal?.Write($"\r{"",-40}\r");
        }
    }
}
