using Credence.Packs;

namespace Credence.Cli.Packs;

/// <summary>The packs that ship, with an agency's folders laid over them.</summary>
internal static class LocalPacks
{
    private const string Manifest = "pack.yaml";

    /// <summary>Reads the packs; a file of a later folder replaces the file of the same path before it.</summary>
    /// <exception cref="WrongUseException">A folder is not there, or is a pack itself.</exception>
    public static PackLibrary Read(params IEnumerable<DirectoryInfo> folders) => DefaultPacks.Read(folders.SelectMany(Files));

    private static IEnumerable<PackFile> Files(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            throw new WrongUseException($"found no folder {folder}, expected one that holds packs");
        }

        if (File.Exists(Path.Combine(folder.FullName, Manifest)))
        {
            throw new WrongUseException(
                $"found {Manifest} at the top of {folder}, expected a folder of packs: give the folder two above, "
                + $"which holds for instance indicators/en/{Manifest}");
        }

        if (folder.EnumerateFiles("*.yml", SearchOption.AllDirectories).FirstOrDefault() is { } other)
        {
            throw new WrongUseException($"found {Path.GetRelativePath(folder.FullName, other.FullName)} in {folder}, expected files that end in .yaml");
        }

        return folder.EnumerateFiles("*.yaml", SearchOption.AllDirectories)
            .OrderBy(file => file.FullName, StringComparer.Ordinal)
            .Select(file => new PackFile(
                Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName), IsLocal: true));
    }
}

/// <summary>The command was used in a way it cannot follow; the message is for the person who typed it.</summary>
internal sealed class WrongUseException(string message) : Exception(message);
