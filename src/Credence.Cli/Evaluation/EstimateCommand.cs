using System.CommandLine;
using System.Text.Json;
using Credence.Evaluation.HiddenPopulation;
using Credence.Statistics;

namespace Credence.Cli.Evaluation;

/// <summary><c>credence estimate TABLE</c>: how many people no list has seen, and how little that number is worth alone.</summary>
internal static class EstimateCommand
{
    private const string About =
        """
        Estimates how many people stand on no list, from how many stand on which (multiple systems estimation)

        TABLE is CSV: a column for each list with 1 or 0, and a column n with the number of people; one row a set of lists.
        Everybody is in it once. It holds counts and nobody's name. docs/hidden-population.md says what the figures can bear.
        """;

    private static readonly Argument<string> File = new("TABLE") { Description = "Capture table (CSV); - is standard input" };

    private static readonly Option<double> Threshold = new("--p")
    {
        Description = "Take in a pair of lists if the chance of its overlap is below this",
        HelpName = "P",
        DefaultValueFactory = _ => 0.02,
    };

    private static readonly Option<int> Replicates = new("--bootstrap")
    {
        Description = "Tables drawn for the BCa interval; 0 draws none",
        HelpName = "N",
        DefaultValueFactory = _ => 1000,
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "Where the draws begin; the same seed gives the same interval",
        HelpName = "N",
        DefaultValueFactory = _ => 20260101,
    };

    private static readonly Option<bool> Json = CommonOptions.Json();

    /// <summary>The command, for the root command and for the page of commands.</summary>
    public static Command Create()
    {
        var command = new Command("estimate", About) { File, Threshold, Replicates, Seed, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (threshold, replicates) = (parsed.GetValue(Threshold), parsed.GetValue(Replicates));
        if (threshold is not (> 0 and < 1)) throw CommandEnd.WrongUse($"--p: found {threshold}, expected a chance between 0 and 1.");
        if (replicates is < 0 or > 100_000) throw CommandEnd.WrongUse($"--bootstrap: found {replicates}, expected a number from 0 to 100000.");
        var name = parsed.GetRequiredValue(File);
        var draws = new Bootstrap(parsed.GetValue(Seed), replicates);
        var estimate = HiddenEstimate.Of(Read(name), new StepwiseSearch(threshold), draws)
            ?? throw CommandEnd.Refused(
                $"{GoldText.Typed(name)}: found counts that not even independent lists can be fitted to, as where one list holds "
                + "everybody, expected people on and off every list. No number would mean anything.");
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json)) output.WriteLine(JsonSerializer.Serialize(EstimateJson.Of(estimate), EvaluationJson.Options));
        else ReportText.Write(EstimateReport.Of(GoldText.ShortName(name), estimate), output);
        return ExitCode.Done;
    }

    private static CaptureTable Read(string name)
    {
        using var text = GoldText.Open(name, "a capture table");
        return CaptureTableReader.Read(text) switch
        {
            ReadCaptures read => read.Table,
            UnreadableCaptures other => throw CommandEnd.Refused($"{GoldText.Typed(name)}, {other.Message}."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
