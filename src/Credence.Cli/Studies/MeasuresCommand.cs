using System.Buffers;
using System.CommandLine;
using Credence.Care.Access;
using Credence.Care.Measures;
using Credence.Care.Storage;
using Credence.Cli.Record;
using Credence.Cli.Screening;
using Credence.Evaluation.Measures;
using Credence.Record.Storage;

namespace Credence.Cli.Studies;

/// <summary><c>credence measures</c>: the measures of a police record, and what the service side may tell a study, as counts.</summary>
internal static class MeasuresCommand
{
    private const string About =
        """
        Counts a record: the measures of a police record, or help on a service record for a study; numbers, and never rows of persons

        On a police record the measures are printed, of the whole or of a unit and a period. Who may open no incident sees no small count.
        On a service record --site and --out are needed. A count is told where it, and what it leaves of the whole, are each nobody or at least ten; else it says withheld. The file is
        for credence study --aggregates. Two files of different days, held side by side, can tell what one of them withholds: give a
        study one. docs/measures.md says what each of them is.
        """;

    private static readonly Option<string?> Site = new("--site") { Description = "The name of the site in the study that will read it", HelpName = "NAME" };

    private static readonly Option<string?> Out = new("--out") { Description = "The new file", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("measures", About) { RecordOptions.Record, RecordOptions.Keys, RecordOptions.As, RecordOptions.Purpose, Site, Out, PoliceMeasures.Unit, PoliceMeasures.From, PoliceMeasures.To, RecordOptions.Json };
        command.SetAction(async parsed =>
        {
            using var interruption = new Interruption();
            return await Run(parsed, interruption.Token);
        });
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var place = RecordOptions.PlaceOf(parsed);
        if (await OpenRecord.SideAt(place, cancellation) != CareContent.OfTheRecord.Side)
            return Given(parsed, Site, Out) is { } one ? throw CommandEnd.WrongUse($"{one}: found it with a police record, expected it with a service record only.") : await PoliceMeasures.Run(parsed, cancellation);
        if (Given(parsed, PoliceMeasures.Unit, PoliceMeasures.From, PoliceMeasures.To) is { } other) throw CommandEnd.WrongUse($"{other}: found it with a service record, expected it with a police record only.");
        if (parsed.GetValue(Site) is not { } site || parsed.GetValue(Out) is not { } path) throw CommandEnd.WrongUse("Found no --site or no --out, expected both with a service record.");
        OwnFile.ExpectNew(path);
        var record = await CareRecord.Open(place, RecordOptions.KeysOf(parsed), TimeProvider.System, cancellation);
        var counts = await Access(parsed, record, cancellation) is { } access ? await new MeasureDesk(record).Count(access, site, cancellation) : null;
        if (counts is null) throw CommandEnd.Refused("--as: found no open account of this name that may count, expected one with the role ProviderLead.");
        OwnFile.Write(path, Csv(counts));
        record.Witness();
        parsed.InvocationConfiguration.Output.WriteLine($"{path}: {counts.Count} {(counts.Count == 1 ? "measure" : "measures")}, {counts.Count(count => count.Share is null)} withheld. Read it before you give it to anybody.");
        return ExitCode.Done;
    }

    private static string? Given(ParseResult parsed, params Option<string?>[] options) => options.FirstOrDefault(option => parsed.GetValue(option) is not null)?.Name;

    private static async Task<CareAccess?> Access(ParseResult parsed, RecordStore<CareContext> record, CancellationToken cancellation) =>
        await Steward.Of(record).FindAccount(parsed.GetValue(RecordOptions.As)!, cancellation) is { } account
            ? await new CareDoor(record).Enter(account.Id, RecordOptions.PurposeOf(parsed), cancellation) : null;

    private static ReadOnlySpan<byte> Csv(IReadOnlyList<AggregateCount> counts)
    {
        var output = new ArrayBufferWriter<byte>();
        CsvLine.Write(output, "site", "measure", "numerator", "denominator");
        foreach (var count in counts)
            CsvLine.Write(output, count.Site, count.Measure.Id, count.Share is { } share ? CsvLine.Number(share.Count) : AggregateReader.Withheld, count.Share is { } whole ? CsvLine.Number(whole.Of) : AggregateReader.Withheld);
        return output.WrittenSpan.ToArray();
    }
}
