using System.Diagnostics;
using Credence.Cli.Studies;
using Credence.Testing;

namespace Credence.Cli.Tests.Studies;

/// <summary>The command itself, killed in each phase of a study: it goes on, and ends with the report of a run that nobody killed.</summary>
[Collection(nameof(StudyFixture))]
public sealed class KilledStudyTests(StudyFixture study) : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("credence-killed-").FullName, "study");

    private static string Program => Path.Combine(
        Repository.Root, "artifacts", "bin", "Credence.Cli", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\')), OperatingSystem.IsWindows() ? "Credence.Cli.exe" : "Credence.Cli");

    // In an ordinary run once before, once between and once after the readings.
    private static readonly string[] BeforeReading =
        LongRun.IsAsked ? ["study.json", "sites/1/wording.json", "sites/1/rows.ndjson", "sites/2/rows.ndjson", "sites/3/rows.ndjson", "coder-a/codings.csv", "coder-b/codings.csv", "sample.csv"] : ["sites/2/rows.ndjson"];

    private static readonly string[] BeforeDeciding = ["adjudication.csv"];

    private static readonly string[] BeforeTheEnd =
        LongRun.IsAsked ? ["report/tables/measures.csv", "report/tables/contrasts.csv", "report/tables/agreement.csv", "report/report.html"] : ["report/tables/measures.csv"];

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public async Task A_study_that_is_killed_in_each_phase_ends_as_one_that_was_not()
    {
        var died = 0;
        foreach (var file in BeforeReading) died += await RunAndKill(file) ? 1 : 0;
        Assert.Equal(ExitCode.DoneWithProblems, await Run());
        Take("coder-a/codings.csv", "coder-b/codings.csv");
        foreach (var file in BeforeDeciding) died += await RunAndKill(file) ? 1 : 0;
        Assert.Equal(ExitCode.DoneWithProblems, await Run());
        Take("adjudication.csv");
        foreach (var file in BeforeTheEnd) died += await RunAndKill(file) ? 1 : 0;
        Assert.Equal(ExitCode.Done, await Run());

        Assert.True(died >= (BeforeReading.Length + BeforeDeciding.Length + BeforeTheEnd.Length) / 2, $"Only {died} died.");
        var (killed, whole) = (Files(_folder), Files(study.Open));
        Assert.Equal(whole.Keys.Order(), killed.Keys.Order());
        Assert.All(whole, file => Assert.True(file.Value.SequenceEqual(killed[file.Key]), file.Key));
    }

    // What people fill in between the runs.
    private void Take(params string[] names)
    {
        foreach (var name in names) File.Copy(Path.Combine(study.Open, name), Path.Combine(_folder, name), overwrite: true);
    }

    // Dies as soon as the file is there anew, whole or in the middle of being written.
    private async Task<bool> RunAndKill(string name)
    {
        var path = Path.Combine(_folder, name);
        var before = File.Exists(path) ? File.GetLastWriteTimeUtc(path) : DateTime.MinValue;
        using var process = Start();
        while (!process.HasExited && !File.Exists(path + ".partial") && (!File.Exists(path) || File.GetLastWriteTimeUtc(path) == before)) await Task.Delay(2);
        process.Kill();
        await process.WaitForExitAsync();
        return process.ExitCode is not (ExitCode.Done or ExitCode.DoneWithProblems);
    }

    private async Task<int> Run()
    {
        using var process = Start();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode is ExitCode.Done or ExitCode.DoneWithProblems, $"{process.ExitCode}: {await output} {await error}");
        return process.ExitCode;
    }

    private Process Start() => Process.Start(new ProcessStartInfo(Program, [.. File.Exists(Path.Combine(_folder, StudyFolder.Plan)) ? ["study", "--out", _folder, "--no-pdf"] : study.Beginning(_folder, 2)])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static Dictionary<string, byte[]> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => !path.EndsWith(".partial", StringComparison.Ordinal) && !path.EndsWith(".pdf", StringComparison.Ordinal))
        .ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllBytes);
}
