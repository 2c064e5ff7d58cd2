using System.Buffers;
using Credence.Cli.Screening;
using Credence.Evaluation.Measures;
using Credence.Screening;
using Credence.Statistics;
using Credence.Training;

namespace Credence.Cli.Studies;

/// <summary>An invented coder, who knows the planted truth and errs at a stated rate.</summary>
internal static class DemoCoder
{
    public const double ErrorOfA = 0.03;
    public const double ErrorOfB = 0.05;

    /// <summary>What a careful reader answers. The stories tell nothing of race, charges, determinations, or who began an incident: these stay empty.</summary>
    public static Dictionary<string, string> AnswersOf(PlantedTruth truth)
    {
        var victim = truth.Level switch { Level.StrongIndication => "yes", Level.PossibleIndication => "unsure", _ => "no" };
        var answers = CodingQuestion.All.ToDictionary(question => question.Name, _ => "");
        answers[CodingQuestion.Victim] = victim;
        answers["type"] = victim == "no" ? "none" : MeasureAnswer.Word(truth.Type);
        answers["minor"] = MeasureAnswer.Word(truth.Minor);
        if (victim == "no") return answers;
        answers["sex"] = truth.AtRisk?.Sex ?? "unknown";
        answers["arrest"] = MeasureAnswer.Word(truth.Ending.Arrest);
        answers["reason"] = MeasureAnswer.Word(truth.Ending.Reason);
        answers["help"] = MeasureAnswer.Word(truth.Ending.Referral);
        return answers;
    }

    /// <summary>Fills a coder's sheet.</summary>
    public static void Fill(StudyFolder folder, string coder, IReadOnlyDictionary<string, PlantedTruth> cases, double error, ulong seed, ulong stream)
    {
        var output = new ArrayBufferWriter<byte>();
        CsvLine.Write(output, ["case", "narrative", "persons", .. CodingQuestion.All.Select(question => question.Name), "note"]);
        foreach (var (_, row) in SheetRows.Read(folder.PathOf(coder, CoderSheet.FileName), ["case", "narrative", "persons"]))
        {
            var answers = AnswersOf(cases[row["case"]]);
            Err(answers, error, new Pcg32(seed + Fingerprint.Of(row["case"]), stream));
            CsvLine.Write(output, [row["case"], row["narrative"], row["persons"], .. CodingQuestion.All.Select(question => answers[question.Name]), ""]);
        }

        folder.Write(output.WrittenSpan, coder, CoderSheet.FileName);
    }

    /// <summary>Decides every difference as the truth says.</summary>
    public static void Decide(StudyFolder folder, IReadOnlyDictionary<string, PlantedTruth> cases)
    {
        if (!folder.Has(StudyFolder.Adjudication)) return;
        var output = new ArrayBufferWriter<byte>();
        CsvLine.Write(output, "case", "narrative", "persons", "question", "one", "other", "decision");
        foreach (var (_, row) in SheetRows.Read(folder.PathOf(StudyFolder.Adjudication), ["case", "narrative", "persons", "question", "one", "other"]))
            CsvLine.Write(output, row["case"], row["narrative"], row["persons"], row["question"], row["one"], row["other"], Decision(AnswersOf(cases[row["case"]])[row["question"]]));
        folder.Write(output.WrittenSpan, StudyFolder.Adjudication);
    }

    private static string Decision(string answer) => answer.Length == 0 ? "(blank)" : answer;

    private static void Err(Dictionary<string, string> answers, double error, Pcg32 chance)
    {
        foreach (var question in CodingQuestion.All.Where(question => question.Words.Count > 0 && answers[question.Name].Length > 0))
        {
            if (chance.Below(1_000_000) >= error * 1_000_000) continue;
            string[] others = [.. question.Words.Where(word => word != answers[question.Name])];
            answers[question.Name] = others[chance.Below(others.Length)];
        }

        // Whoever errs does not contradict herself.
        if (answers[CodingQuestion.Victim] == "no") answers["type"] = "none";
        else if (answers["type"] == "none" && answers[CodingQuestion.Victim] == "yes") answers["type"] = chance.Below(2) == 0 ? "sex" : "labor";
    }
}
