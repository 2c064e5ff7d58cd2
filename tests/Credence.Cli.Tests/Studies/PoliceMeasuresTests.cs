using System.Text.Json;

namespace Credence.Cli.Tests.Studies;

public sealed class PoliceMeasuresTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _place.Dispose();
    }

    [Fact]
    public void A_police_record_is_counted_as_text_and_as_json_and_an_auditor_sees_no_small_count()
    {
        var record = _place.PathOf("police.db");
        Assert.Equal(0, Said.By("db", "init", "police", "--record", record, "--organization", "Riverton", "--ori", "ZZ0310000", "--account", "Administrator=it-1", "--account", "Supervisor=sup-1", "--account", "Auditor=aud-1").Exit);
        _place.Write("reports.csv", "incident_id,ori,date,offense,identified_by,narrative\n" + string.Concat(Enumerable.Range(1, 20).Select(i =>
            FormattableString.Invariant($"2031-{i},ZZ0310000,203{1 + (i % 2)}-01-02,{(i <= 2 ? "64A" : "13B")},{(i % 4 == 0 ? "Vice" : "Patrol")},A report (invented).\n"))));
        Assert.Equal(0, Said.By("import", _place.PathOf("reports.csv"), "--record", record, "--agency", "Riverton", "--purpose", "Review").Exit);
        string[] Count(string account, params string[] more) => ["measures", "--record", record, "--as", account, "--purpose", "Audit", .. more];

        var text = Said.By(Count("sup-1"));
        Assert.Equal(0, text.Exit);
        Assert.Contains("yes: 2 of 20, 10.0 % [2.8–30.1]", text.Output, StringComparison.Ordinal);
        Assert.Contains("unit vice, yes: 0 of 5", text.Output, StringComparison.Ordinal);
        Assert.Contains("Small counts are told: for whoever may open incidents, and not to be handed on", text.Output, StringComparison.Ordinal);
        var json = JsonDocument.Parse(Said.By(Count("sup-1", "--unit", "patrol", "--from", "2032-01", "--json")).Output).RootElement;
        Assert.Equal(10, json.GetProperty("incidents").GetInt32());
        var coded = json.GetProperty("measures").EnumerateArray().First(one => one.GetProperty("measure").GetString() == "coded-trafficking");
        Assert.Equal((1, 10), (coded.GetProperty("answers")[0].GetProperty("count").GetInt32(), coded.GetProperty("of").GetInt32()));

        var told = Said.By(Count("aud-1"));
        Assert.Equal(0, told.Exit);
        Assert.Contains("yes: withheld", told.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("2 of 20", told.Output, StringComparison.Ordinal);
        // Which units there are is not told either.
        Assert.DoesNotContain("unit vice, yes: withheld", told.Output, StringComparison.Ordinal);
        Assert.Matches("unit (other groups|every group), yes: withheld", told.Output);
        Assert.Equal(ExitCode.Refused, Said.By(Count("aud-1", "--unit", "Patrol")).Exit);
        Assert.Equal(ExitCode.Refused, Said.By(Count("it-1")).Exit);
        Assert.Equal(ExitCode.WrongUse, Said.By(Count("sup-1", "--site", "Riverton")).Exit);
        Assert.Equal(ExitCode.WrongUse, Said.By(Count("sup-1", "--from", "January")).Exit);
        Assert.Equal(ExitCode.WrongUse, Said.By(Count("sup-1", "--unit", "nobody")).Exit);
        var reversed = Said.By(Count("sup-1", "--from", "2032-01", "--to", "2031-01"));
        Assert.Equal((ExitCode.WrongUse, "--to: found a month before --from, expected the same or a later one."), (reversed.Exit, reversed.Error.Trim()));
        // A period without incidents was measured: nothing was there.
        var empty = Said.By(Count("sup-1", "--from", "2040-01")).Output;
        Assert.Contains("yes: 0 of 0", empty, StringComparison.Ordinal);
        Assert.DoesNotContain("not measured", empty, StringComparison.Ordinal);
    }
}
