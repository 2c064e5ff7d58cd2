using System.Diagnostics;

namespace Credence.Cli.Studies;

/// <summary>A page printed to PDF by the Chromium of this machine, where there is one.</summary>
internal static class PrintedPage
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome", "msedge"];

    private static readonly string[] NoSandbox = ["--no-sandbox"];

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>The page as PDF; null where no browser makes one.</summary>
    public static byte[]? Print(string page, CancellationToken cancellation)
    {
        if (Find() is not { } browser) return null;
        var profile = Directory.CreateTempSubdirectory("credence-print-").FullName;
        try
        {
            var partial = Path.Combine(profile, "page.pdf");
            return Run(browser, profile, partial, page, cancellation) && File.Exists(partial) ? File.ReadAllBytes(partial) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            TryDelete(profile);
        }
    }

    private static bool Run(string browser, string profile, string partial, string page, CancellationToken cancellation)
    {
        // The page is of this program, without scripts, and fetches nothing; a browser of root has no sandbox to run in.
        using var process = Process.Start(new ProcessStartInfo(browser,
        [
            "--headless", "--disable-gpu", .. Environment.UserName == "root" ? NoSandbox : [], "--no-first-run", "--disable-background-networking", "--disable-extensions",
            $"--user-data-dir={profile}", "--no-pdf-header-footer", $"--print-to-pdf={partial}", new Uri(Path.GetFullPath(page)).AbsoluteUri,
        ]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        _ = process.StandardError.ReadToEndAsync(cancellation);
        _ = process.StandardOutput.ReadToEndAsync(cancellation);
        if (process.WaitForExit(Longest) && process.ExitCode == 0) return true;
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        return false;
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.SelectMany(name => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })).FirstOrDefault(File.Exists);

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A browser may still hold a file of its profile, which has nothing of the page in it.
        }
    }
}
