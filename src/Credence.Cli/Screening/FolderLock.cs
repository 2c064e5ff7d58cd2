namespace Credence.Cli.Screening;

/// <summary>Keeps a second run out of a folder while this one writes there. What a killed run leaves locks nothing.</summary>
internal sealed class FolderLock : IDisposable
{
    public const string Name = ".lock";

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Makes the folder where it is missing and takes it; ends the command if it cannot be had.</summary>
    public static FolderLock Take(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder)) throw CommandEnd.WrongUse("--out: found an empty name, expected a folder.");
        if (File.Exists(folder)) throw CommandEnd.WrongUse($"--out {folder}: found a file, expected a folder.");
        try
        {
            OwnFile.MakeFolder(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandEnd.WrongUse($"--out {folder}: found no way to make this folder, expected one that can be written.");
        }

        return new FolderLock(Open(folder));
    }

    public void Dispose() => _file.Dispose();

    // The system gives the lock up with the handle, however the program ends; the file alone means nothing.
    private static FileStream Open(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            return OwnFile.Open(path, FileMode.OpenOrCreate, FileShare.None, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException) && File.Exists(path))
        {
            throw CommandEnd.Refused($"{folder} is being written by another run.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandEnd.WrongUse($"--out {folder}: found a folder that cannot be written: {e.Message}");
        }
    }
}
