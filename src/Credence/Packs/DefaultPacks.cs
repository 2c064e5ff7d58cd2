namespace Credence.Packs;

/// <summary>The packs that ship with this library.</summary>
public static class DefaultPacks
{
    private const string Prefix = "packs/";
    private static readonly Lazy<PackLibrary> AsShipped = new(() => PackReader.Read(Files(), onlyLocal: true));

    /// <summary>Every file of them, schemas included.</summary>
    public static IEnumerable<PackFile> Files()
    {
        var assembly = typeof(DefaultPacks).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            yield return new PackFile(name[Prefix.Length..].Replace('\\', '/'), reader.ReadToEnd());
        }
    }

    /// <summary>The default packs, which are read once, or with files of an agency laid over them; the shape of the agency's files is checked.</summary>
    public static PackLibrary Read(IEnumerable<PackFile>? overlay = null) =>
        overlay is null ? AsShipped.Value : PackReader.Read([.. Files(), .. overlay], onlyLocal: true);
}
