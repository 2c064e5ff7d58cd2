namespace Credence.Record.Storage;

/// <summary>A file that is there whole or not at all: it is written beside its name and renamed at the end.</summary>
internal static class NewFile
{
    /// <summary>Writes a new file for this account alone; one of this name that is there already is never overwritten.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="before">What must succeed when all is written and before the file has its name, such as its event.</param>
    public static async Task<T> Write<T>(string path, Func<Stream, Task<T>> write, Func<T, Task>? before = null)
    {
        if (File.Exists(path)) throw new RecordFault($"{path}: found a file of this name, expected none; nothing is overwritten.");
        var beside = $"{path}.{Environment.ProcessId}.partial";
        try
        {
            T result;
            await using (var stream = PrivateFile.Create(beside))
            {
                result = await write(stream);
                stream.Flush(flushToDisk: true);
            }

            if (before is not null) await before(result);
            File.Move(beside, path, overwrite: false);
            return result;
        }
        catch (Exception e) when (RecordFault.OfFile(e, path, "no file was made") is { } fault)
        {
            throw fault;
        }
        finally
        {
            if (File.Exists(beside)) File.Delete(beside);
        }
    }
}
