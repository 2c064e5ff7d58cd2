using Microsoft.Data.Sqlite;

namespace Credence.Cli.Tests.Training;

/// <summary>Practice that is due again, as a supervisor types it.</summary>
public sealed class ScenarioRefreshTests : IDisposable
{
    private readonly Workplace _work = new();

    private string Record => _work.PathOf("police.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _work.Dispose();
    }

    [Fact]
    public void What_is_due_again_is_listed_and_asked_for_once()
    {
        Begin();

        var listed = Refresh("supervisor", "--json").Json;
        Assert.Equal(("supervisor", "sorting", false), (listed[0].GetProperty("handle").GetString(), listed[0].GetProperty("what").GetString(), listed[0].GetProperty("asked").GetBoolean()));
        Assert.Equal(1, listed.GetArrayLength());
        Assert.Contains("Due again: 1. With --ask it is asked for.", Refresh("supervisor").Output, StringComparison.Ordinal);
        Assert.Contains("Asked for: 1.", Refresh("supervisor", "--ask").Output, StringComparison.Ordinal);
        Assert.Equal("Nothing is due again.", Refresh("supervisor", "--ask").Output.Trim());
    }

    [Fact]
    public void Whoever_may_not_ask_is_refused_in_a_sentence()
    {
        Begin();

        var said = Said.By("scenario", "refresh", "--record", Record, "--as", "administrator", "--purpose", "Maintenance");

        Assert.Equal((3, ""), (said.Exit, said.Output));
        Assert.Contains("expected one with the role Supervisor", said.Error, StringComparison.Ordinal);
    }

    private Said Refresh(string account, params string[] more)
    {
        var said = Said.By(["scenario", "refresh", "--record", Record, "--as", account, "--purpose", "Casework", .. more]);
        Assert.True(said.Exit == 0, said.Error);
        return said;
    }

    // The supervisor sorted twelve reports seven months ago.
    private void Begin()
    {
        Said.By("import", _work.Write("reports.csv", "incident_id,offense,narrative\n2031-1,90J,The foreman kept his passport (invented).\n"), "--record", Record, "--agency", "Riverton", "--purpose", "Review");
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection($"Data Source={Record}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO practices ("Id", "Organization", "Officer", "Name", "What", "FinishedAt", "Right", "Of", "Content")
            SELECT '0190A5A5-0000-4000-8000-000000000001', "Organization", "Id", '0190A5A5-0000-4000-8000-000000000002', 'sorting', $at, 9, 12, 0 FROM accounts WHERE "Handle" = 'supervisor'
            """;
        command.Parameters.AddWithValue("$at", TimeProvider.System.GetUtcNow().AddMonths(-7).ToUnixTimeMilliseconds() * 1000);
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
