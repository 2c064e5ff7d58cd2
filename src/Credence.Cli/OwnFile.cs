namespace Credence.Cli;

/// <summary>Files and folders that only the account that made them may open, where the system has such modes (not on Windows).</summary>
internal static class OwnFile
{
    private const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Ends the command where something has that name already: nothing is ever replaced unasked.</summary>
    public static void ExpectNew(string path)
    {
        if (Path.Exists(path)) throw CommandEnd.Refused($"{path}: found something of that name, expected a new one.");
    }

    /// <summary>Opens a file to write; a new one is for this account alone.</summary>
    public static FileStream Open(
        string path, FileMode mode, FileShare share = FileShare.Read, FileOptions how = FileOptions.None, int buffer = 0)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share, Options = how, BufferSize = buffer };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open) options.UnixCreateMode = ReadWrite;
        return new FileStream(path, options);
    }

    /// <summary>Writes a whole file.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = Open(path, FileMode.Create);
        stream.Write(bytes);
    }

    /// <summary>Makes a folder and those above it where they are missing; one that is there keeps its mode.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, ReadWrite | UnixFileMode.UserExecute);
    }
}
