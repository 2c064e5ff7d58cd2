using System.Globalization;
using System.Text.Json.Nodes;
using Credence.Cli.Studies;
using Credence.Testing;

namespace Credence.Cli.Tests.Studies;

/// <summary>The recomputation can object: one figure or one row of a study is spoiled, and every measure that it touches is found wrong.</summary>
[Collection(nameof(StudyFixture))]
public sealed class StudyMutationTests(StudyFixture study) : IDisposable
{
    private readonly string _spoiled = Directory.CreateTempSubdirectory("credence-spoiled-").FullName;

    private List<Dictionary<string, Dictionary<string, string>>>? _sheets;

    public void Dispose() => Directory.Delete(_spoiled, recursive: true);

    [Fact]
    public void A_spoiled_figure_of_any_measure_is_found()
    {
        var again = new Recomputation(RawStudy.Read(study.Folder, study.Open));
        var told = Told(study.Open);

        Assert.Equal(RawMeasures.Answers.Keys.Append("minor-40a").Order(), told.Select(row => row["measure"]).Distinct().Order());
        foreach (var row in told.GroupBy(row => (row["measure"], row["by"])).Select(same => same.First()))
        {
            foreach (var figure in (string[])["count", "of", "share", "low", "high"])
            {
                var spoiled = new Dictionary<string, string>(row) { [figure] = Spoiled(row[figure]) };
                Assert.True(again.Wrong(spoiled) is not null, $"{row["measure"]} by {row["by"]}: {figure} was spoiled and not found.");
            }
        }
    }

    // What is spoiled, and the measures that have to be found wrong. A figure that the spoiled row makes small is withheld, which is no
    // wrong figure: so each is chosen to leave large counts.
    public static TheoryData<string, string[]> Rows => new()
    {
        { "code", ["coded-trafficking", "identified-by", "missed", "missed-among-others", "false-label"] },
        { "level down", ["indicated", "screener-recall"] },
        { "level up", ["indicated", "screener-precision", "missed-by-screener"] },
        { "unit", ["identified-by", "read-identified-by"] },
        { "prostitution alone", ["sold-without-victim"] },
        { "age of an arrestee", ["minor-40a"] },
    };

