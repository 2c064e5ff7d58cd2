namespace Credence.Evaluation;

/// <summary>
/// Reads the annotation file of the NegEx kit: line number, condition, sentence, negation (Affirmed, Negated), temporality
/// (Recent, Historical, Not particular: the kit's word for hypothetical), experiencer (Patient or another).
/// </summary>
internal static class AnnotatedGoldReader
{
    private static readonly string[] Columns = ["line", "condition", "sentence", "negation", "temporality", "experiencer"];

    public static bool Knows(string header)
    {
        var names = header.Split('\t');
        return names.Length == Columns.Length
            && names.Zip(Columns, (name, column) => name.Trim().StartsWith(column, StringComparison.OrdinalIgnoreCase)).All(same => same);
    }

    public static Gold Read(string header, TextReader rest)
    {
        if (!Knows(header))
        {
            return new UnreadableGold(
                $"line 1: found {header.Split('\t').Length} tab-separated columns, expected {string.Join(", ", Columns)}");
        }

        var phrases = new List<AnnotatedPhrase>();
        var problems = new List<GoldProblem>();
        for (var line = 2L; rest.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text)) { continue; }

            var cells = text.Split('\t');
            if (cells.Length == Columns.Length) { phrases.Add(Phrase(cells)); }
            else { problems.Add(new GoldProblem(line, $"found {cells.Length} columns, expected {Columns.Length}")); }
        }

        return new AnnotatedGold(phrases) { Problems = problems };
    }

    private static AnnotatedPhrase Phrase(string[] cells) => new(cells[0].Trim(), cells[1].Trim(), cells[2], new ContextReading(
        Is(cells[3], "Negated"), Is(cells[4], "Historical"), Is(cells[4], "Not particular") || Is(cells[4], "Hypothetical"),
        !Is(cells[5], "Patient")));

    private static bool Is(string cell, string word) => cell.Trim().Equals(word, StringComparison.OrdinalIgnoreCase);
}
