using System.CommandLine;
using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Evaluation;
using Credence.Review;

namespace Credence.Cli.Review;

/// <summary><c>credence review simulate CSV</c>: how a review would have gone on texts about which everything is known.</summary>
internal static class SimulateCommand
{
    private const string About =
        """
        Tries ranking and stop rule on texts that are labeled already

        CSV has a column of labels (1 relevant, 0 not) and one or more of text. Every trial starts from one relevant and one
        irrelevant document, which no figure counts, reads what is ranked first and learns after every reading. Rows that the
        file calls duplicates (duplicate_record_id), and rows without text or, where there is such a column, without abstract,
        are left out and counted.
        """;

    private static readonly Argument<string[]> Files = new("CSV") { Description = "Labeled texts; - is standard input", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string?> Label = new("--label") { Description = "Column of labels, where its name does not tell", HelpName = "COLUMN" };

    private static readonly Option<string[]> Text = new("--text")
    {
        Description = "Columns of text, joined in this order, where their names do not tell",
        HelpName = "COLUMN",
    };

    private static readonly Option<int> Trials = new("--trials") { Description = "Reviews to simulate", HelpName = "N", DefaultValueFactory = _ => 15 };

    private static readonly Option<ulong> Seed = new("--seed") { Description = "Where the draws of the trials begin", HelpName = "N", DefaultValueFactory = _ => 1 };

    private static readonly Option<bool> Keep = new("--keep-without-abstract") { Description = "Keep rows that have a title and no abstract" };

    private static readonly Option<double> Recall = new("--recall") { Description = "Recall that the stop rule promises", HelpName = "SHARE", DefaultValueFactory = _ => 0.95 };

    private static readonly Option<double> Confidence = new("--confidence") { Description = "How sure it is to be", HelpName = "SHARE", DefaultValueFactory = _ => 0.95 };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("simulate", About) { Files, Label, Text, Trials, Seed, Keep, Recall, Confidence, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var trials = parsed.GetValue(Trials);
        if (trials is < 1 or > 10_000) throw CommandEnd.WrongUse($"--trials: found {trials}, expected a number from 1 to 10000.");
        var rule = ReviewOptions.Rule(parsed.GetValue(Recall), parsed.GetValue(Confidence));
        using var interruption = new Interruption();
        var files = parsed.GetValue(Files)!.Select(name => (Name: GoldText.ShortName(name), Texts: Read(parsed, name))).ToList();
        var simulated = files.ConvertAll(file => Simulation.Of(file.Name, file.Texts, trials, parsed.GetValue(Seed), rule, interruption.Token));
        Print(simulated, rule, parsed.GetValue(Json), parsed.InvocationConfiguration.Output);
        var problems = files.SelectMany(file => file.Texts.Problems.Select(problem => $"{file.Name}, row {problem.Line}: {problem.Message}")).ToList();
        problems.ForEach(parsed.InvocationConfiguration.Error.WriteLine);
        return problems.Count > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }

    // One file is one object, several are a list and what they come to together.
    private static void Print(List<Simulation> simulated, StopRule rule, bool asJson, TextWriter to)
    {
        var all = simulated.Count > 1 ? Simulations.Of(simulated, rule) : null;
        if (asJson)
        {
            to.WriteLine(JsonSerializer.Serialize<object>(all is null ? simulated[0] : all, EvaluationJson.Options));
            return;
        }

        foreach (var simulation in simulated)
        {
            ReportText.Write(SimulationReport.Of(simulation), to);
            to.WriteLine();
        }

        if (all is not null) ReportText.Write(SimulationReport.Of(all), to);
    }

    private static LabeledTexts Read(ParseResult parsed, string name)
    {
        using var text = GoldText.Open(name);
        var columns = (parsed.GetValue(Text) ?? []).SelectMany(names => names.Split(',', StringSplitOptions.TrimEntries)).ToList();
        var texts = LabeledTexts.Read(text, parsed.GetValue(Label), columns, parsed.GetValue(Keep), out var problem)
            ?? throw CommandEnd.WrongUse($"{GoldText.Typed(name)}, {problem}.");
        var relevant = texts.IsRelevant.Count(label => label);
        return relevant < 2 || texts.Documents.Count - relevant < 2
            ? throw CommandEnd.Refused(
                $"{GoldText.Typed(name)}: found {relevant} relevant of {texts.Documents.Count} documents, expected two of each kind: one to start from, one to find.")
            : texts;
    }
}
