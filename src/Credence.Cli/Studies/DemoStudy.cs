using Credence.Cli.Review;
using Credence.Cli.Screening;
using Credence.Training;

namespace Credence.Cli.Studies;

/// <summary>A study of the invented communities from one end to the other: readers who err at a stated rate, and one who decides as the planted truth says.</summary>
internal static class DemoStudy
{
    public const string Folder = "study";

    private const int Sample = 400;

    /// <summary>The report, from the folder of the demonstration.</summary>
    public static readonly string Report = Path.Combine(Folder, "report", "report.html");

    /// <summary>What every page of it says first.</summary>
    public static string Notice => FormattableString.Invariant(
        $"{Demo.Invented} The coders are invented too: they answer as the planted truth says, and err in {DemoCoder.ErrorOfA:P0} and {DemoCoder.ErrorOfB:P0} of their answers; who decides between them never errs. So are the counts of the service side.");

    public static void Make(InventedCasebook casebook, string demo, string? packFolder, CancellationToken cancellation)
    {
        var path = Path.Combine(demo, Folder);
        if (Directory.Exists(path)) Replace(path);
        var packs = StudyPacks.Read(packFolder, "auto");
        using var folder = StudyFolder.Take(path);
        var plan = PlanOf(casebook, demo, packs);
        folder.WriteText(ScreenRecord.Text.Of(plan) + "\n", StudyFolder.Plan);
        folder.WriteText(DemoAggregates.Of(plan.Sites.Select(site => site.Name)), StudyFolder.Aggregates);
        var truth = plan.Sites.Select((site, i) => casebook.Incidents.Where(told => told.Truth.Community.Name == site.Name).ToDictionary(told => told.Number)).ToList();
        StudyRun Run() => new(folder, plan, packs, Progress.To(TextWriter.Null));
        var state = Run().Go(cancellation);
        var told = state.Cases.ToDictionary(one => one.Name, one => truth[one.Site][one.Number].Truth);
        DemoCoder.Fill(folder, StudyFolder.Coders[0], told, DemoCoder.ErrorOfA, casebook.Seed, 1);
        DemoCoder.Fill(folder, StudyFolder.Coders[1], told, DemoCoder.ErrorOfB, casebook.Seed, 2);
        Run().Go(cancellation);
        DemoCoder.Decide(folder, told);
        StudyCommand.Report(folder, Run().Go(cancellation), prints: true, cancellation);
    }

    private static StudyPlan PlanOf(InventedCasebook casebook, string demo, StudyPacks packs) => new()
    {
        Credence = ScreenRecord.Version, Purpose = Demo.Purpose, Notice = Notice, Sample = Sample, Seed = casebook.Seed,
        K = Credence.Evaluation.Release.SuppressionRule.UsualThreshold, Map = [], Languages = "auto", Packs = packs.Stamps,
        Sites = [.. casebook.Communities.Select(community =>
        {
            var file = $"site-{community.Id}.csv";
            DemoFolder.Write(demo, file, CasebookCsv.Of(casebook.Incidents.Where(told => told.Truth.Community == community)));
            var path = Path.GetFullPath(Path.Combine(demo, file));
            return new StudySite(community.Name, [new StudyFile(path, ReviewIncidents.HashOf(path))]);
        })],
    };

    // Only what a demonstration made is replaced.
    private static void Replace(string path)
    {
        var plan = Path.Combine(path, StudyFolder.Plan);
        if (!File.Exists(plan) || ScreenRecord.Text.Read<StudyPlan>(plan)?.Purpose != Demo.Purpose)
            throw CommandEnd.Refused($"{path}: found something that no demonstration wrote, expected an earlier demonstration or nothing.");
        Directory.Delete(path, recursive: true);
    }
}
