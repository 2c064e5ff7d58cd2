using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Screening;

namespace Credence.Cli.Reports;

/// <summary>
/// Indicated rows on their way into the report. Which of them are missed is known at the end only, so each is kept as a
/// line of JSON in one file, and in another a line that says where it is to stand: level, score, whether it is coded as
/// trafficking, the incident's number, the length of its JSON, whether only codes give the level, and its offenses.
/// </summary>
internal sealed class ReportRows(bool redact)
{
    /// <summary>Escapes what HTML reads as markup, so that no text ends the element that holds the JSON.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Lines of JSON.</summary>
    public ArrayBufferWriter<byte> Incidents { get; } = new();

    /// <summary>Lines that say where each is to stand.</summary>
    public ArrayBufferWriter<byte> Index { get; } = new();

    public void Reset()
    {
        Incidents.ResetWrittenCount();
        Index.ResetWrittenCount();
    }

    public void Add(IncidentRow row, ScreeningResult result, string file)
    {
        if (result.Level < Level.PossibleIndication) return;
        var before = Incidents.WrittenCount;
        using (var writer = new Utf8JsonWriter(Incidents, new JsonWriterOptions { Encoder = Json.Encoder }))
            JsonSerializer.Serialize(writer, ReportIncident.Of(row, result, file, redact), Json);
        Incidents.Write("\n"u8);
        Encoding.UTF8.GetBytes(Line(row, result, Incidents.WrittenCount - before), Index);
    }

    private static string Line(IncidentRow row, ScreeningResult result, int length)
    {
        var number = CodedIncidents.KeyOf(row.Incident.Number);
        var offenses = ReportTally.OffensesOf(row.Incident).Select(offense => "\t" + offense);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)result.Level}\t{Math.Round(result.Score, 4)}\t{(result.IsRecordedAsTrafficking ? 1 : 0)}\t{number}\t{length}\t{(result.Clause is null && result.Signals.Count > 0 ? 1 : 0)}{string.Concat(offenses)}\n");
    }
}
