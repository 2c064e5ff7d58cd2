using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Credence.Cli.Record;
using Credence.Evaluation.Measures;
using Credence.Police.Access;
using Credence.Police.Measures;
using Credence.Police.Storage;
using Credence.Record.Storage;

namespace Credence.Cli.Studies;

/// <summary>The measures of a police record, as lines or as JSON.</summary>
internal static class PoliceMeasures
{
    public static readonly Option<string?> Unit = new("--unit") { Description = $"On a police record: only what was identified by one of {string.Join(", ", Enum.GetNames<IdentifyingUnit>())}", HelpName = "UNIT" };

    public static readonly Option<string?> From = new("--from") { Description = "On a police record: since this month, such as 2031-01", HelpName = "MONTH" };

    public static readonly Option<string?> To = new("--to") { Description = "On a police record: until this month", HelpName = "MONTH" };

    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var filter = new MeasureFilter(UnitOf(parsed), Month(parsed, From), Month(parsed, To));
        if (filter.From > filter.To) throw CommandEnd.WrongUse("--to: found a month before --from, expected the same or a later one.");
        var record = await PoliceRecord.Open(RecordOptions.PlaceOf(parsed), RecordOptions.KeysOf(parsed), TimeProvider.System, cancellation);
        if (await Access(parsed, record, cancellation) is not { } access || !access.May(PoliceAct.CountMeasures))
            throw CommandEnd.Refused("--as: found no open account of this name that may count, expected one that sees incidents, or an Auditor.");
        if (!access.May(PoliceAct.OpenIncident) && filter != MeasureFilter.Everything)
            throw CommandEnd.Refused("--unit, --from, --to: found a part of the record for an account that may open no incident, expected the whole: two parts that differ by little tell of what lies between them.");
        var counted = (await new MeasureDesk(record).Count(access, filter, cancellation))!;
        record.Witness();
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(RecordOptions.Json)) output.WriteLine(JsonSerializer.Serialize(Json(counted), Form));
        else Write(output, counted);
        return ExitCode.Done;
    }

    private static async Task<PoliceAccess?> Access(ParseResult parsed, RecordStore<PoliceContext> record, CancellationToken cancellation) =>
        await Steward.Of(record).FindAccount(parsed.GetValue(RecordOptions.As)!, cancellation) is { } account
            ? await new PoliceDoor(record).Enter(account.Id, RecordOptions.PurposeOf(parsed), cancellation) : null;

    private static IdentifyingUnit? UnitOf(ParseResult parsed) => parsed.GetValue(Unit) is not { } text ? null
        : Enum.TryParse<IdentifyingUnit>(text, ignoreCase: true, out var unit) && Enum.IsDefined(unit) && !char.IsAsciiDigit(text[0]) ? unit
        : throw CommandEnd.WrongUse($"--unit: found another word, expected one of {string.Join(", ", Enum.GetNames<IdentifyingUnit>())}.");

    private static DateOnly? Month(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month
        : throw CommandEnd.WrongUse($"{option.Name}: found no month, expected one such as 2031-01.");

    private static void Write(TextWriter output, CountedMeasures counted)
    {
        output.WriteLine(counted.IsProtected
            ? "The whole record. Counts from 1 to 9 are withheld, and others that would give them away: this account may open no incident."
            : string.Create(CultureInfo.InvariantCulture, $"{counted.Incidents:N0} incidents. Small counts are told: for whoever may open incidents, and not to be handed on; credence publish makes tables for that."));
        if (counted.NotKept > 0 && !counted.IsProtected) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counted.NotKept:N0} more came in before measures were kept and are in no figure; credence db index counts them in."));
        foreach (var measure in counted.Lines.GroupBy(line => line.Measure))
        {
            output.WriteLine();
            output.WriteLine($"{measure.Key.Name} ({measure.Key.Id}), of {measure.Key.Denominator}");
            foreach (var line in measure)
                foreach (var share in line.Shares) output.WriteLine($"  {Name(line, share)}: {Figure(line, share)}{Unknown(line)}");
        }
    }

    private static string Name(MeasureLine line, MeasureShare share) =>
        line.By == Breakdown.None ? share.Answer : $"{line.By.ToString().ToLowerInvariant()} {line.Group}, {share.Answer}";

    private static string Figure(MeasureLine line, MeasureShare share) => line is { Of: 0, Unknown: 0 } ? "0 of 0"
        : line.Of == 0 ? StudyFigures.NotMeasured
        : share.Share is not { } one ? StudyFigures.Withheld
        : string.Create(CultureInfo.InvariantCulture, $"{one.Counted.Count:N0} of {one.Counted.Of:N0}, {StudyFigures.Share(one.Share)}");

    private static string Unknown(MeasureLine line) => line.Unknown is > 0 and var unknown ? string.Create(CultureInfo.InvariantCulture, $"; {unknown:N0} more not known") : "";

    private static object Json(CountedMeasures counted) => new
    {
        Incidents = counted.IsProtected ? (long?)null : counted.Incidents,
        NotKept = counted.IsProtected ? (long?)null : counted.NotKept,
        counted.IsProtected,
        Measures = counted.Lines.Select(line => new
        {
            Measure = line.Measure.Id, By = line.By == Breakdown.None ? null : line.By.ToString().ToLowerInvariant(), line.Group, line.Of, NotKnown = line.Unknown,
            Answers = line.Shares.Select(share => new
            {
                share.Answer, share.Share?.Counted.Count, Share = Number(share.Share?.Share.Value), Low = Number(share.Share?.Share.Interval.Low), High = Number(share.Share?.Share.Interval.High),
            }),
        }),
    };

    // JSON has no word for not measured.
    private static double? Number(double? value) => value is { } known && double.IsFinite(known) ? known : null;
}
