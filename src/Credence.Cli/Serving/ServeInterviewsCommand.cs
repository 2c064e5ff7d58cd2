using System.CommandLine;
using Credence.Cli.Interviews;
using Credence.Research.Web;

namespace Credence.Cli.Serving;

/// <summary><c>credence serve interviews</c>: the pages of one coder at a project file, until it is stopped.</summary>
internal static class ServeInterviewsCommand
{
    private const string About =
        """
        Serves the pages on which a coder reads and codes the interviews of a project file, until it is stopped

        For a researcher's own machine: it listens there only, and whoever comes in needs the link that is printed. One coder at a time: another one starts it
        with her or his own name. What others coded is not shown before all are done; whoever has the file could read it with another program all the same.
        """;

    private static readonly Argument<string> File = InterviewFile.Argument();

    private static readonly Option<string?> Coder = new("--coder") { Description = "Who codes; may be left out where the file has one coder", HelpName = "NAME" };

    private static readonly Option<string> Listen = Listening.On(8460);

    public static Command Create()
    {
        var command = new Command("interviews", About) { File, Coder, Listen };
        command.SetAction(async parsed =>
        {
            using var interruption = new Interruption();
            return await Run(parsed, interruption.Token);
        });
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (end, address) = Listening.Ends(parsed, Listen);
        var file = InterviewFile.Open(parsed.GetRequiredValue(File));
        var coder = parsed.GetValue(Coder) is { } name ? InterviewFile.Coder(file, name)
            : file.Coders() is [var only] ? only
            : throw CommandEnd.WrongUse($"--coder: found none and {file.Coders().Count} coders in the file, expected the name of the one who codes now.");
        var room = new Room(file, coder);
        await using var host = ResearchHost.Build(room, TimeProvider.System, end, address, parsed.InvocationConfiguration.Error.WriteLine);
        await Listening.Start(host, end, cancellation);
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine($"The interviews, for {coder.Name}: {ResearchHost.LinkOf(room, address)}");
        output.WriteLine("Ctrl+C ends it.");
        output.Flush();
        await Listening.UntilStopped(host, cancellation);
        return ExitCode.Interrupted;
    }
}
