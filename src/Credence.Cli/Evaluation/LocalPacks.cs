using Credence.Packs;

namespace Credence.Cli.Evaluation;

/// <summary>The packs that ship, with an agency's folder laid over them.</summary>
internal static class LocalPacks
{
    public static PackLibrary Read(DirectoryInfo? folder)
    {
        if (folder is null) { return DefaultPacks.Read(); }

        if (!folder.Exists) { throw new WrongUseException($"--packs: found no folder {folder}, expected one of packs."); }

        return DefaultPacks.Read(folder.EnumerateFiles("*.yaml", SearchOption.AllDirectories).Select(file => new PackFile(
            Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName), IsLocal: true)));
    }
}

/// <summary>The command was used in a way it cannot follow; the message is for the person who typed it.</summary>
internal sealed class WrongUseException(string message) : Exception(message);
