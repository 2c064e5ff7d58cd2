using System.Diagnostics.CodeAnalysis;
using Credence.Incidents.Nibrs;

namespace Credence.Incidents;

/// <summary>How incidents are laid out in a source.</summary>
public enum SourceFormat
{
    /// <summary>Delimited text with a row of headers.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    Ndjson,

    /// <summary>The flat file in which agencies send NIBRS data to the FBI.</summary>
    Nibrs,
}

/// <summary>Incidents from bytes of any encoding and any layout, both recognized from the bytes themselves.</summary>
public sealed class IncidentSource : IDisposable
{
    private const int AheadForEncoding = 1 << 20;

    private readonly IncidentCsv? _csv;
    private readonly IncidentNdjson? _ndjson;
    private readonly NibrsIncidents? _nibrs;

    private IncidentSource(NibrsIncidents nibrs) =>
        (Encoding, Format, Columns, _nibrs) = (SourceEncoding.Utf8, SourceFormat.Nibrs, NibrsIncidents.Columns, nibrs);

    private IncidentSource(SourceEncoding encoding, IncidentCsv? csv, IncidentNdjson? ndjson)
    {
        (Encoding, _csv, _ndjson) = (encoding, csv, ndjson);
        Format = csv is null ? SourceFormat.Ndjson : SourceFormat.Csv;
        Columns = csv?.Columns ?? ndjson!.Columns;
    }

    /// <summary>How the bytes were read.</summary>
    public SourceEncoding Encoding { get; }

    /// <summary>The layout.</summary>
    public SourceFormat Format { get; }

    /// <summary>The columns in use.</summary>
    public IncidentColumns Columns { get; }

    /// <summary>What is wrong with the headers; nothing, as a rule.</summary>
    public IReadOnlyList<RowProblem> HeaderProblems => _csv?.HeaderProblems ?? [];

    /// <summary>Looks at the beginning of the bytes and at the headers; refuses what is no table of incidents.</summary>
    /// <param name="bytes">The source; disposed with what is opened.</param>
    /// <param name="map">Headers that a person named.</param>
    /// <param name="source">The source, if it can be read.</param>
    /// <param name="problem">Why not, if it cannot.</param>
    /// <param name="nibrs">How a NIBRS file is read; null for the edition that ships, without narratives.</param>
    public static bool TryOpen(
        Stream bytes,
        ColumnMap map,
        [NotNullWhen(true)] out IncidentSource? source,
        [NotNullWhen(false)] out SourceProblem? problem,
        NibrsInput? nibrs = null)
    {
        source = null;
        var first = new byte[AheadForEncoding];
        var ahead = first.AsSpan(0, bytes.ReadAtLeast(first, first.Length, throwOnEndOfStream: false));
        var guess = TextGuess.Of(ahead);
        problem = ahead.Length <= guess.MarkLength
            ? new SourceProblem("an empty file", "a row of headers and rows of incidents")
            : guess.NotText is { } kind ? new SourceProblem(kind, "text: CSV, or one JSON object a line") : null;
        if (problem is not null) return false;
        nibrs ??= NibrsInput.Shipped;
        if (NibrsReader.MayBeFlatFile(ahead) && NibrsReader.IsFlatFile(ahead, nibrs.Edition))
        {
            source = new IncidentSource(new NibrsIncidents(bytes, ahead, nibrs));
            return true;
        }

        var text = new SourceText(new DecodedText(bytes, ahead[guess.MarkLength..], guess.Encoding));
        return TryOpen(text, guess.Encoding, map, out source, out problem);
    }

    /// <summary>Reads the next row.</summary>
    public bool TryRead(out IncidentRow row) =>
        _nibrs is not null ? _nibrs.TryRead(out row)
        : _csv is not null ? _csv.TryRead(out row)
        : _ndjson!.TryRead(out row);

    /// <summary>Closes the stream.</summary>
    public void Dispose()
    {
        _csv?.Dispose();
        _ndjson?.Dispose();
        _nibrs?.Dispose();
    }

    private static bool TryOpen(
        SourceText text,
        SourceEncoding encoding,
        ColumnMap map,
        [NotNullWhen(true)] out IncidentSource? source,
        [NotNullWhen(false)] out SourceProblem? problem)
    {
        source = null;
        IncidentCsv? csv = null;
        IncidentNdjson? ndjson = null;
        var opened = text.Peek(1 << 12).TrimStart() switch
        {
            ['{', ..] => IncidentNdjson.TryOpen(text, map, out ndjson, out problem),
            ['[', '{' or ' ' or '\r' or '\n', ..] => Refuse(out problem),
            _ => IncidentCsv.TryOpen(text, map, out csv, out problem),
        };
        if (opened) source = new IncidentSource(encoding, csv, ndjson);
        return opened;
    }

    private static bool Refuse(out SourceProblem? problem)
    {
        problem = new SourceProblem("one JSON list", "one JSON object a line (NDJSON), or CSV");
        return false;
    }
}
