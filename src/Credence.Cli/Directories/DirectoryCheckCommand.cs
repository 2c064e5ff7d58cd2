using System.CommandLine;
using System.Globalization;
using Credence.Consents;
using Credence.Directories;
using Credence.Referrals;

namespace Credence.Cli.Directories;

/// <summary><c>credence directory check</c>: what is in a directory, and what is wrong with it.</summary>
internal static class DirectoryCheckCommand
{
    private static readonly Option<bool> Duplicates = new("--duplicates") { Description = "Also show services and organizations that are probably the same; nothing is merged" };

    private static readonly Option<string?> Packs = CommonOptions.Packs();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("check",
            "Reads a directory of services and says what is in it and what is wrong with it, by file, row and field; it needs no record and changes nothing.")
        {
            DirectoryCommand.Paths, Duplicates, DirectoryCommand.Problems, Packs, Json,
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
        var needs = ServiceNeeds.From(PackFolder.Library(parsed.GetValue(Packs)));
        var input = DirectoryInput.Find(parsed.GetValue(DirectoryCommand.Paths)!);
        using var problems = new ProblemTally(parsed.GetValue(DirectoryCommand.Problems));
        var finder = parsed.GetValue(Duplicates) ? new DuplicateFinder() : null;
        var (tables, met) = (new SortedDictionary<string, int>(StringComparer.Ordinal), new SortedDictionary<Need, int>());
        foreach (var entry in input.Read(problems.Add, cancellation))
        {
            var table = entry.IsLoose ? $"{entry.Table}, belonging to nothing" : entry.Table;
            tables[table] = tables.GetValueOrDefault(table) + 1;
            finder?.Add(entry);
            if (entry is not { Table: "service", IsLoose: false } || ServiceReading.Of(entry.Content) is not { } service) continue;
            foreach (var need in needs.Of(service)) met[need.Need] = met.GetValueOrDefault(need.Need) + 1;
        }

        Say(parsed, tables, met, problems, finder?.Find());
        return problems.Count > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }

    private static void Say(
        ParseResult parsed, SortedDictionary<string, int> tables, SortedDictionary<Need, int> met, ProblemTally problems, IReadOnlyList<ProbableDuplicate>? duplicates)
    {
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json))
        {
            DirectoryCommand.WriteJson(output, new
            {
                entries = tables, needs = met.ToDictionary(one => EnumWord.Of(one.Key), one => one.Value), problemCount = problems.Count, problems = problems.Json,
                duplicates = duplicates?.Select(one => new { one.Table, one.First, one.Second, because = one.Because.Select(EnumWord.Of) }),
            });
            return;
        }

        foreach (var (table, count) in tables) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ShownText.Of(table)}: {count:N0}"));
        output.WriteLine(met.Count == 0 ? "No service meets a need by its terms or its words." : $"Services by the need that they meet: {string.Join(", ", met.Select(one => FormattableString.Invariant($"{EnumWord.Of(one.Key)} {one.Value:N0}")))}");
        problems.Write(output);
        foreach (var one in duplicates ?? []) output.WriteLine($"Probably the same {one.Table}: {ShownText.Of(one.First)} and {ShownText.Of(one.Second)} ({string.Join(", ", one.Because.Select(trait => EnumWord.Of(trait).Replace('-', ' ')))})");
        if (duplicates is { Count: 0 }) output.WriteLine("No two entries are probably the same.");
    }
}
