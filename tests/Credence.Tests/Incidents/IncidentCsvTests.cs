using Credence.Incidents;

namespace Credence.Tests.Incidents;

public class IncidentCsvTests
{
    [Theory]
    [InlineData("D", "D")]
    [InlineData("d - Victim Refused to Cooperate", "D")]
    [InlineData("VICTIM REFUSED TO COOPERATE", "D")]
    [InlineData("N", "N")]
    [InlineData("Prosecution declined", "B")]
    [InlineData("A man was there", "A man was there")]
    [InlineData("Cleared by arrest", "Cleared by arrest")]
    [InlineData("", null)]
    public void How_an_incident_was_cleared_exceptionally_is_read_as_code_or_words(string cell, string? clearance)
    {
        using var read = IncidentCsv.Read(new StringReader($"incident_id,exceptional_clearance,narrative\n31-1,{cell},Something.\n"));
        Assert.Equal(clearance, Assert.Single(read).Incident.Clearance);
    }

    [Fact]
    public void A_row_becomes_an_incident()
    {
        const string Text = """
            Incident Number,Report Date,ORI,NIBRS Code,Location Type,Identified By,Victim Age,Arrestee Age,Narrative
            2031-000017,2031-05-04,XX0000000,40A; 35A,14,patrol,16;24,31,"She said he kept her money."
            """;

        var incident = Reading.Rows(Text).Single().Incident;

        Assert.Equal("2031-000017", incident.Number.Value);
        Assert.Equal("She said he kept her money.", incident.Narrative.Text);
        Assert.Equal(["40A", "35A"], incident.Offenses!.Select(offense => offense.Value));
        Assert.Equal(new DateOnly(2031, 5, 4), incident.Date);
        Assert.Equal(("XX0000000", "14", "patrol"), (incident.Agency, incident.LocationType, incident.IdentifiedBy));
        Assert.Equal(
            [new(Involvement.Victim, 16), new(Involvement.Victim, 24), new(Involvement.Arrestee, 31)], incident.Persons);
    }

    [Fact]
    public void A_person_has_the_nationality_that_is_recorded()
    {
        var persons = Reading.Rows("id,narrative,involvement,age,Citizenship\n1,a,victim,20,Invented Republic\n2,b,victim,21,\n").Select(row => row.Incident.Persons!.Single().Nationality);

        Assert.Equal(["Invented Republic", null], persons);
    }

