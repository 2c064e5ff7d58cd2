namespace Credence.Evaluation;

/// <summary>The kinds of gold file.</summary>
public enum GoldFormat
{
    /// <summary>One JSON object a line: narrative and codes.</summary>
    Coded,

    /// <summary>CSV of case summaries with statutes.</summary>
    Cases,

    /// <summary>CSV of narratives only.</summary>
    Narratives,

    /// <summary>Tab-separated sentences annotated as in the NegEx kit.</summary>
    Annotated,
}

/// <summary>Reads gold files and recognizes their kind by their first line.</summary>
public static class GoldReader
{
    private const string Expected =
        "expected JSON lines with 'narrative' and 'coder_a' or 'level', a CSV header with a 'narrative' or 'summary' column, "
        + "or the NegEx kit's tab-separated header";

    /// <summary>
    /// Reads from text. A file of no known kind, or not of the kind asked for, gives <see cref="UnreadableGold"/>.
    /// </summary>
    public static Gold Read(TextReader text, GoldFormat? format = null)
    {
        var first = text.ReadLine()?.TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(first)) { return new UnreadableGold($"line 1: found nothing, {Expected}"); }

        if (first.Contains('\0', StringComparison.Ordinal))
        {
            return new UnreadableGold($"line 1: found bytes that are no text, {Expected}");
        }

        return (format ?? Recognize(first)) switch
        {
            GoldFormat.Coded => CodedGoldReader.Read(first, text),
            GoldFormat.Cases when CsvTable.TryOpen(first, text) is { } table => CaseGoldReader.Read(table),
            GoldFormat.Narratives when CsvTable.TryOpen(first, text) is { } table => NarrativeGoldReader.Read(table),
            GoldFormat.Annotated => AnnotatedGoldReader.Read(first, text),
            _ => new UnreadableGold($"line 1: found {Describe(first)}, {Expected}"),
        };
    }

    private static GoldFormat? Recognize(string first)
    {
        if (first.TrimStart().StartsWith('{')) { return GoldFormat.Coded; }

        if (AnnotatedGoldReader.Knows(first)) { return GoldFormat.Annotated; }

        return CsvTable.TryOpen(first, TextReader.Null) is { Narrative: not null } header
            ? header.Column("statutes") is null ? GoldFormat.Narratives : GoldFormat.Cases
            : null;
    }

    // Column names are no content; a line that is no header may be, so it is only measured.
    private static string Describe(string first) => first.TrimStart() switch
    {
        ['[', ..] => "the beginning of one JSON array",
        ['<', ..] => "the beginning of XML or HTML",
        { Length: < 300 } header when header.Contains(',', StringComparison.Ordinal) =>
            $"a line of {header.Split(',').Length} columns without such a name",
        var other => $"a line of {other.Length} characters without such a column",
    };
}
