namespace Credence.Testing;

/// <summary>Records that may not be published and so lie beside the repository; tests that need them skip without them.</summary>
public static class SharedData
{
    /// <summary>What to say when a test is skipped.</summary>
    public const string Missing = "The shared data is not here: set CREDENCE_SHARED_DATA to its folder.";

    /// <summary>The folder (CREDENCE_SHARED_DATA, else ../shared/data from the root), or null.</summary>
    public static string? Folder { get; } = FindFolder();

    /// <summary>Full path of a file in it, or null if the folder or the file is not here.</summary>
    public static string? File(string relative)
    {
        var path = Folder is null ? null : Path.Combine(Folder, relative);
        return System.IO.File.Exists(path) ? path : null;
    }

    private static string? FindFolder()
    {
        var named = Environment.GetEnvironmentVariable("CREDENCE_SHARED_DATA");
        var folder = string.IsNullOrEmpty(named) ? Path.Combine(Repository.Root, "..", "shared", "data") : named;
        return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
    }
}
