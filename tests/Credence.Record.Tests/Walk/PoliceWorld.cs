using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;

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
        return new PoliceWorld(workplace, record, incident, Assert.IsType<TeamAnswer.Waits>(proposal).Proposal);
    }

    public override RecordAccess Access(DeskMethod method, object role, bool elsewhere) => Cast.At(
        elsewhere ? Cast.Lakeside : Cast.Riverton, (PoliceRole)role, method.Acts<PoliceAct>().Contains(PoliceAct.ReadEvents) ? PurposeKind.Audit : PurposeKind.Casework);

    public override Task<IReadOnlyList<string>> Everything() => Everything(_record);
}
