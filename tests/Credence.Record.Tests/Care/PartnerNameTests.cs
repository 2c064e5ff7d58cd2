using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Handovers;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Referrals;

namespace Credence.Record.Tests.Care;

/// <summary>What a partner is called where persons and advocates read of it.</summary>
public class PartnerNameTests
{
    private const string Called = "Example Police Department";

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_partner_is_read_by_its_name_before_a_consent_is_signed_in_the_inbox_and_where_what_was_brought_is_taken_back(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        await CareCast.PostOf(record, workplace);
        var handover = new HandoverId(Guid.NewGuid());
        var person = await CareCast.Receive(record, handover);
        var (desk, consents, brought) = (new AgencyDesk(record), new ConsentDesk(record), new BroughtConsentDesk(record));
        Assert.Contains((await consents.Addressees(CareCast.Advocate, default))!.Known, one => one.To.Name == CareCast.Police.Value);

        Assert.IsType<AgencyAnswer.Done>(await desk.Call(CareCast.At(CareCast.Harbor, CareRole.Administrator), CareCast.Police.Value, $" {Called} ", default));

        var addressee = Assert.Single((await consents.Addressees(CareCast.Advocate, default))!.Known, one => one.Direction is Direction.CareToPolice);
        Assert.Equal(new Recipient(CareCast.Police, Called), addressee.To);
        Assert.Equal(Called, (await new InboxDesk(record).Open(CareCast.Advocate, handover, default))!.From);
        Assert.Contains((await consents.Addressees(CareCast.Own(person), default)).Known, one => one.To.Name == Called);
        Assert.Equal(new Recipient(CareCast.Police, Called), Assert.Single(await brought.List(CareCast.Own(person), default)).From);
        Assert.Equal(Called, (await desk.Show(CareCast.Lead, default))!.Called[CareCast.Police.Value]);
        Assert.Single(await CareCast.Events(record), row => row.Kind == "partner.called");
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Only_an_administrator_names_a_partner_and_only_one_of_the_own_organization(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        await CareCast.PostOf(record, workplace);
        var (desk, own) = (new AgencyDesk(record), CareCast.At(CareCast.Harbor, CareRole.Administrator));

        Assert.IsType<AgencyAnswer.NotFound>(await desk.Call(CareCast.Advocate, CareCast.Police.Value, Called, default));
        Assert.IsType<AgencyAnswer.NotFound>(await desk.Call(CareCast.At(CareCast.Meadow, CareRole.Administrator), CareCast.Police.Value, Called, default));
        Assert.IsType<AgencyAnswer.NotFound>(await desk.Call(own, "somebody-else", Called, default));
        foreach (var name in (string[])["", "  ", "two\nlines", new string('x', 121)]) Assert.IsType<AgencyAnswer.Refused>(await desk.Call(own, CareCast.Police.Value, name, default));
        Assert.Empty((await desk.Show(own, default))!.Called);
        Assert.IsType<AgencyAnswer.Done>(await desk.Call(own, CareCast.Police.Value, "First name", default));
        Assert.IsType<AgencyAnswer.Done>(await desk.Call(own, CareCast.Police.Value, Called, default));
        Assert.Equal(Called, Assert.Single((await desk.Show(own, default))!.Called).Value);
        Assert.Empty((await desk.Show(CareCast.At(CareCast.Meadow, CareRole.Administrator), default))!.Called);
    }
}
