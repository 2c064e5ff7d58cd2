using System.Diagnostics;
using System.Globalization;
using Credence.Text;

namespace Credence.Bench;

/// <summary>The matcher alone beside Hyperscan, pyahocorasick and ripgrep: the same phrases, the same text, the same matches.</summary>
internal static class MatcherBench
{
    private const int Few = 600;
    private const int Seed = 600;

    public static void Run(BenchText text, int rounds)
    {
        var all = Phrases.OfPack();
        var few = all.ToArray();
        new Random(Seed).Shuffle(few);
        Run(text, all, rounds);
        Run(text, [.. few.Take(Few).Order(StringComparer.Ordinal)], rounds);
    }

    private static void Run(BenchText text, IReadOnlyList<string> phrases, int rounds)
    {
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"## The matcher alone: {phrases.Count:N0} phrases in {text.Bytes / 1e6:N0} MB of narratives, one thread"));
        var list = Path.GetTempFileName();
        File.WriteAllText(list, string.Join('\n', phrases) + '\n');
        var ours = new PhraseReader(new PhraseSet(phrases));
        var found = PhraseMatcher.Find(ours, text.Lines, inBytes: true);
        var peers = Peers(list, text.Path);
        var took = Rounds.Medians(rounds,
        [
            Rounds.Timed(() => PhraseMatcher.Find(ours, text.Lines, inBytes: false)),
            .. peers.Select(peer => (Func<double>)peer.Scan),
            .. Ripgrep(list, text.Path),
        ]);
        Console.WriteLine("| contender | MB/s | Credence is | matches |");
        Console.WriteLine("| --- | --- | --- | --- |");
        Row("Credence, a call a narrative", text.Bytes, took[0], took[0], $"{found.Count:N0}");
        for (var i = 0; i < peers.Count; i++) Row(peers[i].Name, text.Bytes, took[i + 1], took[0], Compared(peers[i], found));
        if (took.Length > peers.Count + 1) Row("ripgrep -o -b -i -w -F -f, without overlaps", text.Bytes, took[^1], took[0], "not compared");
        foreach (var peer in peers) peer.Dispose();
        File.Delete(list);
    }

    private static string Compared(Peer peer, MatchSum ours) =>
        peer.Matches == ours.Count && peer.Sum == ours.Sum.ToString("x16", CultureInfo.InvariantCulture)
            ? "the same" : $"{peer.Matches:N0}, NOT the same";

    private static void Row(string name, long bytes, double seconds, double ours, string matches) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {bytes / seconds / 1e6:N0} | {seconds / ours:0.00} × | {matches} |"));

    private static List<Peer> Peers(string phrases, string text)
    {
        var hyperscan = Path.Combine(AppContext.BaseDirectory, "hyperscan");
        string[][] calls = [["words", "whole"], ["words", "lines"], ["literal", "whole"], ["literal", "lines"]];
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        Peer?[] peers =
        [
            .. File.Exists(hyperscan) ? calls.Select(call => Peer.Start(hyperscan, [.. call, phrases, text])) : [],
            Peer.Start(python, Path.Combine(AppContext.BaseDirectory, "ahocorasick_words.py"), phrases, text),
        ];
        return [.. peers.OfType<Peer>()];
    }

    private static IEnumerable<Func<double>> Ripgrep(string phrases, string text)
    {
        if (!Exists("rg")) return [];
        return [Rounds.Timed(() =>
        {
            using var process = Process.Start(new ProcessStartInfo("rg", ["-o", "-b", "-i", "-w", "-F", "-f", phrases, "-j", "1", text])
            {
                RedirectStandardOutput = true,
            })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        })];
    }

    private static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
