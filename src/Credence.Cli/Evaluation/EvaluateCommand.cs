using System.CommandLine;
using System.Text;
using System.Text.Json;
using Credence.Evaluation;

namespace Credence.Cli.Evaluation;

/// <summary><c>credence evaluate GOLD...</c>: how well the packs do on incidents that people have judged.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string[]> Gold = new("GOLD")
    {
        Description = "Files that say what is true: coded narratives (JSON lines), case summaries with statutes (CSV), "
            + "narratives to be judged (CSV), or sentences annotated as in the NegEx kit (tab-separated). - is standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<GoldFormat?> Format = new("--format")
    {
        Description = "The kind of the files, where their first line does not tell it: coded, cases, narratives or annotated.",
    };

    private static readonly Option<bool> Json = CommonOptions.Json();

    private static readonly Option<string?> Packs = CommonOptions.Packs();

    private static readonly Option<string> Languages = CommonOptions.Languages();

    private static readonly Option<string> Context = new("--context")
    {
        Description = "The context pack for annotated sentences.",
        HelpName = "PACK",
        DefaultValueFactory = _ => "context-en-clinical",
    };

    private static readonly Option<string?> JudgedFile = new("--judged")
    {
        Description = "What people who read flagged narratives say of the flags: CSV with id, judgment (right, arguable, wrong), kind.",
        HelpName = "FILE.csv",
    };

    private static readonly Option<string?> Note = new("--note")
    {
        Description = "A sentence to put above the page, such as on what the packs were tuned.",
        HelpName = "TEXT",
    };

    private static readonly Option<FileInfo?> Out = new("--out")
    {
        Description = "Write the report as Markdown to this file too; a file that is there is replaced only if it is such a page.",
        HelpName = "FILE.md",
    };

    /// <summary>The command, for the root command and for the page of commands.</summary>
    public static Command Create()
    {
        var command = new Command("evaluate", "Measures the screener on incidents that people have judged")
        {
            Gold, Format, Json, Packs, Languages, Context, JudgedFile, Note, Out,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (parsed.GetValue(Out) is { } page && !MayWrite(page))
        {
            throw CommandEnd.Refused($"--out {page.Name}: found something that is no page of credence evaluate, expected a new name.");
        }

        var judgments = Judgments(parsed.GetValue(JudgedFile));
        var evaluator = new Evaluator(
            () => PackFolder.Library(parsed.GetValue(Packs)), CommonOptions.ToCodes(parsed.GetValue(Languages)!),
            parsed.GetValue(Context)!, judgments);
        var evaluations = parsed.GetValue(Gold)!.Select(name => Measure(evaluator, name, parsed.GetValue(Format))).ToList();
        if (parsed.GetValue(Out) is { } file)
        {
            WritePage(file, $"{parsed.GetValue(Note)}\n\n{evaluator.Preface}".TrimStart(), evaluations);
        }

        Print(evaluations, parsed.GetValue(Json), parsed.InvocationConfiguration.Output);
        var problems = evaluations.SelectMany(e => e.Problems.Select(problem => (Where: e.Gold, problem)))
            .Concat(judgments.Problems.Select(problem => (Where: "--judged", problem))).ToList();
        problems.ForEach(p => parsed.InvocationConfiguration.Error.WriteLine($"{p.Where}, line {p.problem.Line}: {p.problem.Message}"));
        return problems.Count > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }

    private static Evaluated Measure(Evaluator evaluator, string name, GoldFormat? format)
    {
        using var text = GoldText.Open(name);
        return evaluator.Measure(GoldText.ShortName(name), GoldReader.Read(text, format));
    }

    private static FlagJudgments Judgments(string? path)
    {
        if (path is null) { return FlagJudgments.None; }

        using var text = GoldText.Open(path);
        return FlagJudgments.Read(text)
            ?? throw CommandEnd.WrongUse($"{GoldText.Typed(path)}, line 1: found no columns 'id' and 'judgment', expected both.");
    }

    private static void Print(List<Evaluated> evaluations, bool asJson, TextWriter to)
    {
        if (asJson)
        {
            to.WriteLine(JsonSerializer.Serialize(new { evaluations }, EvaluationJson.Options));
            return;
        }

        foreach (var evaluation in evaluations)
        {
            ReportText.Write(evaluation.Report, to);
            to.WriteLine();
        }
    }

    /// <summary>Writes the page under a new name, or over a page that was made before; never over anything else.</summary>
    private static void WritePage(FileInfo file, string preface, List<Evaluated> evaluations)
    {
        var unfinished = file.FullName + ".unfinished";
        using (var page = new StreamWriter(unfinished) { NewLine = "\n" })
        {
            ReportMarkdown.Write(Title, preface, evaluations.Select(e => e.Report), page);
        }

        File.Move(unfinished, file.FullName, overwrite: true);
    }

    private static bool MayWrite(FileInfo file)
    {
        if (Directory.Exists(file.FullName) || file.LinkTarget is not null)
        {
            return false;
        }

        if (!file.Exists)
        {
            return true;
        }

        var expected = Encoding.UTF8.GetBytes($"# {Title}\n");
        var found = new byte[expected.Length];
        using var page = file.OpenRead();
        return page.ReadAtLeast(found, found.Length, throwOnEndOfStream: false) == found.Length && found.SequenceEqual(expected);
    }

    private const string Title = "Accuracy";
}
