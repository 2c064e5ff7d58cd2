using System.Text.Json;
using Credence.Testing;

namespace Credence.Cli.Tests.Directories;

public sealed class DirectoryCommandTests : IDisposable
{
    private const string Line = """{"id":"s1","name":"Emergency Shelter","status":"active","strange":[1.50],"minimum_age":"x","organization":{"id":"o1","name":"Harbor House","description":"d"},"service_at_locations":[{"id":"sl1","location":{"id":"w1","location_type":"physical","description":"Confidential location.","addresses":[{"id":"a1","address_1":"1 Quay Street","city":"Riverton","state_province":"EX","postal_code":"00001","country":"US","address_type":"physical"}]}}]}""";

    private readonly Workplace _place = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _place.Dispose();
    }

    [Fact]
    public void Check_needs_no_record_and_says_what_is_there_and_what_is_wrong()
    {
        var file = _place.Write("services.ndjson", $"{Line}\n{{broken\n{Line.Replace("\"s1\"", "\"s2\"")}\n");
        var said = Said.By("directory", "check", file, "--duplicates");

        Assert.Equal(1, said.Exit);
        Assert.Contains("service: 2", said.Output, StringComparison.Ordinal);
        Assert.Contains("shelter 2", said.Output, StringComparison.Ordinal);
        Assert.Contains("services.ndjson, minimum_age: found text of 1 characters, expected a number; kept, and taken as not known (2 times, first in row 1)", said.Output, StringComparison.Ordinal);
        Assert.Contains("found an object that is not closed in its line, expected a whole JSON object; passed over (row 2)", said.Output, StringComparison.Ordinal);
        Assert.Contains("Probably the same service: s1 and s2 (name, address, organization)", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Quay", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_writes_json_and_every_problem_into_a_file()
    {
        var (file, problems) = (_place.Write("services.json", $"[{Line},{Line.Replace("\"s1\"", "\"s2\"")}]"), _place.PathOf("problems.csv"));
        var json = Said.By("directory", "check", file, "--json", "--problems", problems).Json;

        Assert.Equal((2, 2), (json.GetProperty("entries").GetProperty("service").GetInt32(), json.GetProperty("problemCount").GetInt32()));
        Assert.Equal(1, json.GetProperty("problems").GetArrayLength());
        Assert.Equal(["file,row,field,found,expected", "services.json,1,minimum_age,text of 1 characters,\"a number; kept, and taken as not known\""], File.ReadLines(problems).Take(2));
        Assert.Equal(3, Said.By("directory", "check", file, "--problems", problems).Exit);
    }

    [Theory]
    [InlineData("7F454C4600000001", "found a binary file, expected text: JSON or CSV.")]
    [InlineData("504B030414000000", "found a zip file or an Excel workbook, expected text: JSON or CSV.")]
    [InlineData("", "found a file in which nothing stands, expected a directory in HSDS: JSON, or the folder of a package.")]
    [InlineData("EFBBBF20200A0D0A", "found a file in which nothing stands, expected a directory in HSDS: JSON, or the folder of a package.")]
    [InlineData("3C68746D6C3E", "found text that is no JSON, expected a directory in HSDS: JSON, or the folder of a package.")]
    public void A_file_that_is_no_directory_is_one_sentence_and_changes_nothing(string bytes, string sentence)
    {
        var (record, file, good) = (_place.PathOf("care.db"), _place.Write("directory.json", Convert.FromHexString(bytes)), _place.Write("services.ndjson", Line));
        Said.By("db", "init", "care", "--record", record, "--organization", "Harbor House", "--account", "Administrator=it-1", "--account", "Advocate=adv-1");
        string[] import = ["--record", record, "--source", "example-211", "--as", "it-1"];
        Assert.StartsWith("1 new", Said.By(["directory", "import", good, .. import]).Output, StringComparison.Ordinal);

        foreach (var said in (Said[])[Said.By("directory", "check", file), Said.By(["directory", "import", file, .. import])])
            Assert.Equal((2, "", $"{file}: {sentence}\n"), (said.Exit, said.Output, said.Error.ReplaceLineEndings("\n")));
        Assert.StartsWith("0 new, 0 changed, 1 as they were", Said.By(["directory", "import", good, .. import]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_in_which_nothing_stands_is_one_sentence_too_and_so_is_one_with_a_binary_table()
    {
        var folder = _place.PathOf("package");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "services.csv"), "\n");
        File.WriteAllText(Path.Combine(folder, "organizations.csv"), "");
        var empty = Said.By("directory", "check", folder);
        Assert.Equal((2, $"{folder}: found files in which nothing stands, expected CSV files such as services.csv with rows.\n"), (empty.Exit, empty.Error.ReplaceLineEndings("\n")));

        File.WriteAllBytes(Path.Combine(folder, "services.csv"), [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1]);
        var binary = Said.By("directory", "check", folder);
        Assert.Equal((2, $"{Path.Combine(folder, "services.csv")}: found a binary file, expected text: JSON or CSV.\n"), (binary.Exit, binary.Error.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void A_directory_is_imported_claimed_by_nobody_and_given_back()
    {
        var (record, file, back, open) = (_place.PathOf("care.db"), _place.Write("services.ndjson", Line + "\n{\"strange\":1}\n"), _place.PathOf("back.ndjson"), _place.PathOf("open.json"));
        Assert.Equal(0, Said.By("db", "init", "care", "--record", record, "--organization", "Harbor House", "--account", "Administrator=it-1", "--account", "Advocate=adv-1").Exit);
        string[] import = ["directory", "import", file, "--record", record, "--source", "example-211", "--as"];

        Assert.StartsWith("1 new, 0 changed, 0 as they were, 0 no longer there, 1 belonging to nothing", Said.By([.. import, "it-1"]).Output, StringComparison.Ordinal);
        Assert.Equal(1, Said.By([.. import, "it-1", "--json"]).Json.GetProperty("same").GetInt32());
        Assert.Equal(3, Said.By([.. import, "adv-1"]).Exit);
        Assert.Equal(0, Said.By("directory", "export", "--record", record, "--as", "it-1", "--out", back).Exit);
        Assert.Equal([Line, """{"strange":1,"credence_table":"other"}"""], File.ReadLines(back).Order(StringComparer.Ordinal));
        Assert.Equal(0, Said.By("directory", "export", "--record", record, "--as", "it-1", "--out", open, "--to", "json", "--public").Exit);
        Assert.DoesNotContain("Quay", File.ReadAllText(open), StringComparison.Ordinal);
        Assert.Equal(1, JsonDocument.Parse(File.ReadAllText(open)).RootElement.GetArrayLength());
        Assert.Equal(3, Said.By("directory", "export", "--record", record, "--as", "it-1", "--out", back).Exit);
    }

    [Fact]
    public void Files_are_given_in_another_form_without_a_record()
    {
        var (file, folder, again) = (_place.Write("services.ndjson", Line + "\n"), _place.PathOf("package"), _place.PathOf("again.ndjson"));

        Assert.Equal(1, Said.By("directory", "export", file, "--to", "csv", "--out", folder).Exit);
        Assert.Equal(["address.csv", "location.csv", "organization.csv", "service.csv", "service_at_location.csv"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order());
        Assert.Equal(1, Said.By("directory", "export", folder, "--out", again).Exit);
        Assert.Contains("\"address_1\":\"1 Quay Street\"", File.ReadAllText(again), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check nothing.json", "found no such file or folder, expected a directory in HSDS")]
    [InlineData("check one.csv", "found one CSV file, expected the folder of the package that it is in")]
    [InlineData("check .", "found no table of HSDS, expected CSV files such as services.csv")]
    [InlineData("export one.csv --out out --to xml", "--to: found xml, expected json, ndjson or csv")]
    [InlineData("export --out out", "Found no directory, or two, expected files or --record")]
    [InlineData("import one.csv --source x", "Found no --as, expected --as HANDLE")]
    public void A_wrong_use_gets_one_sentence(string words, string sentence)
    {
        var file = _place.Write("one.csv", "id\n1\n");
        var said = Said.By(["directory", .. words.Split(' ').Select(word => word switch { "one.csv" => file, "." => Folder(), "out" => _place.PathOf("out"), _ => word })]);

        Assert.Equal(2, said.Exit);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.Single(said.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_real_directory_is_checked()
    {
        Assert.SkipWhen(SharedData.File("hsds/miami-211-hsds-1.1/services.csv") is null, SharedData.Missing);
        var said = Said.By("directory", "check", Path.GetDirectoryName(SharedData.File("hsds/miami-211-hsds-1.1/services.csv"))!, "--json");

        Assert.Equal(4089, said.Json.GetProperty("entries").GetProperty("service").GetInt32());
        Assert.True(said.Json.GetProperty("needs").EnumerateObject().Count() > 10);
    }

    private string Folder() => Directory.CreateDirectory(_place.PathOf("empty")).FullName;
}
