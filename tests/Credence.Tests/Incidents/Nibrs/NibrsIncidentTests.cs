using Credence.Incidents;
using Credence.Incidents.Nibrs;
using Credence.Screening;
using Credence.Testing;

namespace Credence.Tests.Incidents.Nibrs;

public class NibrsIncidentTests
{
    [Fact]
    public void A_report_becomes_an_incident_with_its_persons_relationships_and_arrests()
    {
        var incident = Assert.Single(Read(FlatFile.Incident())).Incident;

        Assert.Equal(("31-000114", FlatFile.Ori, "14"), (incident.Number.Value, incident.Agency, incident.LocationType));
        Assert.Equal(new DateOnly(2031, 5, 4), incident.Date);
        Assert.Equal(["64A"], incident.Offenses!.Select(code => code.Value));
        Assert.Equal("N", incident.Clearance);
        Assert.Equal(
            [(Involvement.Victim, 16, "F"), (Involvement.Suspect, 34, "M"), (Involvement.Arrestee, 34, "M")],
            incident.Persons!.Select(person => (person.Involvement, person.Age!.Value, person.Sex!)));
        var victim = incident.Persons![0];
        Assert.Equal(new Relationship("01", "BG"), Assert.Single(victim.Relationships!));
        Assert.Equal("64A", Assert.Single(victim.Offenses!).Value);
        var arrest = Assert.Single(incident.Arrests!);
        Assert.Equal((ArrestType.TakenIntoCustody, new DateOnly(2031, 5, 6), "64A"), (arrest.Type, arrest.Date, arrest.Offense!.Value.Value));
    }

    [Fact]
    public void Society_and_an_unknown_offender_are_no_persons()
    {
        string[] lines =
        [
            FlatFile.Incident()[0].With(49, "D20310506"),
            FlatFile.Segment("offense", "31-000114", "code=40A status=C using.1.substance=N location=14 biases.1.bias=88"),
            FlatFile.Segment("victim", "31-000114", "number=001 connected.1.code=40A type=S"),
            FlatFile.Segment("offender", "31-000114", "number=00"),
        ];
        var incident = Assert.Single(Read(lines)).Incident;

        Assert.Empty(incident.Persons!);
        Assert.Equal("D", incident.Clearance);
    }

    [Theory]
    [InlineData("NN  ", 0)]
    [InlineData("BB  ", 0)]
    [InlineData("00  ", null)]
    [InlineData("1619", 17)]
    [InlineData("99  ", 99)]
    [InlineData("8   ", null)]
    [InlineData("    ", null)]
    public void An_age_is_read_as_the_FBI_keeps_it(string age, int? years)
    {
        var lines = FlatFile.Incident();
        lines[2] = lines[2].With(72, age);

        Assert.Equal(years, Assert.Single(Read(lines)).Incident.Persons![0].Age);
    }

    [Fact]
    public void An_arrest_of_group_B_is_an_incident_too_and_a_month_without_one_is_none()
    {
        var rows = Read([FlatFile.Zero(), FlatFile.Arrest(), "", .. FlatFile.Incident()]);

        Assert.Equal([2L, 4L], rows.Select(row => row.Row));
        Assert.Equal("90J", Assert.Single(rows[0].Incident.Offenses!).Value);
        Assert.Equal(ArrestType.Summoned, Assert.Single(rows[0].Incident.Arrests!).Type);
    }

    [Fact]
    public void A_line_that_cannot_be_read_and_a_deletion_are_told_and_nothing_is_lost()
    {
        var rows = Read([.. FlatFile.Incident(), "no segment at all", FlatFile.Segment("administrative", "31-000117", "incidentDate=20310504", "D")]);

        Assert.Equal(2, rows.Count);
        Assert.Equal((6L, "position 5"), (rows[0].Problems[0].Row, rows[0].Problems[0].Column));
        Assert.Contains("deletion", Assert.Single(rows[1].Problems).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_alone_say_that_a_child_was_arrested_for_prostitution()
    {
        string[] lines =
        [
            FlatFile.Incident()[0],
            FlatFile.Segment("offense", "31-000114", "code=40A status=C using.1.substance=N location=14 biases.1.bias=88"),
            FlatFile.Segment("victim", "31-000114", "number=001 connected.1.code=40A type=S"),
            FlatFile.Incident()[3].With(40, "16  ").With(44, "F"),
            FlatFile.Incident()[4].With(62, "40A").With(71, "16  ").With(75, "F").With(79, "R"),
        ];
        var result = Cast.Screener.Screen(Assert.Single(Read(lines)).Incident);

        Assert.Equal((Level.StrongIndication, MinorStatus.Yes), (result.Level, result.Minor));
        Assert.Contains(result.Signals, signal => signal.Id == "minor-sold");
        Assert.Empty(FlatFile.Errors(lines));
    }

    [Fact]
    public void A_narrative_is_joined_by_number_when_somebody_has_it()
    {
        var input = NibrsInput.Shipped with { NarrativeOf = incident => new Narrative($"Report {incident.Number}.") };

        Assert.Equal("Report 31-000114.", Assert.Single(Read(FlatFile.Incident(), input)).Incident.Narrative.Text);
    }

    [Fact]
    public void A_table_is_not_taken_for_a_flat_file_nor_the_other_way_round()
    {
        Assert.Equal(SourceFormat.Nibrs, Open(FlatFile.Bytes(FlatFile.Incident())).Format);
        Assert.Equal(SourceFormat.Csv, Open("id,narrative\n00870I052031,x\n"u8.ToArray()).Format);
    }

    private static List<IncidentRow> Read(IEnumerable<string> lines, NibrsInput? input = null)
    {
        using var source = Open(FlatFile.Bytes(lines), input);
        var rows = new List<IncidentRow>();
        while (source.TryRead(out var row)) rows.Add(row);
        return rows;
    }

    private static IncidentSource Open(byte[] bytes, NibrsInput? input = null)
    {
        Assert.True(IncidentSource.TryOpen(new MemoryStream(bytes), ColumnMap.Empty, out var source, out var problem, input), $"{problem}");
        return source;
    }
}
