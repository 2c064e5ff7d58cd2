using System.CommandLine;
using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Interviews;

namespace Credence.Cli.Interviews;

/// <summary><c>credence interviews agreement</c>: how far coders agree, code by code.</summary>
internal static class AgreementCommand
{
    private const string About =
        """
        Says how far two coders agree on each code, by what each marked before seeing the other's

        Over sentences or paragraphs: Cohen's kappa, Krippendorff's alpha and Gwet's AC1, with 95 % intervals that take passages as independent. Over
        characters: Krippendorff's binary alpha, with a bootstrap interval that draws whole interviews (paragraphs, where fewer than ten are done). Of
        units: Krippendorff's alpha for unitizing, which asks for the same ends too. A code counts with what is below it.
        """;

    private static readonly Argument<string> File = InterviewFile.Argument();

    private static readonly Option<PassageKind> Unit = new("--unit") { Description = "What is counted: a sentence or a paragraph", HelpName = "sentence|paragraph", DefaultValueFactory = _ => PassageKind.Sentence };

    private static readonly Option<ulong> Seed = new("--seed") { Description = "Where the draws of the bootstrap begin", HelpName = "N", DefaultValueFactory = _ => 1 };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("agreement", About) { File, Unit, Seed, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var project = InterviewFile.Open(parsed.GetRequiredValue(File)).Read();
        var reports = AgreementReport.Of(project, parsed.GetValue(Unit), parsed.GetValue(Seed));
        if (reports.Count == 0) { throw CommandEnd.Refused("Found no interview that two coders are to code, expected one or more: credence interviews import gives each to everybody unless --coder says otherwise."); }

        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json)) { output.WriteLine(JsonSerializer.Serialize(reports.Select(report => AsJson(project, report)), EvaluationJson.Options)); }
        else
        {
            foreach (var report in reports) { ReportText.Write(Text(project, report), output); }
        }

        return ExitCode.Done;
    }

    private static Report Text(InterviewProject project, AgreementReport report) => new(
        $"{report.One.Name} and {report.Other.Name}: {report.Transcripts} interviews that both have done, {Figures.Count(report.Passages)} {report.Kind.ToString().ToLowerInvariant()}s",
        [
            new Section("By code", report.Codes.Count == 0 ? [new Paragraph("No code was used in these.")] : [new Table(
                ["code", "both", $"only {report.One.Name}", $"only {report.Other.Name}", "kappa", "alpha", "AC1", "alpha of characters", "alpha of units"],
                [.. report.Codes.Select(one => (IReadOnlyList<string>)
                [
                    project.Codebook.PathOf(one.Code), $"{one.Passages.Both}", $"{one.Passages.OneOnly}", $"{one.Passages.OtherOnly}",
                    Figures.Of(one.Kappa), Figures.Of(one.Alpha), Figures.Of(one.Gwet), Figures.Of(one.OfCharacters), double.IsNaN(one.OfUnits) ? "–" : Figures.Share(one.OfUnits),
                ])])]),
            new Section("What this is", new Paragraph(
                $"{report.Open} interviews are not done by both and not counted. The interval over characters draws whole {report.Blocks}; the others take passages as independent, "
                + "which they are not within an interview, and are too narrow for that. A high share of passages on which both say nothing proves nothing.")),
        ]);

    private static object AsJson(InterviewProject project, AgreementReport report) => new
    {
        coders = new[] { report.One.Name, report.Other.Name },
        unit = report.Kind.ToString().ToLowerInvariant(),
        interviews = report.Transcripts,
        open = report.Open,
        passages = report.Passages,
        intervalOfCharactersDraws = report.Blocks,
        codes = report.Codes.Select(one => new
        {
            code = one.Code.Id.Value,
            path = project.Codebook.PathOf(one.Code),
            both = one.Passages.Both,
            oneOnly = one.Passages.OneOnly,
            otherOnly = one.Passages.OtherOnly,
            neither = one.Passages.Neither,
            agreed = one.Agreed,
            kappa = one.Kappa,
            alpha = one.Alpha,
            ac1 = one.Gwet,
            alphaOfCharacters = one.OfCharacters,
            alphaOfUnits = one.OfUnits,
        }),
    };
}
