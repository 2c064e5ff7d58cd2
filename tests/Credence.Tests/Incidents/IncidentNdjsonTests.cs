using Credence.Incidents;

namespace Credence.Tests.Incidents;

public class IncidentNdjsonTests
{
    [Fact]
    public void A_line_becomes_an_incident()
    {
        const string Text = """
            {"incident_id":20310017,"extra":{"narrative":"not this"},"offenses":["40A",90],"narrative":"She said \"no\" \u00e1."}

            {"narrative":"second","incident_id":"B-2"}
            """;

        var rows = Reading.Rows(Text);

        Assert.Equal(["20310017", "B-2"], rows.Select(row => row.Incident.Number.Value));
        Assert.Equal(["She said \"no\" á.", "second"], rows.Select(row => row.Incident.Narrative.Text));
        Assert.Equal(["40A", "90"], rows[0].Incident.Offenses!.Select(offense => offense.Value));
        Assert.All(rows, row => Assert.Empty(row.Problems));
    }

    [Theory]
    [InlineData("{\"id\":\"secret\",\"narrative\":\"secret")]
    [InlineData("[\"secret\"]")]
    [InlineData("secret")]
    [InlineData("{\"id\":\"2\"} {\"id\":\"secret\"}")]
    [InlineData("{\"id\":\"2\",\"narrative\":\"\\ud800secret\"}")]
    [InlineData("{\"id\":\"2\",\"narrative\":[\"secret\"]}")]
    public void A_line_that_is_no_object_is_one_row_with_a_problem(string line)
    {
        var rows = Reading.Rows($"{{\"id\":\"1\",\"narrative\":\"a\"}}\n{line}\n{{\"id\":\"3\",\"narrative\":\"c\"}}\n");

        Assert.Equal(3, rows.Count);
        Assert.Equal([2L], rows.SelectMany(row => row.Problems).Select(problem => problem.Row).Distinct());
        Assert.Equal("c", rows[2].Incident.Narrative.Text);
        Assert.DoesNotContain(rows[1].Problems, problem => problem.ToString().Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void A_narrative_that_is_null_or_absent_is_empty()
    {
        var rows = Reading.Rows("{\"id\":\"1\",\"text\":null}\n{\"id\":\"2\"}\n{\"id\":\"3\",\"text\":\"c\"}\n");

        Assert.Equal(["", "", "c"], rows.Select(row => row.Incident.Narrative.Text));
    }

    [Fact]
    public void A_line_too_long_is_a_problem_of_that_line()
    {
        var rows = Reading.Rows(
            $"{{\"id\":\"1\",\"text\":\"a\"}}\n{{\"id\":\"2\",\"text\":\"{new string('x', CsvRecords.LongestRecord)}\"}}\n{{\"id\":\"3\",\"text\":\"c\"}}");

        Assert.Equal([0, 2, 0], rows.Select(row => row.Problems.Count));
        Assert.Equal("3", rows[2].Incident.Number.Value);
    }

    [Fact]
    public void A_json_list_is_refused() =>
        Assert.Equal("one JSON list", Reading.Refusal("[\n{\"id\":\"1\",\"narrative\":\"a\"}]").Found);

    [Fact]
    public void Names_without_a_narrative_are_refused() =>
        Assert.Contains("a column of narratives", Reading.Refusal("{\"id\":\"1\",\"title\":\"a\"}").Expected, StringComparison.Ordinal);
}
