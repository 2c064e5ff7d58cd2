using Credence.Care.Access;
using Credence.Record.Tests.Care;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Record.Tests.Walk;

/// <summary>Every public method of every desk, as every role. A desk that is added is walked without being named here.</summary>
public class DeskWalkTests
{
    [Fact]
    public void Every_desk_method_takes_an_access_first_and_says_who_may_call_it()
    {
        Assert.Equal([], DeskMethod.All.Where(method => method.Problem is not null).Select(method => $"{method.Name}: {method.Problem}"));
        Assert.Contains(DeskMethod.All, method => method.Name == "ReleaseDesk.Read");
        Assert.Contains(DeskMethod.All, method => method.Name == "IncidentDesk.Queue");
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_role_without_the_right_gets_nothing_and_changes_nothing(DatabaseKind kind)
    {
        var wrong = new List<string>();
        await foreach (var world in Worlds(kind))
        {
            await using var workplace = world.Workplace;
            var before = await world.Everything();
            foreach (var (method, role) in Pairs(world).Where(pair => !pair.Method.May(pair.Role)))
            {
                if (!DeskMethod.IsNothing(await Call(world, method, role))) wrong.Add($"{method.Name} as {role}: something");
            }

            // One look for all: whose trace it is, the rows say.
            Assert.Equal(before, await world.Everything());
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task A_role_with_the_right_is_not_refused()
    {
        var wrong = new List<string>();
        await foreach (var world in Worlds(DatabaseKind.Sqlite))
        {
            await using var workplace = world.Workplace;
            var restore = workplace.Keep();
            foreach (var (method, role) in Pairs(world).Where(pair => pair.Method.May(pair.Role)))
            {
                if (DeskMethod.IsNothing(await Call(world, method, role))) wrong.Add($"{method.Name} as {role}: nothing");
                restore();
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task On_a_server_too_a_role_with_the_right_is_not_refused()
    {
        var wrong = new List<string>();
        await foreach (var world in Worlds(DatabaseKind.Postgres)) await using (world.Workplace)
        {
            // Reading first: what closes and withdraws would leave nothing to read.
            foreach (var pair in Pairs(world).Where(pair => pair.Method.May(pair.Role)).DistinctBy(pair => pair.Method).OrderBy(pair => Ends(pair.Method)))
            {
                if (DeskMethod.IsNothing(await Call(world, pair.Method, pair.Role))) wrong.Add($"{pair.Method.Name} as {pair.Role}: nothing");
            }
        }

        Assert.Equal([], wrong);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Another_organization_s_ids_get_nothing_and_change_nothing_whatever_the_role(DatabaseKind kind)
    {
        var wrong = new List<string>();
        await foreach (var world in Worlds(kind))
        {
            await using var workplace = world.Workplace;
            var before = await world.Everything();
            var pairs = Pairs(world).Where(pair => TakesAnId(pair.Method)).ToList();
            Assert.Contains(pairs, pair => pair.Method.May(pair.Role));
            foreach (var (method, role) in pairs)
            {
                if (!DeskMethod.IsNothing(await Call(world, method, role, elsewhere: true))) wrong.Add($"{method.Name} as {role}: something");
            }

            Assert.Equal(before, await world.Everything());
        }

        Assert.Equal([], wrong);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_person_gets_nothing_by_somebody_else_s_ids_and_something_by_her_or_his_own(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var world = await CareWorld.Make(workplace);
        var stranger = CareCast.Own(new PersonId(Guid.NewGuid()));
        var methods = DeskMethod.All.Where(method => method.IsOwnOnly).ToList();
        Assert.NotEmpty(methods);

        foreach (var method in methods.Where(TakesAnId))
        {
            var before = await world.Everything();
            Assert.True(DeskMethod.IsNothing(await method.Call(world.Desk(method), world.Arguments(method, stranger))), method.Name);
            Assert.Equal(before, await world.Everything());
        }

        foreach (var method in methods.OrderBy(Ends))
            Assert.False(DeskMethod.IsNothing(await method.Call(world.Desk(method), world.Arguments(method, world.Own))), method.Name);
    }

    // Also a consent, which says whose it is.
    private static bool TakesAnId(DeskMethod method) => method.Method.GetParameters()
        .Select(parameter => Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)
        .Any(type => type.Name.EndsWith("Id", StringComparison.Ordinal) || type == typeof(Guid) || type == typeof(Credence.Consents.Consent));

    private static int Ends(DeskMethod method) => method.Method.Name switch
    {
        "Suspect" or "Withdraw" or "TakeBack" or "Unshare" or "AssignRefreshers" => 1,
        "Close" or "Confirm" or "Release" => 2,
        "Carry" => 3,
        _ => 0,
    };

    private static Task<object?> Call(DeskWorld world, DeskMethod method, object role, bool elsewhere = false) =>
        method.Call(world.Desk(method), world.Arguments(method, world.Access(method, role, elsewhere)));

    private static IEnumerable<(DeskMethod Method, object Role)> Pairs(DeskWorld world) =>
        from method in DeskMethod.All
        where !method.IsOwnOnly && method.Asks == (world is CareWorld ? typeof(CareAccess) : typeof(Credence.Police.Access.PoliceAccess))
        from role in world.Roles
        select (method, role);

    private static async IAsyncEnumerable<DeskWorld> Worlds(DatabaseKind kind)
    {
        yield return await PoliceWorld.Make(await Workplace.Make(kind));
        yield return await CareWorld.Make(await Workplace.Make(kind));
    }
}
