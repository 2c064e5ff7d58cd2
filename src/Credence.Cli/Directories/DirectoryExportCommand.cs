using System.CommandLine;
using System.Globalization;
using System.Text;
using Credence.Care.Directories;
using Credence.Cli.Record;
using Credence.Directories;

namespace Credence.Cli.Directories;

/// <summary><c>credence directory export</c>: gives a directory back, from a record or from one form in another.</summary>
internal static class DirectoryExportCommand
{
    private static readonly Argument<string[]> Paths = new("PATH") { Description = "A directory in files, where it comes from no record", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<string?> Record = new("--record") { Description = "The service record: a file of its own, or postgresql://user@host:port/database", HelpName = "PLACE" };

    private static readonly Option<string?> As = new("--as") { Description = "Handle or id of the account that does this; the record's log names it", HelpName = "HANDLE" };

    private static readonly Option<string> To = new("--to") { Description = "json (one list), ndjson (one object a line) or csv (a folder with a package)", HelpName = "FORM", DefaultValueFactory = _ => "ndjson" };

    private static readonly Option<string> Out = new("--out") { Description = "The new file, or the new folder of a package", HelpName = "PATH", Required = true };

    private static readonly Option<bool> Public = new("--public") { Description = "Withhold confidential addresses: of such a place only the town is written, and rows that belong to nothing are left out" };

    public static Command Create()
    {
        var command = new Command("export",
            """
            Writes a directory in HSDS 3.0

            From a service record, with what persons said of its services; or from files, to have them in another form. What was not understood of it
            is given back. Without --public the file holds confidential addresses: keep it as you keep the record.
            """)
        {
            Paths, Record, RecordOptions.Keys, As, To, Out, Public, RecordOptions.Json,
        };
        command.SetAction(async parsed =>
        {
            using var interruption = new Interruption();
            return await Run(parsed, interruption.Token);
        });
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (form, path) = (parsed.GetValue(To)!, parsed.GetValue(Out)!);
        if (form is not ("json" or "ndjson" or "csv")) throw CommandEnd.WrongUse($"--to: found {form}, expected json, ndjson or csv.");
        if (parsed.GetValue(Record) is null == (parsed.GetValue(Paths)!.Length == 0)) throw CommandEnd.WrongUse("Found no directory, or two, expected files or --record.");
        OwnFile.ExpectNew(path);
        using var problems = new ProblemTally(null);
        var entries = Entries(parsed, problems, cancellation);
        if (parsed.GetValue(Public)) entries = entries.Where(entry => !entry.IsLoose).Select(entry => entry with { Content = PublicListing.Of(entry.Content) });
        var count = form == "csv" ? await WritePackage(entries, path, problems, cancellation) : await WriteFile(entries, path, form == "json", cancellation);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(RecordOptions.Json)) DirectoryCommand.WriteJson(output, new { entries = count, problemCount = problems.Count, problems = problems.Json });
        else
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} entries are in {path}."));
            if (problems.Count > 0) problems.Write(output);
        }

        return problems.Count > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }

    private static async IAsyncEnumerable<DirectoryEntry> Entries(ParseResult parsed, ProblemTally problems, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (parsed.GetValue(Record) is not { } place)
        {
            foreach (var entry in DirectoryInput.Find(parsed.GetValue(Paths)!).Read(problems.Add, cancellation)) yield return entry;
            yield break;
        }

        var keeping = await DirectoryKeeping.Open(parsed, place, parsed.GetValue(As), cancellation);
        var desk = new ListingDesk(keeping.Record);
        for (var part = await desk.Export(keeping.Access, null, cancellation); part.Count > 0; part = await desk.Export(keeping.Access, part[^1], cancellation))
            foreach (var one in part) yield return one.Entry;
        keeping.Record.Witness();
    }

    private static async Task<int> WriteFile(IAsyncEnumerable<DirectoryEntry> entries, string path, bool isList, CancellationToken cancellation)
    {
        var count = 0;
        await using var writer = new StreamWriter(OwnFile.Open(path, FileMode.CreateNew), new UTF8Encoding(false));
        if (isList) await writer.WriteAsync('[');
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            if (isList && count > 0) await writer.WriteAsync(",\n");
            await writer.WriteAsync(HsdsJson.Line(entry));
            if (!isList) await writer.WriteAsync('\n');
            count++;
        }

        if (isList) await writer.WriteAsync("]\n");
        return count;
    }

    private static async Task<int> WritePackage(IAsyncEnumerable<DirectoryEntry> entries, string folder, ProblemTally problems, CancellationToken cancellation)
    {
        var (tabular, count) = (new HsdsTabular(), 0);
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            tabular.Add(entry);
            count++;
        }

        foreach (var problem in tabular.Problems) problems.Add(problem);
        OwnFile.MakeFolder(folder);
        foreach (var table in tabular.Tables)
        {
            // A table that HSDS does not have came from a file whose name may be anything.
            if (table.AsSpan().ContainsAny(Path.GetInvalidFileNameChars()) || table.Contains('/') || table is "." or "..") throw CommandEnd.Failed("Found a table whose name is no name of a file, expected letters and low lines.");
            await using var writer = new StreamWriter(OwnFile.Open(Path.Combine(folder, $"{table}.csv"), FileMode.CreateNew), new UTF8Encoding(false));
            tabular.Write(table, writer);
        }

        return count;
    }
}
