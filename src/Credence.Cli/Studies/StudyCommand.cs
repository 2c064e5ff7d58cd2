using System.CommandLine;
using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Cli.Screening;
using Credence.Evaluation.HiddenPopulation;
using Credence.Evaluation.Measures;
using Credence.Evaluation.Release;
using Credence.Statistics;

namespace Credence.Cli.Studies;

/// <summary><c>credence study</c>: the study as a command, from the records of some sites to a report.</summary>
internal static class StudyCommand
{
    private const string About =
        """
        Repeats the study's kind of measurement on incident records of your own: screen, draw, have read by two, report

        The first run reads and screens the file of every site, draws a stratified sample, and writes a sheet for each of two
        coders (coder-a, coder-b): narratives and questions, without level, code or site. Fill them in, and run the same command
        again: where the coders differ, adjudication.csv asks a third person. Once all is decided, report/report.html tells every
        measure with its interval; tables are beside it, and report.pdf where Chromium is installed. A run that was stopped goes
        on; --site and the rest need not be said again. A run before the readings are done reports what the record alone tells,
        says what is missing, and ends with 1.
        """;

    public static Command Create()
    {
        var command = new Command("study", About)
        {
            StudyOptions.Site, StudyOptions.Aggregates, StudyOptions.Captures, StudyOptions.Themes, StudyOptions.Out, StudyOptions.Sample, StudyOptions.Seed, StudyOptions.K,
            StudyOptions.Map, StudyOptions.Purpose, StudyOptions.Packs, StudyOptions.Languages, StudyOptions.NoPdf, StudyOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using var interruption = new Interruption();
        var path = parsed.GetRequiredValue(StudyOptions.Out);
        StudyOptions.ExpectSites(parsed, path);
        var packs = StudyOptions.PacksOf(parsed, StudyFolder.PlanIn(path));
        using var folder = StudyFolder.Take(path);
        var plan = StudyOptions.PlanOf(parsed, folder, packs);
        Keep(folder, parsed.GetValue(StudyOptions.Aggregates), StudyFolder.Aggregates, text => Aggregates(text, plan));
        Keep(folder, parsed.GetValue(StudyOptions.Captures), StudyFolder.Captures, text => Captures(text));
        if (parsed.GetValue(StudyOptions.Themes) is { } themes) folder.WriteText(StudyThemes.Read(themes).Text, StudyFolder.Themes);
        var run = new StudyRun(folder, plan, packs, Progress.To(parsed.InvocationConfiguration.Error));
        try
        {
            var state = run.Go(interruption.Token);
            Report(folder, state, !parsed.GetValue(StudyOptions.NoPdf), interruption.Token);
            return Say(parsed, path, run, state);
        }
        catch (OperationCanceledException)
        {
            throw new CommandEnd(ExitCode.Interrupted, $"Interrupted; credence study --out {path} goes on.");
        }
    }

    /// <summary>Makes the report and the tables from where the study stands.</summary>
    public static StudyContent Report(StudyFolder folder, StudyState state, bool prints, CancellationToken cancellation)
    {
        var aggregates = folder.Has(StudyFolder.Aggregates) ? Released(Aggregates(folder.PathOf(StudyFolder.Aggregates), state.Plan), state.Plan.K) : [];
        var own = folder.Has(StudyFolder.Captures);
        var content = new StudyContent(
            state, StudyResults.Of([.. state.Plan.Sites.Select(site => site.Name)], state.Rows, state.Plan.K, cancellation), aggregates,
            own ? Captures(folder.PathOf(StudyFolder.Captures)) : HiddenEstimate.Of(WesternTable.Read(), new StepwiseSearch(), Draws)!, !own)
        {
            Wording = state.Readings.ToDictionary(site => site.Site, site => ProtectedWording.Of(site.Wording, state.Plan.K, cancellation)),
            Themes = folder.Has(StudyFolder.Themes) ? StudyThemes.Read(folder.PathOf(StudyFolder.Themes)) : null,
        };
        foreach (var (name, bytes) in new[]
        {
            (StudyCsv.Measures, StudyCsv.OfMeasures(content)), (StudyCsv.Contrasts, StudyCsv.OfContrasts(content)),
            (StudyCsv.Mix, StudyCsv.OfMix(content)), (StudyCsv.Agreement, StudyCsv.OfAgreement(content)),
        }.Concat(StudyReport.Cells(content).Select(table => (table.File, StudyCsv.OfCells(content, table.Lines))))) folder.Write(bytes, "report", "tables", name);
        folder.WriteText(StudyReport.Of(content), "report", "report.html");
        File.Delete(folder.PathOf("report", "report.pdf"));
        if (prints && PrintedPage.Print(folder.PathOf("report", "report.html"), cancellation) is { } pdf) folder.Write(pdf, "report", "report.pdf");
        return content;
    }

    private static Bootstrap Draws => new(20260101, 1000);

    // What was given once is kept in the folder, after it was found to be good.
    private static void Keep<T>(StudyFolder folder, string? path, string name, Func<string, T> read)
    {
        if (path is null) return;
        read(path);
        using var text = GoldText.Open(path, "a table");
        folder.WriteText(text.ReadToEnd(), name);
    }

    private static IReadOnlyList<AggregateCount> Aggregates(string path, StudyPlan plan)
    {
        using var text = GoldText.Open(path, "counts of the service side");
        return AggregateReader.Read(text, [.. plan.Sites.Select(site => site.Name)]) switch
        {
            ReadAggregates read => read.Counts,
            UnreadableAggregates other => throw CommandEnd.Refused($"{path}, {other.Message}."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // A file made by hand may tell two steps of a cascade that differ by few; one from a service record never does.
    private static IReadOnlyList<AggregateCount> Released(IReadOnlyList<AggregateCount> counts, int k) => k < SuppressionRule.UsualThreshold ? counts :
    [
        .. counts.Where(count => count.Share is null),
        .. counts.Where(count => count.Share is not null).GroupBy(count => count.Site).SelectMany(site => AggregateRelease.Of(site.Key, site.ToDictionary(count => count.Measure.Id, count => count.Share!.Value))),
    ];

    private static HiddenEstimate Captures(string path)
    {
        using var text = GoldText.Open(path, "a capture table");
        return CaptureTableReader.Read(text) switch
        {
            ReadCaptures read => HiddenEstimate.Of(read.Table, new StepwiseSearch(), Draws)
                ?? throw CommandEnd.Refused($"{path}: found counts that not even independent lists can be fitted to, expected people on and off every list."),
            UnreadableCaptures other => throw CommandEnd.Refused($"{path}, {other.Message}."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static int Say(ParseResult parsed, string folder, StudyRun run, StudyState state)
    {
        var (output, codings) = (parsed.InvocationConfiguration.Output, state.Codings);
        if (parsed.GetValue(StudyOptions.Json)) output.WriteLine(JsonSerializer.Serialize(StudyStatus.Of(folder, state), EvaluationJson.Options));
        else foreach (var line in run.Said.Concat(StudyStatus.Lines(folder, state))) output.WriteLine(line);
        foreach (var problem in codings.Problems) parsed.InvocationConfiguration.Error.WriteLine(problem);
        return codings.IsComplete ? ExitCode.Done : ExitCode.DoneWithProblems;
    }
}
