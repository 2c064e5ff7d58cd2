using System.CommandLine;
using System.Globalization;
using Credence.Care.Directories;
using Credence.Cli.Record;

namespace Credence.Cli.Directories;

/// <summary><c>credence directory import</c>: takes a directory into the service record.</summary>
internal static class DirectoryImportCommand
{
    private static readonly Option<string> Source = new("--source")
    {
        Description = "What this directory is called from now on, such as 211-example: small letters, digits, dots and hyphens", HelpName = "NAME", Required = true,
    };

    private static readonly Option<string?> Packs = CommonOptions.Packs();

    public static Command Create() => RecordCommand.Of(
        "import",
        """
        Takes a directory of services into a service record

        The same directory twice is once. An entry that comes again and differs is renewed; one that its directory no longer has is kept and matched
        no more. What persons said of a service, its room, when they verified it, that its address is confidential, stays. An entry
        whose id another source has already is not taken. Bad rows are told of by file, row and field, and the work goes on; what HSDS does not have is kept and given back by export.
        """,
        Run, DirectoryCommand.Paths, Source, RecordOptions.As, DirectoryCommand.Problems, Packs);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var input = DirectoryInput.Find(parsed.GetValue(DirectoryCommand.Paths)!);
        var keeping = await DirectoryKeeping.Open(parsed, parsed.GetValue(RecordOptions.Record)!, parsed.GetValue(RecordOptions.As), cancellation);
        using var problems = new ProblemTally(parsed.GetValue(DirectoryCommand.Problems));
        using var shelf = new DirectoryShelf(PackFolder.Library(parsed.GetValue(Packs)));
        var done = await new DirectoryDesk(keeping.Record, shelf).Import(keeping.Access, parsed.GetValue(Source)!, input.Read(problems.Add, cancellation), cancellation)
            ?? throw CommandEnd.WrongUse("--source: found another form, expected small letters, digits, dots and hyphens, such as 211-example.");
        keeping.Record.Witness();
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(RecordOptions.Json)) DirectoryCommand.WriteJson(output, new { done.Added, done.Changed, done.Same, done.Gone, done.Loose, done.Elsewhere, problemCount = problems.Count, problems = problems.Json });
        else
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done.Added:N0} new, {done.Changed:N0} changed, {done.Same:N0} as they were, {done.Gone:N0} no longer there, {done.Loose:N0} belonging to nothing, {done.Elsewhere:N0} of another source or twice and not taken."));
            problems.Write(output);
        }

        return problems.Count > 0 || done.Elsewhere > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }
}
