using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Credence.Cli.Tests.Record;

/// <summary>Retention as an agency types it: plan, propose, approve, carry; holds.</summary>
public sealed class RetentionCommandTests : IDisposable
{
    private const string Reports = "incident_id,ori,offense,narrative\n2031-1,ZZ0310000,90J,The foreman kept his passport.\n2031-2,ZZ0310000,13B,A bicycle.\n";

    private readonly Workplace _work = new();

    private string Record => _work.PathOf("police.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _work.Dispose();
    }

    [Fact]
    public void What_is_due_is_shown_proposed_approved_and_erased_and_an_older_backup_does_not_bring_it_back()
    {
        Begin();
        var (backup, second) = (_work.PathOf("before.zip"), _work.PathOf("again.db"));
        Done("db", "backup", backup, "--record", Record, "--as", "administrator");

        var plan = Retention("plan", "administrator", "--schedule", "riverton", "--packs", Packs());
        Assert.Contains("erase-key  incident  ", plan.Output, StringComparison.Ordinal);
        // A pack of the agency's own says so, with a print of what is in it.
        Assert.Matches(@"riverton@1\.0\.0\+local\.[0-9a-f]+/reports  Invented schedule, series 1", plan.Output);
        Assert.Contains("to be erased, by key: 2", plan.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" 2031-1 ", plan.Output, StringComparison.Ordinal);
        Assert.Equal((4, 0), Sealed(Record));

        var proposal = Retention("propose", "administrator", "--schedule", "riverton", "--packs", Packs(), "--json").Json.GetProperty("proposal").GetString()!;
        Assert.Equal(2, Retention("status", "supervisor", proposal, "--json").Json.GetProperty("waiting").GetInt32());
        Refused("found a proposal that nobody has approved", "carry", "administrator", proposal);
        Refused("an account that may not do this", "approve", "administrator", proposal);
        Retention("approve", "supervisor", proposal);
        var carried = Retention("carry", "administrator", proposal, "--json").Json;
        Assert.Equal((2, 0), (carried.GetProperty("erased").GetInt32(), carried.GetProperty("leftAndHeld").GetInt32()));

        Assert.Equal((0, 4), Sealed(Record));
        var restored = Said.By("db", "restore", backup, "--record", second, "--keys", $"{Record}.keys", "--as", "administrator", "--json");
        Assert.Equal((ExitCode.DoneWithProblems, 2), (restored.Exit, restored.Json.GetProperty("stayErased").GetInt32()));
        Assert.Equal((0, 4), Sealed(second));
    }

    [Fact]
    public void Who_proposed_does_not_approve_and_a_hold_after_the_approval_keeps_it()
    {
        Begin();
        var proposal = Retention("propose", "supervisor", "--schedule", "riverton", "--packs", Packs(), "--json").Json.GetProperty("proposal").GetString()!;
        Refused("found the account that proposed it, expected a second person", "approve", "supervisor", proposal);
        Retention("withdraw", "supervisor", proposal);
        proposal = Retention("propose", "administrator", "--schedule", "riverton", "--packs", Packs(), "--json").Json.GetProperty("proposal").GetString()!;
        Retention("approve", "supervisor", proposal);
        var held = Retention("plan", "supervisor", "--schedule", "riverton", "--packs", Packs(), "--json").Json.GetProperty("lines")[0].GetProperty("id").GetString()!;
        var hold = Retention("hold", "supervisor", held, "--reason", "court-order", "--json").Json.GetProperty("hold").GetString()!;

        var carried = By("carry", "administrator", proposal);

        Assert.Equal(ExitCode.DoneWithProblems, carried.Exit);
        Assert.Contains("Left and held: 1", carried.Output, StringComparison.Ordinal);
        Assert.Equal((2, 2), Sealed(Record));
        Assert.Contains(hold, Retention("status", "supervisor").Output, StringComparison.Ordinal);
        Assert.Contains("court-order", Retention("plan", "supervisor", "--schedule", "riverton", "--packs", Packs()).Output, StringComparison.Ordinal);
        var release = Retention("release", "supervisor", hold, "--json").Json.GetProperty("proposal").GetString()!;
        Refused("expected a second person", "approve", "supervisor", release);
    }

    [Fact]
    public void By_the_model_that_ships_a_report_stays_and_its_findings_with_it()
    {
        Begin();

        var plan = Retention("plan", "administrator", "--json", "--all").Json;

        Assert.Equal((0, 2, 2), (plan.GetProperty("toErase").GetInt32(), plan.GetProperty("goWithOthers").GetInt32(), plan.GetProperty("notYet").GetInt32()));
        var outcomes = plan.GetProperty("lines").EnumerateArray().Take(2).Select(line => line.GetProperty("outcome").GetString()!).ToList();
        Assert.StartsWith("keep until ", outcomes[0], StringComparison.Ordinal);
        Assert.Equal("goes with incident", outcomes[1]);
        Assert.StartsWith("Counted from its last change here", plan.GetProperty("lines")[0].GetProperty("because").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.String, plan.GetProperty("lines")[0].GetProperty("law").ValueKind);
    }

