using System.CommandLine;
using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Incidents;
using Credence.Review;

namespace Credence.Cli.Review;

/// <summary><c>credence review label</c>: keeps a reading.</summary>
internal static class LabelCommand
{
    private const string About =
        """
        Keeps one reading, those of a file, or the decision where readers differ

        A reading is added and never replaced: one who reads again adds a second reading, and both stay. "Possible" is what a
        reading can say; it confirms nothing. --from reads CSV with the columns incident, victim (yes, no, unsure), type (sex,
        labor, both, none), and where wanted reader, elements, affected and note; it keeps all rows or none.
        """;

    private static readonly Argument<string> Folder = new("DIR") { Description = "Folder of the review" };

    private static readonly Argument<string?> Incident = new("INCIDENT") { Description = "Number of the incident", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string?> Reader = new("--reader") { Description = "Who has read it", HelpName = "NAME" };

    private static readonly Option<string?> Victim = new("--victim") { Description = "Is there a possible victim?", HelpName = "yes|no|unsure" };

    private static readonly Option<string?> Type = new("--type") { Description = "Kind of exploitation; needed with yes", HelpName = "sex|labor|both|none" };

    private static readonly Option<string?> Elements = new("--elements") { Description = "What of the definition is seen", HelpName = "act,means,purpose" };

    private static readonly Option<string?> Affected = new("--affected") { Description = "Who is affected, without a name", HelpName = "TEXT" };

    private static readonly Option<string?> Note = new("--note") { Description = "What is to be remembered, without a name", HelpName = "TEXT" };

    private static readonly Option<bool> Adjudicate = new("--adjudicate") { Description = "Decide between readings that differ" };

    private static readonly Option<string?> From = new("--from") { Description = "File of readings (CSV); - is standard input", HelpName = "FILE.csv" };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("label", About) { Folder, Incident, Reader, Victim, Type, Elements, Affected, Note, Adjudicate, From, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using var folder = ReviewFolder.ToWrite(parsed.GetRequiredValue(Folder));
        var state = folder.State(ReviewIncidents.Read(folder.Review).Numbers);
        var readings = Checked(Rows(parsed), folder, state, parsed.GetValue(Adjudicate));
        if (folder.Entries.HasUnfinishedLine) parsed.InvocationConfiguration.Error.WriteLine(
            $"{ReviewFolder.Journal}: found an unfinished last line, left by an interruption; that reading was never confirmed and is to be given again.");
        var now = TimeProvider.System.GetUtcNow();
        folder.Entries.Add(readings.Select<Reading, Func<int, string, JournalEntry>>(reading => (entry, previous) => Entry(reading, entry, previous, now)));
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json)) output.WriteLine(JsonSerializer.Serialize(new { kept = readings.Count, entries = folder.Entries.Entries.Count }, EvaluationJson.Options));
        else output.WriteLine($"Kept {readings.Count} reading{(readings.Count == 1 ? "" : "s")}; {folder.Entries.Entries.Count} entries in all.");
        return ExitCode.Done;
    }

    private static IReadOnlyList<ReadingCells> Rows(ParseResult parsed)
    {
        var (incident, reader) = (parsed.GetValue(Incident), parsed.GetValue(Reader));
        if (parsed.GetValue(From) is { } file)
        {
            using var text = GoldText.Open(file, "a file of readings");
            return ReadingCells.Read(text, GoldText.Typed(file), reader);
        }

        if (incident is null) throw CommandEnd.WrongUse("INCIDENT: found nothing, expected the number of an incident or --from FILE.csv.");
        return [new ReadingCells("", incident, reader, parsed.GetValue(Victim), parsed.GetValue(Type), parsed.GetValue(Elements), parsed.GetValue(Affected), parsed.GetValue(Note))];
    }

    // Every row is looked at, so that a file is mended in one go.
    private static List<Reading> Checked(IReadOnlyList<ReadingCells> rows, ReviewFolder folder, ReviewState state, bool adjudicates)
    {
        var readings = new List<Reading>();
        var wrong = new List<CommandEnd>();
        var first = new Dictionary<(IncidentNumber, string), ReadingCells>();
        foreach (var cells in rows)
        {
            try
            {
                var reading = Checked(cells, folder, state, adjudicates);
                readings.Add(reading);
                if (!first.TryAdd((reading.Incident, reading.Reader), cells)) wrong.Add(CommandEnd.WrongUse(
                    $"{cells.Where}{cells.NameOf("INCIDENT")}: found the incident and reader of row {first[(reading.Incident, reading.Reader)].Row} again, expected one row for each."));
            }
            catch (CommandEnd end)
            {
                wrong.Add(end);
            }
        }

        return wrong.Count == 0 ? readings : throw new CommandEnd(wrong[0].ExitCode, string.Join(Environment.NewLine, wrong.Select(end => end.Message)));
    }

    private static Reading Checked(ReadingCells cells, ReviewFolder folder, ReviewState state, bool adjudicates)
    {
        var reading = cells.ToReading(folder) with { IsAdjudication = adjudicates };
        var place = state.PlaceOf(reading.Incident);
        if (place < 0) throw CommandEnd.WrongUse($"{cells.Where}{cells.NameOf("INCIDENT")}: found no incident of this number in the review, expected one of its {state.Incidents.Count}.");
        if (adjudicates && !state.IsDisputed(place)) throw CommandEnd.Refused(
            $"{cells.Where}{reading.Incident}: found no two readings that differ, expected some to decide between.");
        return reading;
    }

    private static JournalEntry Entry(Reading reading, int entry, string previous, DateTimeOffset now) => new()
    {
        Entry = entry,
        At = now,
        Kind = reading.IsAdjudication ? JournalEntry.Kinds.Adjudication : JournalEntry.Kinds.Reading,
        Incident = reading.Incident.Value,
        Reader = reading.Reader,
        Victim = reading.Victim,
        Type = reading.Type,
        Elements = reading.Elements,
        Affected = reading.Affected,
        Note = reading.Note,
        Previous = previous,
    };
}
