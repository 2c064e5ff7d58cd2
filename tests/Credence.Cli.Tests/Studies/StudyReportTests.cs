using System.Net;
using System.Text.RegularExpressions;
using Credence.Cli.Studies;
using Credence.Evaluation.Measures;
using Credence.Screening;

namespace Credence.Cli.Tests.Studies;

[Collection(nameof(StudyFixture))]
public sealed partial class StudyReportTests(StudyFixture study)
{
    private string Page => File.ReadAllText(Path.Combine(study.Study, "report", "report.html"));

    [Fact]
    public void The_rules_of_what_may_be_done_stand_before_the_first_figure()
    {
        var (page, first) = (Words(Page), Words(Page).IndexOf("Three denominators", StringComparison.Ordinal));

        Assert.All(UseOfFindings.Rules, rule => Assert.InRange(page.IndexOf(rule, StringComparison.Ordinal), 0, first));
        Assert.Contains("INVENTED", page[..first], StringComparison.Ordinal);
        Assert.Contains("err in 3 % and 5 %", page[..first], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_definition_stands_in_the_appendix_with_its_source_and_what_it_is_not()
    {
        var page = Words(Page);

        Assert.All(MeasureCatalog.All, measure => Assert.Contains(measure.Numerator, page, StringComparison.Ordinal));
        Assert.All(MeasureCatalog.All, measure => Assert.Contains(measure.IsNot, page, StringComparison.Ordinal));
        Assert.All(MeasureCatalog.All, measure => Assert.Contains(measure.Source, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_size_of_a_stratum_is_withheld_no_number_read_is_told_of_that_site()
    {
        var strata = Table().Matches(Page).Select(table => table.Value).Single(table => table.Contains(">stratum</th>", StringComparison.Ordinal));
        var sites = Row().Matches(strata).Select(row => Cell().Matches(row.Value).Select(cell => WebUtility.HtmlDecode(cell.Groups[1].Value)).ToList()).Where(cells => cells.Count == 5).GroupBy(cells => cells[0]).ToList();

        Assert.Equal(3, sites.Count);
        Assert.Contains(sites, site => site.Any(cells => cells[2] == "withheld"));
        Assert.All(sites, site => Assert.True(site.All(cells => (cells[3], cells[4]) == ("withheld", "withheld")) || site.All(cells => cells[2] != "withheld")));
    }

    [Fact]
    public void Sites_stand_in_the_order_in_which_they_were_given_in_every_table()
    {
        string[] order = ["Port Ansel", "Mesquero", "Tolliver Bend"];
        var tables = Table().Matches(Page).Select(table => FirstCell().Matches(table.Value).Select(cell => WebUtility.HtmlDecode(cell.Groups[1].Value)).Where(order.Contains).ToList()).Where(sites => sites.Count > 1).ToList();

        Assert.True(tables.Count > 12);
        Assert.All(tables, sites => Assert.Equal(sites.OrderBy(site => Array.IndexOf(order, site)), sites));
    }

    [Fact]
    public void What_nobody_recorded_is_said_not_to_be_measured()
    {
        Assert.Contains("by race: not measured", Words(Page), StringComparison.Ordinal);
        Assert.Contains("by nationality: not measured", Words(Page), StringComparison.Ordinal);
        Assert.All(StudyFixture.Table(study.Study, StudyCsv.Measures).Where(row => (row["measure"], row["by"]) is ("missed", "race" or "nationality")), row => Assert.Equal("not measured", row["state"]));
        Assert.All(StudyFixture.Table(study.Study, StudyCsv.Measures).Where(row => row["measure"] is "begun-by" or "charges" or "confirmed" or "victim-refused"), row => Assert.Equal("not measured", row["state"]));
    }

    [Fact]
    public void The_study_s_own_table_is_a_worked_example_and_called_one()
    {
        Assert.Contains("Not of these sites.", Words(Page), StringComparison.Ordinal);
        Assert.Contains("2,483", Words(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void No_small_count_and_no_complement_of_one_is_told()
    {
        var told = StudyFixture.Table(study.Study, StudyCsv.Measures).Where(row => row["state"] == "told").ToList();

        Assert.True(told.Count > 100);
        Assert.All(told, row => Assert.DoesNotContain(int.Parse(row["count"]), Enumerable.Range(1, 9)));
        Assert.All(told, row => Assert.DoesNotContain(int.Parse(row["of"]), Enumerable.Range(1, 9)));
        Assert.All(told.Where(row => MeasureCatalog.Find(row["measure"])!.Answers.Count == 2), row => Assert.DoesNotContain(int.Parse(row["of"]) - int.Parse(row["count"]), Enumerable.Range(1, 9)));
    }

    [Fact]
    public void A_group_of_which_nothing_can_be_told_has_no_name_in_the_page_or_a_table()
    {
        var groups = StudyFixture.Table(study.Study, StudyCsv.Measures).Where(row => row["by"] != "site").GroupBy(row => (row["measure"], row["site"], row["by"], row["group"])).ToList();
        var untold = groups.Where(group => group.All(row => row["state"] == "withheld")).ToList();

        Assert.Contains(RawStudy.Read(study.Folder, study.Study), one => one.Read?["victim"] == "yes" && one.Read["sex"] == "X");
        Assert.True(untold.Count > 20);
        Assert.All(untold, group => Assert.Contains(group.Key.Item4, new[] { "other groups", "every group" }));
        Assert.DoesNotContain("another sex as recorded", Words(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_measure_of_the_record_and_of_readings_has_its_place_in_the_report() => Assert.All(
        MeasureCatalog.All.Where(measure => measure.Basis != MeasureBasis.ServiceSide), measure => Assert.Contains($"<h3>{WebUtility.HtmlEncode(measure.Name)}</h3>", Page, StringComparison.Ordinal));

    [Fact]
    public void Every_recommendation_of_the_study_has_its_measures_and_says_which_are_not_measured()
    {
        var table = Table().Matches(Page).Select(match => match.Value).Single(one => one.Contains("the study asks for", StringComparison.Ordinal));
        var lines = Row().Matches(table).Select(row => Cell().Matches(row.Value).Select(cell => WebUtility.HtmlDecode(cell.Groups[1].Value)).ToList()).ToList();

        Assert.Equal(StudyReport.Recommended.Select(one => one.Says), lines.Select(line => line[0]));
        Assert.All(StudyReport.Recommended.Zip(lines), pair => Assert.Equal(
            pair.First.Measures.Select(id => MeasureCatalog.Find(id)!.Name).Order(), pair.Second.Skip(1).SelectMany(cell => cell.Split("; ")).Where(name => name != "–").Order()));
        Assert.Equal(("Needs before the interview; Settled ground gone over again; A new interviewer", "–", "–"), (lines[2][1], lines[2][2], lines[2][3]));
        Assert.Contains("Asked by a screening questionnaire", lines[0][3], StringComparison.Ordinal);
        Assert.Contains("A reason that model policies refuse", lines[1][2], StringComparison.Ordinal);
        Assert.Contains("Missed by the code", lines[0][1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_direction_stands_beside_the_figure_with_its_reason() => Assert.All(
        MeasureCatalog.All.Where(measure => measure is { Direction: not null, Basis: not MeasureBasis.ServiceSide }),
        measure => Assert.True(Words(Page).Split(measure.Direction!.Because).Length > 2, $"{measure.Id}: its direction is not said beside the figure and in the appendix"));

    [Fact]
    public void A_common_mix_of_types_is_not_made_where_the_answer_decides_the_type()
    {
        Assert.Equal(2, Words(File.ReadAllText(Path.Combine(study.Open, "report", "report.html"))).Split("At a common mix of types: not made.").Length - 1);
        Assert.DoesNotContain(StudyFixture.Table(study.Open, StudyCsv.Measures), row => (row["measure"], row["by"]) is ("false-label" or "coded-trafficking", "type"));
        Assert.DoesNotContain(StudyFixture.Table(study.Open, StudyCsv.Mix), row => row["measure"] is "false-label" or "coded-trafficking");
    }

    [Fact]
    public void A_drawing_leaves_no_site_out()
    {
        var drawings = Page.Split("<svg ").Skip(1).Select(drawing => drawing[..drawing.IndexOf("</svg>", StringComparison.Ordinal)]).ToList();

        Assert.True(drawings.Count >= 5);
        Assert.All(drawings, drawing => Assert.All(new[] { "Port Ansel", "Mesquero", "Tolliver Bend" }, site => Assert.Contains($">{site}</text>", drawing, StringComparison.Ordinal)));
    }

    [Fact]
    public void Agreement_is_told_without_the_cases_in_which_a_coder_sees_nobody_as_well()
    {
        var rows = StudyFixture.Table(study.Study, StudyCsv.Agreement).ToDictionary(row => row["question"]);
        var (all, seen) = (rows["type"], rows["type, where neither says no victim"]);

        Assert.True(int.Parse(seen["of"]) < int.Parse(all["of"]) / 2);
        Assert.Equal(int.Parse(all["of"]), int.Parse(rows["victim"]["of"]));
    }

    [Fact]
    public void Tables_have_the_digits_of_the_page_so_that_no_weight_can_be_read_from_them()
    {
        foreach (var (table, columns) in new[] { (StudyCsv.Measures, (string[])["share", "low", "high", "total", "total_low", "total_high"]), (StudyCsv.Contrasts, ["difference", "low", "high"]), (StudyCsv.Agreement, ["kappa", "ac1"]) })
        {
            var cells = StudyFixture.Table(study.Open, table).SelectMany(row => columns.Select(column => row[column])).ToList();

            Assert.True(cells.Count(cell => cell.Contains('.', StringComparison.Ordinal)) > 5);
            Assert.All(cells, cell => Assert.Matches(@"^(-?[0-9]+(\.[0-9]{1,3})?)?$", cell));
        }
    }

    [Fact]
    public void The_page_needs_no_network_and_no_script()
    {
        Assert.DoesNotContain("<script", Page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"http", Page);
    }

    [Fact]
    public void Only_what_the_record_tells_is_told_before_the_readings_are_done()
    {
        var folder = Path.Combine(study.Folder, "waiting");
        var (code, output, _) = study.Begin(folder, 10);

        Assert.Equal(ExitCode.DoneWithProblems, code);
        Assert.Contains("1,200 of 1,200 cases are not coded", output, StringComparison.Ordinal);
        var page = Words(File.ReadAllText(Path.Combine(folder, "report", "report.html")));
        Assert.Contains("Not finished: coder-a has 1,200 of 1,200 cases to code", page, StringComparison.Ordinal);
        Assert.Contains("Not measured yet: the readings are not finished.", page, StringComparison.Ordinal);
    }

    private static string Words(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("<table( class=\"keep\")?>.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("<tr>(?:<td>[^<]*</td>)+</tr>")]
    private static partial Regex Row();

    [GeneratedRegex("<td>([^<]*)</td>")]
    private static partial Regex Cell();

    [GeneratedRegex("<tr><td>([^<]*)</td>")]
    private static partial Regex FirstCell();
}
