using System.Buffers;

namespace Credence.Cli.Screening;

/// <summary>Every incident of the casebook on whose level the program and the careful reader differ.</summary>
internal static class DifferencesCsv
{
    public const string FileName = "casebook-differences.csv";

    public static byte[] Of(Demo demo)
    {
        var output = new ArrayBufferWriter<byte>();
        CsvLine.Write(
            output, "notice", "incident_number", "community", "planted_kind", "story", "reader_level", "program_level",
            "by_code_alone", "reader_says", "program_says");
        foreach (var one in demo.Differences)
        {
            var truth = one.Told.Truth;
            CsvLine.Write(
                output,
                Demo.Invented,
                one.Told.Number.Value,
                truth.Community.Name,
                truth.Kind.Id,
                truth.Story,
                Spelling.Of(truth.Level),
                Spelling.Of(one.Level),
                one.DiffersByCodeAlone ? "yes" : "no",
                truth.Conclusion,
                one.Deciding.Reason);
        }

        return output.WrittenSpan.ToArray();
    }
}
