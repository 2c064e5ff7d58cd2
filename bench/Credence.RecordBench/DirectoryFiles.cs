using System.Text;
using Credence.Bench;
using Credence.Directories;

namespace Credence.RecordBench;

/// <summary>One directory as a list in JSON and as a package of CSV files, in a folder that is gone at the end.</summary>
internal sealed class DirectoryFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("credence-bench-");

    private DirectoryFiles(string name) => Name = name;

    public string Name { get; }

    public string Json => Path.Combine(_folder.FullName, "services.json");

    /// <summary>The folder of the package.</summary>
    public string Package { get; private set; } = "";

    public static DirectoryFiles Invented(int services)
    {
        var entries = InventedDirectory.Services(services).Select(service => new DirectoryEntry("service", service, "invented", 1)).ToList();
        var files = new DirectoryFiles("invented");
        files.WriteJson(entries);
        files.WritePackage(entries);
        return files;
    }

    /// <summary>A package that is there, and the same services as JSON.</summary>
    public static DirectoryFiles Of(string package)
    {
        var files = new DirectoryFiles("real (Miami, HSDS 1.1)") { Package = package };
        files.WriteJson(Read(package, _ => { }));
        return files;
    }

    public static IEnumerable<DirectoryEntry> Read(string package, Action<DirectoryProblem> problems) => HsdsPackage.Of(
        [.. Tables(package).Select(file => new PackageFile(Path.GetFileName(file), () => DirectoryText.Of(File.OpenRead(file))))])!.Read(problems);

    public static IEnumerable<string> Tables(string package) => Directory.EnumerateFiles(package, "*.csv").Order(StringComparer.Ordinal);

    public static long Size(string path) => File.Exists(path) ? new FileInfo(path).Length : Tables(path).Sum(file => new FileInfo(file).Length);

    public void Dispose() => _folder.Delete(recursive: true);

    private void WriteJson(IEnumerable<DirectoryEntry> entries)
    {
        using var writer = new StreamWriter(Json, append: false, new UTF8Encoding(false));
        var before = "[";
        foreach (var entry in entries.Where(entry => entry is { Table: "service", IsLoose: false }))
        {
            writer.Write(before);
            writer.Write(HsdsJson.Line(entry));
            before = ",\n";
        }

        writer.Write("]\n");
    }

    private void WritePackage(IEnumerable<DirectoryEntry> entries)
    {
        var tabular = new HsdsTabular();
        foreach (var entry in entries) tabular.Add(entry);
        Package = _folder.CreateSubdirectory("package").FullName;
        foreach (var table in tabular.Tables)
        {
            using var writer = new StreamWriter(Path.Combine(Package, $"{table}.csv"), append: false, new UTF8Encoding(false));
            tabular.Write(table, writer);
        }
    }
}
