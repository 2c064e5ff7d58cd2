using System.Diagnostics;
using System.Globalization;
using Credence.Bench;
using Credence.Directories;
using Credence.Packs;
using Credence.Referrals;

namespace Credence.RecordBench;

/// <summary>A directory from its file to services that can be matched, every problem told, beside what somebody would write in an evening.</summary>
internal static class DirectoryReadBench
{
    /// <summary>The word by which this program starts itself, so that the memory of a contender is its own.</summary>
    public const string Alone = "--directory-contender";

    private static readonly Matcher Matcher = Matcher.From(DefaultPacks.Read());

    private static readonly (string Word, string Name, bool IsPackage, Func<string, int> Read)[] Contenders =
    [
        ("json", "Credence, checked and ready to be matched", false, path => Ready(FromJson(path))),
        ("json-checked", "Credence, checked only", false, path => Services(FromJson(path)).Count()),
        ("json-plain", "System.Text.Json into plain classes", false, PlainDirectory.Json),
        ("csv", "Credence, put together, checked and ready to be matched", true, path => Ready(FromPackage(path))),
        ("csv-checked", "Credence, put together and checked only", true, path => Services(FromPackage(path)).Count()),
        ("csv-plain", "Sylvan.Data.Csv, rows and a lookup by service", true, PlainDirectory.Package),
    ];

    public static async Task Run(DirectoryFiles files, int rounds)
    {
        foreach (var isPackage in (bool[])[false, true])
        {
            var contenders = Contenders.Where(one => one.IsPackage == isPackage).ToList();
            var path = isPackage ? files.Package : files.Json;
            var megabytes = DirectoryFiles.Size(path) / 1e6;
            var took = Rounds.Medians(rounds, [.. contenders.Select(one => Rounds.Timed(() => one.Read(path)))]);
            for (var i = 0; i < contenders.Count; i++)
            {
                var (count, more) = await InProcessOfItsOwn(contenders[i].Word, path);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {files.Name}, {(isPackage ? "CSV" : "JSON")}, {megabytes:0.0} MB | {contenders[i].Name} | {count:N0} | {took[i] * 1e3:0} | {megabytes / took[i]:0} | {took[i] / took[0]:0.00} × | {more:0} |"));
            }
        }
    }

    /// <summary>One contender, once: how many services it found, and how much more memory it had meanwhile.</summary>
    public static async Task Once(string word, string path)
    {
        var (read, count) = (Contenders.First(one => one.Word == word).Read, 0);
        var (_, more) = await Watch.Of(() =>
        {
            count = read(path);
            return Task.CompletedTask;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {more:0}"));
    }

    private static async Task<(int Services, double Megabytes)> InProcessOfItsOwn(string word, string path)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Alone, word, path]) { RedirectStandardOutput = true })!;
        var said = (await process.StandardOutput.ReadToEndAsync()).Split(' ');
        await process.WaitForExitAsync();
        return (int.Parse(said[0], CultureInfo.InvariantCulture), double.Parse(said[1], CultureInfo.InvariantCulture));
    }

    private static int Ready(IEnumerable<DirectoryEntry> entries)
    {
        var services = Services(entries).Select(entry => ServiceReading.Of(entry.Content)).OfType<ListedService>().ToList();
        _ = Matcher.Shelve(services);
        return services.Count;
    }

    private static IEnumerable<DirectoryEntry> Services(IEnumerable<DirectoryEntry> entries) => entries.Where(entry => entry is { Table: "service", IsLoose: false });

    private static IEnumerable<DirectoryEntry> FromJson(string path)
    {
        using var text = DirectoryText.Of(File.OpenRead(path));
        foreach (var entry in HsdsJson.Read(Path.GetFileName(path), text, _ => { })) yield return entry;
    }

    private static IEnumerable<DirectoryEntry> FromPackage(string path) => DirectoryFiles.Read(path, _ => { });
}
