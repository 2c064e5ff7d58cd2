using System.CommandLine;
using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Interviews;

namespace Credence.Cli.Interviews;

/// <summary><c>credence interviews matrix</c>: codes by role and site, with quotations.</summary>
internal static class MatrixCommand
{
    private const string About =
        """
        Counts interviews by code, role and site, and quotes them

        An interview counts once all who code it are done. It counts interviews that say something, never how true or how frequent it is. With --json, each
        theme names the measure that its code speaks to, so that a report can put both side by side; quotations are the interviews' own words: look whether
        names were replaced before they leave the machine.
        """;

    private static readonly Argument<string> File = InterviewFile.Argument();

    private static readonly Option<string?> Coder = new("--coder") { Description = "As one coder may see it: also what she or he alone has done, and nothing of others before they are done", HelpName = "NAME" };

    private static readonly Option<int> Quotations = new("--quotations") { Description = "How many quotations of each code at most", HelpName = "N", DefaultValueFactory = _ => 3 };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("matrix", About) { File, Coder, Quotations, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (parsed.GetValue(Quotations) is < 0 and var few) { throw CommandEnd.WrongUse($"--quotations: found {few}, expected 0 or more."); }

        var file = InterviewFile.Open(parsed.GetRequiredValue(File));
        var project = file.Read();
        var matrix = parsed.GetValue(Coder) is { } name ? CodeMatrix.Of(project, InterviewFile.Coder(file, name).Id) : CodeMatrix.Of(project);
        var themes = matrix.Themes(parsed.GetValue(Quotations));
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json)) { output.WriteLine(JsonSerializer.Serialize(AsJson(project, matrix, themes), EvaluationJson.Options)); }
        else { ReportText.Write(Text(project, matrix, themes), output); }

        return ExitCode.Done;
    }

    private static Report Text(InterviewProject project, CodeMatrix matrix, IReadOnlyList<Theme> themes) => new(
        $"{project.Name}: {matrix.Coded} interviews coded, {matrix.Open} not yet",
        [
            new Section("Interviews by code, of those coded", themes.Count == 0 ? [new Paragraph("No code stands in any of them.")] : [new Table(
                ["code", .. matrix.Groups.Select(group => Transcript.GroupWords(group.Role, group.Site))], [.. themes.Select(theme => (IReadOnlyList<string>)[theme.Path, .. theme.Cells.Select(cell => $"{cell.Interviews} of {cell.Of}")])])]),
            .. themes.Where(theme => theme.Quotations.Count > 0).Select(theme => new Section(
                theme.Path + (theme.Measure is { } measure ? $" (speaks to {measure})" : ""),
                [.. theme.Quotations.Select(quotation => new Paragraph($"Interview {quotation.Interview}, {Transcript.GroupWords(quotation.Role, quotation.Site)}: {quotation.Text}"))])),
        ]);

    private static object AsJson(InterviewProject project, CodeMatrix matrix, IReadOnlyList<Theme> themes)
    {
        var coders = project.Coders.ToDictionary(coder => coder.Id, coder => coder.Name);
        return new
        {
            project = project.Name,
            interviewsCoded = matrix.Coded,
            interviewsOpen = matrix.Open,
            themes = themes.Select(theme => new
            {
                code = theme.Code.Id.Value,
                name = theme.Code.Name,
                path = theme.Path,
                definition = theme.Code.Definition,
                measure = theme.Measure,
                sites = theme.Sites.Select(site => new { site = site.Site, interviews = site.Interviews, of = site.Of }),
                cells = theme.Cells.Select(cell => new { role = cell.Role, site = cell.Site, interviews = cell.Interviews, of = cell.Of, codings = cell.Codings }),
                quotations = theme.Quotations.Select(one => new { interview = one.Interview, role = one.Role, site = one.Site, text = one.Text, coders = one.Coders.Select(coder => coders[coder]) }),
            }),
        };
    }
}
