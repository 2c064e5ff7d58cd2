using Credence.Cli.Screening;
using Credence.Cli.Studies;
using Credence.Cli.Tests.Packs;

namespace Credence.Cli.Tests.Studies;

public sealed class StudyCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_coder_s_sheet_holds_no_level_no_code_no_site_and_no_number()
    {
        Begin();
        var sheet = _place.Text("study/coder-a/codings.csv");

        Assert.StartsWith("case,narrative,persons,victim,type,minor,", sheet, StringComparison.Ordinal);
        Assert.Contains("KEPT HER PASSPORT", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("2031-", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("64A", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("strong", sheet, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Riverton", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_another_draws_others()
    {
        Begin();
        Run("--out", "again", "--seed", "1");
        Run("--out", "other", "--seed", "2");

        Assert.Equal(_place.Text("study/sample.csv"), _place.Text("again/sample.csv"));
        Assert.NotEqual(_place.Text("study/sample.csv"), _place.Text("other/sample.csv"));
    }

    [Fact]
    public void The_two_sheets_hold_the_same_cases_in_different_orders()
    {
        Begin();
        var (a, b) = (Cases("coder-a"), Cases("coder-b"));

        Assert.NotEqual(a, b);
        Assert.Equal(a.Order(), b.Order());
    }

    [Fact]
    public void Weights_of_a_site_add_up_to_its_incidents()
    {
        Begin();

        Assert.Equal(300, RawStudy.Csv(_place.PathOf("study/sample.csv")).Sum(row => double.Parse(row["weight"], System.Globalization.CultureInfo.InvariantCulture)), 1e-6);
    }

    [Fact]
    public void A_differing_answer_goes_to_a_third_person_and_a_decision_is_kept_when_the_sheets_change()
    {
        Begin();
        Code("coder-a", "no", "none");
        Code("coder-b", "no", "none", first: ("yes", "labor"));
        Assert.Equal(ExitCode.DoneWithProblems, Run().Code);
        var rows = RawStudy.Csv(_place.PathOf("study/adjudication.csv"));
        Assert.Equal(["victim", "type"], rows.Select(row => row["question"]));
        Decide("no", "none");
        Assert.Equal(ExitCode.Done, Run().Code);
        Assert.Equal(ExitCode.Done, Run().Code);
        Assert.Equal(["no", "none"], RawStudy.Csv(_place.PathOf("study/adjudication.csv")).Select(row => row["decision"]));
    }

    [Fact]
    public void Whoever_decides_reads_the_narrative_beside_the_answers_and_no_coder()
    {
        Begin();
        var told = RawStudy.Csv(_place.PathOf("study/coder-a/codings.csv")).ToDictionary(row => row["case"], row => (row["narrative"], row["persons"]));
        foreach (var (coder, answer) in new[] { ("coder-a", "no"), ("coder-b", "yes") })
        {
            var name = $"study/{coder}/codings.csv";
            var columns = _place.Lines(name)[0].Split(',');
            var filled = new Dictionary<string, string> { ["victim"] = answer, ["type"] = answer == "no" ? "none" : "labor", ["minor"] = "unknown" };
            _place.Write(name, string.Join('\n', RawStudy.Csv(_place.PathOf(name)).Select(row => string.Join(',', columns.Select(column => $"\"{filled.GetValueOrDefault(column, row[column]).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))
                .Prepend(string.Join(',', columns))) + "\n");
        }

        Run();

        var rows = RawStudy.Csv(_place.PathOf("study/adjudication.csv"));
        Assert.Equal(told.Count, rows.Select(row => row["case"]).Distinct().Count());
        Assert.All(rows, row => Assert.Equal(told[row["case"]], (row["narrative"], row["persons"])));
        Assert.All(rows, row => Assert.NotEmpty(row["narrative"]));
        Assert.DoesNotContain("coder", File.ReadLines(_place.PathOf("study/adjudication.csv")).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_purpose_may_be_stated_later_once_and_stands_wherever_none_stood()
    {
        _place.WriteIncidents(300);
        Assert.Equal(ExitCode.DoneWithProblems, Workplace.Run("study", "--no-pdf", "--out", _place.PathOf("late"), "--site", $"Riverton={_place.PathOf("incidents.csv")}", "--sample", "100").Code);
        var weights = RawStudy.Csv(_place.PathOf("late/sample.csv")).ConvertAll(row => (row["case"], row["incident_number"], row["stratum"], row["weight"]));

        Assert.Equal(ExitCode.DoneWithProblems, Workplace.Run("study", "--no-pdf", "--out", _place.PathOf("late"), "--purpose", "IRB-2031-4").Code);

        Assert.All(["late/study.json", "late/coder-a/README.txt", "late/coder-b/README.txt", "late/report/report.html"], file => Assert.Contains("IRB-2031-4", File.ReadAllText(_place.PathOf(file)), StringComparison.Ordinal));
        Assert.All(RawStudy.Csv(_place.PathOf("late/sample.csv")), row => Assert.Equal("IRB-2031-4", row["purpose"]));
        Assert.Equal(weights, RawStudy.Csv(_place.PathOf("late/sample.csv")).ConvertAll(row => (row["case"], row["incident_number"], row["stratum"], row["weight"])));
        Assert.Contains("--purpose: found another, expected IRB-2031-4", Workplace.Run("study", "--no-pdf", "--out", _place.PathOf("late"), "--purpose", "another").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_on_an_answer_that_a_spreadsheet_would_take_for_a_formula_is_kept()
    {
        Begin();
        Code("coder-a", "yes", "labor");
        Code("coder-b", "yes", "labor");
        Answer("coder-a", "C00001", "race", "-");
        Answer("coder-b", "C00001", "race", "W");
        Assert.Equal(ExitCode.DoneWithProblems, Run().Code);
        Decide("'-");

        Assert.Equal(ExitCode.Done, Run().Code);
        Assert.Equal(ExitCode.Done, Run().Code);
        Assert.Equal("'-", Assert.Single(RawStudy.Csv(_place.PathOf("study/adjudication.csv")))["decision"]);
    }

    [Theory]
    [InlineData("perhaps,none", "row 2, column decision: found another word, expected no, unsure, yes.")]
    [InlineData("no,none\nC00001,victim,no,yes,yes", "row 4, column question: found the same question of a case twice, expected each once.")]
    [InlineData("no,none\nC0000I,victim,no,yes,yes", "row 4, column case: found no case of this study, expected one of the sheet.")]
    [InlineData("no,none\nC00001,victims,no,yes,yes", "row 4, column question: found another word, expected a question of the sheet.")]
    public void A_decision_that_cannot_be_read_is_told_and_stays_in_the_sheet_as_it_was_typed(string decisions, string sentence)
    {
        Begin();
        Code("coder-a", "no", "none");
        Code("coder-b", "no", "none", first: ("yes", "labor"));
        Run();
        Decide(decisions.Split(',', 2));
        // The coder changes her answer: the sheet would be written anew.
        Code("coder-b", "no", "none", first: ("unsure", "labor"));
        var typed = _place.Text("study/adjudication.csv");
        var (code, _, error) = Run();

        Assert.Equal(ExitCode.DoneWithProblems, code);
        Assert.Contains("adjudication.csv, " + sentence, error, StringComparison.Ordinal);
        Assert.Equal(typed, _place.Text("study/adjudication.csv"));
    }

    [Fact]
    public void A_decision_stays_where_a_coder_changes_the_answer_and_still_differs()
    {
        Begin();
        Code("coder-a", "no", "none");
        Code("coder-b", "no", "none", first: ("yes", "labor"));
        Run();
        Decide("no", "none");
        Code("coder-b", "no", "none", first: ("unsure", "labor"));

        Assert.Equal(ExitCode.Done, Run().Code);
        Assert.Equal(["no", "none"], RawStudy.Csv(_place.PathOf("study/adjudication.csv")).Select(row => row["decision"]));
        Assert.Contains("unsure", _place.Text("study/adjudication.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_coders_wrote_stays_when_the_key_is_taken_away()
    {
        Begin();
        Code("coder-a", "no", "none");
        var (key, sheet) = (_place.Text("study/sample.csv"), _place.Text("study/coder-a/codings.csv"));
        File.Delete(_place.PathOf("study/sample.csv"));
        Run();

        Assert.Equal(key, _place.Text("study/sample.csv"));
        Assert.Equal(sheet, _place.Text("study/coder-a/codings.csv"));
    }

    [Theory]
    [InlineData("perhaps", "none", "column victim: found another word, expected no, unsure, yes.")]
    [InlineData("yes", "none", "column type: found none, expected sex, labor or both where there is a possible victim.")]
    [InlineData("no", "sex", "column type: found a kind of exploitation, expected none where there is no possible victim.")]
    [InlineData("yes", "", "column type: found nothing, expected none, sex, labor, both.")]
    public void A_wrong_answer_is_told_by_row_and_column_and_nothing_is_lost(string victim, string type, string sentence)
    {
        Begin();
        Code("coder-a", "no", "none", first: (victim, type));
        var typed = _place.Text("study/coder-a/codings.csv");
        var (code, output, error) = Run();

        Assert.Equal(ExitCode.DoneWithProblems, code);
        Assert.Contains("codings.csv, row 2, " + sentence, error, StringComparison.Ordinal);
        // The cases beside it count as coded.
        Assert.Contains("coder-a/codings.csv: 1 of ", output, StringComparison.Ordinal);
        Assert.Equal(typed, _place.Text("study/coder-a/codings.csv"));
    }

    [Theory]
    [InlineData("--site: found no name or no file, expected NAME=FILE.", "--site", "riverton.csv")]
    [InlineData("--site Riverton: found no file nowhere.csv, expected a file of incident records.", "--site", "Riverton=nowhere.csv")]
    [InlineData("--site: found nothing, expected NAME=FILE for each site.")]
    [InlineData("--k: found 1, expected a number from 2 to 1000.", "--k", "1")]
    [InlineData("--sample: found 5, expected a number from 60 to 1000000.", "--sample", "5")]
    public void What_cannot_be_a_study_is_refused_in_one_sentence(string sentence, params string[] args)
    {
        var (code, _, error) = Workplace.Run(["study", "--out", _place.PathOf("wrong"), .. args]);

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.Equal(sentence, error.Trim());
        Assert.False(Directory.Exists(_place.PathOf("wrong")));
    }

    [Fact]
    public void A_file_that_changed_since_is_refused()
    {
        Begin();
        File.AppendAllText(_place.PathOf("incidents.csv"), "2031-999999,90J,more\n");
        var (code, _, error) = Run();

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("found other bytes than the study began with", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_seed_for_a_study_that_began_is_refused()
    {
        Begin();
        var (code, _, error) = Run("--out", "study", "--seed", "7");

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("--seed: found 7, expected 1 as the study began with", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_goes_on_in_the_languages_and_with_the_packs_that_it_began_with()
    {
        using var own = new LocalFolder().With(PackCommandTests.Path, PackCommandTests.Bakery);
        Assert.Equal(ExitCode.DoneWithProblems, Begin("--lang", "en", "--packs", own.FullName, "--map", "offense=offense").Code);
        var again = Run();
        var other = new[] { Run("--out", "study", "--lang", "es"), Run("--out", "study", "--map", "offense=other") };

        Assert.Equal((ExitCode.DoneWithProblems, ""), (again.Code, again.Error));
        Assert.All(other, run => Assert.Equal(ExitCode.Refused, run.Code));
        Assert.Contains("--lang: found es, expected en as the study began with", other[0].Error, StringComparison.Ordinal);
        Assert.Contains("--map: found offense=other, expected offense=offense as the study began with", other[1].Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_left_alone()
    {
        Directory.CreateDirectory(_place.PathOf("study"));
        _place.Write("study/mine.txt", "mine");

        Assert.Equal(ExitCode.Refused, Begin().Code);
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(_place.PathOf("study")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("site,measure,numerator,denominator\nRiverton,need-met,30,20\n", "row 2, column numerator: found more than the denominator, expected at most as many.")]
    [InlineData("site,measure,numerator,denominator\nNowhere,need-met,1,2\n", "row 2, column site: found another name, expected one of Riverton.")]
    [InlineData("site,measure,numerator,denominator\nRiverton,missed,1,2\n", "row 2, column measure: found another word")]
    [InlineData("site,measure,numerator\n", "line 1: found no column called denominator")]
    public void Counts_that_cannot_be_are_refused(string text, string sentence)
    {
        Begin();
        var (code, _, error) = Run("--out", "study", "--aggregates", _place.Write("aggregates.csv", text));

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.PathOf("study/aggregates.csv")));
    }

    [Fact]
    public void Counts_of_the_service_side_stand_in_the_report_and_small_ones_do_not()
    {
        Begin();
        var counts = _place.Write("counts.csv", "site,measure,numerator,denominator\nRiverton,referral-sent,60,80\nRiverton,need-met,3,80\nRiverton,wishes-asked,withheld,withheld\n");
        Run("--out", "study", "--aggregates", counts);
        var page = _place.Text("study/report/report.html");

        Assert.Contains("75.0 % [64.5–83.2] (60 of 80)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("(3 of 80)", page, StringComparison.Ordinal);
        Assert.Contains("<td>Asked what justice would be, of persons with a file</td><td>withheld</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Nationality_is_among_the_disparities_where_it_is_recorded()
    {
        Begin();
        foreach (var coder in StudyFolder.Coders) Code(coder, "yes", "labor", nationality: "Invented Republic");
        Assert.Equal(ExitCode.Done, Run().Code);

        var rows = StudyFixture.Table(_place.PathOf("study"), StudyCsv.Measures).Where(row => row["measure"] == "missed" && row["by"] == "nationality").ToList();
        Assert.Equal(["INVENTED REPUBLIC"], rows.Select(row => row["group"]));
        Assert.Contains("Missed by the code, by nationality, of incidents in which readers see a possible victim<", _place.Text("study/report/report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Themes_of_interviews_stand_beside_the_measure_they_speak_to_and_no_word_of_them_is_kept()
    {
        Begin();
        var themes = _place.Write("themes.json", Themes);
        Run("--out", "study", "--themes", themes);
        var page = _place.Text("study/report/report.html");

        Assert.Contains("Interviews beside the measures", page, StringComparison.Ordinal);
        Assert.Contains("<td>Trust › Not believed</td><td>3 of 5 interviews, 9 passages</td><td>1 of 2 interviews, 1 passage</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>the measure</td>", page, StringComparison.Ordinal);
        Assert.Contains("Themes that speak to no measure of this report: Housing (2 of 7 interviews, 2 passages).", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret words", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret words", _place.Text("study/themes.json"), StringComparison.Ordinal);
        Run();
        Assert.Equal(page, _place.Text("study/report/report.html"));
        Assert.Equal(ExitCode.Refused, Run("--out", "study", "--themes", _place.Write("other.json", "{\"project\": 1}")).Code);
    }

    private const string Themes =
        """
        {"project": "Talks (invented)", "interviewsCoded": 7, "interviewsOpen": 1, "themes": [
          {"code": "1", "name": "Not believed", "path": "Trust › Not believed", "definition": "", "measure": "coded-trafficking", "sites": [],
           "cells": [{"role": "police", "site": "Riverton", "interviews": 1, "of": 2, "codings": 4}, {"role": "provider", "site": "Riverton", "interviews": 2, "of": 3, "codings": 5},
                     {"role": "police", "site": "Lakeside", "interviews": 1, "of": 2, "codings": 1}],
           "quotations": [{"interview": 1, "role": "police", "site": "Riverton", "text": "secret words", "coders": ["a"]}]},
          {"code": "2", "name": "Housing", "path": "Housing", "definition": "", "measure": null, "sites": [],
           "cells": [{"role": "police", "site": "Riverton", "interviews": 2, "of": 7, "codings": 2}], "quotations": []}]}
        """;

    [Theory]
    [InlineData("sites/1/rows.ndjson")]
    [InlineData("sample.csv")]
    [InlineData("report/tables/measures.csv")]
    public void What_a_killed_run_had_not_finished_the_next_one_makes_again(string lost)
    {
        Begin();
        var whole = Results();
        File.Delete(_place.PathOf($"study/{lost}"));
        _place.Write($"study/{lost}.partial", "half a li");
        Run();

        Assert.Equal(whole, Results());
    }

    [Fact]
    public void A_run_that_is_stopped_in_the_middle_goes_on_to_the_same_report()
    {
        Begin();
        var whole = Results();
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var plan = _place.Text("study/study.json");
        Directory.CreateDirectory(_place.PathOf("cut"));
        _place.Write("cut/study.json", plan);
        using (var folder = StudyFolder.Take(_place.PathOf("cut")))
        {
            var run = new StudyRun(folder, folder.ReadPlan()!, StudyPacks.Read(null, "auto"), Progress.To(TextWriter.Null));
            Assert.Throws<OperationCanceledException>(() => run.Go(stopped.Token));
        }

        Run("--out", "cut");

        Assert.Equal(whole, Results("cut"));
    }

    private (int Code, string Output, string Error) Begin(params string[] more)
    {
        _place.WriteIncidents(300);
        return Workplace.Run(["study", "--site", $"Riverton={_place.PathOf("incidents.csv")}", "--out", _place.PathOf("study"), "--sample", "100", "--purpose", "a test", "--no-pdf", .. more]);
    }

    private (int Code, string Output, string Error) Run(params string[] args)
    {
        if (args is not ["--out", var folder, ..]) return Workplace.Run("study", "--out", _place.PathOf("study"), "--no-pdf");
        string[] site = Directory.Exists(_place.PathOf(folder)) ? [] : ["--site", $"Riverton={_place.PathOf("incidents.csv")}", "--sample", "100", "--purpose", "a test"];
        return Workplace.Run(["study", "--no-pdf", "--out", _place.PathOf(folder), .. site, .. args[2..]]);
    }

    private List<string> Cases(string coder) => RawStudy.Csv(_place.PathOf($"study/{coder}/codings.csv")).ConvertAll(row => row["case"]);

    private void Code(string coder, string victim, string type, (string Victim, string Type)? first = null, string nationality = "")
    {
        var name = $"study/{coder}/codings.csv";
        // The first case of the key is at another place in each sheet.
        var cases = RawStudy.Csv(_place.PathOf(name)).ConvertAll(row => row["case"]);
        var other = first is null ? "" : coder == "coder-a" ? cases[0] : "C00001";
        _place.Write(name, "case,victim,type,minor,sex,race,nationality,confirmed,began,arrest,reason,help,charge\n" + string.Join('\n', cases.Select(one =>
            one == other ? $"{one},{first!.Value.Victim},{first.Value.Type},unknown,,,{nationality},,,,,," : $"{one},{victim},{type},unknown,,,{nationality},,,,,,")) + "\n");
    }

    private void Answer(string coder, string name, string question, string answer)
    {
        var sheet = RawStudy.Csv(_place.PathOf($"study/{coder}/codings.csv"));
        sheet.Single(row => row["case"] == name)[question] = answer;
        _place.Write($"study/{coder}/codings.csv", string.Join(',', sheet[0].Keys) + "\n" + string.Join('\n', sheet.Select(row => string.Join(',', row.Values))) + "\n");
    }

    private void Decide(params string[] decisions)
    {
        var rows = RawStudy.Csv(_place.PathOf("study/adjudication.csv"));
        _place.Write("study/adjudication.csv", "case,question,one,other,decision\n" + string.Join('\n', rows.Select((row, i) => $"{row["case"]},{row["question"]},{row["one"]},{row["other"]},{decisions[i]}")) + "\n");
    }

    private Dictionary<string, string> Results(string folder = "study") =>
        Directory.EnumerateFiles(_place.PathOf(folder), "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".pdf", StringComparison.Ordinal) && !path.EndsWith(".partial", StringComparison.Ordinal))
            .ToDictionary(path => Path.GetRelativePath(_place.PathOf(folder), path), File.ReadAllText);
}
