using System.CommandLine;
using Credence.Cli.Record;
using Credence.Record.Handovers;

namespace Credence.Cli.Handovers;

/// <summary><c>credence handover status</c>: what waits and what went, as counts by partner.</summary>
internal static class StatusCommand
{
    public static Command Create() => RecordCommand.Of("status", "Counts messages by partner and state; shows nothing of what they say.", Run, PostRecord.Name);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (sent, came) = await (await PostRecord.Post(parsed, cancellation)).Status(cancellation);
        var exit = sent.Any(count => count.Trouble is not null) || came.Any(count => count.State == nameof(IncomingState.PutAside)) ? ExitCode.DoneWithProblems : ExitCode.Done;
        if (parsed.GetValue(RecordOptions.Json)) return HandoverJson.Say(parsed, new { Out = sent, In = came }, exit);
        foreach (var count in sent) Write(parsed, "to", count);
        foreach (var count in came) Write(parsed, "from", count);
        if (sent.Count + came.Count == 0) parsed.InvocationConfiguration.Output.WriteLine("No messages yet.");
        return exit;
    }

    private static void Write(ParseResult parsed, string direction, PostCount count) => parsed.InvocationConfiguration.Output.WriteLine(FormattableString.Invariant(
        $"{direction} {count.Partner}: {count.Count:N0} {count.State.ToLowerInvariant()}, the oldest of {count.Oldest:yyyy-MM-dd HH:mm} UTC{(count.Trouble is { } trouble ? $", last attempt: {trouble}" : "")}"));
}
