using System.Text.Json;
using Credence.Cli.Screening;

namespace Credence.Cli.Tests.Review;

/// <summary>A review from its start to its audit, with two readers and invented incidents.</summary>
public sealed class ReviewStoryTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Two_readers_read_differ_decide_stop_and_audit()
    {
        Start(doubled: 1);

        Read("Ana", "2031-000010", "yes");
        Read("Ben", "2031-000010", "no");
        var disputed = Status().GetProperty("disputed").EnumerateArray().Select(number => number.GetString());
        var decided = Run("label", Folder, "2031-000010", "--reader", "Ben", "--victim", "yes", "--type", "labor", "--adjudicate");

        Assert.Equal(["2031-000010"], disputed);
        Assert.Equal(0, decided.Code);
        Assert.Empty(Status().GetProperty("disputed").EnumerateArray());
        Assert.Equal(1, Status().GetProperty("decided").GetProperty("yes").GetInt32());
        Assert.Equal(3, _place.Lines("review/readings.ndjson").Length);
    }

    [Fact]
    public void Next_gives_second_readings_first_and_then_what_resembles_what_was_found()
    {
        Start(doubled: 1);
        Read("Ana", "2031-000010", "yes");
        Read("Ana", "2031-000001", "no");

        Assert.Equal(["2031-000010", "2031-000001"], Next("Ben", 2));
        Assert.Equal(["2031-000020", "2031-000030", "2031-000040"], Next("Ana", 3).Order());
    }

    [Fact]
    public void Reading_may_stop_when_what_is_left_cannot_hold_much()
    {
        Start(doubled: 0);
        foreach (var number in Enumerable.Range(1, 40)) Read("Ana", $"2031-{number:000000}", number % 10 == 0 ? "yes" : "no");

        Assert.True(Status().GetProperty("stop").GetProperty("mayStop").GetBoolean());
    }

    [Fact]
    public void An_audit_is_drawn_read_and_estimated()
    {
        Start(doubled: 0);
        foreach (var number in Enumerable.Range(1, 20)) Read("Ana", $"2031-{number:000000}", number % 10 == 0 ? "yes" : "no");

        Assert.Equal(0, Run("audit", Folder, "--size", "8").Code);
        var sample = Next("Ana", 8);
        Assert.Equal(ExitCode.Refused, Run("audit", Folder, "--size", "4").Code);
        foreach (var number in sample) Read("Ana", number, "no");

        using var audit = JsonDocument.Parse(Run("audit", Folder, "--json").Output);
        Assert.Equal(0, audit.RootElement.GetProperty("unread").GetInt32());
        Assert.Equal(0, audit.RootElement.GetProperty("missed").GetProperty("value").GetDouble());
        Assert.InRange(audit.RootElement.GetProperty("missed").GetProperty("high").GetDouble(), 1, 12);
        Assert.Equal(2, audit.RootElement.GetProperty("foundBefore").GetInt32());
    }

    [Fact]
    public void A_reading_that_is_given_again_stands_beside_the_first()
    {
        Start(doubled: 0);
        Read("Ana", "2031-000010", "no");
        Read("Ana", "2031-000010", "yes");

        Assert.Equal(2, _place.Lines("review/readings.ndjson").Length);
        Assert.Equal(1, Status().GetProperty("decided").GetProperty("yes").GetInt32());
        Assert.Empty(Status().GetProperty("disputed").EnumerateArray());
    }

    [Fact]
    public void A_reader_who_reads_again_takes_no_difference_back()
    {
        Start(doubled: 1);
        Read("Ana", "2031-000010", "yes");
        Read("Ben", "2031-000010", "no");
        Read("Ana", "2031-000010", "no");

        var status = Status();
        Assert.Equal("2031-000010", Assert.Single(status.GetProperty("disputed").EnumerateArray()).GetString());
        Assert.Equal("2031-000010", Assert.Single(status.GetProperty("readAgain").EnumerateArray()).GetString());
        Assert.Equal(0, status.GetProperty("agreement")[0].GetProperty("agreement").GetDouble());
        Assert.Equal(0, Run("label", Folder, "2031-000010", "--reader", "Ben", "--victim", "yes", "--type", "labor", "--adjudicate").Code);
        Assert.Empty(Status().GetProperty("disputed").EnumerateArray());
    }

    [Fact]
    public void A_later_reading_that_differs_opens_what_readers_agreed_on()
    {
        Start(doubled: 1);
        Read("Ana", "2031-000010", "no");
        Read("Ben", "2031-000010", "no");
        Read("Ana", "2031-000010", "yes");

        Assert.Equal("2031-000010", Assert.Single(Status().GetProperty("disputed").EnumerateArray()).GetString());
        Assert.Equal(1, Status().GetProperty("agreement")[0].GetProperty("agreement").GetDouble());
    }

    [Fact]
    public void A_file_of_readings_is_kept_whole_or_not_at_all()
    {
        Start(doubled: 0);
        var good = _place.Write("good.csv", "incident,victim,type,note\n2031-000001,no,,\n2031-000010,yes,labor,\"kept, he said\"\n");
        var bad = _place.Write("bad.csv", "incident,victim,type\n2031-000002,no,\n2031-999999,no,\n");

        var refused = Run("label", Folder, "--from", bad, "--reader", "Ana");
        var kept = Run("label", Folder, "--from", good, "--reader", "Ana", "--json");

        Assert.Equal(ExitCode.WrongUse, refused.Code);
        Assert.Contains("row 3", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, kept.Code);
        Assert.Equal(2, _place.Lines("review/readings.ndjson").Length);
    }

    [Fact]
    public void Every_wrong_row_of_a_file_is_named_by_the_header_that_stands_in_it()
    {
        Start(doubled: 0);
        var bad = _place.Write("bad.csv", "Incident,VICTIM,Type\n2031-999999,no,\n2031-000001,no,\n2031-000002,maybe,\n2031-000001,no,\n");

        var (code, _, error) = Run("label", Folder, "--from", bad, "--reader", "Ana");

        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ExitCode.WrongUse, code);
        Assert.Equal(3, lines.Length);
        Assert.Contains($"{bad}, row 2, column Incident: found no incident of this number", lines[0], StringComparison.Ordinal);
        Assert.Contains("row 4, column VICTIM: found another word", lines[1], StringComparison.Ordinal);
        Assert.Contains("row 5, column Incident: found the incident and reader of row 3 again", lines[2], StringComparison.Ordinal);
        Assert.False(File.Exists(_place.PathOf("review/readings.ndjson")));
    }

    [Fact]
    public void A_screening_of_another_file_is_refused_and_one_of_the_same_bytes_is_not()
    {
        var screened = _place.WriteIncidents(20);
        _place.Do(new ScreenOptions { Files = [screened] }, "screened");
        var other = _place.WriteIncidents(21, "other.csv");
        File.Copy(screened, _place.PathOf("renamed.csv"));

        var refused = Run("start", other, "--screened", _place.PathOf("screened"), "--reader", "Ana", "--out", Folder);
        var started = Run("start", _place.PathOf("renamed.csv"), "--screened", _place.PathOf("screened"), "--reader", "Ana", "--out", Folder);

        Assert.Equal(ExitCode.Refused, refused.Code);
        Assert.Contains("found a screening of incidents.csv, expected one of", refused.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (started.Code, started.Error));
    }

    [Fact]
    public void A_line_that_a_crash_cut_off_does_not_count_and_is_said()
    {
        Start(doubled: 0);
        Read("Ana", "2031-000001", "no");
        var journal = _place.PathOf("review/readings.ndjson");
        File.AppendAllText(journal, "{\"entry\":2,\"at\":\"2031-");

        var status = Run("status", Folder);
        Read("Ana", "2031-000002", "no");

        Assert.Equal(ExitCode.DoneWithProblems, status.Code);
        Assert.Contains("unfinished", status.Error, StringComparison.Ordinal);
        Assert.Equal(2, _place.Lines("review/readings.ndjson").Length);
        Assert.Equal(2, Status().GetProperty("read").GetInt32());
    }

    [Fact]
    public void A_changed_line_is_noticed_and_nothing_is_added()
    {
        Start(doubled: 0);
        Read("Ana", "2031-000001", "no");
        Read("Ana", "2031-000002", "no");
        var journal = _place.PathOf("review/readings.ndjson");
        File.WriteAllText(journal, File.ReadAllText(journal).Replace("2031-000001", "2031-000003", StringComparison.Ordinal));

        var added = Run("label", Folder, "2031-000004", "--reader", "Ana", "--victim", "no");

        Assert.Equal(ExitCode.Refused, added.Code);
        Assert.Contains("line 2", added.Error, StringComparison.Ordinal);
        Assert.Equal(2, _place.Lines("review/readings.ndjson").Length);
    }

    [Fact]
    public void A_review_does_not_go_on_with_a_file_that_has_changed()
    {
        Start(doubled: 0);
        _place.WriteIncidents(41);

        Assert.Equal(ExitCode.Refused, Run("next", Folder, "--reader", "Ana").Code);
    }

    [Fact]
    public void What_it_says_holds_no_word_of_a_narrative_unless_asked()
    {
        Start(doubled: 0);
        Read("Ana", "2031-000010", "yes");
        Read("Ana", "2031-000001", "no");

        Assert.DoesNotContain("PASSPORT", Run("next", Folder, "--reader", "Ana").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PASSPORT", _place.Text("review/review.json"), StringComparison.Ordinal);
        Assert.Contains("PASSPORT", Run("next", Folder, "--reader", "Ana", "--show-text").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two readers called Ana", "--reader", "Ana", "--reader", " ana")]
    [InlineData("one reader and double readings", "--reader", "Ana", "--double", "0.5")]
    public void A_review_that_cannot_be_is_refused_in_one_sentence(string sentence, params string[] options)
    {
        var incidents = _place.WriteIncidents(20);

        var started = Run(["start", incidents, "--out", Folder, .. options]);

        Assert.Equal(ExitCode.WrongUse, started.Code);
        Assert.Contains(sentence, started.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no reader of this name", "2031-000001", "--reader", "Zoe", "--victim", "no")]
    [InlineData("no incident of this number", "2031-999999", "--reader", "Ana", "--victim", "no")]
    [InlineData("another word", "2031-000001", "--reader", "Ana", "--victim", "maybe")]
    [InlineData("no kind of exploitation", "2031-000001", "--reader", "Ana", "--victim", "yes")]
    [InlineData("no two readings that differ", "2031-000001", "--reader", "Ana", "--victim", "no", "--adjudicate")]
    public void A_reading_that_cannot_be_is_refused_in_one_sentence(string sentence, params string[] arguments)
    {
        Start(doubled: 0);

        var label = Run(["label", Folder, .. arguments]);

        Assert.Contains(label.Code, new[] { ExitCode.WrongUse, ExitCode.Refused });
        Assert.Contains(sentence, label.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.PathOf("review/readings.ndjson")));
    }

    private string Folder => _place.PathOf("review");

    private void Start(double doubled)
    {
        var incidents = _place.WriteIncidents(40);
        var started = Run("start", incidents, "--reader", "Ana", "--reader", "Ben", "--double", $"{doubled}", "--out", Folder);
        Assert.Equal((0, ""), (started.Code, started.Error));
    }

    private void Read(string reader, string number, string victim)
    {
        string[] type = victim == "yes" ? ["--type", "labor"] : [];
        var kept = Run(["label", Folder, number, "--reader", reader, "--victim", victim, .. type]);
        Assert.Equal(0, kept.Code);
    }

    private IReadOnlyList<string> Next(string reader, int count) =>
        Run("next", Folder, "--reader", reader, "--count", $"{count}").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private JsonElement Status() => JsonDocument.Parse(Run("status", Folder, "--json").Output).RootElement;

    private static (int Code, string Output, string Error) Run(params string[] arguments) => Workplace.Run(["review", .. arguments]);
}
