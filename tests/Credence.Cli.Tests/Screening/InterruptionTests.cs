using System.Diagnostics;

namespace Credence.Cli.Tests.Screening;

public sealed class InterruptionTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_the_program_with_130_and_nothing_looks_complete(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        using var program = Start();
        var rows = Feed(program);
        await Until(() => File.Exists(_place.PathOf("out/checkpoint.json")));
        using (Process.Start("kill", [$"-{signal}", $"{program.Id}"])) { }

        await program.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await rows;

        Assert.Equal(ExitCode.Interrupted, program.ExitCode);
        Assert.Empty(Directory.EnumerateFiles(_place.PathOf("out")).Select(Path.GetFileName)
            .Intersect(["screened.ndjson", "missed.csv", "problems.csv", "run.json"]));
    }

    private Process Start() => Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(CommandLine).Assembly.Location, "screen", "-", "--out", _place.PathOf("out")])
    {
        RedirectStandardInput = true,
        RedirectStandardError = true,
    })!;

    // Writes rows until nobody reads them.
    private static Task Feed(Process program) => Task.Run(() =>
    {
        try
        {
            var input = program.StandardInput;
            input.WriteLine("id,narrative");
            for (var i = 0; ; i++) input.WriteLine($"{i},Officer took a report of a bicycle missing from a porch.");
        }
        catch (IOException)
        {
            // The program has ended.
        }
    });

    private static async Task Until(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition() && watch.Elapsed < Patience) await Task.Delay(50, TestContext.Current.CancellationToken);
    }
}
