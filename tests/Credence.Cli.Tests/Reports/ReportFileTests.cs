using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Credence.Cli.Reports;
using Credence.Cli.Screening;
using Credence.Screening;

namespace Credence.Cli.Tests.Reports;

public sealed partial class ReportFileTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void The_first_page_says_the_rules_the_purpose_and_how_much_was_read()
    {
        var page = Report(_place.WriteIncidents(3_000), options => options with { Purpose = "an audit", Notice = "INVENTED." });

        Assert.All(UseOfFindings.Rules, rule => Assert.Contains($"<li>{rule}</li>", page, StringComparison.Ordinal));
        Assert.Contains("<title>INVENTED. Screening report</title>", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>an audit</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("3,000 rows by level", page, StringComparison.Ordinal);
        Assert.Contains("300 rows are strong or possible. 258 of them, of 258 incidents, are missed", page, StringComparison.Ordinal);
        Assert.Contains("150 problems were met while reading; problems.csv tells each", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_missed_rows_stand_as_in_the_file_of_the_missed_and_the_others_behind_them()
    {
        var page = Report(_place.Write("in.csv", """
            incident_id,offense,narrative
            A,90J,HE KEPT HER PASSPORT
            B,40A,HE KEPT HER PASSPORT
            C,64B,HE KEPT HER PASSPORT
            D,90J,HE KEPT HER PASSPORT
            B,64A,supplement
            A,23D,HE KEPT HER PASSPORT
            """));

        Assert.Equal(["A 2 True 1", "D 5 True 0", "A 7 True 1", "B 3 False 0", "C 4 False 0"], Rows(page).Select(Say));
        Assert.Equal(
            Rows(page).Where(row => row.GetProperty("missed").GetBoolean()).Select(row => Say(row).Split(' ')[1]),
            _place.Lines("out/missed.csv")[1..].Select(line => line.Split(',')[1]));
    }

    [Fact]
    public void An_incident_that_a_later_row_codes_as_trafficking_is_no_doubtful_code_that_is_missed()
    {
        const string Rows = "incident_id,offense,narrative\nB,90J,His boss took his passport.\n";

        Assert.Contains("id=\"doubts-may-be-trafficking\"", Screened("one", Rows), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"doubts-may-be-trafficking\"", Screened("both", Rows + "B,64B,supplement\n"), StringComparison.Ordinal);
    }

    private string Screened(string name, string rows)
    {
        Workplace.Run("screen", _place.Write($"{name}.csv", rows), "--out", _place.PathOf(name));
        return string.Concat(_place.Lines($"{name}/report.html"));
    }

    [Fact]
    public void What_does_not_fit_is_told_and_the_counts_are_of_all()
    {
        var rows = Enumerable.Range(1, ReportFile.MostIncidents + 7).Select(row => $"{row},90J,PASSPORT\n");
        var page = Report(_place.Write("many.csv", $"incident_id,offense,narrative\n{string.Concat(rows)}"));

        Assert.Equal(ReportFile.MostIncidents, Rows(page).Count);
        Assert.Contains("the first 10,000 in the order to read them", page, StringComparison.Ordinal);
        Assert.Contains("The other 7 are in <a href=\"missed.csv\">", page, StringComparison.Ordinal);
        Assert.Contains("10,007 rows are strong or possible: 10,007 missed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not all of them are here", Report(_place.WriteIncidents(300)), StringComparison.Ordinal);
    }

    [Fact]
    public void Redacted_it_holds_no_word_and_no_place_of_a_narrative()
    {
        var file = _place.Write("in.csv", "incident_id,offense,narrative\nA,90J,ZANZIBAR HE KEPT HER PASSPORT\nB,90J,HE KEPT HER PASSPORT\n");
        var page = Report(file, options => options with { Redact = true });
        var (a, b) = (Rows(page)[0].GetProperty("incident"), Rows(page)[1].GetProperty("incident"));

        Assert.DoesNotContain("ZANZIBAR", page, StringComparison.Ordinal);
        Assert.DoesNotContain("PASSPORT", page, StringComparison.Ordinal);
        Assert.Contains("has had the passport taken", page, StringComparison.Ordinal);
        Assert.Equal(
            b.GetRawText(), a.GetRawText().Replace("\"A\"", "\"B\"", StringComparison.Ordinal).Replace("\"row\":2", "\"row\":3", StringComparison.Ordinal));
        Assert.Contains("ZANZIBAR", Report(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_others_is_never_markup()
    {
        var file = _place.Write("<b>'in.csv", "incident_id,offense,narrative\n<i>,</script><s>,\"</script><img src=x> PASSPORT <!--incidents-->\"\n");
        var page = Report(file, options => options with { Purpose = "</title><u>", Notice = "<em>" });

        Assert.DoesNotMatch("<(b|i|s|u|em|img)[ >]", page);
        Assert.Single(Rows(page));
        Assert.Equal(3, EndOfScript().Count(page));
    }

    [Fact]
    public void The_policy_allows_the_style_and_the_script_of_the_file_and_nothing_else()
    {
        var page = Report(_place.WriteIncidents(30));
        var policy = System.Net.WebUtility.HtmlDecode(Policy().Match(page).Groups[1].Value);

        Assert.Equal(
            $"default-src 'none'; style-src {Hash(Style().Match(page).Groups[1].Value)}; script-src {Hash(Script().Match(page).Groups[1].Value)}; base-uri 'none'; form-action 'none'",
            policy);
        Assert.DoesNotMatch(@"\sstyle=|\son[a-z]+=|https?:|src=", page);
    }

    [Fact]
    public void Its_script_loads_nothing_keeps_nothing_and_writes_no_html() => Assert.DoesNotMatch(
        "innerHTML|outerHTML|insertAdjacent|document\\.write|eval|Function\\(|fetch|XMLHttp|WebSocket|sendBeacon|localStorage|sessionStorage|cookie|import",
        ReportAsset.Script.Text);

    [Fact]
    public void Without_a_column_of_offenses_nothing_is_called_missed()
    {
        var page = Report(_place.Write("in.csv", "incident_id,narrative\nA,HE KEPT HER PASSPORT\n"));

        Assert.Contains("No column of offenses was found, so nobody can say which are missed.", page, StringComparison.Ordinal);
        Assert.Contains("Indicated, no code", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Missed: no offense code", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_column_of_offenses_the_contents_promise_no_missed_ones()
    {
        var page = Report(_place.Write("in.csv", "incident_id,narrative\nA,HE KEPT HER PASSPORT\nB,\n"));

        Assert.DoesNotContain("missed ones first", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Missed, by recorded offense<", page, StringComparison.Ordinal);
        Assert.Contains("missed ones first", Report(_place.WriteIncidents(30)), StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_what_rows_score_problems_and_codes_alone_mean_and_where_the_accuracy_stands()
    {
        var page = Report(_place.Write("in.csv", "incident_id,offense,narrative\nA,90J,HE KEPT HER PASSPORT\nB,90J,\n"));

        Assert.Contains("No row had a problem of form; 1 row had nothing that could be read", page, StringComparison.Ordinal);
        Assert.Contains("1 of the missed rests on a code alone", page, StringComparison.Ordinal);
        Assert.Contains("Row 1 is the first row below the headers", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Score</strong>", page, StringComparison.Ordinal);
        Assert.Contains($"<code>docs/accuracy.md</code>, in the copy that belongs to Credence {ScreenRecord.Version}", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_counted_by_month_and_those_without_a_date_apart()
    {
        var page = Report(_place.Write("in.csv", "incident_id,incident_date,narrative\nA,2031-01-05,HE KEPT HER PASSPORT\nB,2031-02-01,x\nC,,HE KEPT HER PASSPORT\n"));

        Assert.Contains("1 row has no date and is not drawn.", page, StringComparison.Ordinal);
        Assert.Matches(@"<th scope=""row"">2031-01</th>\s*<td class=""number"">1</td>", page);
        Assert.Matches(@"<th scope=""row"">no date</th>\s*<td class=""number"">1</td>", page);
    }

    [Fact]
    public void With_nothing_indicated_it_says_so()
    {
        var page = Report(_place.Write("in.csv", "incident_id,offense,narrative\nA,90J,x\n"));

        Assert.Contains("0 rows are strong or possible", page, StringComparison.Ordinal);
        Assert.Contains("No sign was found", page, StringComparison.Ordinal);
        Assert.Contains("Nothing is missed", page, StringComparison.Ordinal);
        Assert.Empty(Rows(page));
    }

    [Fact]
    public void What_a_kill_left_over_after_the_end_goes_with_the_next_resume()
    {
        var options = new ScreenOptions { Files = [_place.WriteIncidents(30)], Resume = true };
        _place.Do(options, "out");
        var before = _place.Results("out");
        _place.Write("out/report-incidents.partial", "a narrative");

        _place.Do(options, "out");

        Assert.Equal(before, _place.Results("out"));
    }

    private string Report(string file, Func<ScreenOptions, ScreenOptions>? with = null)
    {
        var options = new ScreenOptions { Files = [file], Force = true };
        _place.Do(with is null ? options : with(options), "out");
        return _place.Text("out/report.html");
    }

    private static List<JsonElement> Rows(string page) =>
        [.. JsonDocument.Parse(Json().Match(page).Groups[1].Value).RootElement.EnumerateArray()];

    private static string Say(JsonElement row) => string.Join(
        ' ', row.GetProperty("incident").GetProperty("number"), row.GetProperty("incident").GetProperty("row"), row.GetProperty("missed"), row.GetProperty("others"));

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    [GeneratedRegex("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<script type=\"application/json\" id=\"rows\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Json();

    [GeneratedRegex("</script>")]
    private static partial Regex EndOfScript();
}
