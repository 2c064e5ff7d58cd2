namespace Credence.Cli.Tests.Packs;

/// <summary>A folder of packs that is gone after the test.</summary>
internal sealed class LocalFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("credence-packs-");

    public string FullName => _folder.FullName;

    public LocalFolder With(string path, string text)
    {
        var file = Path.Combine(FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
