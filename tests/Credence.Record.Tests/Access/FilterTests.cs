using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Access;

public class FilterTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Every_table_that_belongs_to_somebody_has_the_filter_of_its_kind(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.OpenPoliceRecord(workplace);
        await using var rows = record.Enter(Scope.Steward);

        foreach (var type in rows.Model.GetEntityTypes())
        {
            var filters = type.GetDeclaredQueryFilters().Select(filter => filter.Key).ToList();
            Assert.Equal(typeof(IOwned).IsAssignableFrom(type.ClrType), filters.Contains("organization"));
            Assert.Equal(typeof(ICaseRow).IsAssignableFrom(type.ClrType), filters.Contains("cases"));
        }
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_administrator_and_an_auditor_see_that_there_are_no_cases(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        await Cast.AddIncident(record, Cast.Riverton, "2031-1");

        foreach (var role in Enum.GetValues<PoliceRole>())
        {
            await using var rows = record.Enter(Cast.At(Cast.Riverton, role));
            Assert.Equal(role.SeesCases() ? 1 : 0, await rows.Incidents.CountAsync());
        }
    }

    [Fact]
    public async Task Only_the_upkeep_of_the_store_may_ask_to_look_past_the_filters()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.OpenPoliceRecord(workplace);
        await using var rows = record.Enter(Cast.Supervisor);

        Assert.Throws<InvalidOperationException>(rows.Everything<RecordedIncident>);
    }

    [Fact]
    public async Task Behind_the_filters_the_server_keeps_a_second_lock()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Postgres);
        var record = await Cast.NewPoliceRecord(workplace);
        await Cast.AddIncident(record, Cast.Riverton, "2031-1");
        await Cast.AddIncident(record, Cast.Lakeside, "2031-2");

        Assert.Equal(["2031-1"], await PastTheFilters(record, Cast.Supervisor));
        Assert.Equal(["2031-2"], await PastTheFilters(record, Cast.At(Cast.Lakeside, PoliceRole.Officer)));
        Assert.Empty(await PastTheFilters(record, Cast.At(Cast.Riverton, PoliceRole.Administrator)));
    }

    [Fact]
    public async Task Whoever_says_nothing_to_the_server_sees_nothing_and_writes_nothing()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Postgres);
        var record = await Cast.NewPoliceRecord(workplace);
        await Cast.AddIncident(record, Cast.Riverton, "2031-1");
        await using var connection = record.Dialect.Connect(record.Place);
        await connection.OpenAsync();

        foreach (var table in (string[])["incidents", "incident_rows", "imports", "events", "accounts"])
        {
            await using var count = connection.Command($"SELECT count(*) FROM {table}");
            Assert.Equal(0L, await count.ExecuteScalarAsync());
        }

        await using var steal = connection.Command("UPDATE incidents SET \"Number\" = 'x'");
        Assert.Equal(0, await steal.ExecuteNonQueryAsync());
    }

    [Fact]
    public async Task A_row_cannot_be_given_to_another_organization()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Postgres);
        var record = await Cast.NewPoliceRecord(workplace);
        await Cast.AddIncident(record, Cast.Riverton, "2031-1");
        await using var rows = record.Enter(Cast.Supervisor);

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => rows.Database.ExecuteSqlAsync($"""UPDATE incidents SET "Organization" = {Cast.Lakeside.Value}"""));

        Assert.Equal("42501", refused.SqlState);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_account_that_is_closed_gets_no_access_from_that_moment_on(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var door = new PoliceDoor(record);
        var purpose = Purpose.Of(PurposeKind.Casework);
        Assert.Equal(PoliceRole.Supervisor, (await door.Enter(Cast.Supervisor.Account, purpose, default))!.Role);

        await using (var act = await record.Begin(Cast.At(Cast.Riverton, PoliceRole.Administrator), default))
        {
            (await act.Rows.Accounts.SingleAsync(row => row.Id == Cast.Supervisor.Account)).ClosedAt = DateTimeOffset.UnixEpoch;
            act.Note(new Credence.Record.Events.EventDraft(new Credence.Record.Events.EventKind("account.closed"), Cast.Supervisor.Account.Value));
            await act.Save(default);
        }

        Assert.Null(await door.Enter(Cast.Supervisor.Account, purpose, default));
        Assert.Null(await door.Enter(new AccountId(Guid.NewGuid()), purpose, default));
    }

    // What a forgotten filter would show.
    private static async Task<List<string>> PastTheFilters(RecordStore<PoliceContext> record, PoliceAccess access)
    {
        await using var rows = record.Enter(access);
        return await rows.Incidents.IgnoreQueryFilters().Select(row => row.Number).ToListAsync();
    }
}
