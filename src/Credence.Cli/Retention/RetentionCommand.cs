using System.CommandLine;
using Credence.Cli.Record;

namespace Credence.Cli.Retention;

/// <summary><c>credence retention</c>: what is erased when its time is over, and what a hold keeps.</summary>
internal static class RetentionCommand
{
    private const string About =
        """
        Says what is due for erasing, has it approved by a second person, and carries it out; places and releases legal holds

        A police record and a service record alike: the place itself says which it is. plan does nothing; propose writes down what
        would be done; another account approves it; carry does exactly that. A hold stops it at any time. docs/retention.md tells the whole.
        """;

    public static readonly Argument<string> Proposal = new("PROPOSAL") { Description = "Id of the proposal, as credence retention propose or status says it" };

    public static Command Create() => new("retention", About)
    {
        PlanCommand.Create(),
        ProposeCommand.Create(),
        ApproveCommand.Create(),
        WithdrawCommand.Create(),
        CarryCommand.Create(),
        StatusCommand.Create(),
        HoldCommand.Create(),
        ReleaseCommand.Create(),
    };

    /// <summary>Makes a command of retention: who and why, then the options of every command on a record.</summary>
    public static Command Of(string name, string about, Func<ParseResult, CancellationToken, Task<int>> run, params Symbol[] own) =>
        RecordCommand.Of(name, about, run, [.. own, RecordOptions.As, RecordOptions.Purpose]);

    /// <summary>The retention of the record that the command names.</summary>
    public static async Task<RetentionWork> Open(ParseResult parsed, CancellationToken cancellation) =>
        await (await OpenRecord.AsFound(parsed, cancellation)).Retention(parsed, cancellation);

    /// <summary>The id that an argument holds; ends the command if it holds none.</summary>
    public static Guid Id(ParseResult parsed, Argument<string> argument) => Id(parsed.GetValue(argument), argument.Name);

    public static Guid Id(string? text, string name) => Guid.TryParse(text, out var id)
        ? id
        : throw CommandEnd.WrongUse($"{name}: found no id, expected 32 digits and letters from a to f, with or without hyphens.");
}
