using System.CommandLine;
using Credence.Interviews.Deidentification;
using Credence.Interviews.Qda;
using Credence.Research;

namespace Credence.Cli.Interviews;

/// <summary><c>credence interviews export</c>: writes a project or a codebook for other programs.</summary>
internal static class ExportCommand
{
    private const string About =
        """
        Writes the project (.qdpx) or its codebook (.qdc) as REFI-QDA, for NVivo, ATLAS.ti, MAXQDA, QualCoder and others

        No decision about names leaves the file, and no name that was replaced. Where a name that was replaced elsewhere still stands, nothing is written
        unless --with-missed says so; and where files of another program cannot be searched for names, such as sound, pictures or a Word document, either
        --with-originals or --without-originals has to say what becomes of them. Of what is proposed on the page Names and not decided, it says how much
        there is, and ends with 1.
        """;

    private static readonly Argument<string> File = InterviewFile.Argument();

    private static readonly Option<string> To = new("--to") { Description = "The file to write: its ending says what", HelpName = "FILE.qdpx|FILE.qdc", Required = true };

    private static readonly Option<string?> Coder = new("--coder") { Description = "For one coder's eyes: without what others coded in interviews that not all have done", HelpName = "NAME" };

    private static readonly Option<bool> WithMissed = new("--with-missed") { Description = "Also where a name that was replaced elsewhere still stands" };

    private static readonly Option<bool> WithOriginals = new("--with-originals") { Description = "With files in which no name was replaced" };

    private static readonly Option<bool> WithoutOriginals = new("--without-originals") { Description = "Without files in which no name was replaced" };

    public static Command Create()
    {
        var command = new Command("export", About) { File, To, Coder, WithMissed, WithOriginals, WithoutOriginals };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (file, to) = (InterviewFile.Open(parsed.GetRequiredValue(File)), parsed.GetRequiredValue(To));
        var isProject = to.EndsWith(".qdpx", StringComparison.OrdinalIgnoreCase);
        if (!isProject && !to.EndsWith(".qdc", StringComparison.OrdinalIgnoreCase)) { throw CommandEnd.WrongUse("--to: found another ending, expected a file that ends in .qdpx or .qdc."); }

        OwnFile.ExpectNew(to);
        if (isProject) { WriteProject(parsed, file, to); }
        else
        {
            var project = file.Read();
            using var stream = OwnFile.Open(to, FileMode.CreateNew);
            QdaCodebook.Write(project.Codebook, project.Id, ProjectFile.Origin, stream);
        }

        parsed.InvocationConfiguration.Output.WriteLine($"Wrote {to}.");
        return isProject && Undecided(file) is > 0 and var undecided ? SayUndecided(parsed, undecided) : ExitCode.Done;
    }

    private static int Undecided(ProjectFile file) => IdentifierFinder.Propose(file.Transcripts(), file.Decisions()).Count;

    private static int SayUndecided(ParseResult parsed, int undecided)
    {
        parsed.InvocationConfiguration.Error.WriteLine($"Of {undecided} ways of writing that may say who somebody is, nobody has decided: they are in the file as they stand. Look at the page Names before it leaves this machine.");
        return ExitCode.DoneWithProblems;
    }

    private static void WriteProject(ParseResult parsed, ProjectFile file, string to)
    {
        var originals = (parsed.GetValue(WithOriginals), parsed.GetValue(WithoutOriginals)) switch { (true, false) => Originals.With, (false, true) => Originals.Without, _ => Originals.Unsaid };
        var project = file.Export(parsed.GetValue(Coder) is { } name ? InterviewFile.Coder(file, name).Id : null, parsed.GetValue(WithMissed), originals) switch
        {
            ExportAnswer.Written written => written.Project,
            ExportAnswer.HasMissed missed => throw CommandEnd.Refused(
                $"Found {missed.Places} places in which a name that was replaced elsewhere still stands, expected none: the page Names shows them, and --with-missed writes all the same."),
            ExportAnswer.HasOriginals unsearched => throw CommandEnd.Refused(
                $"Found {unsearched.Files} files of another program in which no name was replaced, expected --with-originals or --without-originals to say what becomes of them."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        using var stream = OwnFile.Open(to, FileMode.CreateNew);
        QdaArchive.Write(project, stream);
    }
}
