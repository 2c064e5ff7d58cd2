using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Credence.Incidents.Nibrs;

/// <summary>
/// A flat file as one JSON object a line, and back, byte for byte: a segment by the names of its values, any other line
/// as it stands (each byte as the character of its number).
/// </summary>
public static class NibrsNdjson
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A writer of lines into an output.</summary>
    public static Utf8JsonWriter Writer(IBufferWriter<byte> output) => new(output, Form);

    /// <summary>Writes a line of the flat file as a line of JSON.</summary>
    public static void Write(NibrsLine line, Utf8JsonWriter writer, IBufferWriter<byte> output)
    {
        writer.Reset();
        writer.WriteStartObject();
        writer.WriteNumber("line"u8, line.Number);
        if (line.IsWellFormed && NibrsWriter.GivesTheSame(line.Segment!)) WriteValues(line.Segment!, writer);
        else writer.WriteString("raw"u8, Encoding.Latin1.GetString(line.Bytes.Span));
        if (!line.End.Span.SequenceEqual("\n"u8)) writer.WriteString("end"u8, Encoding.Latin1.GetString(line.End.Span));
        writer.WriteEndObject();
        writer.Flush();
        output.Write("\n"u8);
    }

    /// <summary>The bytes of a line, its end included, from its JSON; or what is wrong with it.</summary>
    public static (byte[]? Bytes, SourceProblem? Problem) Read(ReadOnlyMemory<byte> json, NibrsEdition edition)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement, edition)
                : (null, new SourceProblem("JSON that is no object", "one object a line"));
        }
        catch (JsonException)
        {
            return (null, new SourceProblem("no JSON", "one object a line"));
        }
    }

    private static void WriteValues(NibrsSegment segment, Utf8JsonWriter writer)
    {
        writer.WriteString("segment"u8, segment.Layout.Name);
        foreach (var field in segment.Layout.Single)
            if (!segment.IsBlank(field)) writer.WriteString(field.Name, segment.Text(field));
        foreach (var group in segment.Layout.Groups)
        {
            var rows = group.Times;
            while (rows > 0 && segment.IsBlank(group, rows - 1)) rows--;
            if (rows == 0) continue;
            writer.WriteStartArray(group.Name);
            for (var row = 0; row < rows; row++) WriteRow(segment, group, row, writer);
            writer.WriteEndArray();
        }
    }

    private static void WriteRow(NibrsSegment segment, NibrsGroup group, int row, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var field in group.Fields)
            if (!segment.IsBlank(field, row)) writer.WriteString(field.Name, segment.Text(field, row));
        writer.WriteEndObject();
    }

    private static (byte[]?, SourceProblem?) Read(JsonElement line, NibrsEdition edition)
    {
        var end = Text(line, "end") ?? "\n";
        if (Text(line, "raw") is { } raw) return Joined(Bytes(raw), Bytes(end));
        var name = Text(line, "segment");
        if (edition.Layouts.FirstOrDefault(layout => layout.Name == name) is not { } layout)
            return (null, new SourceProblem("no segment that the edition knows", $"one of {string.Join(", ", edition.Layouts.Select(known => known.Name))}"));
        if (!int.TryParse(Text(line, "length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || !layout.Lengths.Contains(length))
            return (null, new SourceProblem($"no length of a segment {name}", $"one of {string.Join(", ", layout.Lengths)}"));
        var bytes = NibrsWriter.Write(layout, length, (field, row) => ValueOf(line, field, row));
        return bytes is null
            ? (null, new SourceProblem("a value that does not fit into its field", "values of at most the field's length"))
            : Joined(bytes, Bytes(end));
    }

    private static string? ValueOf(JsonElement line, NibrsField field, int row)
    {
        if (field.Group is not { } group) return Text(line, field.Name);
        return line.TryGetProperty(group, out var rows) && rows.ValueKind == JsonValueKind.Array && row < rows.GetArrayLength()
            ? Text(rows[row], field.Name)
            : null;
    }

    private static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static (byte[]?, SourceProblem?) Joined(byte[]? bytes, byte[]? end) => bytes is null || end is null
        ? (null, new SourceProblem("a character beyond one byte", "characters of one byte each"))
        : ([.. bytes, .. end], null);

    private static byte[]? Bytes(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange('\0', '\xFF') < 0 ? Encoding.Latin1.GetBytes(text) : null;
}
