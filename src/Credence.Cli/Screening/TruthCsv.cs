using System.Buffers;
using System.Text.Json;
using Credence.Training;

namespace Credence.Cli.Screening;

/// <summary>What a careful reader knows of each incident of a casebook, by incident number: for whoever measures a program on it.</summary>
internal static class TruthCsv
{
    public const string FileName = "casebook-truth.csv";

    public static byte[] Of(InventedCasebook casebook)
    {
        var output = new ArrayBufferWriter<byte>();
        CsvLine.Write(
            output, "notice", "incident_number", "community", "planted_kind", "background", "story", "reader_level", "reader_type",
            "reader_minor", "recorded_codes", "recorded_as", "due_codes", "misclassified", "identified_by", "arrest", "arrest_reason",
            "referral", "practice", "practice_why", "reports", "conclusion");
        foreach (var told in casebook.Incidents) WriteRow(output, told);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>A value as files spell it: OwnSafety is own-safety.</summary>
    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static void WriteRow(IBufferWriter<byte> output, ToldIncident told)
    {
        var (truth, ending) = (told.Truth, told.Truth.Ending);
        CsvLine.Write(
            output,
            Demo.Invented,
            told.Number.Value,
            truth.Community.Name,
            truth.Kind.Id,
            truth.Kind.IsBackground ? "yes" : "no",
            truth.Story,
            Spelling.Of(truth.Level),
            Spelling.Of(truth.Type),
            Spelling.Of(truth.Minor),
            string.Join("; ", told.Reports[0].Offenses!),
            truth.RecordedAs,
            truth.NeedsReview ? "review" : truth.Due.Count == 0 ? "as recorded" : string.Join("; ", truth.Due),
            string.Join("; ", truth.Misclassified.Select(Word)),
            told.Reports[0].IdentifiedBy!,
            Word(ending.Arrest),
            Word(ending.Reason),
            Word(ending.Referral),
            Word(ending.Practice),
            ending.Why ?? "",
            CsvLine.Number(told.Reports.Count),
            truth.Conclusion);
    }
}
