using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Evaluation.Measures;

namespace Credence.Cli.Studies;

/// <summary>
/// Themes of interviews as a study takes them: how many interviews of which site say something, and in how many passages. Quotations are
/// left where they are: a report goes further than the researcher's own file.
/// </summary>
/// <param name="Project">The name of the project.</param>
/// <param name="Interviews">Interviews that are coded.</param>
/// <param name="Open">Interviews that are not coded yet.</param>
/// <param name="Themes">In the order of the codebook.</param>
internal sealed record StudyThemes(string Project, int Interviews, int Open, IReadOnlyList<StudyTheme> Themes)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>Reads what <c>credence interviews matrix --json</c> wrote, or what was kept of it; ends the command where it is something else.</summary>
    public static StudyThemes Read(string path)
    {
        using var text = GoldText.Open(path, "themes of interviews");
        try
        {
            using var json = JsonDocument.Parse(text.ReadToEnd());
            var root = json.RootElement;
            return new StudyThemes(
                root.GetProperty("project").GetString() ?? "", root.GetProperty("interviewsCoded").GetInt32(), root.GetProperty("interviewsOpen").GetInt32(),
                [.. root.GetProperty("themes").EnumerateArray().Select(Theme)]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw CommandEnd.Refused($"{path}: found something else, expected what credence interviews matrix --json writes.");
        }
    }

    /// <summary>The same without a word that anybody said.</summary>
    public string Text => JsonSerializer.Serialize(
        new
        {
            Project, InterviewsCoded = Interviews, InterviewsOpen = Open,
            Themes = Themes.Select(theme => new { theme.Path, theme.Measure, Cells = theme.Sites.Select(site => new { site.Site, site.Interviews, site.Of, Codings = site.Passages }) }),
        },
        Form);

    /// <summary>How many only.</summary>
    public override string ToString() => $"StudyThemes({Themes.Count})";

    private static StudyTheme Theme(JsonElement theme) => new(
        theme.GetProperty("path").GetString() ?? "", theme.GetProperty("measure").GetString(),
        [.. theme.GetProperty("cells").EnumerateArray().GroupBy(cell => cell.GetProperty("site").GetString() ?? "").Select(site => new ThemeSite(
            site.Key, Sum(site, "interviews"), Sum(site, "of"), Sum(site, "codings")))]);

    // Roles of a site are different interviews, so they add up.
    private static int Sum(IEnumerable<JsonElement> cells, string name) => cells.Sum(cell => cell.GetProperty(name).GetInt32());
}

/// <summary>A theme: a code of the interviews' codebook.</summary>
/// <param name="Path">Its name with those above it.</param>
/// <param name="Measure">The measure that it speaks to, or null.</param>
/// <param name="Sites">By site, in the order of the matrix.</param>
internal sealed record StudyTheme(string Path, string? Measure, IReadOnlyList<ThemeSite> Sites)
{
    /// <summary>The measure, if it is one.</summary>
    public Measure? SpeaksTo => Measure is null ? null : MeasureCatalog.Find(Measure);

    /// <summary>Says the measure only.</summary>
    public override string ToString() => $"StudyTheme({Measure})";
}

/// <summary>How many interviews of a site hold a theme.</summary>
/// <param name="Site">The site; empty if an interview says none.</param>
/// <param name="Interviews">Interviews with it.</param>
/// <param name="Of">Interviews of the site that are coded.</param>
/// <param name="Passages">Passages coded with it.</param>
internal readonly record struct ThemeSite(string Site, int Interviews, int Of, int Passages);
