using System.CommandLine;
using Credence.Incidents.Nibrs;

namespace Credence.Cli.Nibrs;

/// <summary><c>credence nibrs summary FILE…</c>: the human-trafficking return of what is recorded as 64A and 64B.</summary>
internal static class NibrsSummaryCommand
{
    private const string About =
        """
        Makes the human-trafficking return of NIBRS flat files: what is recorded as 64A (line A) and 64B (line B)

        Counted by connected victim, attempts included; an incident with both codes counts in both lines. Cleared is by
        arrest or exceptional means; of these, "under 18 only" are those in which only persons under 18, or under 18 and
        of unknown age, were arrested or, cleared exceptionally, are the offenders. Offenses count in the month of the
        incident, clearances in that of the earliest arrest or of the exceptional clearance. A report number that one
        agency sent more than once counts once, as first read, and is said. What is not recorded as trafficking is in no
        figure here, and nothing that may be trafficking is added to one: credence screen lists it.
        """;

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "NIBRS flat files; - is standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Packs = CommonOptions.Packs();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("summary", About) { Files, Packs, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var edition = NibrsFile.Edition(parsed.GetValue(Packs));
        var totals = new TraffickingReturn();
        var (reports, unread) = (0L, 0L);
        foreach (var path in parsed.GetValue(Files)!)
        {
            using var file = NibrsFile.Open(path, edition);
            var before = totals.Repeated;
            var source = new NibrsReports(file.Reader);
            while (source.TryRead(out var report))
            {
                if (report.Kind == NibrsReportKind.GroupA) reports++;
                unread += report.Lines.Count(line => line.Segment is null && !line.IsBlank);
                totals.Add(report);
            }

            if (totals.Repeated - before is var again and > 0) parsed.InvocationConfiguration.Error.WriteLine(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{path}: found {again:N0} reports whose number the same agency had sent before, expected each once; they are counted once, as first read."));
        }

        var page = new NibrsSummaryPage(totals, reports - totals.Repeated, unread, edition.Pack.Stamp);
        if (parsed.GetValue(Json)) page.WriteJson(parsed.InvocationConfiguration.Output);
        else page.Write(parsed.InvocationConfiguration.Output);
        return unread > 0 || totals.Repeated > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }
}
