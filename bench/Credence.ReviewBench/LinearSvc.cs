using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Credence.Review;

namespace Credence.ReviewBench;

/// <summary>scikit-learn's LinearSVC on the same rows, in a process of its own; every tenth reading, as it takes long.</summary>
internal static class LinearSvc
{
    private const int Every = 10;

    /// <summary>How long it took and how far both agree, or null where Python or scikit-learn is missing.</summary>
    public static string? Compare(DocumentRows rows, List<int> order, IReadOnlyList<bool> isRelevant)
    {
        var folder = Directory.CreateTempSubdirectory("credence-bench-");
        try
        {
            Write(rows, Path.Combine(folder.FullName, "rows.bin"));
            int[] readings = [.. order.SelectMany(document => new[] { document, isRelevant[document] ? 1 : 0 })];
            File.WriteAllBytes(Path.Combine(folder.FullName, "order.bin"), MemoryMarshal.AsBytes<int>(readings).ToArray());
            return Fit(folder.FullName) is { } said ? Compared(said.Split(' '), rows, order, isRelevant, Path.Combine(folder.FullName, "scores.bin")) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(DocumentRows rows, string path)
    {
        using var file = new BinaryWriter(File.Create(path));
        var all = Enumerable.Range(0, rows.Count).Select(document => rows[document]).ToList();
        file.Write(rows.Count);
        file.Write(all.SelectMany(row => row).Max(term => term.Term) + 1);
        file.Write(all.Sum(row => row.Count));
        file.Write(0);
        foreach (var end in all.Select((_, i) => all.Take(i + 1).Sum(row => row.Count))) file.Write(end);
        foreach (var (term, _) in all.SelectMany(row => row)) file.Write(term);
        foreach (var (_, value) in all.SelectMany(row => row)) file.Write(value);
    }

    private static string? Fit(string folder)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "linear_svc.py"), folder, $"{Every}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMP_NUM_THREADS"] = "1";
        try
        {
            using var python = Process.Start(start)!;
            var errors = python.StandardError.ReadToEndAsync();
            var said = python.StandardOutput.ReadToEnd().Trim();
            python.WaitForExit();
            errors.Wait();
            return python.ExitCode == 0 ? said : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Compared(string[] said, DocumentRows rows, List<int> order, IReadOnlyList<bool> isRelevant, string scores)
    {
        var (fits, seconds) = (int.Parse(said[0], CultureInfo.InvariantCulture), double.Parse(said[1], CultureInfo.InvariantCulture));
        var theirs = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(scores)).ToArray();
        var (ranker, same, apart) = (new Ranker(rows), 0, new List<double>());
        for (var read = 1; read <= order.Count; read++)
        {
            ranker.Add(order[read - 1], isRelevant[order[read - 1]]);
            ranker.Train();
            if (read < 2 || (read - 2) % Every != 0) continue;
            var decisions = theirs.AsSpan((read - 2) / Every * rows.Count, rows.Count);
            same += ranker.Next() is var next && (next < 0 || next == Best(decisions, order[..read])) ? 1 : 0;
            for (var i = 0; i < rows.Count; i++) apart.Add(Math.Abs(decisions[i] - ranker.Scores[i]));
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"  LinearSVC (scikit-learn {said[2]}): {seconds / fits * 1000:0.0} ms of CPU a training, {fits} trainings; the same next document in "
            + $"{same} of {fits}; decision values {apart.Average():0.0000} apart in the mean, {apart.Max():0.000} at most");
    }

    private static int Best(ReadOnlySpan<double> decisions, List<int> read)
    {
        var taken = read.ToHashSet();
        var best = -1;
        for (var i = 0; i < decisions.Length; i++)
        {
            if (!taken.Contains(i) && (best < 0 || decisions[i] > decisions[best])) best = i;
        }

        return best;
    }
}
