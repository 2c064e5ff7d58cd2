using System.Text.Json;

namespace Credence.Cli.Tests.Records;

public sealed class ImportCommandTests : IDisposable
{
    private const string Reports = "incident_id,ori,offense,narrative\n2031-1,ZZ0310000,90J,The foreman kept his passport.\n2031-2,ZZ0310000,13B,A bicycle.\n";

    private readonly Workplace _work = new();

    private string Record => _work.PathOf("police.db");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _work.Dispose();
    }

    [Fact]
    public void A_new_record_is_made_with_its_keys_beside_it_for_this_account_alone()
    {
        var (code, output, _) = Import(Reports, "--agency", "Riverton");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("2 rows; 2 incidents added, 0 changed, 0 as they were; 0 problems", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine($"{Record}.keys", "ring.json")));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Record));
    }

    [Fact]
    public void A_new_record_has_somebody_who_keeps_it_and_somebody_who_confirms_and_one_line_says_so()
    {
        var first = Import(Reports, "--agency", "Riverton");
        var again = Import(Reports, "--again");

        Assert.Contains("a new record with the accounts administrator (Administrator), supervisor (Supervisor), cli (Analyst); copy ", first.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("new record", again.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Said.By("db", "backup", _work.PathOf("monday.zip"), "--record", Record, "--as", "administrator").Exit);
    }

    [Fact]
    public void A_new_record_without_the_name_of_its_agency_is_not_made()
    {
        Assert.Equal(ExitCode.WrongUse, Import(Reports).Code);

        Assert.False(File.Exists(Record));
        Assert.False(Directory.Exists($"{Record}.keys"));
    }

    [Fact]
    public void A_new_record_does_not_take_the_keys_of_another()
    {
        Import(Reports, "--agency", "Riverton");

        var (code, _, error) = Import(Reports, "--agency", "Lakeside", "--record", _work.PathOf("second.db"), "--keys", $"{Record}.keys");

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("found the keys of another record", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_work.PathOf("second.db")));
    }

    [Fact]
    public void The_same_file_again_is_one_sentence_and_again_on_purpose_is_an_import()
    {
        Import(Reports, "--agency", "Riverton");

        Assert.Contains("was imported before", Import(Reports).Output, StringComparison.Ordinal);
        Assert.Contains("0 incidents added, 0 changed, 2 as they were", Import(Reports, "--again").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_end_it_with_1_and_are_shown_and_written_down()
    {
        var (code, output, _) = Import(Reports + "whispered,ZZ0310000,13B,A secret.\n", "--agency", "Riverton", "--problems", _work.PathOf("problems.csv"));

        Assert.Equal(ExitCode.DoneWithProblems, code);
        Assert.Contains("row 4, column incident_id: found 9 characters without a digit, expected an incident number; the row is not imported", output, StringComparison.Ordinal);
        Assert.Equal(2, _work.Lines("problems.csv").Length);
        Assert.EndsWith(",Review", _work.Lines("problems.csv")[1], StringComparison.Ordinal);
        Assert.DoesNotContain("whispered", output + _work.Text("problems.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void As_json_it_counts_the_same()
    {
        using var json = JsonDocument.Parse(Import(Reports, "--agency", "Riverton", "--json").Output);

        var file = json.RootElement.GetProperty("files")[0];
        Assert.Equal((2, true, false), (file.GetProperty("added").GetInt64(), file.GetProperty("complete").GetBoolean(), file.GetProperty("importedBefore").GetBoolean()));
    }

    [Theory]
    [InlineData("expected the name of the agency")]
    [InlineData("--purpose: found another word, expected one of Review", "--purpose", "because she said so")]
    [InlineData("--purpose: found no number behind the colon", "--purpose", "Research:she said so")]
    [InlineData("without a password", "--record", "postgresql://me:secret@host/police")]
    [InlineData("Found no --keys, expected the folder", "--record", "postgresql://me@host/police")]
    [InlineData("expected a number from 1 to 256", "--jobs", "0")]
    [InlineData("--narratives: found no NIBRS file", "--narratives", "none.csv")]
    public void Wrong_use_is_one_sentence_and_makes_no_incident(string sentence, params string[] options)
    {
        var (code, output, error) = Import(Reports, options);

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Equal("", output);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agency_that_does_not_keep_the_record_is_told_who_does()
    {
        Import(Reports, "--agency", "Riverton");

        var (code, _, error) = Import(Reports, "--agency", "Lakeside");

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.Contains("expected one of Riverton", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_without_its_keys_gets_no_new_ones()
    {
        Import(Reports, "--agency", "Riverton");
        Directory.Delete($"{Record}.keys", recursive: true);

        var (code, _, error) = Import(Reports);

        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("found no key ring", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists($"{Record}.keys"));
    }

    [Fact]
    public void A_file_that_is_no_record_is_left_as_it_is()
    {
        Directory.CreateDirectory($"{Record}.keys");
        Import(Reports, "--agency", "Riverton", "--record", _work.PathOf("other.db"), "--keys", _work.PathOf("police.db.keys"));
        File.WriteAllText(Record, new string('x', 5000));

        var (code, _, error) = Import(Reports, "--agency", "Riverton");

        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("found a file that is no Credence record", error, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), File.ReadAllText(Record));
    }

    // What a test gives stands before what every test gives, and is taken instead of it.
    private (int Code, string Output, string Error) Import(string reports, params string[] options)
    {
        var defaults = new (string Name, string Value)[] { ("--record", Record), ("--purpose", "Review") }.Where(one => !options.Contains(one.Name)).SelectMany(one => new[] { one.Name, one.Value });
        return Workplace.Run(["import", _work.Write("reports.csv", reports), .. options, .. defaults]);
    }
}
