using Credence.Police.Access;
using Credence.Record.Access;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Access;

public class AgencyDeskTests
{
    private static readonly PoliceAccess Administrator = Cast.At(Cast.Riverton, PoliceRole.Administrator, PurposeKind.Maintenance);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_administrator_calls_the_agency_something_else_and_the_log_says_so(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var desk = new AgencyDesk(record);
        var elsewhere = Cast.At(Cast.Lakeside, PoliceRole.Administrator, PurposeKind.Maintenance);
        var other = (await desk.Show(elsewhere, default))!.Name;

        Assert.IsType<AgencyAnswer.Done>(await desk.Rename(Administrator, "  Riverton Police (invented) ", default));
        Assert.IsType<AgencyAnswer.Refused>(await desk.Rename(Administrator, other.ToUpperInvariant(), default));
        Assert.IsType<AgencyAnswer.Refused>(await desk.Rename(Administrator, " ", default));
        Assert.IsType<AgencyAnswer.Refused>(await desk.Rename(Administrator, "two\nlines", default));
        Assert.IsType<AgencyAnswer.NotFound>(await desk.Rename(Cast.Supervisor, "Another", default));

        Assert.Equal("Riverton Police (invented)", (await desk.Show(Cast.Supervisor, default))!.Name);
        Assert.Equal(other, (await desk.Show(elsewhere, default))!.Name);
        Assert.Null(await desk.Show(Cast.Investigator, default));
        await using var rows = record.Enter(Cast.At(Cast.Riverton, PoliceRole.Auditor, PurposeKind.Audit));
        Assert.Equal(Administrator.Account, Assert.Single(await rows.Events.Where(row => row.Kind == "organization.renamed").ToListAsync()).Account);
    }
}
