using System.Buffers;
using System.Globalization;
using Credence.Incidents;
using Credence.Training;

namespace Credence.Cli.Screening;

/// <summary>An invented casebook as a records system would export it: one row a report, and no word of what is true.</summary>
internal static class CasebookCsv
{
    public const string FileName = "casebook.csv";

    public static byte[] Of(InventedCasebook casebook) => Of(casebook.Incidents);

    /// <summary>The same of a part of it, such as one community.</summary>
    public static byte[] Of(IEnumerable<ToldIncident> incidents)
    {
        var output = new ArrayBufferWriter<byte>();
        CsvLine.Write(
            output, "notice", "incident_number", "report_type", "incident_date", "ori", "nibrs_code", "recorded_as", "location_type",
            "identified_by", "involvement", "age", "sex", "victim_age", "victim_sex", "arrestee_age", "arrestee_sex", "suspect_age",
            "arrest_type", "narrative");
        foreach (var told in incidents)
        {
            for (var i = 0; i < told.Reports.Count; i++) WriteRow(output, told, told.Reports[i], i == 0 ? "Original" : "Supplement");
        }

        return output.WrittenSpan.ToArray();
    }

    private static void WriteRow(IBufferWriter<byte> output, ToldIncident told, Incident report, string type)
    {
        var persons = report.Persons!;
        var other = persons.FirstOrDefault(person => person.Involvement is Involvement.Missing or Involvement.Witness);
        CsvLine.Write(
            output,
            Demo.Invented,
            report.Number.Value,
            type,
            report.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            report.Agency!,
            string.Join("; ", report.Offenses!),
            told.Truth.RecordedAs,
            report.LocationType!,
            report.IdentifiedBy!,
            other?.Involvement.ToString() ?? "",
            AgeOf(other),
            other?.Sex ?? "",
            Listed(persons, Involvement.Victim, AgeOf),
            Listed(persons, Involvement.Victim, person => person?.Sex ?? ""),
            Listed(persons, Involvement.Arrestee, AgeOf),
            Listed(persons, Involvement.Arrestee, person => person?.Sex ?? ""),
            Listed(persons, Involvement.Suspect, AgeOf),
            ArrestType(told, persons),
            report.Narrative.Text);
    }

    // NIBRS data element 43.
    private static string ArrestType(ToldIncident told, IReadOnlyList<Person> persons) =>
        persons.All(person => person.Involvement != Involvement.Arrestee) ? ""
        : told.Truth.Ending.Arrest == ArrestKind.Citation ? "Summoned/Cited"
        : "On-view arrest";

    private static string Listed(IReadOnlyList<Person> persons, Involvement involvement, Func<Person?, string> cell) =>
        string.Join("; ", persons.Where(person => person.Involvement == involvement && person.Age is not null).Select(cell));

    private static string AgeOf(Person? person) => person?.Age is { } age ? CsvLine.Number(age) : "";
}
