using System.Globalization;
using Credence.Cli.Reports;
using Credence.Incidents;
using Credence.Incidents.Nibrs;
using Credence.Screening;

namespace Credence.Cli.Screening;

/// <summary>What a person reads when a run has ended, with what may be done with a finding and what may not.</summary>
internal static class Summary
{
    private const int MostOffenses = 10;

    public static void Write(ScreenRecord record, string folder, TimeSpan elapsed, TextWriter output)
    {
        var counts = record.Counts;
        output.WriteLine(Invariant($"Read {Figures.Rows(counts.Rows)} of {Files(record.Inputs.Count)} in {elapsed.TotalSeconds:N1} s. Purpose: {record.Purpose}."));
        foreach (var level in Enum.GetValues<Level>().Reverse())
            output.WriteLine(Invariant($"  {Spelling.Words(level),-19} {counts.Levels[Spelling.Of(level)],12:N0}"));
        output.WriteLine();
        output.WriteLine("Of the rows that are possible or strong:");
        output.WriteLine($"  by type      {Listed(counts.Types)}");
        output.WriteLine($"  a minor      {Listed(counts.Minors)}");
        if (counts.Offenses.Count > 0) output.WriteLine($"  by offense   {Listed(Most(counts.Offenses))}{Others(counts.Offenses.Count - MostOffenses)}");
        var missed = Invariant($"{Figures.Rows(record.MissedRows)} of {Counted(record.MissedIncidents, "incident")}");
        output.WriteLine(record.Inputs.Any(HasOffenses)
            ? $"  missed       {missed}: no offense code says trafficking"
            : $"  no code      {missed}: indicated, and no column of offenses was found; --map offense=HEADER tells which column holds the codes");
        if (record.Inputs.Any(input => input.Format == nameof(SourceFormat.Nibrs))) WriteNibrs(counts, output);
        output.WriteLine(Invariant($"Problems: {counts.Problems:N0}."));
        output.WriteLine();
        foreach (var name in new[] { OutputFolder.Report, OutputFolder.Missed, OutputFolder.Screened, OutputFolder.Problems, OutputFolder.Run })
            output.WriteLine($"  {Path.Combine(folder, name)}");
        output.WriteLine();
        output.WriteLine("What may be done with a finding:");
        foreach (var rule in UseOfFindings.Rules) output.WriteLine($"- {rule}");
    }

    private static void WriteNibrs(Tally counts, TextWriter output)
    {
        output.WriteLine(Invariant($"  codes only   {Figures.Rows(counts.WithoutNarrative)}: NIBRS holds no narratives; --narratives FILE joins them by incident number"));
        output.WriteLine();
        output.WriteLine("What the codes of NIBRS can show:");
        foreach (var shown in NibrsLimits.CanShow) output.WriteLine($"- {shown}");
        output.WriteLine("What they cannot show:");
        foreach (var hidden in NibrsLimits.CannotShow) output.WriteLine($"- {hidden}");
        output.WriteLine();
    }

    private static bool HasOffenses(ScreenedInput input) =>
        input.Columns.Any(column => column.StartsWith("offense=", StringComparison.Ordinal));

    private static string Files(int count) => Counted(count, "file");

    private static string Counted(long count, string one) => count == 1 ? $"1 {one}" : Invariant($"{count:N0} {one}s");

    private static string Others(int count) => count <= 0 ? "" : $", and {Counted(count, "other")}";

    private static string Listed(IEnumerable<KeyValuePair<string, long>> counts) =>
        string.Join(", ", counts.Where(entry => entry.Value > 0).Select(entry => Invariant($"{entry.Key} {entry.Value:N0}")).DefaultIfEmpty("none"));

    private static IEnumerable<KeyValuePair<string, long>> Most(IEnumerable<KeyValuePair<string, long>> offenses) =>
        offenses.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(MostOffenses);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
