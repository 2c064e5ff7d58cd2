using System.Diagnostics;
using Credence.Record.Storage;
using Npgsql;

namespace Credence.Record.Tests.Handovers;

/// <summary>The command credence in a process of its own, which a test may kill.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private HostProcess(Process process) => _process = process;

    public bool HasEnded => _process.HasExited;

    /// <summary>Starts a command on a record.</summary>
    public static HostProcess Start(Workplace place, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Credence.Cli.dll"), "handover", .. arguments, "--record", PlaceText(place.Place), "--keys", Cast.Keys(place).Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Starts a host that takes messages in on this port, and waits until it does.</summary>
    public static async Task<HostProcess> Serve(Workplace place, int port)
    {
        var host = Start(place, "serve", "--listen", $"127.0.0.1:{port}");
        if (await host._process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is null)
            throw new InvalidOperationException($"The host ended: {await host._process.StandardError.ReadToEndAsync()}");
        return host;
    }

    /// <summary>kill -9: no farewell, nothing is finished.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<(int Exit, string Output, string Error)> End()
    {
        var (output, error) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (_process.ExitCode, await output, await error);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
    }

    private static string PlaceText(RecordPlace place)
    {
        if (place is RecordPlace.EmbeddedFile file) return file.Path;
        var parts = new NpgsqlConnectionStringBuilder(((RecordPlace.Server)place).ConnectionString);
        return $"postgresql://{parts.Username}@{parts.Host}:{parts.Port}/{parts.Database}";
    }
}
