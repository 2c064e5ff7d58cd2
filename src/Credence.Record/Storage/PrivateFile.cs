namespace Credence.Record.Storage;

/// <summary>Files that only the account that runs Credence may open, where the system has such modes (not on Windows).</summary>
public static class PrivateFile
{
    private const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Writes beside it and renames: a reader, or a killed writer, leaves the old bytes or the new ones, never a half.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        // What could not be put in its place is a secret too: it does not stay.
        var beside = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            using (var stream = Create(beside))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e)
        {
            if (File.Exists(beside)) File.Delete(beside);
            if (RecordFault.OfFile(e, path, "the file is as it was") is { } fault) throw fault;
            throw;
        }
    }

    /// <summary>Writes it unless it is there; of several that try at once the first wins, and what it wrote stays.</summary>
    public static void WriteOnce(string path, ReadOnlySpan<byte> bytes)
    {
        // Moving without overwriting is a look and a rename on Unix, and two who look at once both rename: the keys of the first would be gone.
        using var turn = FileTurn.Take($"{path}.turn", TimeSpan.FromSeconds(30));
        if (!File.Exists(path)) Replace(path, bytes);
    }

    /// <summary>A new file for this account alone, or the old one emptied.</summary>
    public static FileStream Create(string path, FileMode mode = FileMode.Create)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = ReadWrite;
        return new FileStream(path, options);
    }

    /// <summary>A folder for this account alone; one that is there keeps its mode.</summary>
    public static void MakeFolder(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else Directory.CreateDirectory(path, ReadWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (RecordFault.OfFile(e, path, "no folder was made") is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>Whether somebody else on this machine may read or change it.</summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;
}