    [Fact]
    public void What_the_source_does_not_say_is_null_and_an_empty_cell_is_empty()
    {
        var without = Reading.Rows("id,narrative\n1,a\n").Single().Incident;
        var with = Reading.Rows("id,narrative,offense,victim age\n1,a,,\n").Single().Incident;

        Assert.Null(without.Offenses);
        Assert.Null(without.Persons);
        Assert.Empty(with.Offenses!);
        Assert.Empty(with.Persons!);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_delimiter_is_guessed(char delimiter)
    {
        var text = $"\"case, no; or | number\"{delimiter}id{delimiter}narrative\nx{delimiter}7{delimiter}\"a{delimiter}b\"\n";

        var row = Reading.Rows(text).Single();

        Assert.Equal($"a{delimiter}b", row.Incident.Narrative.Text);
        Assert.Empty(row.Problems);
    }

    [Fact]
    public void A_first_line_that_names_the_delimiter_is_no_header() =>
        Assert.Equal(["a, b, c"], Reading.Narratives("sep=;\r\nid;narrative\r\n1;a, b, c\r\n"));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_breaks_inside_quotes_belong_to_the_narrative(string end)
    {
        var text = $"id,narrative{end}1,\"first{end}second \"\"quoted\"\"{end}\"{end}2,next";

        Assert.Equal([$"first{end}second \"quoted\"{end}", "next"], Reading.Narratives(text));
    }

    [Fact]
    public void Empty_lines_are_no_rows_and_a_sign_begins_no_comment() =>
        Assert.Equal(["a", "b"], Reading.Narratives("\n\nid,narrative\n\n#1,a\n\n\n2,b\n\n"));

    [Fact]
    public void A_short_row_is_read_as_far_as_it_goes()
    {
        var rows = Reading.Rows("id,narrative,offense\n1,a\n2,b,40A\n");

        Assert.Equal(["a", "b"], rows.Select(row => row.Incident.Narrative.Text));
        Assert.Equal(new RowProblem(2, "", "2 fields", "3 fields; the missing are read as empty"), rows[0].Problems.Single());
        Assert.Empty(rows[1].Problems);
    }

    [Fact]
    public void Delimiters_that_nobody_quoted_stay_in_the_narrative()
    {
        var rows = Reading.Rows("id,narrative,offense\n1,he said, go, now,40A\n2,b,35A,,\n");

        Assert.Equal("he said, go, now", rows[0].Incident.Narrative.Text);
        Assert.Equal("40A", rows[0].Incident.Offenses!.Single().Value);
        Assert.Equal("5 fields", rows[0].Problems.Single().Found);
        Assert.Empty(rows[1].Problems);
    }

    [Fact]
    public void A_broken_quote_in_the_middle_costs_no_other_row()
    {
        var text = "id,narrative,offense\n1,\"a\",1\n2,\"never closed,2\n3,\"c\",3\n4,\"said \"stop\" twice\",4\n5,\"e\ne\",5\n";

        var rows = Reading.Rows(text);

        Assert.Equal(["1", "2", "3", "4", "5"], rows.Select(row => row.Incident.Number.Value));
        Assert.Equal([0, 1, 0, 1, 0], rows.Select(row => row.Problems.Count));
        Assert.Equal([3, 5], rows.SelectMany(row => row.Problems).Select(problem => problem.Row));
        Assert.Contains("never closed", rows[1].Incident.Narrative.Text, StringComparison.Ordinal);
        Assert.Contains("stop", rows[3].Incident.Narrative.Text, StringComparison.Ordinal);
        Assert.Equal("e\ne", rows[4].Incident.Narrative.Text);
    }

    [Fact]
    public void An_export_that_never_doubles_its_quotes_is_read_row_by_row()
    {
        var text = "id,offense,narrative\n" + string.Concat(Enumerable.Range(1, 3000).Select(i => $"2031-{i},90J,\"he said \"come\" and kept, her passport\"\n"));

        var rows = Reading.Rows(text);

        Assert.Equal(3000, rows.Count);
        Assert.All(rows, row => Assert.StartsWith("he said come", row.Incident.Narrative.Text, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.True(row.Incident.Narrative.Length < 50));
    }

    [Theory]
    [InlineData("\"first line\nshe said \"stop\" and\nlast line\"", "first line\nshe said stop\" and\nlast line\"")]
    [InlineData("\"he said \"stop\"\nand ran, then fell\"", "he said stop\"\nand ran, then fell\"")]
    public void Quotes_that_nobody_doubled_break_no_narrative_of_several_lines(string cell, string narrative)
    {
        var rows = Reading.Rows($"id,narrative,offense\n1,a,90J\n2,{cell},40A\n3,\"c\nc\",90J\n");

        Assert.Equal(["1", "2", "3"], rows.Select(row => row.Incident.Number.Value));
        Assert.Equal(narrative, rows[1].Incident.Narrative.Text);
        Assert.Equal("40A", rows[1].Incident.Offenses!.Single().Value);
        Assert.Equal([3L], rows.SelectMany(row => row.Problems).Select(problem => problem.Row).Distinct());
    }

    [Fact]
    public void The_end_of_a_story_never_passes_for_an_incident_number()
    {
        var rows = Reading.Rows("id,narrative\n1,a\nand then they left the house together,b\n");

        Assert.Equal("", rows[1].Incident.Number.Value);
        Assert.Equal(("id", "37 characters"), (rows[1].Problems.Single().Column, rows[1].Problems.Single().Found));
    }

    [Fact]
    public void A_quote_that_is_open_at_the_end_loses_nothing_behind_it()
    {
        var rows = Reading.Rows("id,narrative\n1,a\n2,\"open\n3,c\n4,d");

        Assert.Equal(["1", "2", "3", "4"], rows.Select(row => row.Incident.Number.Value));
        Assert.Equal([3L], rows.SelectMany(row => row.Problems).Select(problem => problem.Row));
    }

    [Fact]
    public void A_field_over_a_megabyte_is_a_problem_of_its_row()
    {
        var big = new string('x', IncidentBuilder.LongestField + 1);

        var rows = Reading.Rows($"id,narrative\n1,a\n2,\"{big}\n\"\n3,{big[1..]}\n4,d\n");

        Assert.Equal(["1", "2", "3", "4"], rows.Select(row => row.Incident.Number.Value));
        Assert.Equal([1, 0, 1 << 20, 1], rows.Select(row => row.Incident.Narrative.Length));
        Assert.Equal("narrative", rows[1].Problems.Single().Column);
        Assert.Equal(3, rows[1].Problems.Single().Row);
    }

    [Fact]
    public void A_row_longer_than_any_buffer_does_not_end_the_run()
    {
        var huge = new string('x', CsvRecords.LongestRecord + 100_000);

        var rows = Reading.Rows($"id,narrative\n1,a\n2,\"{huge}\"\n3,c\n");

        Assert.Equal(["1", "2", "3"], rows.Select(row => row.Incident.Number.Value));
        Assert.Equal(["a", "", "c"], rows.Select(row => row.Incident.Narrative.Text));
        Assert.NotEmpty(rows[1].Problems);
    }

    [Fact]
    public void A_row_without_a_number_is_read_and_reported()
    {
        var row = Reading.Rows("Case No,narrative\n ,text\n").Single();

        Assert.Equal("text", row.Incident.Narrative.Text);
        Assert.Equal(new RowProblem(2, "Case No", "no incident number", "a number in every row"), row.Problems.Single());
    }

    [Fact]
    public void Problems_never_say_what_anybody_wrote()
    {
        var text = $"id,narrative\nsecret1,\"secret\n2,secret,secret,secret\n,secret\n4,{new string('s', 1 << 21)}\n";

        var problems = Reading.Rows(text).SelectMany(row => row.Problems).ToList();

        Assert.True(problems.Count >= 3);
        Assert.DoesNotContain(problems, problem => problem.ToString().Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Headers_that_are_rows_of_a_story_are_not_quoted_in_the_refusal()
    {
        var problem = Reading.Refusal("31-77,She said that he took her passport and locked the door at night\n");

        Assert.DoesNotContain("passport", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 columns without a row of headers", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_reader_is_enough()
    {
        using var incidents = IncidentCsv.Read(new StringReader("id,narrative\n1,a\n2,b\n"));

        Assert.Equal(["1", "2"], incidents.Select(row => row.Incident.Number.Value));
        Assert.Throws<FormatException>(() => IncidentCsv.Read(new StringReader("x,y\n1,2\n")));
    }
}
