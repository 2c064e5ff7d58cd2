using System.Net;
using System.Text.RegularExpressions;
using Credence.Cli.Screening;
using Credence.Cli.Studies;

namespace Credence.Cli.Tests.Studies;

[Collection(nameof(StudyFixture))]
public sealed partial class StudyTablesTests(StudyFixture study)
{
    [Theory]
    [InlineData(StudyReport.WordingFile, "site")]
    [InlineData(StudyReport.StrataFile, "")]
    public void A_file_has_the_lines_of_the_page_and_no_other(string file, string notOnThePage)
    {
        foreach (var folder in new[] { study.Study, study.Open }) ExpectSame(folder, file, notOnThePage);
    }

    [Fact]
    public void Every_figure_on_the_hidden_population_is_in_its_file_and_says_of_whom_it_is()
    {
        var cells = StudyFixture.Table(study.Study, StudyReport.HiddenFile);
        var page = Tables(study.Study).SelectMany(table => table.Rows.Select(row => (table.Head, Cells: row.Split(" | ")))).ToList();

        Assert.All(cells, cell => Assert.Equal("a worked example, not these sites", cell["of"]));
        Assert.Contains(cells, cell => (cell["line"], cell["column"]) == ("main effects", "estimate"));
        Assert.All(cells, cell => Assert.Contains(page, line => line.Cells[0] == cell["line"] && line.Head.IndexOf(cell["column"]) is var place and > 0 && line.Cells[place] == CsvLine.Unguarded(cell["cell"])));
    }

    [Fact]
    public void Counts_of_the_service_side_stand_in_their_file_as_on_the_page()
    {
        var (folder, counts) = (Path.Combine(study.Folder, "served"), Path.Combine(study.Folder, "counts.csv"));
        File.WriteAllText(counts, "site,measure,numerator,denominator\nMesquero,referral-consented,60,80\nMesquero,need-met,withheld,withheld\n");
        study.Begin(folder, 10, "--aggregates", counts);

        ExpectSame(folder, StudyReport.ServiceFile, "");
        Assert.Equal(["withheld", "75.0 % [64.5–83.2] (60 of 80)"], StudyFixture.Table(folder, StudyReport.ServiceFile).Select(row => row["Mesquero"]).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void Flags_in_a_thousand_words_stand_with_the_flags_and_the_words()
    {
        var rows = StudyFixture.Table(study.Study, StudyReport.WordingFile);
        var cells = rows.SelectMany(row => new[] { row["flags in 1,000 words: suggest it"], row["others"] }).Select(cell => FlagsOfWords().Match(cell)).ToList();

        Assert.True(cells.Count > 5);
        Assert.All(cells, cell => Assert.Equal(Number(cell.Groups[1].Value), 1000 * Number(cell.Groups[2].Value) / Number(cell.Groups[3].Value), 0.0005 + 1e-9));
        Assert.All(cells, cell => Assert.DoesNotContain((int)Number(cell.Groups[2].Value), Enumerable.Range(1, 9)));
    }

    private static double Number(string cell) => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9.]+) \[.*\] \(([0-9,]+) of ([0-9,]+) words\)$")]
    private static partial Regex FlagsOfWords();

    private static void ExpectSame(string folder, string file, string notOnThePage)
    {
        var rows = StudyFixture.Table(folder, file).ConvertAll(row => row.Where(cell => cell.Key != "notice" && cell.Key != notOnThePage).ToList());
        Assert.NotEmpty(rows);
        var table = Tables(folder).Where(table => table.Head.SequenceEqual(rows[0].Select(cell => cell.Key))).SelectMany(table => table.Rows).ToList();

        Assert.Equal(table, rows.Select(row => string.Join(" | ", row.Select(cell => CsvLine.Unguarded(cell.Value)))));
    }

    private static List<(List<string> Head, List<string> Rows)> Tables(string folder) =>
        [.. Table().Matches(File.ReadAllText(Path.Combine(folder, "report", "report.html"))).Select(table => (
            Head().Matches(table.Value).Select(cell => WebUtility.HtmlDecode(cell.Groups[1].Value)).ToList(),
            Row().Matches(table.Value).Select(row => string.Join(" | ", Cell().Matches(row.Value).Select(cell => WebUtility.HtmlDecode(cell.Groups[1].Value)))).ToList()))];

    [GeneratedRegex("<table( class=\"keep\")?>.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("<th[^>]*>([^<]*)</th>")]
    private static partial Regex Head();

    [GeneratedRegex("<tr>(?:<td[^>]*>[^<]*</td>)+</tr>")]
    private static partial Regex Row();

    [GeneratedRegex("<td[^>]*>([^<]*)</td>")]
    private static partial Regex Cell();
}
