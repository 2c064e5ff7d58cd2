using System.Buffers;
using System.Globalization;
using Credence.Cli.Screening;
using Credence.Evaluation.Measures;
using Credence.Statistics;

namespace Credence.Cli.Studies;

/// <summary>What both coders said of each case, where they differ, and what somebody decided between them.</summary>
internal sealed class StudyCodings
{
    private const string Blank = "(blank)";

    private static readonly IReadOnlyList<string> Columns = ["case", "question", "one", "other", "decision"];

    private readonly Dictionary<string, Dictionary<string, string>> _final = new(StringComparer.Ordinal);
    private readonly List<Difference> _differences = [];
    private readonly List<string> _problems = [];

    /// <summary>What is wrong in the sheets, a sentence each.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Cases that a coder has not coded, by coder.</summary>
    public required IReadOnlyList<(string Coder, int Missing, int Cases)> Missing { get; init; }

    /// <summary>Differences that nobody has decided.</summary>
    public int Undecided { get; private set; }

    public int Differences => _differences.Count;

    /// <summary>Agreement before anybody decided, by question.</summary>
    public required IReadOnlyList<QuestionAgreement> Agreement { get; init; }

    /// <summary>True if every case has its coding.</summary>
    public bool IsComplete => _problems.Count == 0 && Undecided == 0 && Missing.All(coder => coder.Missing == 0);

    /// <summary>The coding of every case, once all is decided; a case whose type contradicts its victim is a problem before.</summary>
    public IReadOnlyDictionary<string, IncidentCoding> Final => _final.ToDictionary(pair => pair.Key, pair => CodingQuestion.CodingOf(pair.Value));

    /// <summary>Takes back what is there, and writes the sheet of differences anew where they have changed; decisions are kept.</summary>
    public static StudyCodings Take(StudyFolder folder, StudyPlan plan, IReadOnlyList<StudyCase> cases)
    {
        var (names, problems) = (cases.Select(one => one.Name).ToHashSet(StringComparer.Ordinal), new List<string>());
        var sheets = StudyFolder.Coders.Select(coder => folder.Has(coder, CoderSheet.FileName)
            ? CoderSheet.Read(folder.PathOf(coder, CoderSheet.FileName), names, problems)
            : throw CommandEnd.Refused($"{folder.PathOf(coder, CoderSheet.FileName)}: found no such file, expected the coder's sheet.")).ToList();
        var both = cases.Where(one => sheets.TrueForAll(sheet => sheet.ContainsKey(one.Name))).ToList();
        var codings = new StudyCodings
        {
            Missing = [.. StudyFolder.Coders.Select((coder, i) => (coder, cases.Count(one => !sheets[i].ContainsKey(one.Name)), cases.Count))],
            Agreement = QuestionAgreement.OfAll(both.ConvertAll(one => (sheets[0][one.Name], sheets[1][one.Name]))),
        };
        codings._problems.AddRange(problems);
        foreach (var one in both) codings.Compare(one.Name, sheets[0][one.Name], sheets[1][one.Name], plan.Seed);
        if (problems.Count == 0 && codings.Missing.All(coder => coder.Missing == 0)) codings.Decide(folder);
        return codings;
    }

    private void Compare(string name, IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b, ulong seed)
    {
        var agreed = new Dictionary<string, string>(StringComparer.Ordinal);
        var matters = new[] { a, b }.Any(said => !said[CodingQuestion.Victim].Equals("no", StringComparison.OrdinalIgnoreCase));
        // Which coder stands first is drawn, so that whoever decides cannot side with one of them.
        var turned = new Pcg32(seed, Fingerprint.Of(name)).Below(2) == 1;
        foreach (var question in CodingQuestion.All.Where(question => matters || question.IsRequired))
        {
            var (one, other) = (a[question.Name], b[question.Name]);
            if (one.Equals(other, StringComparison.OrdinalIgnoreCase)) agreed[question.Name] = one;
            else if (matters) _differences.Add(turned ? new Difference(name, question, other, one) : new Difference(name, question, one, other));
            else agreed[question.Name] = "";
        }

        _final.Add(name, agreed);
    }

