using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Credence.RecordBench;

/// <summary>A page that is asked for.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Path">Where it is; a star stands for what each of those who ask has there.</param>
/// <param name="Form">What is sent, where the page is the answer to a form; null where it is only read.</param>
internal sealed record BenchPage(string Name, string Path, string? Form = null);

/// <summary>One who asks.</summary>
/// <param name="Star">What stands in the place of the star.</param>
/// <param name="Cookie">The cookies that are sent.</param>
internal readonly record struct Asker(string Star, string Cookie);

/// <summary>Asks for pages, one request after another and 32 at a time.</summary>
/// <param name="client">Keeps no cookies.</param>
/// <param name="seconds">How long many ask at once; none do for 0.</param>
internal sealed class BenchPages(HttpClient client, int seconds)
{
    private const int Requests = 300;
    private const int Unmeasured = 20;

    /// <summary>The cells of a row: median and 99th in 100 of one at a time, kilobytes, and the same of many at once.</summary>
    public async Task<string> Measure(Uri address, BenchPage page, IReadOnlyList<Asker> askers)
    {
        var (took, bytes, random) = (new List<double>(), 0L, new Random(7));
        for (var i = -Unmeasured; i < Requests; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var body = await Ask(address, page, askers[random.Next(askers.Count)]);
            if (i < 0) continue;
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            bytes = Math.Max(bytes, body.Length);
        }

        var crowd = seconds == 0 ? " | | | |" : " " + await Wrk(address, page, askers) + " |";
        return string.Create(CultureInfo.InvariantCulture, $"{ImportBench.Median(took):0.0} | {took.Order().ElementAt(Requests * 99 / 100):0.0} | {bytes / 1000.0:0.0} |{crowd}");
    }

    /// <summary>The answer to one request; anything but a page is a fault of the bench.</summary>
    public async Task<byte[]> Ask(Uri address, BenchPage page, Asker asker, string? encodings = null)
    {
        using var asked = new HttpRequestMessage(page.Form is null ? HttpMethod.Get : HttpMethod.Post, new Uri(address, page.Path.Replace("*", asker.Star, StringComparison.Ordinal)));
        asked.Headers.Add("Cookie", asker.Cookie);
        if (encodings is not null) asked.Headers.Add("Accept-Encoding", encodings);
        if (page.Form is not null) asked.Content = new StringContent(page.Form, null, "application/x-www-form-urlencoded");
        using var answer = await client.SendAsync(asked);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK ? body : throw new InvalidOperationException($"{page.Name}: found {(int)answer.StatusCode}, expected a page.");
    }

    // Debian's wrk, where it is installed.
    private async Task<string> Wrk(Uri address, BenchPage page, IReadOnlyList<Asker> askers)
    {
        var script = Path.GetTempFileName();
        var all = string.Join(", ", askers.Select(one => $"{{\"{one.Star}\", \"{one.Cookie}\"}}"));
        var (method, form) = page.Form is null ? ("GET", "nil") : ("POST", $"\"{page.Form}\"");
        await File.WriteAllTextAsync(script, $$"""
            local askers = { {{all}} }
            local path, method, form = "{{page.Path}}", "{{method}}", {{form}}
            local at = 0
            function request()
              at = at % #askers + 1
              return wrk.format(method, (path:gsub("%*", askers[at][1])), { ["Cookie"] = askers[at][2], ["Content-Type"] = form and "application/x-www-form-urlencoded" }, form)
            end
            function done(summary, latency)
              local e = summary.errors
              print(string.format("| %.0f | %.1f | %.1f | %d", summary.requests * 1e6 / summary.duration, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
                e.connect + e.read + e.write + e.status + e.timeout))
            end
            """);
        try
        {
            using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t2", "-c32", $"-d{seconds}s", "--timeout", "10s", "-s", script, address.ToString()]) { RedirectStandardOutput = true })!;
            var said = await wrk.StandardOutput.ReadToEndAsync();
            await wrk.WaitForExitAsync();
            return said.Split('\n').Last(line => line.StartsWith('|'))[2..];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "no wrk here | | |";
        }
        finally
        {
            File.Delete(script);
        }
    }
}
