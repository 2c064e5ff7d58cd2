using Credence.Record.Access;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>One invented record for the tests of a class. Everybody signs in there once; each test gets a browser of its own with that sign-in.</summary>
public sealed class SharedSite(Chromium chromium) : IAsyncLifetime
{
    private readonly Dictionary<string, string> _signedIn = [];
    private int _entered;

    internal PoliceSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await PoliceSite.Start();

    /// <summary>A page of somebody who is signed in, at no address yet.</summary>
    public async Task<IPage> Page(string handle, int width = 390, bool dark = false, bool scripts = true, PurposeKind purpose = PurposeKind.Casework)
    {
        if (!_signedIn.TryGetValue(handle, out var state))
        {
            var first = await chromium.Page();
            // From a place of her or his own: the door counts tries by where they come from.
            await first.SetExtraHTTPHeadersAsync([new("X-Forwarded-For", $"10.0.0.{++_entered}")]);
            await first.Enters(Site, handle, purpose);
            _signedIn[handle] = state = await first.Context.StorageStateAsync();
            await first.Context.CloseAsync();
        }

        return await chromium.Page(width, dark, scripts, state);
    }

    /// <summary>Somebody signed out: the next page signs in anew.</summary>
    public void Forget(string handle) => _signedIn.Remove(handle);

    /// <summary>The kinds of events that came after so many.</summary>
    public async Task<List<string>> EventsAfter(int count) => [.. (await Site.Events()).Skip(count)];

    public async ValueTask DisposeAsync() => await Site.DisposeAsync();

    internal string At(string address) => new Uri(Site.Address, address).ToString();
}