    private void Decide(StudyFolder folder)
    {
        var rows = folder.Has(StudyFolder.Adjudication) ? SheetRows.Read(folder.PathOf(StudyFolder.Adjudication), Columns).ToList() : [];
        var decided = ReadDecisions(folder.PathOf(StudyFolder.Adjudication), rows);
        // Where somebody has to look into the sheet, it stays as it is.
        if (_problems.Count == 0 && !Asks(rows)) folder.Write(Sheet(decided, Told(folder)), StudyFolder.Adjudication);
        foreach (var difference in _differences)
        {
            var decision = decided.GetValueOrDefault(difference.Key, "");
            if (decision.Length == 0) Undecided++;
            else _final[difference.Case][difference.Question.Name] = decision == Blank ? "" : decision;
        }

        if (Undecided > 0) return;
        foreach (var (name, answers) in _final.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (answers[CodingQuestion.Victim].Equals("no", StringComparison.OrdinalIgnoreCase)) answers["type"] = "none";
            if (CodingQuestion.Contradiction(answers) is { } contradiction) _problems.Add($"{folder.PathOf(StudyFolder.Adjudication)}, case {name}, question type: {contradiction}.");
        }
    }

    private Dictionary<string, string> ReadDecisions(string path, IReadOnlyList<(int Row, IReadOnlyDictionary<string, string> Cells)> rows)
    {
        var (decided, asked) = (new Dictionary<string, string>(StringComparer.Ordinal), _differences.ToDictionary(one => one.Key, StringComparer.Ordinal));
        foreach (var (row, cells) in rows)
        {
            var key = Difference.KeyOf(cells["case"], cells["question"]);
            if (Wrong(cells, asked.GetValueOrDefault(key)) is var (column, sentence)) _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path}, row {row}, column {column}: {sentence}."));
            else if (asked.ContainsKey(key) && !decided.TryAdd(key, cells["decision"])) _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path}, row {row}, column question: found the same question of a case twice, expected each once."));
        }

        return decided;
    }

    // A question on which the coders now agree is asked no more.
    private (string Column, string Sentence)? Wrong(IReadOnlyDictionary<string, string> cells, Difference? difference) =>
        !_final.ContainsKey(cells["case"]) ? ("case", "found no case of this study, expected one of the sheet")
        : !CodingQuestion.All.Any(question => question.Name == cells["question"]) ? ("question", "found another word, expected a question of the sheet")
        : difference is null ? null
        : cells["decision"] == Blank ? difference.Question.IsRequired ? ("decision", $"found {Blank}, expected {string.Join(", ", difference.Question.Words)}") : null
        : difference.Question.Expected(cells["decision"]) is { } expected ? ("decision", $"found another word, expected {expected}{(difference.Question.IsRequired ? "" : $" or {Blank}")}")
        : null;

    // Whether the sheet asks what differs now, with the answers of now; a decision holds for a case and a question, and stays when an answer changes.
    private bool Asks(IReadOnlyList<(int Row, IReadOnlyDictionary<string, string> Cells)> rows) =>
        rows.Select(row => (row.Cells["case"], row.Cells["question"], row.Cells["one"], row.Cells["other"])).ToHashSet().SetEquals(
            _differences.Select(one => (one.Case, one.Question.Name, CsvLine.OneLine(Shown(one.One)), CsvLine.OneLine(Shown(one.Other)))));

    private byte[] Sheet(Dictionary<string, string> decided, Dictionary<string, (string Narrative, string Persons)> told)
    {
        var output = new ArrayBufferWriter<byte>();
        CsvLine.Write(output, "case", "narrative", "persons", "question", "one", "other", "decision");
        foreach (var one in _differences)
        {
            var (narrative, persons) = told.GetValueOrDefault(one.Case, ("", ""));
            CsvLine.Write(output, one.Case, narrative, persons, one.Question.Name, Shown(one.One), Shown(one.Other), decided.GetValueOrDefault(one.Key, ""));
        }

        return output.WrittenSpan.ToArray();
    }

    // Whoever decides reads here what both coders read: a sheet of theirs would tell who said what.
    private static Dictionary<string, (string Narrative, string Persons)> Told(StudyFolder folder) => StudyFolder.Coders
        .SelectMany(coder => SheetRows.Read(folder.PathOf(coder, CoderSheet.FileName), ["case"], "narrative", "persons"))
        .Select(row => (Case: row.Cells["case"], Narrative: row.Cells["narrative"], Persons: row.Cells["persons"])).Where(row => row.Narrative.Length > 0)
        .DistinctBy(row => row.Case).ToDictionary(row => row.Case, row => (row.Narrative, row.Persons), StringComparer.Ordinal);

    private static string Shown(string answer) => answer.Length == 0 ? Blank : answer;

    private sealed record Difference(string Case, CodingQuestion Question, string One, string Other)
    {
        public string Key => KeyOf(Case, Question.Name);

        public static string KeyOf(string name, string question) => $"{name}|{question}";
    }
}
