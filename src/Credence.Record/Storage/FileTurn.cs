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
        catch (IOException e) when (IsTaken(e))
        {
            return null;
        }
        catch (Exception e) when (RecordFault.OfFile(e, path, "nothing was changed") is { } fault)
        {
            throw fault;
        }
    }

    // EAGAIN on Linux and macOS; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows. Whatever else keeps a file from being
    // opened does not pass by waiting.
    internal static bool IsTaken(IOException e) => (e.HResult & 0xFFFF) is 11 or 35 or 32 or 33;
}
