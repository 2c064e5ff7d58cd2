namespace Credence.Record.Tests.Web;

/// <summary>Two agencies with an account for every role, and their pages.</summary>
internal sealed class Site(Workplace workplace, PoliceWeb web) : IAsyncDisposable
{
    public PoliceWeb Web => web;

    public static async Task<Site> Make(string? name = null, int presses = int.MaxValue, TimeProvider? clock = null)
    {
        var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        return new Site(workplace, await PoliceWeb.Start(await Cast.NewPoliceRecord(workplace, clock), name, presses));
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await workplace.DisposeAsync();
    }
}
