namespace Credence.Cli.Studies;

/// <summary>Where a study stands and what it waits for.</summary>
internal static class StudyStatus
{
    public static object Of(string folder, StudyState state) => new
    {
        Folder = folder,
        state.Codings.IsComplete,
        Sites = state.Plan.Sites.Select((site, i) => new { site.Name, Incidents = state.Rows[i].Count, Drawn = state.Cases.Count(one => one.Site == i) }),
        Coders = state.Codings.Missing.Select(coder => new { coder.Coder, coder.Missing, coder.Cases }),
        state.Codings.Differences,
        state.Codings.Undecided,
        Problems = state.Codings.Problems.Count,
        Report = Path.Combine(folder, "report", "report.html"),
    };

    public static IEnumerable<string> Lines(string folder, StudyState state)
    {
        var codings = state.Codings;
        foreach (var (coder, missing, cases) in codings.Missing.Where(coder => coder.Missing > 0))
            yield return FormattableString.Invariant($"Waiting for {Path.Combine(folder, coder, CoderSheet.FileName)}: {missing:N0} of {cases:N0} cases are not coded. {CoderSheet.Guide} beside it says how.");
        if (codings.Undecided > 0)
            yield return FormattableString.Invariant($"Waiting for {Path.Combine(folder, StudyFolder.Adjudication)}: {codings.Undecided:N0} of {codings.Differences:N0} differences between the coders are not decided.");
        if (codings.Problems.Count > 0) yield return FormattableString.Invariant($"{codings.Problems.Count:N0} {(codings.Problems.Count == 1 ? "problem" : "problems")} in the sheets, below.");
        if (!codings.IsComplete) yield return "Give each coder only her or his own folder: sample.csv beside them says which case is which incident, and stays where it is. Then run the same command again.";
        yield return $"{(codings.IsComplete ? "Report" : "Report of what the record alone tells")}: {Path.Combine(folder, "report", "report.html")}";
        if (File.Exists(Path.Combine(folder, "report", "report.pdf"))) yield return $"To print: {Path.Combine(folder, "report", "report.pdf")}";
    }
}
