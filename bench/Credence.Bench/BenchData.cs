namespace Credence.Bench;

/// <summary>The shared data, which stays where it is.</summary>
internal static class BenchData
{
    /// <summary>The folder, or null if there is none.</summary>
    public static string? Find(string[] args)
    {
        var named = args.FirstOrDefault(arg => !arg.StartsWith('-')) ?? Environment.GetEnvironmentVariable("CREDENCE_SHARED_DATA");
        if (named is not null) return Directory.Exists(named) ? named : null;
        for (var folder = Directory.GetCurrentDirectory(); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var beside = Path.Combine(folder, "..", "shared", "data");
            if (File.Exists(Path.Combine(folder, "Credence.slnx"))) return Directory.Exists(beside) ? beside : null;
        }

        return null;
    }

    public static string Boston(string data) => Path.Combine(data, "boston", "contacts-dev.csv");

    public static string Federal(string data) => Path.Combine(data, "federal", "cases-dev.csv");
}
