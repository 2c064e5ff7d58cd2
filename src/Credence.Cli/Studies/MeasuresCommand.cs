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

/// <summary><c>credence measures</c>: what the service side may tell a study, as counts.</summary>
internal static class MeasuresCommand
{
    private const string About =
        """
        Counts help on the service record for a study: referrals, needs, interviews, wishes, as numbers and never as rows of persons

        A count is told where it, and what it leaves of the whole, are each nobody or at least ten; else it says withheld. The file is
        for credence study --aggregates. Two files of different days, held side by side, can tell what one of them withholds: give a
        study one. docs/measures.md says what each of them is.
        """;

    private static readonly Option<string> Site = new("--site") { Description = "The name of the site in the study that will read it", HelpName = "NAME", Required = true };

    private static readonly Option<string> Out = new("--out") { Description = "The new file", HelpName = "FILE", Required = true };

    public static Command Create()
    {
        var command = new Command("measures", About) { RecordOptions.Record, RecordOptions.Keys, RecordOptions.As, RecordOptions.Purpose, Site, Out };
        command.SetAction(async parsed =>
        {
            using var interruption = new Interruption();
            return await Run(parsed, interruption.Token);
        });
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetValue(Out)!;
        OwnFile.ExpectNew(path);
        var place = RecordOptions.PlaceOf(parsed);
        if (await OpenRecord.SideAt(place, cancellation) != CareContent.OfTheRecord.Side) throw CommandEnd.WrongUse($"{place}: found a police record, expected a service record.");
        var record = await CareRecord.Open(place, RecordOptions.KeysOf(parsed), TimeProvider.System, cancellation);
        var counts = await Access(parsed, record, cancellation) is { } access ? await new MeasureDesk(record).Count(access, parsed.GetValue(Site)!, cancellation) : null;
        if (counts is null) throw CommandEnd.Refused("--as: found no open account of this name that may count, expected one with the role ProviderLead.");
        OwnFile.Write(path, Csv(counts));
        record.Witness();
        parsed.InvocationConfiguration.Output.WriteLine($"{path}: {counts.Count} measures, {counts.Count(count => count.Share is null)} withheld. Read it before you give it to anybody.");
        return ExitCode.Done;
    }

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
