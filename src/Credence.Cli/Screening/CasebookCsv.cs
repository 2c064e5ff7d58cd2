using System.Buffers;
using System.Globalization;
using Credence.Incidents;
using Credence.Training;

namespace Credence.Cli.Screening;

/// <summary>The casebook as an export of a records system, one row an incident, with what a reader concludes beside it.</summary>
internal static class CasebookCsv
{
    public static byte[] Of(Casebook casebook)
    {
        var output = new ArrayBufferWriter<byte>();
        CsvLine.Write(
            output, "incident_number", "incident_date", "nibrs_code", "recorded_as", "location_type", "involvement", "age", "sex",
            "victim_age", "arrestee_age", "suspect_age", "narrative", "reader_level", "reader_type", "reader_minor", "conclusion");
        foreach (var invented in casebook.Incidents) WriteRow(output, invented);
        return output.WrittenSpan.ToArray();
    }

    private static void WriteRow(IBufferWriter<byte> output, InventedIncident invented)
    {
        var incident = invented.Incident;
        var other = incident.Persons!.FirstOrDefault(person => person.Involvement is Involvement.Missing or Involvement.Witness);
        CsvLine.Write(
            output,
            incident.Number.Value,
            incident.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            string.Join("; ", incident.Offenses!),
            invented.RecordedAs,
            incident.LocationType!,
            other?.Involvement.ToString() ?? "",
            AgeOf(other),
            other?.Sex ?? "",
            Ages(incident, Involvement.Victim),
            Ages(incident, Involvement.Arrestee),
            Ages(incident, Involvement.Suspect),
            incident.Narrative.Text,
            Spelling.Of(invented.Level),
            Spelling.Of(invented.Type),
            Spelling.Of(invented.Minor),
            invented.Conclusion);
    }

    private static string Ages(Incident incident, Involvement involvement) =>
        string.Join("; ", incident.Persons!.Where(person => person.Involvement == involvement).Select(AgeOf).Where(age => age.Length > 0));

    private static string AgeOf(Person? person) => person?.Age is { } age ? CsvLine.Number(age) : "";
}
