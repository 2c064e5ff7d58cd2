using Credence.Directories;

namespace Credence.Cli.Directories;

/// <summary>Where a directory is read from: files of JSON, and folders with a package.</summary>
internal sealed class DirectoryInput
{
    private readonly List<Func<Action<DirectoryProblem>, IEnumerable<DirectoryEntry>>> _parts = [];

    private DirectoryInput()
    {
    }

    /// <summary>Finds them; ends the command if one is no directory.</summary>
    public static DirectoryInput Find(IReadOnlyList<string> paths)
    {
        var input = new DirectoryInput();
        foreach (var path in paths)
        {
            if (Directory.Exists(path)) input.AddPackage(path);
            else if (!File.Exists(path)) throw CommandEnd.WrongUse($"{path}: found no such file or folder, expected a directory in HSDS.");
            else if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase)) throw CommandEnd.WrongUse($"{path}: found one CSV file, expected the folder of the package that it is in.");
            else input.AddJson(path);
        }

        return input;
    }

    /// <summary>All objects, one after the other.</summary>
    public IEnumerable<DirectoryEntry> Read(Action<DirectoryProblem> problems, CancellationToken cancellation)
    {
        foreach (var entry in _parts.SelectMany(part => part(problems)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    private void AddPackage(string folder)
    {
        var files = Directory.EnumerateFiles(folder).Where(file => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || Path.GetFileName(file) == "datapackage.json")
            .Order(StringComparer.Ordinal).Select(file => new PackageFile(Path.GetFileName(file), () => Open(file))).ToList();
        // Before anything is taken in: an import of nothing would say of every service that it is gone.
        if (files.Count > 0 && files.ConvertAll(file => Path.Combine(folder, file.Name)).TrueForAll(file => Path.GetExtension(file) != ".csv" || First(file) is null))
            throw CommandEnd.WrongUse($"{folder}: found files in which nothing stands, expected CSV files such as services.csv with rows.");
        _parts.Add((HsdsPackage.Of(files) ?? throw CommandEnd.WrongUse($"{folder}: found no table of HSDS, expected CSV files such as services.csv.")).Read);
    }

    private void AddJson(string path)
    {
        if (First(path) is not { } first) throw CommandEnd.WrongUse($"{path}: found a file in which nothing stands, expected a directory in HSDS: JSON, or the folder of a package.");
        if (first is not ('{' or '[')) throw CommandEnd.WrongUse($"{path}: found text that is no JSON, expected a directory in HSDS: JSON, or the folder of a package.");
        _parts.Add(problems => ReadJson(path, problems));
    }

    // The first character that is no space, or null.
    private static char? First(string path)
    {
        using var text = Open(path);
        var some = new char[256];
        for (var count = text.Read(some); count > 0; count = text.Read(some))
            if (some.AsSpan(0, count).Trim() is { Length: > 0 } words) return words[0];
        return null;
    }

    private static IEnumerable<DirectoryEntry> ReadJson(string path, Action<DirectoryProblem> problems)
    {
        using var text = Open(path);
        foreach (var entry in HsdsJson.Read(Path.GetFileName(path), text, problems)) yield return entry;
    }

    private static TextReader Open(string path)
    {
        try
        {
            return DirectoryText.Of(File.OpenRead(path));
        }
        catch (FormatException other)
        {
            throw CommandEnd.WrongUse($"{path}: {other.Message}.");
        }
    }
}
