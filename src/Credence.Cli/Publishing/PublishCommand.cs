using System.CommandLine;
using System.Globalization;
using Credence.Cli.Screening;
using Credence.Disclosure;
using Credence.Evaluation.Release;

namespace Credence.Cli.Publishing;

/// <summary><c>credence publish</c>: tables that tell of many people and of nobody.</summary>
internal static class PublishCommand
{
    private const string About =
        """
        Makes tables that can be published: small counts are withheld, and with them what would give them away

        TABLE is CSV: a column for each variable, and a column count. Several tables are taken for tables of the same people. Or
        give rows of codes, one a person or incident, and what to count them by. docs/publish.md says what is promised and what is not.
        """;

    private static readonly Argument<string[]> Files = new("TABLE") { Description = "Tables of counts (CSV), all of the same people", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<string?> Rows = new("--rows") { Description = "Count these rows instead (CSV of codes)", HelpName = "FILE" };

    private static readonly Option<string[]> By = new("--by") { Description = "Columns to count the rows by; once for each table", HelpName = "COL,COL", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<bool> KeepTotal = new("--keep-total") { Description = "The count of everybody is known anyway and stays published" };

    private static readonly Option<string?> Privacy = new("--privacy")
    {
        Description = "Add noise instead of withholding, with this budget; a delta above 0 takes Gaussian noise",
        HelpName = "epsilon=1,delta=1e-6",
    };

    private static readonly Option<string?> Person = new("--person") { Description = "Column of the rows that tells persons apart, for the budget", HelpName = "COL" };

    private static readonly Option<int> Cap = new("--cap") { Description = "Rows that one person may have; of more, the later ones are not counted", HelpName = "N", DefaultValueFactory = _ => 1 };

    private static readonly Option<int> Effort = new("--effort") { Description = "Look so many times as long for the choice that loses least; what is promised is kept in any case", HelpName = "N", DefaultValueFactory = _ => 1 };

    private static readonly Option<int?> TimeLimit = new("--time-limit")
    {
        Description = "Look at most so many seconds for what to withhold; a search that is stopped says so and withholds more. What is chosen is proved all the same, however long that takes",
        HelpName = "SECONDS",
    };

    private static readonly Option<string> Out = new("--out") { Description = "Folder to write the tables and the statement to; must not exist", HelpName = "DIR" };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("publish", About)
        {
            Files, Rows, By, ReleaseOptions.Threshold, ReleaseOptions.Zeros, KeepTotal, ReleaseOptions.Total, ReleaseOptions.Earlier, Privacy, Person, Cap, Effort, TimeLimit, Out, Json,
            PublishCheckCommand.Create(), PublishRareCommand.Create(),
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
        var k = ReleaseOptions.KOf(parsed);
        var folder = parsed.GetValue(Out) ?? throw CommandEnd.WrongUse("--out: found nothing, expected a folder to write to.");
        OwnFile.ExpectNew(folder);
        var budget = parsed.GetValue(Privacy);
        ExpectSense(parsed, budget);
        var tables = Tables(parsed);
        if (tables.Any(table => table.Counts.Any(count => count is null))) throw CommandEnd.Refused("The tables: found withheld cells, expected all counts; credence publish check takes finished tables.");
        IRelease release = budget is null
            ? Suppress(parsed, tables, new SuppressionRule(k, parsed.GetValue(ReleaseOptions.Zeros), parsed.GetValue(KeepTotal)), cancellation)
            : Noise(parsed, tables, PrivacyOption.Read(budget, tables.Count, parsed.GetValue(Cap)));
        release.Write(folder);
        release.Say(parsed.InvocationConfiguration.Output, folder, parsed.GetValue(Json));
        return ExitCode.Done;
    }

    private static void ExpectSense(ParseResult parsed, string? budget)
    {
        var (files, rows, by) = (parsed.GetValue(Files)!, parsed.GetValue(Rows), parsed.GetValue(By) ?? []);
        if (files.Length > 0 == rows is not null) throw CommandEnd.WrongUse(rows is null ? "Found no TABLE and no --rows, expected one of them." : "Found tables and --rows, expected one of them.");
        if (rows is not null && by.Length == 0) throw CommandEnd.WrongUse("--by: found nothing, expected columns to count the rows by.");
        if (rows is null && by.Length > 0) throw CommandEnd.WrongUse("--by: found columns without --rows, expected rows to count.");
        if (parsed.GetValue(Person) is not null && (rows is null || budget is null))
            throw CommandEnd.WrongUse("--person: found a column without --rows and --privacy, expected both; where counts are withheld, give one row for each person.");
        if (parsed.GetValue(Cap) is var cap and (< 1 or > 10_000)) throw CommandEnd.WrongUse($"--cap: found {cap}, expected a number from 1 to 10000.");
        if (parsed.GetValue(Effort) is var effort and (< 1 or > 1000)) throw CommandEnd.WrongUse($"--effort: found {effort}, expected a number from 1 to 1000.");
        if (parsed.GetValue(TimeLimit) is { } seconds and (< 0 or > 604_800)) throw CommandEnd.WrongUse($"--time-limit: found {seconds}, expected a number from 0 to 604800.");
        if (budget is not null && parsed.GetValue(TimeLimit) is not null) throw CommandEnd.WrongUse("--time-limit: found together with --privacy, expected one of them: noise needs no search.");
        if (budget is not null && parsed.GetValue(ReleaseOptions.Earlier) is not null)
            throw CommandEnd.WrongUse("--earlier: found together with --privacy, expected one of them: what was published before has spent a budget that nobody has counted.");
    }

    private static IReadOnlyList<FrequencyTable> Tables(ParseResult parsed)
    {
        if (parsed.GetValue(Rows) is not { } path) return [.. parsed.GetValue(Files)!.Select(file => ReleaseTables.Read(file, parsed.GetValue(ReleaseOptions.Total)!))];
        var by = parsed.GetValue(By)!.Select(columns => columns.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (by.Exists(columns => columns.Length is 0 or > FrequencyTable.MostVariables || columns.Distinct().Count() < columns.Length))
            throw CommandEnd.WrongUse($"--by: found no columns, too many or one twice, expected 1 to {FrequencyTable.MostVariables} different ones.");
        var person = parsed.GetValue(Person);
        List<string> names = [.. by.SelectMany(columns => columns).Concat(person is null ? [] : [person]).Distinct(StringComparer.Ordinal)];
        var rows = ReleaseTables.Rows(path, names);
        foreach (var columns in by) ReleaseTables.ExpectSmall([.. columns.Select(column => rows.Variables[names.IndexOf(column)])], "--by");
        var (who, cap) = person is null ? ((int?)null, int.MaxValue) : (names.IndexOf(person), parsed.GetValue(Cap));
        return [.. by.Select(columns => rows.Tabulate([.. columns.Select(column => names.IndexOf(column))], who, cap))];
    }

    private static SuppressedRelease Suppress(ParseResult parsed, IReadOnlyList<FrequencyTable> tables, SuppressionRule rule, CancellationToken cancellation)
    {
        var earlier = ReleaseTables.Earlier(parsed, tables);
        var linked = ReleaseTables.Link(tables, rule, earlier);
        var progress = Progress.To(parsed.InvocationConfiguration.Error);
        var time = new SearchTime(parsed.GetValue(TimeLimit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null, step => progress.Say(Line(step)));
        var outcome = Suppressor.Suppress(linked, Disclosure.Effort.Usual.Times(parsed.GetValue(Effort)), time, cancellation);
        progress.Clear();
        var suppressed = outcome switch
        {
            Suppressed found => found,
            CannotProtect other => throw CommandEnd.Refused($"The tables: {other.Message}."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        // What is written is attacked once more, as a reader would: from the published counts alone.
        progress.Say("attacking what would be published");
        var attacked = ReleaseCheck.Of(ReleaseTables.Link(suppressed.Published, rule, earlier), cancellation);
        progress.Clear();
        return attacked is Checked { IsKept: true } check
            ? new SuppressedRelease(suppressed, check, earlier.Count > 0)
            : throw CommandEnd.Failed("The tables: found a cell that the check could bound more closely than promised, expected none; nothing was written.");
    }

    private static string Line(SearchStep step) => step.Loss is not { } loss ? "looking for a first choice that keeps the promise"
        : string.Create(CultureInfo.InvariantCulture, $"choice {step.Round:N0} of at most {step.Rounds:N0}: loses {loss:N0}, no choice loses less than {step.Bound:N0}");

    private static NoisyRelease Noise(ParseResult parsed, IReadOnlyList<FrequencyTable> tables, PrivacyBudget budget) =>
        new([.. tables.Select(table => NoisyTable.Of(table, budget, System.Security.Cryptography.RandomNumberGenerator.Fill))], budget, parsed.GetValue(Person) is not null);
}
