using Credence.Care.Access;
using Credence.Care.Reach;

namespace Credence.Record.Tests.Care;

public class ReachDeskTests
{
    private static readonly CareAccess Administrator = CareCast.At(CareCast.Harbor, CareRole.Administrator);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_administrator_writes_down_how_the_provider_is_reached_and_strangers_read_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (desk, outside) = (new ReachDesk(record), new PublicReach(record, CareCast.Harbor));
        Assert.Equal(new Reached(null, null, null), await outside.Show(default));

        Assert.IsType<ReachAnswer.Done>(await desk.Set(Administrator, " (555) 010-0100 x7 ", "Monday to Friday, 9 to 5", "UTC", default));
        Assert.IsType<ReachAnswer.NotFound>(await desk.Set(CareCast.Lead, "555-0199", "", "", default));

        var known = new Reached("(555) 010-0100 x7", "Monday to Friday, 9 to 5", "UTC");
        Assert.Equal(known, await outside.Show(default));
        Assert.Equal(known, await desk.Show(CareCast.Advocate, default));
        Assert.Equal(new Reached(null, null, null), await new PublicReach(record, CareCast.Meadow).Show(default));
        Assert.IsType<ReachAnswer.Done>(await desk.Set(Administrator, "", "", "", default));
        Assert.Equal(new Reached(null, null, null), await desk.Show(CareCast.Advocate, default));
        Assert.Equal(2, (await CareCast.Events(record)).Count(row => row.Kind == "organization.reach-set"));
    }

    [Theory]
    [InlineData("call us", "", "")]
    [InlineData("<b>1</b>", "", "")]
    [InlineData("", "one\ntwo", "")]
    [InlineData("", "", "Riverton/Nowhere")]
    public async Task What_is_no_number_no_line_or_no_zone_is_refused_and_changes_nothing(string telephone, string hours, string zone)
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await CareCast.NewCareRecord(workplace);

        Assert.IsType<ReachAnswer.Refused>(await new ReachDesk(record).Set(Administrator, telephone, hours, zone, default));

        Assert.Equal(new Reached(null, null, null), await new ReachDesk(record).Show(Administrator, default));
    }

    [Fact]
    public void The_provider_s_clock_is_that_of_its_zone_and_of_none_the_time_as_it_is()
    {
        var noon = new DateTimeOffset(2031, 6, 14, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromHours(-4), new Reached(null, null, "America/New_York").Local(noon).Offset);
        Assert.Equal(noon, new Reached(null, null, null).Local(noon));
    }
}