    [Theory]
    [InlineData(ExitCode.Refused, "an account that proposes nothing", "plan", "--as", "cli")]
    [InlineData(ExitCode.Refused, "no open account of this handle", "plan", "--as", "nobody")]
    [InlineData(ExitCode.WrongUse, "--schedule: found no retention pack of this name, expected one of retention", "plan", "--as", "administrator", "--schedule", "other")]
    [InlineData(ExitCode.WrongUse, "PROPOSAL: found no id", "approve", "first", "--as", "supervisor")]
    [InlineData(ExitCode.Refused, "Found nothing of this id", "carry", "00000000-0000-0000-0000-000000000001", "--as", "administrator")]
    [InlineData(ExitCode.Refused, "Found nothing of this id", "status", "00000000-0000-0000-0000-000000000001", "--as", "administrator")]
    [InlineData(ExitCode.WrongUse, "--reason: found another word, expected one of criminal-case", "hold", "00000000-0000-0000-0000-000000000001", "--reason", "because", "--as", "supervisor")]
    [InlineData(ExitCode.Refused, "Found nothing of this id", "hold", "00000000-0000-0000-0000-000000000001", "--reason", "inquiry", "--as", "supervisor")]
    [InlineData(ExitCode.Refused, "Found nothing of this id", "release", "00000000-0000-0000-0000-000000000001", "--as", "supervisor")]
    [InlineData(ExitCode.WrongUse, "--purpose", "plan", "--as", "administrator", "--purpose", "because")]
    public void Wrong_input_is_one_sentence(int code, string sentence, params string[] words)
    {
        Begin();

        var said = Said.By(["retention", .. words, "--record", Record, .. words.Contains("--purpose") ? Array.Empty<string>() : ["--purpose", "Maintenance"]]);

        Assert.Equal((code, ""), (said.Exit, said.Output));
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.Single(said.Error.TrimEnd().Split('\n'));
    }

    // Two reports that came six years ago.
    private void Begin()
    {
        Done("import", _work.Write("reports.csv", Reports), "--record", Record, "--agency", "Riverton", "--purpose", "Review");
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection($"Data Source={Record}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""UPDATE incidents SET "ReceivedAt" = {Six}, "ChangedAt" = {Six}""";
        command.ExecuteNonQuery();
    }

    private static string Six => (TimeProvider.System.GetUtcNow().AddYears(-6).ToUnixTimeMilliseconds() * 1000).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Packs()
    {
        Directory.CreateDirectory(_work.PathOf("packs/retention-riverton"));
        _work.Write("packs/retention-riverton/pack.yaml", """
            id: riverton
            kind: retention
            version: 1.0.0
            title: "What Riverton keeps, and how long (invented)"
            license: Apache-2.0
            sources:
              schedule:
                title: Invented schedule
                publisher: Riverton
                status: verified
            """);
        _work.Write("packs/retention-riverton/police.yaml", """
            title: The police side
            retention:
              - id: reports
                side: police
                kind: incident
                years: 5
                from: created
                end: erase-key
                why: Our council says so.
                source: schedule
                pinpoint: series 1
              - id: findings
                side: police
                kind: screening
                years: 2
                from: created
                end: erase-key
                why: They can be made again.
                source: schedule
                pinpoint: series 2
            """);
        return _work.PathOf("packs");
    }

    private Said By(string verb, string account, params string[] more) =>
        Said.By(["retention", verb, .. more, "--record", Record, "--as", account, "--purpose", "Maintenance"]);

    private Said Retention(string verb, string account, params string[] more)
    {
        var said = By(verb, account, more);
        Assert.True(said.Exit == ExitCode.Done, $"{verb}: {said.Exit} {said.Output}{said.Error}");
        return said;
    }

    private void Refused(string sentence, string verb, string account, params string[] more)
    {
        var said = By(verb, account, more);
        Assert.Equal((ExitCode.Refused, ""), (said.Exit, said.Output));
        Assert.Contains(sentence, said.Error, StringComparison.OrdinalIgnoreCase);
    }

    private (long Sealed, long Erased) Sealed(string record)
    {
        var check = Done("db", "verify", "--record", record, "--keys", $"{Record}.keys", "--json").Json;
        return (check.GetProperty("sealedValuesThatOpen").GetInt64(), check.GetProperty("erased").GetInt64());
    }

    private static Said Done(params string[] words)
    {
        var said = Said.By(words);
        Assert.True(said.Exit == ExitCode.Done, $"{string.Join(' ', words)}: {said.Exit} {said.Output}{said.Error}");
        return said;
    }
}
