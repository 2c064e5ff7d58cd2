using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Disclosure;
using Credence.Evaluation.Release;

namespace Credence.Cli.Publishing;

/// <summary><c>credence publish check</c>: attacks finished tables as a reader could.</summary>
internal static class PublishCheckCommand
{
    private const int MostShown = 20;

    private static readonly Argument<string[]> Paths = new("RELEASE") { Description = "The folder of a release, or finished tables of the same people (CSV)", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("check",
            "Computes for every withheld count what a reader can figure out of it from the published ones, and says whether that is more than promised.")
        {
            Paths, ReleaseOptions.Threshold, ReleaseOptions.Zeros, ReleaseOptions.Total, ReleaseOptions.Earlier, Json,
        };
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            return Run(parsed, interruption.Token);
        });
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var paths = parsed.GetValue(Paths)!;
        var tables = paths.SelectMany(path => ReleaseTables.Published(path, parsed.GetValue(ReleaseOptions.Total)!)).ToList();
        var linked = ReleaseTables.Link(tables, Rule(parsed, paths), ReleaseTables.Earlier(parsed, tables));
        var check = ReleaseCheck.Of(linked, cancellation) switch
        {
            Checked found => found,
            Contradicted other => throw CommandEnd.Refused($"The tables: {other.Message}."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        Say(parsed, linked, check);
        return check.IsKept ? ExitCode.Done : ExitCode.DoneWithProblems;
    }

    // A folder says itself what it promised.
    private static SuppressionRule Rule(ParseResult parsed, string[] paths) => paths.FirstOrDefault(Directory.Exists) is { } folder
        ? ReleaseRecord.Read(folder) is var record ? new SuppressionRule(record.K, record.Zeros, record.KeepTotal) : throw new System.Diagnostics.UnreachableException()
        : new SuppressionRule(ReleaseOptions.KOf(parsed), parsed.GetValue(ReleaseOptions.Zeros));

    private static void Say(ParseResult parsed, LinkedTables tables, Checked check)
    {
        var (output, wrong) = (parsed.InvocationConfiguration.Output, check.Ranges.Where(range => !range.IsKept).ToList());
        var undecided = wrong.Count(range => !range.IsDecided);
        if (parsed.GetValue(Json))
        {
            output.WriteLine(JsonSerializer.Serialize(
                new
                {
                    Kept = check.IsKept,
                    K = tables.Rule.Threshold,
                    Published = check.Bare,
                    Withheld = check.Ranges.Count,
                    TooClose = wrong.Count - undecided,
                    Undecided = undecided,
                    Cells = check.Ranges.Select(range => new { Cell = Place(tables, range.Cell), range.Least, range.Most, range.IsKept, range.IsDecided }),
                },
                EvaluationJson.Options));
            return;
        }

        foreach (var range in wrong.Take(MostShown)) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Place(tables, range.Cell)}: {(range.IsDecided ? $"a reader can tell that it is {Words(range)}" : $"it lies within {Words(range)}, and could not be searched to the end")}."));
        if (wrong.Count > MostShown) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"And {wrong.Count - MostShown:N0} more; --json lists them all."));
        output.WriteLine(check.IsKept
            ? string.Create(CultureInfo.InvariantCulture, $"Kept: of {check.Ranges.Count:N0} withheld counts each can be {tables.Rule.Threshold} or more, and is known no more closely than {tables.Rule.Span} apart.")
            : $"Not kept: {string.Join(", and ", Reasons(tables, check, wrong.Count - undecided, undecided))}. Do not publish this.");
    }

    private static IEnumerable<string> Reasons(LinkedTables tables, Checked check, int wrong, int undecided)
    {
        if (check.Bare > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{check.Bare:N0} counts below {tables.Rule.Threshold} are published");
        if (wrong > 0) yield return string.Create(CultureInfo.InvariantCulture, $"of {check.Ranges.Count:N0} withheld counts {wrong:N0} can be figured out too closely");
        if (undecided > 0) yield return string.Create(CultureInfo.InvariantCulture, $"of {undecided:N0} it could not be decided");
    }

    private static string Words(CellRange range) => range.Most == range.Least
        ? range.Least.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{range.Least} to {(range.Most is { } most ? most : "any number")}");

    // What is published anyway: categories, never a count.
    private static string Place(LinkedTables tables, int cell)
    {
        for (var t = 0; t < tables.Tables.Count; t++)
        {
            for (var i = 0; i < tables.Tables[t].Counts.Count; i++)
            {
                if (tables.CellOf(t, i) == cell) return ShownText.Of(string.Join(", ", tables.Tables[t].Variables.Select(variable => variable.Name).Zip(ReleaseFolder.Categories(tables.Tables[t], i), (name, category) => $"{name} {category}")));
            }
        }

        return "those who came since, or were withheld before";
    }
}
