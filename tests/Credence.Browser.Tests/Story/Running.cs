using System.Diagnostics;

namespace Credence.Browser.Tests.Story;

/// <summary>The program credence as it was built, in a process of its own; it is ended by its id.</summary>
internal sealed class Running : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private Running(Process process) => _process = process;

    /// <summary>Starts a command in a folder.</summary>
    public static Running Start(string folder, params string[] arguments) => new(Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Credence.Cli.dll"), .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!);

    /// <summary>Runs a command to its end and gives what it printed.</summary>
    public static async Task<string> Run(string folder, params string[] arguments)
    {
        await using var program = Start(folder, arguments);
        var (output, error) = (program._process.StandardOutput.ReadToEndAsync(), program._process.StandardError.ReadToEndAsync());
        await program._process.WaitForExitAsync().WaitAsync(Patience);
        // 1 is done, with something to look at, such as a message that waits.
        Assert.True(program._process.ExitCode is 0 or 1, $"{string.Join(' ', arguments)} ended with {program._process.ExitCode}: {await error}");
        return await output;
    }

    /// <summary>What it prints up to the first line that begins like this.</summary>
    public async Task<List<string>> SaysUntil(string beginning)
    {
        var said = new List<string>();
        while (said.Count == 0 || !said[^1].StartsWith(beginning, StringComparison.Ordinal))
            said.Add(await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException($"It ended: {await _process.StandardError.ReadToEndAsync()}"));
        return said;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
