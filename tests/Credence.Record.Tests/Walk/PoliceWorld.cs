using Credence.Police.Access;
using Credence.Police.Handovers;
using Credence.Police.Incidents;
using Credence.Police.Retention;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Credence.Record.Tests.Handovers;
using Credence.Record.Tests.Incidents;

namespace Credence.Record.Tests.Walk;

/// <summary>A police record with an incident and somebody who waits for an account.</summary>
internal sealed class PoliceWorld : DeskWorld
{
    private readonly RecordStore<PoliceContext> _record;

    private PoliceWorld(Workplace workplace, RecordStore<PoliceContext> record, IncidentId incident, Guid proposal) : base(workplace)
    {
        _record = record;
        Teach(record);
        Teach(incident);
        Teach(Cast.At(Cast.Riverton, PoliceRole.Officer).Account);
        Teach(Imports.Screening);
        Teach(Imports.File(Imports.Header + Imports.Row("2031-9", "Another report (invented).")));
        Teach("ImportDesk.Problems.skip", () => 0);
        Teach("SearchDesk.Search.words", () => "report");
        Teach("TeamDesk.Open.handle", () => "4711");
        Teach("TeamDesk.Confirm.proposal", () => proposal);
    }

    public override IReadOnlyList<object> Roles { get; } = [.. Enum.GetValues<PoliceRole>().Cast<object>()];

    public static async Task<PoliceWorld> Make(Workplace workplace)
    {
        var record = await Cast.NewPoliceRecord(workplace);
        var incident = await Cast.AddIncident(record, Cast.Riverton, "2031-1");
        var second = new PoliceAccess(new AccountId(Guid.NewGuid()), Cast.Riverton, PoliceRole.Administrator, Purpose.Of(PurposeKind.Maintenance));
        var proposal = await new TeamDesk(record).Open(second, "0815", PoliceRole.Officer, default);
        var world = new PoliceWorld(workplace, record, incident, Assert.IsType<TeamAnswer.Waits>(proposal).Proposal);
        await world.Fill(second, incident);
        await world.HandOver(incident);
        return world;
    }

    public override RecordAccess Access(DeskMethod method, object role, bool elsewhere) => Cast.At(
        elsewhere ? Cast.Lakeside : Cast.Riverton, (PoliceRole)role, method.Acts<PoliceAct>().Contains(PoliceAct.ReadEvents) ? PurposeKind.Audit : PurposeKind.Casework);

    // A row without a number, so that there is a problem to read; a hold to lift; something to be erased that somebody else proposed.
    private async Task Fill(PoliceAccess second, IncidentId incident)
    {
        var run = await _record.Import(Imports.Header + Imports.Row("", "No number (invented)."), Cast.At(Cast.Riverton, PoliceRole.Analyst, PurposeKind.Review));
        Teach("ImportDesk.Problems.run", () => run.Id);
        var other = await Cast.AddIncident(_record, Cast.Riverton, "2031-2");
        var desk = new RetentionDesk(_record);
        var steps = (IReadOnlyList<ErasureStep>)[new ErasureStep(other.Value, "Its time is over (invented).", "retention@1/invented")];
        var proposal = Assert.IsType<RetentionAnswer.Done>(await desk.ProposeErasing(second, steps, default)).Id;
        var hold = Assert.IsType<RetentionAnswer.Done>(await desk.Hold(Cast.Supervisor, incident, HoldReason.CourtOrder, default)).Id;
        Teach("RetentionDesk.ProposeErasing.steps", () => steps);
        foreach (var method in (string[])["Show", "Approve", "Withdraw", "Carry"]) Teach($"RetentionDesk.{method}.proposal", () => proposal);
        Teach("RetentionDesk.ProposeLifting.hold", () => hold);
    }

    private async Task HandOver(IncidentId incident)
    {
        var care = PostKeys.OpenOrCreate(new KeyFolder(Workplace.File("harbor-keys")), TwoHosts.Harbor, Side.Care, Cast.Lakeside, null);
        var post = Post.Of(_record, PostKeys.OpenOrCreate(Cast.Keys(Workplace), TwoHosts.Riverton, Side.Police, Cast.Riverton, null));
        await post.Partners.Add(TwoHosts.PoliceKeeper, care.Card, care.Card.Fingerprint, default);
        Teach(post);
        var outcome = await new HandoverDesk(_record, post).HandOver(Cast.Supervisor, incident, Proposals.Of(Proposals.Signed(_record.Clock.GetUtcNow())), default);
        var posted = Assert.IsType<HandoverOutcome.Posted>(outcome);
        Teach(posted.Handover);
        Teach(posted.Consent);
        Teach("HandoverDesk.HandOver.proposal", () => Proposals.Of(Proposals.Signed(_record.Clock.GetUtcNow())));
    }

    public override Task<IReadOnlyList<string>> Everything() => Everything(_record);
}
