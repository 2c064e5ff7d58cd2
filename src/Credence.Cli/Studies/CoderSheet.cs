using System.Buffers;
using System.Globalization;
using Credence.Cli.Evaluation;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Screening;
using Sylvan.Data.Csv;

namespace Credence.Cli.Studies;

/// <summary>The sheet of one coder: what was written and who is recorded, and a column for each question. No level, no code, no site, no other coder.</summary>
internal static class CoderSheet
{
    public const string FileName = "codings.csv";
    public const string Guide = "README.txt";

    public static byte[] Of(IEnumerable<(StudyCase Case, Incident? Incident)> cases)
    {
        var output = new ArrayBufferWriter<byte>();
        CsvLine.Write(output, ["case", "narrative", "persons", .. CodingQuestion.All.Select(question => question.Name), "note"]);
        foreach (var (one, incident) in cases)
            CsvLine.Write(output, [one.Name, incident?.Narrative.Text ?? "", PersonsOf(incident), .. CodingQuestion.All.Select(_ => ""), ""]);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>What a coder has to know before the first case.</summary>
    public static string GuideText(StudyPlan plan) =>
        $"""
        Coding sheet
        {(plan.Notice is { } notice ? $"{notice}\n" : "")}Purpose: {plan.Purpose}

        Fill in {FileName} beside this file; each row is one incident. You may save as you go and come back. Leave what the text does not
        answer empty, but victim, type and minor need a word. Do not speak with the other coder about a case before both are done, and do
        not look an incident up. It can be hard to read: take breaks, and stop where it is too much; a case left empty is no fault.

        {string.Join('\n', CodingQuestion.All.Select(question => $"  {question.Name,-11} {question.Asks}{(question.Words.Count > 0 ? $": {string.Join(", ", question.Words)}" : "")}"))}

        What may be done with what you read:
        {string.Join('\n', UseOfFindings.Rules.Select(rule => $"- {rule}"))}
        """ + "\n";

    /// <summary>Reads a sheet back. Ends the command where it cannot be one; what is wrong in a cell is said by row and column.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Read(string path, IReadOnlySet<string> cases, List<string> problems)
    {
        var coded = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var (row, cells) in SheetRows.Read(path, ["case", .. CodingQuestion.All.Select(question => question.Name)]))
        {
            string Where(string column) => string.Create(CultureInfo.InvariantCulture, $"{path}, row {row}, column {column}: ");
            if (!cases.Contains(cells["case"])) problems.Add($"{Where("case")}found no case of this study, expected one of the sheet.");
            else if (coded.ContainsKey(cells["case"])) problems.Add($"{Where("case")}found the same case twice, expected each once.");
            else if (Wrong(cells) is var (column, sentence)) problems.Add($"{Where(column)}{sentence}.");
            else if (cells[CodingQuestion.Victim].Length > 0) coded.Add(cells["case"], cells);
        }

        return coded;
    }

    private static (string Column, string Sentence)? Wrong(IReadOnlyDictionary<string, string> cells)
    {
        foreach (var question in CodingQuestion.All)
            if (question.Expected(cells[question.Name]) is { } expected) return (question.Name, $"found another word, expected {expected}");
        if (cells[CodingQuestion.Victim].Length == 0) return null;
        if (CodingQuestion.All.FirstOrDefault(question => question.IsRequired && cells[question.Name].Length == 0) is { } empty)
            return (empty.Name, $"found nothing, expected {string.Join(", ", empty.Words)}");
        return CodingQuestion.Contradiction(cells) is { } contradiction ? ("type", contradiction) : null;
    }

    private static string PersonsOf(Incident? incident) => string.Join("; ", NamedPerson.Of(incident?.Persons).Select(named =>
        string.Join(' ', new[] { named.Name, named.Person.Sex, named.Person.Age?.ToString(CultureInfo.InvariantCulture), named.Person.Race, named.Person.Nationality }.OfType<string>())));
}

/// <summary>Rows of a sheet that people filled in with whatever spreadsheet they have.</summary>
internal static class SheetRows
{
    /// <summary>The rows with these cells. A column that may be missing is empty then.</summary>
    public static IEnumerable<(int Row, IReadOnlyDictionary<string, string> Cells)> Read(string path, IReadOnlyList<string> columns, params IReadOnlyList<string> may)
    {
        using var text = GoldText.Open(path, "a sheet of this study");
        var rows = new List<(int, IReadOnlyDictionary<string, string>)>();
        try
        {
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = true, MaxBufferSize = 64 * 1024 * 1024 });
            var names = Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetName(i).Trim()).ToList();
            var places = columns.Concat(may).ToDictionary(name => name, name => names.FindIndex(header => header.Equals(name, StringComparison.OrdinalIgnoreCase)));
            if (places.FirstOrDefault(place => place.Value < 0 && !may.Contains(place.Key)) is { Key: { } missing })
                throw CommandEnd.WrongUse($"{path}, line 1: found no column '{missing}', {Expected(missing, columns)}.");
            while (csv.Read())
                rows.Add((rows.Count + 2, places.ToDictionary(place => place.Key, place => place.Value >= 0 && place.Value < csv.RowFieldCount ? CsvLine.Unguarded(csv.GetString(place.Value).Trim()) : "")));
        }
        catch (Exception e) when (e is CsvFormatException or CsvInvalidCharacterException or CsvRecordTooLargeException)
        {
            throw CommandEnd.WrongUse($"{path}: found no well-formed CSV, expected the sheet with its row of headers.");
        }

        return rows;
    }

    // Somebody may have read for weeks: the sheet is good but for this.
    private static string Expected(string missing, IReadOnlyList<string> columns) => CodingQuestion.All.Any(question => question.IsLater && question.Name == missing)
        ? $"which a sheet from an earlier version lacks; expected it: add a column with the header {missing}, leave it empty where nothing is recorded, and run the command again"
        : $"expected {string.Join(", ", columns)}";
}
