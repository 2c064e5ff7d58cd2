using Credence.Incidents;

namespace Credence.Tests.Incidents;

public class IncidentColumnsTests
{
    [Theory]
    [InlineData("contact_id,contact_date,basis,narrative", "contact_id", "narrative")]
    [InlineData("INCIDENT NO.,OFFENSE DESCRIPTION,NARRATIVE TEXT", "INCIDENT NO.", "NARRATIVE TEXT")]
    [InlineData("case_id,year,statutes,summary", "case_id", "summary")]
    [InlineData("ID,Case Number,Primary Type,Description", "Case Number", "Description")]
    [InlineData("Número de incidente,Fecha,Delito,Descripción de los hechos", "Número de incidente", "Descripción de los hechos")]
    [InlineData("EXPEDIENTE;NARRATIVA", "EXPEDIENTE", "NARRATIVA")]
    [InlineData("[Report#],[CaseNumber],[ReportText]", "[CaseNumber]", "[ReportText]")]
    public void Columns_are_recognized_from_headers(string headers, string id, string narrative)
    {
        var columns = Find(headers.Split(',', ';'));

        Assert.Equal(id, columns.HeaderOf(IncidentColumn.Id));
        Assert.Equal(narrative, columns.HeaderOf(IncidentColumn.Narrative));
    }

    [Fact]
    public void Every_column_of_offenses_is_read()
    {
        var columns = Find("id", "narrative", "nibrs_code", "offense description", "ucr");

        Assert.Equal([2, 3, 4], columns.Used.Where(used => used.Column == IncidentColumn.Offense).Select(used => used.Ordinal).Order());
    }

    [Fact]
    public void A_map_goes_before_a_guess()
    {
        var columns = Find("id=key,narrative=comments", "incident_id", "key", "narrative", "comments");

        Assert.Equal("key", columns.HeaderOf(IncidentColumn.Id));
        Assert.Equal("comments", columns.HeaderOf(IncidentColumn.Narrative));
    }

    [Fact]
    public void A_header_written_twice_is_read_once_and_reported()
    {
        using var source = Reading.Open("id,narrative,narrative\n1,first,second\n"u8.ToArray());
        Assert.True(source.TryRead(out var row));

        Assert.Equal("first", row.Incident.Narrative.Text);
        Assert.Equal((1, "narrative"), (source.HeaderProblems.Single().Row, source.HeaderProblems.Single().Column));
    }

    [Theory]
    [InlineData("date,narrative\n1,a\n", "", "found the columns date, narrative; expected a column of incident numbers; name it with --map id=HEADER.")]
    [InlineData("id,title\n1,a\n", "", "found the columns id, title; expected a column of narratives; name it with --map narrative=HEADER.")]
    [InlineData("id,narrative\n1,a\n", "id=number", "found the columns id, narrative; expected a column 'number' for id, as the column map says.")]
    [InlineData("ZEBRAWORD,Jane took it\nb,c\n", "", "found 2 columns without a header that Credence knows; expected a column of incident numbers; name it with --map id=HEADER.")]
    [InlineData("ZEBRAWORD,Jane took it\nb,c\n", "id=number", "found 2 columns without a header that Credence knows; expected a column 'number' for id, as the column map says.")]
    public void A_missing_column_is_one_sentence(string text, string map, string sentence) =>
        Assert.Equal(sentence, Reading.Refusal(text, map).ToString());

    [Theory]
    [InlineData("colour=x", "found the key 'colour'")]
    [InlineData("id", "expected KEY=HEADER")]
    [InlineData("id=", "expected KEY=HEADER")]
    public void A_map_that_makes_no_sense_is_refused(string map, string says)
    {
        Assert.False(ColumnMap.TryParse([map], out _, out var problem));
        Assert.Contains(says, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapped_header_may_hold_a_comma()
    {
        Assert.True(ColumnMap.TryParse(["id=No., year, victim-age=Age, victim"], out var map, out _));

        Assert.Equal([(IncidentColumn.Id, "No., year"), (IncidentColumn.VictimAge, "Age, victim")], map.Named);
    }

    private static IncidentColumns Find(params string[] headers) => headers[0].Contains('=', StringComparison.Ordinal)
        ? Find(headers[0], headers[1..])
        : Find("", headers);

    private static IncidentColumns Find(string map, string[] headers)
    {
        Assert.True(ColumnMap.TryParse(map.Length == 0 ? [] : [map], out var parsed, out _));
        Assert.True(IncidentColumns.TryFind(headers, parsed, out var columns, out var problem), $"{problem}");
        return columns;
    }
}
