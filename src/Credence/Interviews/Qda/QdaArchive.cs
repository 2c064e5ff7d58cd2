using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Credence.Interviews.Qda;

/// <summary>What became of a file that was to be read.</summary>
public abstract record QdaAnswer
{
    private QdaAnswer() { }

    /// <summary>A project.</summary>
    /// <param name="Project">All of it.</param>
    public sealed record Opened(CarriedProject Project) : QdaAnswer;

    /// <summary>It is no such file.</summary>
    /// <param name="Why">Found and expected, in a sentence without the name of the file.</param>
    public sealed record Refused(string Why) : QdaAnswer;
}

/// <summary>Files of REFI-QDA projects (.qdpx): an archive that holds project.qde and the sources.</summary>
public static class QdaArchive
{
    private const string Qde = "project.qde";

    // What a project may unpack to; more is a mistake or a trap, and belongs in another program.
    private const long Largest = 512L << 20;

    private const long LargestDocument = 128L << 20;

    /// <summary>Reads an archive.</summary>
    public static QdaAnswer Read(Stream stream)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return Read(archive);
        }
        catch (InvalidDataException)
        {
            return new QdaAnswer.Refused("found no archive, or a broken one, expected a REFI-QDA project (.qdpx)");
        }
        catch (XmlException e)
        {
            return new QdaAnswer.Refused($"{Qde}, line {e.LineNumber}: found {Fault(e)}, expected a REFI-QDA project");
        }
    }

    /// <summary>Writes an archive; the same project gives the same bytes.</summary>
    public static void Write(CarriedProject project, Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        using (var qde = Entry(archive, Qde).Open()) { WriteXml(project.Document, qde); }

        foreach (var (name, bytes) in project.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            using var file = Entry(archive, name).Open();
            file.Write(bytes);
        }
    }

    /// <summary>A document that names no other file, has no definitions of its own, and is not so deep that to go down in it would end the program.</summary>
    internal static XDocument ReadXml(MemoryStream stream)
    {
        var begun = stream.Position;
        using (var looking = Reader(stream)) { DeepXml.Check(looking); }

        stream.Position = begun;
        using var reader = Reader(stream);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>What is wrong with a document.</summary>
    internal static string Fault(XmlException e) => e is DeepXml ? e.Message : "no well-formed XML";

    private static XmlReader Reader(MemoryStream stream) =>
        XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestDocument });

    internal static void WriteXml(XDocument document, Stream stream)
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        document.Save(writer);
    }

    private static QdaAnswer Read(ZipArchive archive)
    {
        // What an archive says of its sizes may be wrong: each is counted as it unpacks.
        var (files, left, document) = (new Dictionary<string, byte[]>(StringComparer.Ordinal), Largest, (XDocument?)null);
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
        {
            if (Unpacked(entry, left) is not { } bytes) { return new QdaAnswer.Refused($"found more than {Largest >> 20} MB in the archive, expected less; leave recordings out of it"); }

            left -= bytes.Length;
            if (entry.FullName.Equals(Qde, StringComparison.OrdinalIgnoreCase)) { document = ReadXml(new MemoryStream(bytes)); }
            else if (!files.TryAdd(entry.FullName, bytes)) { return new QdaAnswer.Refused("found two files of one name in the archive, expected one"); }
        }

        return document?.Root is null ? new QdaAnswer.Refused($"found no {Qde} in the archive, expected a REFI-QDA project")
            : document.Root.Name != QdaShape.Project + "Project" ? new QdaAnswer.Refused($"{Qde}: found another kind of document, expected a project of REFI-QDA 1.0")
            : new QdaAnswer.Opened(new CarriedProject(document, files));
    }

    private static byte[]? Unpacked(ZipArchiveEntry entry, long most)
    {
        using var stream = entry.Open();
        var (unpacked, part) = (new MemoryStream(), new byte[81920]);
        for (int read; (read = stream.Read(part)) > 0;)
        {
            if (unpacked.Length + read > most) { return null; }

            unpacked.Write(part, 0, read);
        }

        return unpacked.ToArray();
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry;
    }
}
