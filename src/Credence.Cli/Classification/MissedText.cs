using System.Globalization;
using Credence.Classification;
using Credence.Screening;
using Spectre.Console;

namespace Credence.Cli.Classification;

/// <summary>What was found, for a person to read: rules, counts, then the incidents to begin with.</summary>
internal sealed class MissedText(IAnsiConsole console)
{
    public void Write(MissedRun run, int top)
    {
        Line(0, "Where codes and evidence part. A list to read from the top; none of it is a verdict.", "bold");
        foreach (var rule in UseOfFindings.Rules) Line(2, $"- {rule}", "dim");
        console.WriteLine();
        Line(0, $"{Number(run.Rows)} rows read, {Number(run.Listed)} to read again. Who reads a sample of the others can say how many were missed there.", "bold");
        var hasCodes = run.WithoutOffenses < run.Rows;
        foreach (var kind in Enum.GetValues<CodeDoubt>())
            Line(2, $"{Number(run.Counts[kind]),7}  {(hasCodes ? MissedWords.Title(kind) : MissedWords.TitleWithoutCodes(kind))}");
        if (run.CodedUnread > 0) Line(2, $"{Number(run.CodedUnread),7}  recorded as trafficking, and no narrative that could be read");
        if (run.Problems > 0) Line(2, $"{Number(run.Problems),7}  rows with a problem (credence screen lists them)");
        foreach (var row in run.Found.Take(top)) Write(row);
        if (run.Listed > top)
        {
            console.WriteLine();
            Line(0, $"{Number(run.Listed - top)} more: --out FILE writes all of them, --top shows more here.");
        }
    }

    private void Write(MissedRow row)
    {
        console.WriteLine();
        Line(0, $"{row.Number} (row {row.Row}): {(row.RecordedAs is null ? row.Recorded : $"recorded as {row.Recorded}")}{(row.ReadsLike.Count > 0 ? $", {Reads(row)} {string.Join(" or ", row.ReadsLike)}" : "")}", "bold");
        Line(2, $"because: {row.Because}");
        if (row.Missing.Count > 0) Line(2, $"missing: {string.Join("; ", row.Missing)}");
    }

    private static string Reads(MissedRow row) => row.Kinds[0] switch
    {
        "reads-like-trafficking" or "other-kind-of-trafficking" or "minor-arrested" => "reads like",
        "code-without-support" => "not supported:",
        _ => "may be",
    };

    internal static string Number(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private void Line(int indent, string text, string style = "") => Paragraphs.Write(console, indent, text, style);
}
