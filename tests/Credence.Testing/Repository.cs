namespace Credence.Testing;

/// <summary>The working tree the tests run in.</summary>
public static class Repository
{
    private static readonly string[] NotOurs = [".git", "artifacts", "StrykerOutput", "BenchmarkDotNet.Artifacts"];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Full path of a file or folder, named from the root with slashes.</summary>
    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    /// <summary>The text of a file named from the root.</summary>
    public static string Text(string relative) => File.ReadAllText(Path(relative));

    /// <summary>The name from the root, with slashes, of a full path.</summary>
    public static string Relative(string path) => System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Files of ours below a folder, named from the root with slashes, in order.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(Path(folder))
            ? Directory.EnumerateFiles(Path(folder), pattern, SearchOption.AllDirectories)
                .Select(Relative)
                .Where(file => !NotOurs.Contains(file.Split('/')[0]))
                .Order(StringComparer.Ordinal)
            : [];

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new DirectoryNotFoundException("No folder above the tests holds Credence.slnx.")
        : File.Exists(System.IO.Path.Combine(folder.FullName, "Credence.slnx")) ? folder.FullName
        : Find(folder.Parent);
}
