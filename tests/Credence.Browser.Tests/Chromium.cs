using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Credence.Browser.Tests.Chromium))]

namespace Credence.Browser.Tests;

/// <summary>The system's own Chromium, started once for all tests; CREDENCE_CHROMIUM names another.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Missing = "Chromium is not here: install it, or set CREDENCE_CHROMIUM to its file.";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The file that is started, or null.</summary>
    public static string? Path { get; } =
        Places.Prepend(Environment.GetEnvironmentVariable("CREDENCE_CHROMIUM") ?? "").FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Path is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Quiet });
    }

    /// <summary>A page of its own; skips the test where no browser is.</summary>
    /// <param name="width">Of the screen, in CSS pixels.</param>
    /// <param name="dark">Whether the dark colors are asked for.</param>
    /// <param name="scripts">Whether scripts run.</param>
    /// <param name="signedIn">The cookies of somebody who is signed in, or null.</param>
    public async Task<IPage> Page(int width = 1280, bool dark = false, bool scripts = true, string? signedIn = null)
    {
        Assert.SkipWhen(_browser is null, Missing);
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            StorageState = signedIn,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