    [Theory(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun)), MemberData(nameof(Rows))]
    public void A_spoiled_row_of_what_was_screened_is_found(string what, string[] measures)
    {
        Copy();
        Spoil(what);

        Assert.Empty(measures.Except(WrongMeasures()));
    }

    public static TheoryData<string, string, string, string[]> Answers => new()
    {
        { "victim", "yes", "unsure", ["read-possible", "read-type", "missed", "screener-recall"] },
        { "arrest", "arrest", "none", ["arrested-or-cited", "arrest-reason", "refused-reason"] },
        { "help", "none", "made", ["help-written"] },
        { "type", "labor", "sex", ["read-type"] },
    };

    [Theory(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun)), MemberData(nameof(Answers))]
    public void A_spoiled_answer_of_the_readers_is_found(string question, string answer, string other, string[] measures)
    {
        Copy();
        var one = RawStudy.Csv(Path.Combine(_spoiled, "coder-a", "codings.csv")).First(row => row["victim"] == "yes" && Agreed(row["case"], "victim", "yes") && Agreed(row["case"], question, answer))["case"];
        foreach (var coder in StudyFolder.Coders) Rewrite(coder, one, question, other);

        Assert.Empty(measures.Except(WrongMeasures()));
    }

    // Both coders said so.
    private bool Agreed(string name, string question, string answer)
    {
        _sheets ??= [.. StudyFolder.Coders.Select(coder => RawStudy.Csv(Path.Combine(_spoiled, coder, "codings.csv")).ToDictionary(row => row["case"]))];
        return _sheets.TrueForAll(sheet => sheet[name][question] == answer);
    }

    private void Rewrite(string coder, string name, string question, string answer)
    {
        var path = Path.Combine(_spoiled, coder, "codings.csv");
        var rows = RawStudy.Csv(path);
        rows.Single(row => row["case"] == name)[question] = answer;
        static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        File.WriteAllText(path, string.Concat(rows.Select(row => Line(row.Values)).Prepend(Line(rows[0].Keys)).Select(line => line + "\n")));
    }

    private void Spoil(string what)
    {
        var drawn = RawStudy.Csv(Path.Combine(_spoiled, "sample.csv")).Where(row => row["site"] == "Port Ansel").Select(row => row["incident_number"]).ToHashSet();
        var read = RawStudy.Csv(Path.Combine(_spoiled, "sample.csv")).ToDictionary(row => row["incident_number"], row => row["case"]);
        var path = Path.Combine(_spoiled, "sites", "1", "rows.ndjson");
        var rows = File.ReadAllLines(path);
        var place = Array.FindIndex(rows, row => Fits(JsonNode.Parse(row)!, what, (number, victim) => drawn.Contains(number) && Agreed(read[number], "victim", victim)));
        var spoiled = JsonNode.Parse(rows[place])!;
        Spoil(spoiled, what);
        rows[place] = spoiled.ToJsonString();
        File.WriteAllLines(path, rows);
    }

    private static bool Fits(JsonNode row, string what, Func<string, string, bool> isRead)
    {
        var number = (string)row["number"]!["value"]!;
        return what switch
        {
            "code" => (bool)row["isCodedTrafficking"]! && isRead(number, "yes"),
            "level down" => (string)row["level"]! == "StrongIndication" && isRead(number, "yes"),
            "level up" => (string)row["level"]! == "NoneFound" && isRead(number, "no"),
            "unit" => (bool)row["isCodedTrafficking"]! && (string)row["unit"]! == "Patrol" && isRead(number, "yes"),
            "prostitution alone" => (bool)row["isCodedSold"]! && (bool)row["isCodedProstitutionOnly"]!,
            _ => (bool)row["isCodedSold"]! && row["persons"]!.AsArray().Any(person => (string)person!["involvement"]! == "Arrestee" && person["age"] is not null),
        };
    }

    private static void Spoil(JsonNode row, string what)
    {
        if (what == "code") row["isCodedTrafficking"] = false;
        else if (what == "level down") row["level"] = "NoneFound";
        else if (what == "level up") row["level"] = "StrongIndication";
        else if (what == "unit") row["unit"] = "Vice";
        else if (what == "prostitution alone") row["isCodedProstitutionOnly"] = false;
        else
        {
            var arrestee = row["persons"]!.AsArray().First(person => (string)person!["involvement"]! == "Arrestee" && person["age"] is not null)!;
            arrestee["age"] = (int)arrestee["age"]! < 18 ? 40 : 15;
        }
    }

    private HashSet<string> WrongMeasures()
    {
        Assert.Equal(ExitCode.Done, Workplace.Run("study", "--out", _spoiled, "--no-pdf").Code);
        var again = new Recomputation(RawStudy.Read(study.Folder, study.Open));
        return [.. Told(_spoiled).Where(row => again.Wrong(row) is not null).Select(row => row["measure"])];
    }

    private void Copy()
    {
        foreach (var path in Directory.EnumerateFiles(study.Open, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_spoiled, Path.GetRelativePath(study.Open, path));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(path, to);
        }
    }

    private static List<Dictionary<string, string>> Told(string folder) => [.. StudyFixture.Table(folder, StudyCsv.Measures).Where(row => row["state"] == "told")];

    // The least that a table could be wrong by: one incident, or a thousandth of a share.
    private static string Spoiled(string figure) => figure.Contains('.', StringComparison.Ordinal) || figure is "0" or "1"
        ? (double.Parse(figure, CultureInfo.InvariantCulture) + 0.001).ToString("R", CultureInfo.InvariantCulture)
        : (int.Parse(figure, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
}
