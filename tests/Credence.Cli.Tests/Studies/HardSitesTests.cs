using System.Net;
using System.Text.RegularExpressions;
using Credence.Cli.Studies;

namespace Credence.Cli.Tests.Studies;

/// <summary>Sites as they are: one that records no arrests, one so small that nothing can be told, sheets of an earlier version.</summary>
public sealed partial class HardSitesTests : IDisposable
{
    private const string Header = "incident_number,incident_date,nibrs_code,identified_by,narrative";

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Where_one_site_measures_nothing_and_another_tells_nothing_the_report_says_which()
    {
        Begin();

        Assert.Contains(
            "Of the persons arrested or cited in incidents coded as selling sex, how many are under 18.\nNot measured at No Arrests: nobody recorded or coded it. Withheld elsewhere: counts are small, or would give small ones away.",
            Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_table_says_of_which_years_a_site_is_and_how_much_of_it_is_told()
    {
        Begin();

        Assert.Contains("years of the incidents\n2029–2031\nnot recorded\n", Page, StringComparison.Ordinal);
        Assert.Matches(@"measures told, withheld, not measured\n\d+, \d+, \d+\n0, \d+, \d+\n", Page);
    }

    [Fact]
    public void A_sheet_from_before_nationality_was_asked_is_sent_back_with_one_sentence_and_then_taken()
    {
        Begin();
        var rows = RawStudy.Csv(_place.PathOf("study/coder-a/codings.csv"));
        Write(rows, [.. rows[0].Keys.Where(column => column != "nationality")]);
        var old = Workplace.Run("study", "--out", _place.PathOf("study"), "--no-pdf");
        Write(rows, [.. rows[0].Keys]);
        var mended = Workplace.Run("study", "--out", _place.PathOf("study"), "--no-pdf");

        Assert.Equal(ExitCode.WrongUse, old.Code);
        Assert.Equal(
            $"{_place.PathOf("study/coder-a/codings.csv")}, line 1: found no column 'nationality', which a sheet from an earlier version lacks; expected it: add a column with the header nationality, leave it empty where nothing is recorded, and run the command again.",
            old.Error.Trim());
        Assert.Equal((ExitCode.DoneWithProblems, ""), (mended.Code, mended.Error));
    }

    [Fact]
    public void So_few_answers_that_they_are_a_small_count_have_no_agreement()
    {
        Begin();
        foreach (var coder in StudyFolder.Coders) Code(coder);
        Workplace.Run("study", "--out", _place.PathOf("study"), "--no-pdf");

        var rows = StudyFixture.Table(_place.PathOf("study"), StudyCsv.Agreement).ToDictionary(row => row["question"]);
        Assert.Equal(("withheld", "withheld", ""), (rows["race"]["same"], rows["race"]["of"], rows["race"]["kappa"]));
        Assert.NotEqual("withheld", rows["victim"]["of"]);
    }

    [Fact]
    public void Two_steps_of_a_cascade_that_differ_by_few_are_not_both_told_and_every_count_says_of_what()
    {
        Begin();
        var counts = _place.Write("counts.csv", "site,measure,numerator,denominator\nTiny,referral-sent,60,80\nTiny,referral-accepted,55,80\n");
        Workplace.Run("study", "--out", _place.PathOf("study"), "--no-pdf", "--aggregates", counts);

        const string Of = ", of referrals that the person wanted: proposed, less those not wanted or taken back\nnot measured\n";
        Assert.Contains($"Referrals sent{Of}75.0 % [64.5–83.2] (60 of 80)\n", Page, StringComparison.Ordinal);
        Assert.Contains($"Referrals taken by a provider{Of}withheld\n", Page, StringComparison.Ordinal);
        Assert.Contains("Not measured at any site: referrals agreed to, services that began, needs met,", Page, StringComparison.Ordinal);
    }

    private void Begin()
    {
        string Row(int i, string date, string rest) => $"2031-{i:000000},{date},{(i % 4 == 0 ? "40A" : "13A")},patrol,{(i % 4 == 0 ? "HE KEPT HER PASSPORT AND ALL SHE EARNED." : "A BICYCLE WAS TAKEN FROM A PORCH.")}{rest}";
        var none = _place.Write("none.csv", $"{Header}\n{string.Concat(Enumerable.Range(1, 120).Select(i => Row(i, $"20{29 + (i % 3)}-01-0{1 + (i % 9)}", "") + "\n"))}");
        var tiny = _place.Write("tiny.csv", $"{Header},arrestee_age,arrestee_sex\n{string.Concat(Enumerable.Range(500, 8).Select(i => Row(i, "", ",19,F") + "\n"))}");
        var begun = Workplace.Run("study", "--site", $"No Arrests={none}", "--site", $"Tiny={tiny}", "--sample", "60", "--purpose", "a test", "--no-pdf", "--out", _place.PathOf("study"));
        Assert.Equal((ExitCode.DoneWithProblems, ""), (begun.Code, begun.Error));
    }

    private void Write(List<Dictionary<string, string>> rows, List<string> columns) => _place.Write(
        "study/coder-a/codings.csv", string.Concat(new[] { columns }.Concat(rows.Select(row => columns.ConvertAll(column => row[column]))).Select(cells => string.Join(',', cells.Select(cell => $"\"{cell}\"")) + "\n")));

    // Everybody sees a possible victim; a race is written in three of the cases.
    private void Code(string coder)
    {
        var names = RawStudy.Csv(_place.PathOf($"study/{coder}/codings.csv")).Select(row => row["case"]);
        _place.Write($"study/{coder}/codings.csv", "case,victim,type,minor,sex,race,nationality,confirmed,began,arrest,reason,help,charge\n"
            + string.Concat(names.Select(name => $"{name},yes,labor,unknown,,{(name is "C00001" or "C00002" or "C00003" ? "W" : "")},,,,,,,\n")));
    }

    // The words of the page, an element on each line.
    private string Page => WebUtility.HtmlDecode(Lines().Replace(Tag().Replace(_place.Text("study/report/report.html"), "\n"), "\n"));

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s*\n\\s*")]
    private static partial Regex Lines();
}
