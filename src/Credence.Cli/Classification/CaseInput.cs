using System.CommandLine;
using Credence.Classification;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;
using Credence.Screening.Instruments;

namespace Credence.Cli.Classification;

/// <summary>One case as a command was told of it: its evidence and, where there are any, its incidents with their words.</summary>
internal sealed class CaseInput
{
    private CaseInput(PackLibrary library, CaseEvidence evidence, IReadOnlyList<(Incident, ScreeningResult)> incidents, IReadOnlyList<OffenseCode> offenses) =>
        (Library, Evidence, Incidents, Offenses) = (library, evidence, incidents, offenses);

    public PackLibrary Library { get; }

    public CaseEvidence Evidence { get; }

    /// <summary>The rows of the incident, or the words typed; empty for answers alone.</summary>
    public IReadOnlyList<(Incident Incident, ScreeningResult Result)> Incidents { get; }

    /// <summary>The one narrative that findings stand in; null where there is none or more than one, and a place would not say which.</summary>
    public string? OneNarrative => Incidents is [var (incident, _)] ? incident.Narrative.Text : null;

    /// <summary>Offense codes of the record and of --offense, each once.</summary>
    public IReadOnlyList<OffenseCode> Offenses { get; }

    /// <summary>True if a row of the incident could not be read in full; what it was is said.</summary>
    public bool HasProblems { get; private init; }

    /// <summary>How a command ends that did what it was asked to.</summary>
    public int Exit => HasProblems ? ExitCode.DoneWithProblems : ExitCode.Done;

    /// <summary>Reads them; ends the command if there is nothing at all, unless a charge alone is enough.</summary>
    public static CaseInput Read(CaseOptions options, ParseResult parsed, bool mayBeEmpty = false)
    {
        var library = PackFolder.Library(parsed.GetValue(options.Packs));
        var codes = (parsed.GetValue(options.Offenses) ?? []).SelectMany(typed => OffenseCell.Parts(typed).DefaultIfEmpty(""))
            .Select(code => KnownOffense.Of(code, options.Offenses.Name, library)).ToList();
        var problems = new List<RowProblem>();
        var incidents = IncidentsOf(options, parsed, codes, new PrintedRow(OffenseLookup.From(library), Redact: false), problems);
        foreach (var problem in problems)
            parsed.InvocationConfiguration.Error.WriteLine($"{parsed.GetValue(options.Case)}, row {problem.Row}{(problem.Column.Length > 0 ? $", column {problem.Column}" : "")}: found {problem.Found}, expected {problem.Expected}.");
        var answers = parsed.GetValue(options.Answers) ?? [];
        if (!mayBeEmpty && incidents.Count == 0 && answers.Length == 0 && codes.Count == 0 && parsed.GetValue(options.Age) is null)
            throw CommandEnd.WrongUse("Found neither a narrative nor --answers, expected at least one.");
        var screener = incidents.Count == 0 ? null : PackFolder.Screener(library, CommonOptions.ToCodes(parsed.GetRequiredValue(options.Languages)));
        var screened = incidents.Select(incident => (incident, screener!.Screen(incident))).ToList();
        var evidence = screened.Aggregate(CaseEvidence.None, (all, one) => all.And(CaseEvidence.Of(one.incident, one.Item2)));
        evidence = answers.Aggregate(evidence, (all, path) => all.And(AnswersFile.Read(path, library).Evidence));
        if (incidents.Count == 0 && codes.Count > 0) evidence = evidence.And(new CaseEvidence { Records = [Recorded("", codes)] });
        if (parsed.GetValue(options.Age) is { } age) evidence = evidence.And(CaseEvidence.Of(AgeAnswers(age, library)));
        return new CaseInput(library, evidence, screened, [.. incidents.SelectMany(incident => incident.Offenses ?? []).Concat(codes).Distinct()])
        {
            HasProblems = problems.Count > 0,
        };
    }

    private static List<Incident> IncidentsOf(CaseOptions options, ParseResult parsed, List<OffenseCode> codes, PrintedRow print, List<RowProblem> problems)
    {
        if (parsed.GetValue(options.Case) is not { } given)
            return parsed.GetValue(options.Incident) is null ? [] : throw CommandEnd.WrongUse("--incident: found no file of records, expected one.");
        if (parsed.GetValue(options.Incident) is not { } number) return [Recorded(ExplainCommand.Read(given), codes)];
        var found = Rows(given, options.ColumnsOf(parsed), number, print, problems);
        return found.Count > 0 ? found : throw CommandEnd.WrongUse($"{given}: found no incident {number}, expected its number as it stands in the file.");
    }

    private static Incident Recorded(string narrative, List<OffenseCode> codes) =>
        new(new IncidentNumber("not recorded"), new Narrative(narrative)) { Offenses = codes.Count == 0 ? null : codes };

    private static List<Incident> Rows(string path, ColumnMap columns, string number, PrintedRow print, List<RowProblem> problems)
    {
        var file = InputFile.FindAll([path], columns, Console.OpenStandardInput)[0];
        using var stream = file.Open();
        using var source = file.OpenSource(stream, columns);
        var found = new List<Incident>();
        while (source.TryRead(out var row))
        {
            if (row.Incident.Number.Value != number) continue;
            found.Add(row.Incident);
            problems.AddRange(print.Of(row, source.Columns.HeaderOf(IncidentColumn.Offense)).Problems);
        }

        return found;
    }

    private static IEnumerable<FactAnswer> AgeAnswers(int age, PackLibrary library)
    {
        if (age is < 0 or > 120) throw CommandEnd.WrongUse($"--age: found {age}, expected years from 0 to 120.");
        return FactPack.From(library, []).Facts.Where(fact => fact.IsUnder18)
            .Select(fact => new FactAnswer(fact.Id, age < 18 ? Answer.Yes : Answer.No, "age", age < 18 ? "the age given is under 18" : "the age given is 18 or over"));
    }
}
