namespace Credence.Cli.Handovers;

/// <summary>Reads a file that should be small; of a large one no more than shows that it is too large.</summary>
internal static class SmallFile
{
    public static byte[] Read(string path, int longest)
    {
        using var stream = File.OpenRead(path);
        var bytes = new byte[longest + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..length];
    }
}
