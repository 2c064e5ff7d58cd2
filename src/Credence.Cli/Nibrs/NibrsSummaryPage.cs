using System.Globalization;
using System.Text.Json;
using Credence.Incidents.Nibrs;

namespace Credence.Cli.Nibrs;

/// <summary>The human-trafficking return as a page and as JSON, with what its figures are not.</summary>
internal sealed class NibrsSummaryPage(TraffickingReturn totals, long incidents, long unread, string pack)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly string[] Limits =
    [
        "These are offenses recorded as trafficking. They are not persons found to be victims, and not how much there is.",
        "No code of NIBRS says who exploits a person, and a person sold for sex cannot be a victim in an incident that is"
            + " coded as prostitution (40A to 40C) alone.",
        "What may be trafficking under another code is never added here: credence screen FILE lists it, for a person to read.",
    ];

    public void Write(TextWriter output)
    {
        output.WriteLine(Invariant($"Human-trafficking return, {totals.Incidents:N0} of {incidents:N0} group A incidents. {pack}"));
        output.WriteLine();
        output.WriteLine($"{"agency",-10} {"month",-8} {"line",-34} {"offenses",9} {"cleared",9} {"under 18 only",14}");
        foreach (var ((ori, month, line), count) in totals.Counts) WriteRow(output, ori, Month(month), Title(line), count);
        foreach (var (line, _) in TraffickingReturn.Lines) WriteRow(output, "all", "", Title(line), totals.Total(line));
        WriteRow(output, "all", "", "grand total", totals.Total());
        output.WriteLine();
        output.WriteLine(Invariant($"Incidents in both lines: {totals.IncidentsOfBoth:N0}. Cleared because the victim would not cooperate (D): {totals.VictimDeclined:N0}."));
        if (totals.WithoutVictim > 0) output.WriteLine(Invariant($"Offenses to which no victim is connected, in no figure: {totals.WithoutVictim:N0}."));
        if (totals.Repeated > 0) output.WriteLine(Invariant($"Reports whose number the same agency had sent before, counted once, as first read: {totals.Repeated:N0}."));
        if (unread > 0) output.WriteLine(Invariant($"Lines that cannot be read, in no figure: {unread:N0}; credence nibrs check says where."));
        foreach (var limit in Limits) output.WriteLine(limit);
    }

    public void WriteJson(TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            Pack = pack,
            GroupAIncidents = incidents,
            RecordedAsTrafficking = totals.Incidents,
            InBothLines = totals.IncidentsOfBoth,
            ClearedVictimDeclined = totals.VictimDeclined,
            OffensesWithoutVictim = totals.WithoutVictim,
            ReportsSentBefore = totals.Repeated,
            LinesNotRead = unread,
            Rows = totals.Counts.Select(row => new { row.Of.Ori, Month = Month(row.Of.Month), row.Of.Line, row.Count.Offenses, row.Count.Cleared, row.Count.ClearedJuvenile }),
            Totals = TraffickingReturn.Lines.Select(line => new { line.Line, Code = line.Code.Value, Count = totals.Total(line.Line) })
                .Select(row => new { row.Line, row.Code, row.Count.Offenses, row.Count.Cleared, row.Count.ClearedJuvenile }),
            GrandTotal = totals.Total(),
            Limits,
        },
        Form));

    private static void WriteRow(TextWriter output, string ori, string month, string line, TraffickingCount count) => output.WriteLine(
        Invariant($"{ori,-10} {month,-8} {line,-34} {count.Offenses,9:N0} {count.Cleared,9:N0} {count.ClearedJuvenile,14:N0}"));

    private static string Title(string line) => line == "A" ? "A  64A commercial sex acts" : "B  64B involuntary servitude";

    private static string Month(int month) => Invariant($"{month / 100:0000}-{month % 100:00}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
