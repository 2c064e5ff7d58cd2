using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Credence.Cli.Audit;
using Credence.Cli.Classification;
using Credence.Cli.Consents;
using Credence.Cli.Db;
using Credence.Cli.Directories;
using Credence.Cli.Evaluation;
using Credence.Cli.Handovers;
using Credence.Cli.Instruments;
using Credence.Cli.Keys;
using Credence.Cli.Nibrs;
using Credence.Cli.Packs;
using Credence.Cli.Protection;
using Credence.Cli.Publishing;
using Credence.Cli.Incidents;
using Credence.Cli.Retention;
using Credence.Cli.Review;
using Credence.Cli.Screening;
using Credence.Cli.Studies;
using Credence.Cli.Training;
using Credence.Cli.Wording;
using Credence.Record.Storage;

namespace Credence.Cli;

/// <summary>The command <c>credence</c>: one line a subcommand, and what every one of them does when it cannot go on.</summary>
internal static class CommandLine
{
    // One for the process: options that commands share keep a list of all that ever had them.
    private static readonly Lazy<Command> Tree = new(Root);

    // A RootCommand would be called by the name of the file that runs.
    public static Command Root() => new(
        "credence",
        "Reads what an agency wrote down and gives back the incidents that look like human trafficking under another name.\n"
        + "It never decides that somebody is, or is not, a victim: a person decides.")
    {
        new HelpOption { Recursive = true, Action = new HelpPage() },
        new VersionOption(),
        ScreenCommand.Create(),
        ExplainCommand.Create(),
        MissedCommand.Create(),
        AskCommand.Create(),
        ClassifyCommand.Create(),
        ArrestCommand.Create(),
        PolicyCommand.Create(),
        ConsentCommand.Create(),
        WordingCommand.Create(),
        EvaluateCommand.Create(),
        ReviewCommand.Create(),
        EstimateCommand.Create(),
        StudyCommand.Create(),
        MeasuresCommand.Create(),
        PublishCommand.Create(),
        Interviews.InterviewsCommand.Create(),
        PackCommand.Create(),
        ScenarioCommand.Create(),
        DemoCommand.Create(),
        NibrsCommand.Create(),
        ImportCommand.Create(),
        DbCommand.Create(),
        RecordAuditCommand.Create(),
        KeysCommand.Create(),
        RetentionCommand.Create(),
        HandoverCommand.Create(),
        DirectoryCommand.Create(),
        Exchange.ExchangeCommand.Create(),
        Serving.ServeCommand.Create(),
    };

    public static int Run(string[] args, TextWriter? output = null, TextWriter? error = null)
    {
        var errors = error ?? Console.Error;
        try
        {
            var result = Tree.Value.Parse(args);
            // Help shortens what it lists, so it gets a tree of its own.
            if (result.Action is HelpPage) result = Root().Parse(args);
            if (result.Action is ParseErrorAction || ParseSentence.UnknownOption(result) is not null) return WrongUse(result, errors);
            return result.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = output ?? Console.Out,
                Error = errors,
            });
        }
        catch (Exception e)
        {
            return Say(e, errors);
        }
    }

    private static int WrongUse(ParseResult result, TextWriter errors)
    {
        errors.WriteLine($"{ParseSentence.Of(result)} See: {ParseSentence.PathOf(result.CommandResult)} --help");
        return ExitCode.WrongUse;
    }

    private static int Say(Exception e, TextWriter errors)
    {
        var (code, sentence) = e switch
        {
            CommandEnd end => (end.ExitCode, end.Message),
            RecordFault fault => (ExitCode.Failed, fault.Message),
            OperationCanceledException => (ExitCode.Interrupted, "Interrupted."),
            UnauthorizedAccessException or IOException => (ExitCode.Failed, $"Found no way to read or write: {e.Message}"),
            // A database that a command has not asked with care, such as for one number.
            _ when RecordFault.Of(e, new RecordPlace.EmbeddedFile("The record")) is { } fault => (ExitCode.Failed, fault.Message),
            // What another exception says may quote what somebody wrote.
            _ => (ExitCode.Failed, $"Credence has failed at {e.TargetSite?.DeclaringType?.Name}.{e.TargetSite?.Name} ({e.GetType().Name})."),
        };
        errors.WriteLine(sentence);
        return code;
    }
}
