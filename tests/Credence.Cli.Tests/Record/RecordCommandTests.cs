namespace Credence.Cli.Tests.Record;

/// <summary>The upkeep of a record as its administrator types it.</summary>
public sealed class RecordCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _place.Dispose();
    }

    [Fact]
    public void An_agency_makes_a_record_backs_it_up_and_restores_it()
    {
        var (record, backup, second) = (_place.PathOf("police.db"), _place.PathOf("monday.zip"), _place.PathOf("second.db"));
        Init("police", record);

        var status = Said.By("db", "status", "--record", record, "--json");
        Assert.Equal("police", status.Json.GetProperty("side").GetString());
        Assert.Equal(2, status.Json.GetProperty("rows").GetProperty("accounts").GetInt64());

        var made = Done("db", "backup", backup, "--record", record, "--as", "it-1", "--json");
        Assert.Equal(3, made.Json.GetProperty("lastEvent").GetInt64());
        Done("db", "restore", backup, "--record", second, "--keys", $"{record}.keys", "--as", "it-1");
        var check = Done("db", "verify", "--record", second, "--keys", $"{record}.keys", "--json");
        Assert.Empty(check.Json.GetProperty("problems").EnumerateArray());
        Assert.Equal(ExitCode.Failed, Said.By("db", "restore", backup, "--record", record, "--as", "it-1").Exit);
    }

    [Fact]
    public void An_auditor_exports_what_was_done_and_anybody_checks_the_file()
    {
        var (record, file) = (_place.PathOf("police.db"), _place.PathOf("events.ndjson"));
        Init("police", record);
        var head = Done("audit", "verify", "--record", record, "--json").Json.GetProperty("hash").GetString()!;

        Done("audit", "export", file, "--record", record, "--as", "aud-1", "--purpose", "Audit:A-2031-7");

        Assert.Contains("\"purpose\":\"Audit:A-2031-7\"", File.ReadAllText(file), StringComparison.Ordinal);
        Done("audit", "verify", file);
        Done("audit", "verify", file, "--keys", $"{record}.keys", "--witness", head);
        Done("audit", "verify", "--record", record, "--witness", head);
        Done("audit", "verify", "--record", record, "--witness", $"3:{head}");
        Assert.Equal(ExitCode.DoneWithProblems, Said.By("audit", "verify", "--record", record, "--witness", new string('0', 64)).Exit);
        File.WriteAllText(file, File.ReadAllText(file).Replace("account.opened", "account.closed", StringComparison.Ordinal));
        var changed = Said.By("audit", "verify", file);
        Assert.Equal(ExitCode.DoneWithProblems, changed.Exit);
        Assert.Contains("found fields that were changed", changed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_turned_backed_up_and_brought_back()
    {
        var (record, keys) = (_place.PathOf("care.db"), _place.PathOf("own-keys"));
        Assert.Equal(ExitCode.Done, Said.By(
            "db", "init", "care", "--record", record, "--keys", keys, "--organization", "Harbor House", "--account", "Administrator=it-1").Exit);

        Done("keys", "rotate", "--record", record, "--keys", keys, "--as", "it-1");
        Done("keys", "backup", _place.PathOf("keys.backup"), "--record", record, "--keys", keys, "--as", "it-1", "--days", "90");
        var status = Done("keys", "status", "--record", record, "--keys", keys, "--json");
        Assert.StartsWith("2 of ", status.Json.GetProperty("versions")[0].GetString(), StringComparison.Ordinal);
        Assert.Single(status.Json.GetProperty("backupsExpire").EnumerateArray());
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var path in Directory.GetFiles(keys, "keys.db*")) File.Delete(path);
        Assert.Contains("credence keys restore", Said.By("db", "status", "--record", record, "--keys", keys).Error, StringComparison.Ordinal);
        Done("keys", "restore", _place.PathOf("keys.backup"), "--record", record, "--keys", keys, "--as", "it-1");
        Done("keys", "expire", "--record", record, "--keys", keys);
        Done("db", "migrate", "--record", record, "--keys", keys);
    }

    [Theory]
    [InlineData("db status --record NOWHERE", ExitCode.Failed, "found no record, expected one; credence db init makes one")]
    [InlineData("db status --record postgresql://u:secret@h/d", ExitCode.WrongUse, "without a password")]
    [InlineData("db status --record postgresql://u@localhost/d", ExitCode.WrongUse, "Found no --keys")]
    [InlineData("db init police --record NEW --organization X --account Investigator=i-1", ExitCode.WrongUse, "found no Administrator")]
    [InlineData("db init police --record NEW --organization X --account Administrator=it-1 --account Boss=b", ExitCode.WrongUse, "found the role Boss, which the police side does not have")]
    [InlineData("db init care --record NEW --organization X --account Administrator=it-1 --account Officer=o", ExitCode.WrongUse, "expected one of Advocate, ProviderWorker")]
    [InlineData("db init police --record NEW --organization X --account Administrator=it-1 --account Supervisor=it-1", ExitCode.WrongUse, "found a handle twice")]
    [InlineData("db init police --record NEW --keys KEYS --organization X --account Administrator=it-1", ExitCode.Refused, "found the keys of another record")]
    [InlineData("db init police --record HERE --organization X --account Administrator=it-1", ExitCode.Refused, "found an organization already")]
    [InlineData("db init police --record NEW --organization X --account it", ExitCode.WrongUse, "expected them as Administrator=it-1")]
    [InlineData("db init both --record NEW --organization X --account Administrator=it-1", ExitCode.WrongUse, "expected police or care")]
    [InlineData("db restore NOWHERE --record NEW --as it-1", ExitCode.WrongUse, "found no file")]
    [InlineData("db backup OUT --record HERE --as aud-1", ExitCode.Refused, "that keeps the store")]
    [InlineData("db backup OUT --record HERE --as nobody", ExitCode.Refused, "no open account of this handle")]
    [InlineData("db backup OUT --record HERE", ExitCode.WrongUse, "--as")]
    [InlineData("audit export OUT --record HERE --as it-1 --purpose Audit", ExitCode.Refused, "that reads the log")]
    [InlineData("audit export OUT --record HERE --as aud-1 --purpose because", ExitCode.WrongUse, "--purpose: found another word")]
    [InlineData("audit export OUT --record HERE --as aud-1 --purpose Audit --from yesterday", ExitCode.WrongUse, "--from: found no day")]
    [InlineData("audit export OUT --record HERE --as aud-1 --purpose Audit --act Opened", ExitCode.WrongUse, "--act: found no kind of event")]
    [InlineData("audit verify", ExitCode.WrongUse, "expected either FILE or --record")]
    [InlineData("audit verify --record HERE --witness abc", ExitCode.WrongUse, "--witness: found no head")]
    [InlineData("keys backup OUT --record HERE --as it-1 --days 91", ExitCode.WrongUse, "expected 1 to 90")]
    [InlineData("keys restore HERE --record HERE --as it-1", ExitCode.Failed, "found no whole backup of keys")]
    public void Wrong_input_is_one_sentence(string words, int code, string sentence)
    {
        var here = _place.PathOf("police.db");
        Init("police", here);

        var said = Said.By([.. words.Split(' ').Select(word => word switch
        {
            "HERE" => here, "NEW" => _place.PathOf("new.db"), "NOWHERE" => _place.PathOf("nowhere"), "OUT" => _place.PathOf("out"), "KEYS" => $"{here}.keys", _ => word,
        })]);

        Assert.Equal((code, ""), (said.Exit, said.Output));
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said.Error, StringComparison.Ordinal);
        Assert.Single(said.Error.TrimEnd().Split('\n'));
        Assert.False(File.Exists(_place.PathOf("out")));
        Assert.False(Directory.Exists($"{_place.PathOf("new.db")}.keys"));
    }

    [Fact]
    public void Who_makes_a_record_hears_that_nobody_could_confirm_a_further_account()
    {
        string[] words = ["db", "init", "police", "--record", _place.PathOf("police.db"), "--organization", "Riverton", "--account", "Administrator=it-1"];
        Assert.Contains("Supervisor or Administrator", Done([.. words, "--account", "Auditor=aud-1"]).Output, StringComparison.Ordinal);
        words[4] = _place.PathOf("second.db");
        Assert.DoesNotContain("Missing", Done([.. words, "--account", "Supervisor=sup-1"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_page_is_one_sentence_for_every_command()
    {
        var record = _place.PathOf("police.db");
        Init("police", record);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var bytes = File.ReadAllBytes(record);
        // All but the first page, where the list of tables begins.
        for (var at = 4096; at < bytes.Length; at++) bytes[at] = 0xA5;
        File.WriteAllBytes(record, bytes);

        foreach (var words in (string[][])[["db", "status"], ["audit", "verify"], ["keys", "rotate", "--as", "it-1"], ["retention", "plan", "--as", "it-1", "--purpose", "Maintenance"]])
        {
            var said = Said.By([.. words, "--record", record]);
            Assert.Equal((ExitCode.Failed, string.Join(' ', words)), (said.Exit, string.Join(' ', words)));
            Assert.Contains("found a damaged page in the file", said.Error, StringComparison.Ordinal);
        }
    }

    private static void Init(string side, string record) => Done(
        "db", "init", side, "--record", record, "--organization", "Riverton", "--account", "Administrator=it-1", "--account", "Auditor=aud-1");

    private static Said Done(params string[] words)
    {
        var said = Said.By(words);
        Assert.True(said.Exit == ExitCode.Done, $"{string.Join(' ', words)}: {said.Exit} {said.Output}{said.Error}");
        return said;
    }
}
