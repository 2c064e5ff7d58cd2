using Credence.Classification;
using Spectre.Console;

namespace Credence.Cli.Classification;

/// <summary>A classification for a person to read: proposals first, then the definitions of which something speaks.</summary>
internal sealed class ClassificationText(IAnsiConsole console, bool all, string? narrative = null)
{
    private const int Shown = 3;

    public void Write(ClassificationResult result)
    {
        Paragraphs.Write(console, 0, "Nothing here is a verdict: the program proposes, a person determines, and unknown is no \"no\".", "dim");
        console.WriteLine();
        Paragraphs.Write(console, 0, $"Offense code: {ClassificationWords.Of(result.Offense)}. {result.Offense.Because}");
        Paragraphs.Write(console, 0, $"Victim status: {ClassificationWords.Of(result.Victim)}. {ClassificationWords.Because(result.Victim)}");
        Paragraphs.Write(console, 0, "Charge: counsel charges; victim status and help do not depend on it.");
        var read = result.Statutes.Where(reading => reading.Statute.Use != StatuteUse.Part).ToList();
        var touched = read.FindAll(reading => all || reading.IsTouched);
        var trees = touched.FindAll(reading => all || reading.Statute.Use != StatuteUse.Offense);
        trees.ForEach(Write);
        WriteOffenses([.. touched.Except(trees)]);
        if (read.Except(touched).Select(reading => reading.Statute.CitedAs).ToList() is { Count: > 0 } others)
            Section($"Nothing speaks of: {string.Join("; ", others)}.");
        WriteQuestions(trees);
        console.WriteLine();
        Paragraphs.Write(console, 0, $"+ supported, - not supported, ? unknown. Packs: {string.Join(", ", result.Packs)}", "dim");
    }

    private void Write(StatuteReading reading)
    {
        Section($"{reading.Statute.CitedAs}, {reading.Statute.Title}: {ClassificationWords.Of(reading)}", "bold");
        if (reading.Statute.Note is { } note) Paragraphs.Write(console, 2, note);
        foreach (var part in reading.Element.Element.Joining == Joining.All ? reading.Element.Parts : [reading.Element]) Write(part, 2);
        foreach (var hint in reading.HintNotes) Paragraphs.Write(console, 2, hint);
        Paragraphs.Write(console, 2, $"Source: {ClassificationWords.Of(reading.Statute.Citation)}", "dim");
    }

    private void Write(ElementReading reading, int indent)
    {
        Paragraphs.Write(console, indent, $"{ClassificationWords.Mark(reading.Support)} {reading.Element.Title}{(reading.Element.ForCounsel ? " (for counsel)" : "")}");
        foreach (var item in Some(reading.SupportedBy)) Paragraphs.Write(console, indent + 4, ClassificationWords.Of(item, narrative));
        foreach (var item in Some(reading.Against)) Paragraphs.Write(console, indent + 4, $"against: {ClassificationWords.Of(item, narrative)}");
        if (reading.Support != Support.Supported)
            foreach (var item in Some(reading.RaisedBy)) Paragraphs.Write(console, indent + 4, $"raised, decides nothing: {ClassificationWords.Of(item, narrative)}");
        // Of alternatives only those of which something speaks are shown: the others are no gap.
        foreach (var part in reading.Parts.Where(part => reading.Element.Joining == Joining.All || all || IsShown(part, reading.Support)))
            Write(part, indent + 2);
    }

    private static bool IsShown(ElementReading part, Support around) => part.WithParts().Any(below =>
        below.SupportedBy.Count + below.Against.Count > 0 || (around != Support.Supported && below.RaisedBy.Count > 0));

    private IEnumerable<EvidenceItem> Some(IReadOnlyList<EvidenceItem> items) =>
        items.DistinctBy(Words).Take(Shown);

    private string Words(EvidenceItem item) => ClassificationWords.Of(item, narrative);

    private void WriteOffenses(List<StatuteReading> offenses)
    {
        if (offenses.Count == 0) return;
        Section("Offenses, for counsel (--all shows their elements)", "bold");
        foreach (var reading in offenses)
        {
            var lacks = reading.Missing.Count == 0 || reading.InReport == Support.Supported ? "" : $"; lacks: {string.Join(", and ", reading.Missing.Select(gap => gap.Element.Title))}";
            var unverified = reading.Statute.Citation.Verified ? "" : " (elements to be verified)";
            Paragraphs.Write(console, 2, $"{ClassificationWords.Mark(reading.InReport)} {reading.Statute.CitedAs}, {reading.Statute.Title}: {ClassificationWords.Of(reading)}{lacks}{unverified}");
        }

        foreach (var note in offenses.SelectMany(reading => reading.HintNotes).Distinct()) Paragraphs.Write(console, 2, note);
    }

    private void WriteQuestions(List<StatuteReading> readings)
    {
        var gaps = readings.SelectMany(reading => reading.Missing).DistinctBy(gap => gap.Element.Ask ?? gap.Element.Title).ToList();
        if (gaps.Count == 0) return;
        Section("What is missing, and what may gently be asked", "bold");
        Paragraphs.Write(console, 2, "After safety and needs, by one person, once, with an interpreter and an advocate. Nobody has to answer.");
        foreach (var gap in gaps)
        {
            Paragraphs.Write(console, 2, $"? {gap.Element.Title}");
            if (gap.Element.Ask is { } ask) Paragraphs.Write(console, 6, $"\"{ask}\"");
        }
    }

    private void Section(string heading, string style = "")
    {
        console.WriteLine();
        Paragraphs.Write(console, 0, heading, style);
    }
}
