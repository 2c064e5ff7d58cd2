using System.CommandLine;
using System.Globalization;
using Credence.Evaluation.Release;

namespace Credence.Cli.Publishing;

/// <summary>Options that making and checking a release share.</summary>
internal static class ReleaseOptions
{
    public static readonly Option<int> Threshold = new("--k")
    {
        Description = "Withhold counts of fewer than this many",
        HelpName = "K",
        DefaultValueFactory = _ => SuppressionRule.UsualThreshold,
    };

    public static readonly Option<ZeroPolicy> Zeros = new("--zeros")
    {
        Description = "publish shows that nobody is in a cell; withhold treats it as a small count, unless the cell is impossible",
        HelpName = "publish|withhold",
        DefaultValueFactory = _ => ZeroPolicy.Publish,
    };

    public static readonly Option<string> Total = new("--total")
    {
        Description = "What the tables call a total, where they have margins",
        HelpName = "WORD",
        DefaultValueFactory = _ => TableReader.UsualTotal,
    };

    public static readonly Option<string?> Earlier = new("--earlier")
    {
        Description = "What was published before of some of these people: a table, or the folder of a release; nobody may figure out who came since",
        HelpName = "FILE|DIR",
    };

    public static int KOf(ParseResult parsed)
    {
        var k = parsed.GetValue(Threshold);
        return k is >= 2 and <= 1000 ? k : throw CommandEnd.WrongUse(string.Create(CultureInfo.InvariantCulture, $"--k: found {k}, expected a number from 2 to 1000."));
    }
}
