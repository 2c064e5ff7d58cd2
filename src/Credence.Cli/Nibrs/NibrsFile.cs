using Credence.Incidents.Nibrs;

namespace Credence.Cli.Nibrs;

/// <summary>A flat file to be read by a command, or standard input.</summary>
internal sealed class NibrsFile : IDisposable
{
    private const int Ahead = 1 << 16;

    private readonly Stream _stream;

    private NibrsFile(string name, Stream stream, NibrsEdition edition, ReadOnlySpan<byte> first) =>
        (Name, _stream, Reader) = (name, stream, new NibrsReader(stream, edition, first));

    /// <summary>What an output calls it.</summary>
    public string Name { get; }

    /// <summary>Its lines.</summary>
    public NibrsReader Reader { get; }

    /// <summary>The edition to read by: the one that ships, or the last of an agency's packs; ends the command if that is wrong.</summary>
    public static NibrsEdition Edition(string? packs)
    {
        if (packs is null) return NibrsEdition.Shipped;
        try
        {
            return NibrsEdition.From(PackFolder.Library(packs));
        }
        catch (FormatException e)
        {
            throw CommandEnd.WrongUse($"--packs: {e.Message}.");
        }
    }

    /// <summary>Opens a file; ends the command if nothing at its beginning is a segment.</summary>
    public static NibrsFile Open(string path, NibrsEdition edition)
    {
        var stream = path == "-" ? Console.OpenStandardInput() : OpenFile(path);
        var first = new byte[Ahead];
        var ahead = first.AsSpan(0, stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false));
        if (HasSegment(ahead, edition)) return new NibrsFile(path == "-" ? "standard input" : Path.GetFileName(path), stream, edition, ahead);
        stream.Dispose();
        throw CommandEnd.WrongUse($"{path}: found no segment of a NIBRS flat file in its first lines, expected lines such as 00871I012031… (edition {edition.Pack.Title}).");
    }

    public void Dispose() => _stream.Dispose();

    private static FileStream OpenFile(string path)
    {
        if (Directory.Exists(path)) throw CommandEnd.WrongUse($"{path}: found a folder, expected a NIBRS flat file.");
        if (!File.Exists(path)) throw CommandEnd.WrongUse($"{path}: found no such file, expected a NIBRS flat file.");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
    }

    private static bool HasSegment(ReadOnlySpan<byte> bytes, NibrsEdition edition)
    {
        var reader = new NibrsReader(Stream.Null, edition, bytes);
        while (reader.TryRead(out var line))
            if (line.Segment is not null) return true;
        return false;
    }
}
