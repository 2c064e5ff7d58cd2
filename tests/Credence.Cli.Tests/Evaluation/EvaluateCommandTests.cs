using System.Text.Json;

namespace Credence.Cli.Tests.Evaluation;

public sealed class EvaluateCommandTests : IDisposable
{
    private const string Coded =
        """
        {"id": "A-1", "narrative": "She said he took her passport and she was not allowed to leave.", "level": 2, "type": "labor"}
        {"id": "A-2", "narrative": "Officer took a report of a bicycle missing from a porch.", "level": 0}

        """;

    private const string Cases =
        "case_id,n_minors,statutes,summary\n7,0,\"['1589']\",The cooks were never paid and their passports were held by the owner of the restaurant until they paid a debt.\n";

    private const string Narratives = "id,narrative\nN-1,Officer took a report of a bicycle missing from a porch.\n";

    private const string Annotated = "line number\tCondition\tsentence\tnegation_status\ttemporality\texperiencer\n"
        + "3\tfever\tHe denies FEVER.\tNegated\tRecent\tPatient\n4\tcough\tHe has COUGH.\tAffirmed\tRecent\tPatient\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("credence-evaluate-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_kind_of_file_is_measured_and_reported()
    {
        var (code, output, errors) = Run(EveryKind());

        Assert.Equal((0, ""), (code, errors));
        Assert.All(
            ["a.txt: 2 coded narratives", "b.txt: 1 summaries of prosecuted cases", "c.txt: 1 narratives without codes", "d.txt: 2 annotated phrases"],
            title => Assert.Contains(title, output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_measures_come_as_JSON()
    {
        var (code, output, _) = Run([.. EveryKind(), "--json"]);

        using var json = JsonDocument.Parse(output);
        Assert.Equal(0, code);
        Assert.Equal(4, json.RootElement.GetProperty("evaluations").GetArrayLength());
    }

    [Fact]
    public void No_report_says_what_a_narrative_tells()
    {
        var gold = Write("gold.jsonl", Coded.Replace("bicycle", "zzbicycle", StringComparison.Ordinal));

        var page = Path.Combine(_folder.FullName, "page.md");

        var (_, json, errors) = Run(gold, "--json", "--out", page);

        var said = json + errors + File.ReadAllText(page);
        Assert.Contains("A-1", said, StringComparison.Ordinal);
        Assert.DoesNotContain("zzbicycle", said, StringComparison.Ordinal);
        Assert.DoesNotContain("took her passport", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_files_make_one_page_and_twice_the_same()
    {
        var (gold, cases, page) = (Write("gold.jsonl", Coded), Write("cases.csv", Cases), Path.Combine(_folder.FullName, "page.md"));

        Run(gold, cases, "--out", page, "--note", "Tuned on nothing.");
        var first = File.ReadAllText(page);
        Run(gold, cases, "--out", page, "--note", "Tuned on nothing.");

        Assert.Equal(first, File.ReadAllText(page));
        Assert.StartsWith("# Accuracy\n\nTuned on nothing.\n\nMade by `credence evaluate`", first, StringComparison.Ordinal);
        Assert.Contains("coded narratives", first, StringComparison.Ordinal);
        Assert.Contains("summaries of prosecuted cases", first, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), first, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_was_left_out_ends_in_done_with_problems()
    {
        var (code, _, errors) = Run(Write("gold.jsonl", Coded + "{\"narrative\": 1}\n"));

        Assert.Equal(1, code);
        Assert.Contains("line 3: found no 'level'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Flags_are_counted_as_people_judge_them()
    {
        var gold = Write("plain.csv", "id,narrative\nN-1,She said he took her passport and forced her to have sex for money.\n");
        var judged = Write("judged.csv", "id,judgment,kind\nN-1,wrong,invented\n");

        var (code, output, _) = Run(gold, "--judged", judged);

        Assert.Equal(0, code);
        Assert.Contains("wrong, invented (1): N-1", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "expected")]
    [InlineData("", "found nothing")]
    public void A_file_of_another_kind_is_wrong_use(string gold, string says)
    {
        var (code, output, errors) = Run(Write("gold.txt", gold));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(says, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public void A_workbook_is_wrong_use_and_text_of_Windows_is_read()
    {
        var workbook = Path.Combine(_folder.FullName, "book.xlsx");
        File.WriteAllBytes(workbook, [0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0]);
        var annotated = Path.Combine(_folder.FullName, "wide.txt");
        File.WriteAllText(annotated, Annotated, System.Text.Encoding.Unicode);

        Assert.Equal(2, Run(workbook).Code);
        Assert.Equal(0, Run(annotated).Code);
    }

    [Fact]
    public void What_is_not_there_is_wrong_use()
    {
        var gold = Write("gold.txt", Annotated);

        Assert.Equal(2, Run().Code);
        Assert.Equal(2, Run("no-such-file.jsonl").Code);
        Assert.Equal(2, Run(gold, "--context", "no-such-pack").Code);
        Assert.Equal(2, Run(gold, "--packs", Path.Combine(_folder.FullName, "nowhere")).Code);
        Assert.Equal(2, Run(gold, "--judged", gold).Code);
    }

    private string[] EveryKind() =>
        [Write("a.txt", Coded), Write("b.txt", Cases), Write("c.txt", Narratives), Write("d.txt", Annotated)];

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Code, string Output, string Errors) Run(params string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = CommandLine.Run(["evaluate", .. args], output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
