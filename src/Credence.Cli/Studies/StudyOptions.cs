using System.CommandLine;
using System.Globalization;
using Credence.Cli.Review;
using Credence.Cli.Screening;
using Credence.Incidents;

namespace Credence.Cli.Studies;

/// <summary>What <c>credence study</c> is asked, and the plan that it makes.</summary>
internal static class StudyOptions
{
    private const int Usual = 400, Least = 60;

    public static readonly Option<string[]> Site = new("--site")
    {
        Description = "A site and its file of incident records; once for each file, in the order in which the report names the sites", HelpName = "NAME=FILE",
    };

    public static readonly Option<string?> Aggregates = new("--aggregates") { Description = "Counts of the service side (CSV: site, measure, numerator, denominator)", HelpName = "FILE" };

    public static readonly Option<string?> Captures = new("--captures") { Description = "Capture table for the hidden population, as for credence estimate", HelpName = "FILE" };

    public static readonly Option<string?> Themes = new("--themes")
    {
        Description = "Themes of interviews, as credence interviews matrix --json writes them; the report puts each beside the measure it speaks to, and keeps no quotation", HelpName = "FILE",
    };

    public static readonly Option<string> Out = new("--out") { Description = "Folder of the study", HelpName = "DIR", DefaultValueFactory = _ => "study" };

    public static readonly Option<int?> Sample = new("--sample") { Description = $"About how many incidents of each site are read, at least {Least}; {Usual} unless given", HelpName = "N" };

    public static readonly Option<ulong?> Seed = new("--seed") { Description = "Where all draws begin; 1 unless given", HelpName = "N" };

    public static readonly Option<int?> K = new("--k") { Description = "Withhold counts of fewer than this many; 10 unless given", HelpName = "K" };

    public static readonly Option<string[]> Map = new("--map") { Description = "Which header holds what, as for credence screen", HelpName = "KEY=HEADER,…" };

    public static readonly Option<string?> Purpose = CommonOptions.Purpose();

    public static readonly Option<string?> Packs = CommonOptions.Packs();

    public static readonly Option<string> Languages = CommonOptions.Languages();

    public static readonly Option<bool> NoPdf = new("--no-pdf") { Description = "Make no report.pdf, which takes some seconds" };

    public static readonly Option<bool> Json = CommonOptions.Json();

    /// <summary>The plan of the folder, if what is asked agrees with it; else a new one.</summary>
    public static StudyPlan PlanOf(ParseResult parsed, StudyFolder folder, StudyPacks packs)
    {
        if (folder.ReadPlan() is { } plan)
        {
            plan = StatedLater.Purpose(parsed.GetValue(Purpose)?.Trim(), folder, plan);
            Expect(parsed, plan, packs);
            return plan;
        }

        var fresh = New([.. SitesOf(parsed).Select(site => new StudySite(site.Name, [.. site.Files.Select(path => new StudyFile(Path.GetFullPath(path), ReviewIncidents.HashOf(path)))]))], packs, parsed);
        // What was planned binds the folder: nothing is, before there is an incident in every site.
        foreach (var site in fresh.Sites) SiteReading.ExpectIncidents(site, MapOf(fresh.Map), packs.Nibrs);
        folder.WriteText(ScreenRecord.Text.Of(fresh) + "\n", StudyFolder.Plan);
        return fresh;
    }

    /// <summary>The packs that are asked for; where a study goes on, those that it began with need not be said again.</summary>
    public static StudyPacks PacksOf(ParseResult parsed, StudyPlan? plan) =>
        StudyPacks.Read(parsed.GetValue(Packs) ?? plan?.PackFolder, IsSaid(parsed, Languages) ? parsed.GetRequiredValue(Languages) : plan?.Languages ?? parsed.GetRequiredValue(Languages));

    /// <summary>Ends the command, before a folder is made, where a new study has no sites or wrong ones.</summary>
    public static void ExpectSites(ParseResult parsed, string path)
    {
        if (SitesOf(parsed).Count == 0 && !File.Exists(Path.Combine(path, StudyFolder.Plan))) throw CommandEnd.WrongUse("--site: found nothing, expected NAME=FILE for each site.");
    }

