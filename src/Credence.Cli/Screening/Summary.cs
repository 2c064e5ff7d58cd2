using System.Globalization;
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
        output.WriteLine(Invariant($"Read {counts.Rows:N0} rows of {Files(record.Inputs.Count)} in {elapsed.TotalSeconds:N1} s. Purpose: {record.Purpose}."));
        foreach (var level in Enum.GetValues<Level>().Reverse())
            output.WriteLine(Invariant($"  {Spelling.Words(level),-19} {counts.Levels[Spelling.Of(level)],12:N0}"));
        output.WriteLine();
        output.WriteLine("Of the rows that are possible or strong:");
        output.WriteLine($"  by type      {Listed(counts.Types)}");
        output.WriteLine($"  a minor      {Listed(counts.Minors)}");
        if (counts.Offenses.Count > 0) output.WriteLine($"  by offense   {Listed(Most(counts.Offenses))}");
        var missed = Invariant($"{record.MissedRows:N0} rows of {record.MissedIncidents:N0} incidents");
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
        output.WriteLine(Invariant($"  codes only   {counts.WithoutNarrative:N0} rows: NIBRS holds no narratives; --narratives FILE joins them by incident number"));
        output.WriteLine();
        output.WriteLine("What the codes of NIBRS can show:");
        foreach (var shown in NibrsLimits.CanShow) output.WriteLine($"- {shown}");
        output.WriteLine("What they cannot show:");
        foreach (var hidden in NibrsLimits.CannotShow) output.WriteLine($"- {hidden}");
        output.WriteLine();
    }

    private static bool HasOffenses(ScreenedInput input) =>
        input.Columns.Any(column => column.StartsWith("offense=", StringComparison.Ordinal));

    private static string Files(int count) => count == 1 ? "1 file" : Invariant($"{count} files");

    private static string Listed(IEnumerable<KeyValuePair<string, long>> counts) =>
        string.Join(", ", counts.Where(entry => entry.Value > 0).Select(entry => Invariant($"{entry.Key} {entry.Value:N0}")).DefaultIfEmpty("none"));

    private static IEnumerable<KeyValuePair<string, long>> Most(IEnumerable<KeyValuePair<string, long>> offenses) =>
        offenses.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(MostOffenses);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
