using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Credence.Incidents;
using Credence.Screening;

namespace Credence.Cli.Screening;

/// <summary>Writes the lines of <c>screened.ndjson</c>; docs/screened.schema.json describes one.</summary>
internal sealed class ScreenedLine
{
    private static readonly JsonWriterOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly string _purpose;
    private readonly byte[] _packs;

    public ScreenedLine(string purpose, IReadOnlyList<string> packs)
    {
        _purpose = purpose;
        _packs = JsonSerializer.SerializeToUtf8Bytes(packs);
    }

    public static Utf8JsonWriter Writer(IBufferWriter<byte> output) => new(output, Json);

    /// <summary>Writes a line with a writer that writes into the same output.</summary>
    public void Write(Utf8JsonWriter writer, IBufferWriter<byte> output, string file, IncidentRow row, ScreeningResult result)
    {
        writer.Reset();
        writer.WriteStartObject();
        writer.WriteString("incidentId"u8, row.Incident.Number.Value);
        writer.WriteString("level"u8, Spelling.Of(result.Level));
        writer.WriteString("type"u8, Spelling.Of(result.Type));
        writer.WriteString("minor"u8, Spelling.Of(result.Minor));
        writer.WriteNumber("score"u8, Math.Round(result.Score, 4));
        writer.WriteString("reason"u8, result.Reason);
        WriteFindings(writer, result.Findings);
        WriteSignals(writer, result.Signals);
        writer.WriteString("file"u8, file);
        writer.WriteNumber("row"u8, row.Row);
        writer.WriteString("purpose"u8, _purpose);
        writer.WritePropertyName("packs"u8);
        writer.WriteRawValue(_packs, skipInputValidation: true);
        writer.WriteEndObject();
        writer.Flush();
        output.Write("\n"u8);
    }

    private static void WriteFindings(Utf8JsonWriter writer, IReadOnlyList<Finding> findings)
    {
        writer.WriteStartArray("findings"u8);
        foreach (var finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("indicator"u8, finding.Indicator.Id);
            writer.WriteNumber("start"u8, finding.Start);
            writer.WriteNumber("end"u8, finding.End);
            writer.WriteString("assertion"u8, Spelling.Of(finding.Assertion));
            writer.WriteString("dimension"u8, Spelling.Of(finding.Indicator.Dimension));
            writer.WriteString("strength"u8, Spelling.Of(finding.Indicator.Strength));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSignals(Utf8JsonWriter writer, IReadOnlyList<Signal> signals)
    {
        writer.WriteStartArray("signals"u8);
        foreach (var signal in signals)
        {
            writer.WriteStartObject();
            writer.WriteString("signal"u8, signal.Id);
            writer.WriteString("level"u8, Spelling.Of(signal.Level));
            writer.WriteString("title"u8, signal.Title);
            writer.WriteString("rule"u8, signal.Rule);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