    public static ColumnMap MapOf(IReadOnlyList<string> map) => ColumnMap.TryParse(map, out var columns, out var problem) ? columns : throw CommandEnd.WrongUse($"--map: {problem}");

    private static StudyPlan New(IReadOnlyList<StudySite> sites, StudyPacks packs, ParseResult parsed)
    {
        var map = parsed.GetValue(Map) ?? [];
        MapOf(map);
        return new StudyPlan
        {
            Credence = ScreenRecord.Version, Sites = sites, Map = map, Languages = parsed.GetRequiredValue(Languages), Packs = packs.Stamps,
            PackFolder = parsed.GetValue(Packs) is { } folder ? Path.GetFullPath(folder) : null,
            Purpose = parsed.GetValue(Purpose) is { } purpose && !string.IsNullOrWhiteSpace(purpose) ? purpose.Trim() : ScreenOptions.NoPurpose,
            Sample = parsed.GetValue(Sample) ?? Usual, Seed = parsed.GetValue(Seed) ?? 1, K = parsed.GetValue(K) ?? Credence.Evaluation.Release.SuppressionRule.UsualThreshold,
        };
    }

    private static void Expect(ParseResult parsed, StudyPlan plan, StudyPacks packs)
    {
        void Same<T>(string option, T? asked, T? planned)
        {
            if (asked is not null && !asked.Equals(planned))
                throw CommandEnd.Refused(string.Create(CultureInfo.InvariantCulture, $"{option}: found {Said(asked)}, expected {Said(planned)} as the study began with; begin another study for another design."));
        }

        Same("--sample", parsed.GetValue(Sample), plan.Sample);
        Same("--seed", parsed.GetValue(Seed), plan.Seed);
        Same("--k", parsed.GetValue(K), plan.K);
        Same("--purpose", parsed.GetValue(Purpose)?.Trim(), plan.Purpose);
        Same("--lang", IsSaid(parsed, Languages) ? LanguagesOf(parsed.GetRequiredValue(Languages)) : null, LanguagesOf(plan.Languages));
        Same("--map", IsSaid(parsed, Map) ? Written(MapOf(parsed.GetRequiredValue(Map))) : null, Written(MapOf(plan.Map)));
        Same("--packs", string.Join(", ", packs.Stamps), string.Join(", ", plan.Packs));
        foreach (var (name, files) in SitesOf(parsed))
        {
            var planned = plan.Sites.FirstOrDefault(site => site.Name == name) ?? throw CommandEnd.Refused($"--site: found a site that is not in the study, expected {string.Join(", ", plan.Sites.Select(site => site.Name))}.");
            Same("--site", string.Join(", ", files.Select(Path.GetFullPath)), string.Join(", ", planned.Files.Select(file => file.Path)));
        }
    }

    private static object Said<T>(T value) => value is null or "" ? "none" : value;

    private static bool IsSaid(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static string LanguagesOf(string said) => CommonOptions.ToCodes(said) is { } codes ? string.Join(',', codes) : "auto";

    private static string Written(ColumnMap map) => string.Join(',', map.Named.Select(named => $"{ColumnMap.KeyOf(named.Column)}={named.Header}"));

    private static List<(string Name, List<string> Files)> SitesOf(ParseResult parsed)
    {
        foreach (var (option, value, least, most) in new[] { (Sample, parsed.GetValue(Sample), Least, 1_000_000), (K, parsed.GetValue(K), 2, 1000) })
            if (value is { } number && (number < least || number > most)) throw CommandEnd.WrongUse(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: found {number}, expected a number from {least} to {most}."));
        var sites = new List<(string Name, List<string> Files)>();
        foreach (var given in parsed.GetValue(Site) ?? [])
        {
            if (given.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at) || at == given.Length - 1) throw CommandEnd.WrongUse("--site: found no name or no file, expected NAME=FILE.");
            var (name, file) = (given[..at].Trim(), given[(at + 1)..]);
            if (file == "-") throw CommandEnd.WrongUse("--site: found standard input, expected a file: a study reads it again.");
            if (!File.Exists(file)) throw CommandEnd.WrongUse($"--site {name}: found no file {file}, expected a file of incident records.");
            if (sites.Find(site => site.Name == name) is { Files: { } files }) files.Add(file);
            else sites.Add((name, [file]));
        }

        return sites;
    }
}
