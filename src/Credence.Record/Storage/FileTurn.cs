using System.Diagnostics;

namespace Credence.Record.Storage;

/// <summary>A turn that one process has at a time; it ends with the process that has it, however that ends.</summary>
internal static class FileTurn
{
    /// <summary>Waits for the turn.</summary>
    public static IDisposable Take(string path, TimeSpan longest)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (TryTake(path) is { } turn) return turn;
            if (Stopwatch.GetElapsedTime(began) > longest)
                throw new RecordFault($"{path}: found another process at the same work for too long, expected to get a turn; nothing was changed.");
            Thread.Sleep(20);
        }
    }

    /// <summary>The turn, or null if another process has it.</summary>
    public static IDisposable? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordFault($"{path}: found a folder that cannot be written, expected one that this account may use.", e);
        }
    }
}
