namespace Credence.Incidents.Nibrs;

/// <summary>Makes an <see cref="Incident"/> of a report: what its codes say, in the words of the rest of this program.</summary>
internal static class NibrsIncident
{
    public static Incident Of(NibrsReport report)
    {
        if (report.Segments is not [var first, ..]) return new Incident(new IncidentNumber(""), new Narrative(""));
        var incident = new Incident(new IncidentNumber(first.Number), new Narrative("")) { Agency = Text(first.Ori) };
        if (first.Action == 'D') return incident;
        return report.Kind == NibrsReportKind.GroupB ? OfArrests(incident, report) : OfGroupA(incident, report);
    }

    private static Incident OfGroupA(Incident incident, NibrsReport report) => incident with
    {
        Offenses = [.. report.Level(2).Select(offense => offense.Text("code")).Where(code => code.Length > 0).Distinct().Select(code => new OffenseCode(code))],
        Date = report.Administrative is { } administrative ? Date(administrative, "incidentDate") : null,
        LocationType = report.Level(2) is [var offense, ..] ? Text(offense.Text("location")) : null,
        Clearance = Text(report.Administrative?.Text("cleared")),
        Persons = [.. report.Level(4).Where(IsPerson).Select(Victim), .. report.Level(5).Where(IsKnown).Select(Suspect), .. report.Level(6).Select(Arrestee)],
        Arrests = [.. report.Level(6).Select(ArrestOf)],
    };

    private static Incident OfArrests(Incident incident, NibrsReport report) => incident with
    {
        Offenses = [.. report.Level(7).Select(arrest => arrest.Text("code")).Where(code => code.Length > 0).Distinct().Select(code => new OffenseCode(code))],
        Date = Date(report.Level(7)[0], "date"),
        Persons = [.. report.Level(7).Select(Arrestee)],
        Arrests = [.. report.Level(7).Select(ArrestOf)],
    };

    private static bool IsPerson(NibrsSegment victim) => victim.Text("type") is "I" or "L";

    private static bool IsKnown(NibrsSegment offender) => offender.Text("number") != "00";

    private static Person Victim(NibrsSegment victim) => Described(Involvement.Victim, victim) with
    {
        Offenses = [.. Rows(victim, "code").Select(code => new OffenseCode(code))],
        Relationships = [.. Enumerable.Range(0, victim.Layout.Find("offender")!.Times)
            .Select(row => new Relationship(victim.Text("offender", row), victim.Text("relationship", row)))
            .Where(relationship => relationship.Code.Length > 0)],
    };

    private static Person Suspect(NibrsSegment offender) => Described(Involvement.Suspect, offender);

    private static Person Arrestee(NibrsSegment arrestee) => Described(Involvement.Arrestee, arrestee);

    private static Arrest ArrestOf(NibrsSegment arrest) => new(
        arrest.Text("kind") switch
        {
            "O" => ArrestType.OnView,
            "S" => ArrestType.Summoned,
            "T" => ArrestType.TakenIntoCustody,
            _ => ArrestType.Unknown,
        },
        Date(arrest, "date"),
        arrest.Text("code") is { Length: > 0 } code ? new OffenseCode(code) : null,
        Arrestee(arrest));

    private static Person Described(Involvement involvement, NibrsSegment person) => new(
        involvement,
        person.Layout.Find("age") is { } age ? NibrsValue.Years(person.Of(age)) : null,
        Text(person.Text("sex")),
        Text(person.Text("race")))
    {
        Number = Text(person.Text("number")),
    };

    private static IEnumerable<string> Rows(NibrsSegment segment, string name) =>
        Enumerable.Range(0, segment.Layout.Find(name)!.Times).Select(row => segment.Text(name, row)).Where(value => value.Length > 0);

    private static DateOnly? Date(NibrsSegment segment, string name) =>
        segment.Layout.Find(name) is { } field ? NibrsValue.Date(segment.Of(field)) : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
