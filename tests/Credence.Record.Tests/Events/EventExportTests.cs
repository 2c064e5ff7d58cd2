using Credence.Police.Access;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;

namespace Credence.Record.Tests.Events;

public class EventExportTests
{
    private static readonly PoliceAccess Auditor = Cast.At(Cast.Lakeside, PoliceRole.Auditor, PurposeKind.Audit);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_export_holds_what_the_auditors_organization_did_and_is_an_event_itself(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        await Stories.Add(record, 2);
        var steward = Steward.Of(record);

        Assert.Equal(1, await EventExport.Write(steward, Auditor, new EventSelection(), workplace.File("lakeside.ndjson"), default));
        Assert.Equal(2, await EventExport.Write(
            steward, Auditor, new EventSelection(From: record.Clock.GetUtcNow().AddHours(-1), Until: record.Clock.GetUtcNow().AddHours(1)), workplace.File("again.ndjson"), default));
        Assert.Equal(0, await EventExport.Write(steward, Auditor, new EventSelection(Kind: "incident.imported"), workplace.File("none.ndjson"), default));
        Assert.Equal(1, await EventExport.Write(steward, Auditor, new EventSelection(Subject: Cast.Lakeside.Value), workplace.File("one.ndjson"), default));

        Assert.Equal(4, (await Stories.Kinds(record)).Count(word => word == "events.exported"));
        var check = EventExport.Check(workplace.File("again.ndjson"), record.Chain);
        Assert.Equal(("Audit", 2, 1, 0), (check.Head.Purpose, check.Events, check.Gaps, check.Breaks.Count));
    }

    [Fact]
    public async Task A_file_of_events_that_somebody_changed_is_found_out_without_the_record()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        var riverton = Cast.At(Cast.Riverton, PoliceRole.Auditor, PurposeKind.Audit);
        for (var round = 0; round < 5; round++) await Stories.Add(record, 1, $"20{round}");
        await EventExport.Write(Steward.Of(record), riverton, new EventSelection(), workplace.File("events.ndjson"), default);
        var lines = await File.ReadAllLinesAsync(workplace.File("events.ndjson"));
        Assert.Equal(7, lines.Length);

        // The first event is Riverton's, the second Lakeside's.
        Assert.Equal((6, 1, 0), Checked(lines));
        Assert.Equal(ChainFault.Edited, Broken([lines[0], lines[1], lines[2].Replace("Analyst", "Officer", StringComparison.Ordinal), .. lines[3..]])[0].Fault);
        Assert.Equal(ChainFault.Edited, Broken([.. lines[..3], lines[3].Replace("\"at\":\"20", "\"at\":\"21", StringComparison.Ordinal), .. lines[4..]])[0].Fault);
        Assert.Equal(ChainFault.RemovedOrReordered, Broken([lines[0], lines[1], lines[3], lines[2], .. lines[4..]])[0].Fault);
        Assert.Equal((5, 2, 0), Checked([.. lines[..3], .. lines[4..]]));
        Assert.Contains("found no export of events", Assert.Throws<RecordFault>(() => Checked([lines[0], "{\"sequence\":1}"])).Message, StringComparison.Ordinal);
        Assert.Contains("found no export of events", Assert.Throws<RecordFault>(() => Checked(["once upon a time"])).Message, StringComparison.Ordinal);

        (long Events, long Gaps, int Breaks) Checked(string[] some)
        {
            File.WriteAllLines(workplace.File("changed.ndjson"), some);
            var check = EventExport.Check(workplace.File("changed.ndjson"), null);
            return (check.Events, check.Gaps, check.Breaks.Count);
        }

        IReadOnlyList<ChainBreak> Broken(string[] some)
        {
            Checked(some);
            return EventExport.Check(workplace.File("changed.ndjson"), record.Chain).Breaks;
        }
    }

    [Fact]
    public async Task A_head_that_was_kept_finds_the_end_cut_off()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        await Stories.Add(record, 1);
        var steward = Steward.Of(record);
        var head = await steward.Head(default);
        Assert.True((await steward.CheckChain(default, head)).Holds);
        Assert.Equal(head.Sequence, (await steward.FindEvent(head.Hash, default))!.Value.Sequence);

        // Whoever has both the file and the witness beside the keys, but not what was kept elsewhere.
        await Stories.Tamper(workplace.Place, """
            DROP TRIGGER events_remain; DELETE FROM events WHERE "Sequence" = 3;
            UPDATE chain_head SET "Sequence" = 2, "Hash" = (SELECT "Hash" FROM events WHERE "Sequence" = 2)
            """);
        File.Delete(Cast.Keys(workplace).Witness);

        Assert.True((await steward.CheckChain(default)).Holds);
        Assert.Equal(ChainFault.EndRemoved, Assert.Single((await steward.CheckChain(default, head)).Breaks).Fault);
    }
}
