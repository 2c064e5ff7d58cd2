using System.CommandLine;
using Credence.Cli.Record;

namespace Credence.Cli.Handovers;

/// <summary><c>credence handover serve</c>: takes messages in over HTTP until it is stopped.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Listen = new("--listen")
    {
        Description = "Where to listen, on this machine: a web server in front of it speaks TLS with the world",
        HelpName = "127.0.0.1:PORT",
        Required = true,
    };

    public static Command Create() => RecordCommand.Of("serve", "Takes messages in over HTTP until it is stopped, gives a receipt for each, and hands them to the desk of the record.", Run, Listen, PostRecord.Name);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (!RunningPost.TryEnd(parsed.GetValue(Listen)!, out var end))
            throw CommandEnd.WrongUse("--listen: found no address of this machine itself, expected one such as 127.0.0.1:8443; a web server in front of it speaks TLS with the world.");
        var record = await PostRecord.Open(parsed, cancellation);
        var post = record.PostOf(parsed);
        await using var running = await RunningPost.Start(record, post, end, sends: false, parsed.InvocationConfiguration.Error.WriteLine, cancellation);
        parsed.InvocationConfiguration.Output.WriteLine($"Taking messages for {post.Keys.Name} at {running.At}");
        try
        {
            await running.Until(cancellation);
        }
        catch (OperationCanceledException)
        {
            // What is being taken in is taken in.
        }

        return ExitCode.Interrupted;
    }
}
