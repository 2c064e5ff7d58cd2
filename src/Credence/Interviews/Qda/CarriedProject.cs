using System.Text;
using System.Xml.Linq;
using Credence.Interviews.Deidentification;

namespace Credence.Interviews.Qda;

/// <summary>
/// A project of REFI-QDA as it came, with all that Credence has no place for: pictures, sound, cases, links, graphs, and what a program wrote that no
/// standard knows. It is kept whole and given back; what was changed here is written over it.
/// </summary>
/// <param name="Document">The document; nobody changes it.</param>
/// <param name="Files">The files beside it, by their names in the archive.</param>
public sealed record CarriedProject(XDocument Document, IReadOnlyDictionary<string, byte[]> Files)
{
    internal const string Internal = "internal://";

    private static readonly string[] Sources = ["sources/", "Sources/", ""];

    /// <summary>The document as text from which <see cref="Read"/> makes the same again, to the letter.</summary>
    public string Written()
    {
        using var stream = new MemoryStream();
        QdaArchive.WriteXml(Document, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A project from what <see cref="Written"/> gave, and its files.</summary>
    public static CarriedProject Read(string document, IReadOnlyDictionary<string, byte[]> files) => new(QdaArchive.ReadXml(new MemoryStream(Encoding.UTF8.GetBytes(document))), files);

    /// <summary>Files that are no plain text, such as the original of a transcript, pictures and sound: in these nothing is replaced.</summary>
    public IEnumerable<string> Originals
    {
        get
        {
            var texts = Document.Descendants().Select(element => FileOf(element, "plainTextPath")).OfType<string>().ToHashSet(StringComparer.Ordinal);
            return Files.Keys.Where(name => !texts.Contains(name));
        }
    }

    /// <summary>How many things stand in it that no page of ours shows, by the words for them.</summary>
    public IReadOnlyList<(string Words, int Count)> Unshown =>
        [.. new (string Words, string[] Names)[]
        {
            ("pictures", ["PictureSource"]), ("PDF documents", ["PDFSource"]), ("recordings", ["AudioSource", "VideoSource"]), ("cases", ["Case"]),
            ("links", ["Link"]), ("graphs", ["Graph"]),
        }.Select(kind => (kind.Words, Document.Descendants().Count(element => kind.Names.Contains(element.Name.LocalName)))).Where(kind => kind.Item2 > 0)];

    /// <summary>How many things in it refer to a code, besides sets of codes and these codings.</summary>
    /// <param name="code">The id of the code.</param>
    /// <param name="codings">Ids of codings that do not count.</param>
    public int References(Guid code, IReadOnlySet<Guid> codings) => Document.Descendants()
        .Where(element => element.Name.LocalName != "MemberCode" && !(element.Parent is { } coding && QdaGuid.Of(coding) is { } id && codings.Contains(id)))
        .Count(element => element.Attributes().Any(one => one.Name.LocalName.EndsWith("GUID", StringComparison.Ordinal) && QdaGuid.Of(one.Value) == code));

    /// <summary>Both together: what the other has and this has not is added, by ids. Of a text that both have with other words, this one's stays.</summary>
    public CarriedProject With(CarriedProject other) => CarriedUnion.Of(this, other);

    /// <summary>The same with other ids, wherever they stand.</summary>
    public CarriedProject WithIds(IReadOnlyDictionary<Guid, Guid> ids)
    {
        if (ids.Count == 0) { return this; }

        var changed = new XDocument(Document);
        foreach (var attribute in changed.Descendants().Attributes())
        {
            if (QdaGuid.Of(attribute.Value) is { } id && ids.TryGetValue(id, out var other)) { attribute.Value = QdaGuid.Text(other); }
        }

        return this with { Document = changed };
    }

    /// <summary>The same without these transcripts, and without all that belongs to them or is about nothing else.</summary>
    public CarriedProject Without(IReadOnlySet<TranscriptId> transcripts) => CarriedRest.Of(this, transcripts);

    /// <summary>Every text in it in which a name may stand, names of files and paths too.</summary>
    /// <param name="except">Sources whose words are left out, by their ids.</param>
    public IEnumerable<(TextPlace Place, string Text)> Texts(IReadOnlySet<Guid> except) => CarriedTexts.In(this, except);

    /// <summary>
    /// The same with words replaced wherever they stand in text and in names of files, every place counted anew, and without the originals of texts that changed.
    /// </summary>
    /// <param name="written">The words.</param>
    /// <param name="pseudonym">What is to stand there.</param>
    /// <param name="stays">Texts that stay as they are; null for none.</param>
    public CarriedProject Replacing(string written, string pseudonym, Func<string, bool>? stays = null)
    {
        stays ??= _ => false;
        var (changed, files) = (new XDocument(Document), Files.ToDictionary(StringComparer.Ordinal));
        foreach (var source in changed.Descendants().ToList()) { ReplaceText(source, files, written, pseudonym, stays); }

        foreach (var element in changed.Descendants().Where(element => element.Name.LocalName != "PlainTextContent" && !element.HasElements && element.Value.Length > 0 && !stays(element.Value)))
        {
            element.Value = Replacement.Of(element.Value, written, pseudonym).Text;
        }

        CarriedTexts.Replace(changed, files, written, pseudonym, stays);
        return new CarriedProject(changed, files);
    }

    /// <summary>The number of files only.</summary>
    public override string ToString() => $"CarriedProject({Files.Count} files)";

    /// <summary>The plain text of a source or a note; null if it has none, or it lies outside the archive.</summary>
    internal string? TextOf(XElement source) => TextOf(source, Files);

    /// <summary>The name of the file that an attribute names, as it is in the archive; null if there is none.</summary>
    internal string? FileOf(XElement source, string attribute) => FileOf(source, attribute, Files);

    private static void ReplaceText(XElement source, Dictionary<string, byte[]> files, string written, string pseudonym, Func<string, bool> stays)
    {
        if (TextOf(source, files) is not { } text || stays(text) || Replacement.Of(text, written, pseudonym) is not { Places: > 0 } replacement) { return; }

        if (source.Element(source.Name.Namespace + "PlainTextContent") is { } content) { content.Value = replacement.Text; }
        else { files[FileOf(source, "plainTextPath", files)!] = Encoding.UTF8.GetBytes(replacement.Text); }

        var (before, after) = (new CodePoints(text), new CodePoints(replacement.Text));
        foreach (var place in source.Elements().Where(child => child.Name.LocalName is "PlainTextSelection" or "SyncPoint")) { Move(place, replacement, before, after); }

        if (FileOf(source, "richTextPath", files) is { } original) { files.Remove(original); }

        source.SetAttributeValue("richTextPath", null);
    }

    private static void Move(XElement place, Replacement replacement, CodePoints before, CodePoints after)
    {
        var (first, last) = place.Name.LocalName == "SyncPoint" ? ("position", "position") : ("startPosition", "endPosition");
        if (!long.TryParse(place.Attribute(first)?.Value, out var start) || !long.TryParse(place.Attribute(last)?.Value, out var end)
            || before.Units(start) is not { } from || before.Units(end) is not { } to) { return; }

        var moved = replacement.Moved(new TextSpan(from, to));
        place.SetAttributeValue(last, after.Points(moved.End));
        place.SetAttributeValue(first, after.Points(moved.Start));
    }

    private static string? TextOf(XElement source, IReadOnlyDictionary<string, byte[]> files) =>
        source.Element(source.Name.Namespace + "PlainTextContent")?.Value
        ?? (FileOf(source, "plainTextPath", files) is { } name ? Decoded(files[name]) : null);

    internal static string? FileOf(XElement source, string attribute, IReadOnlyDictionary<string, byte[]> files)
    {
        if (source.Attribute(attribute)?.Value is not { } path || !path.StartsWith(Internal, StringComparison.OrdinalIgnoreCase)) { return null; }

        return Sources.Select(folder => folder + path[Internal.Length..].TrimStart('/')).FirstOrDefault(files.ContainsKey);
    }

    // The standard wants UTF-8; a mark of another order of bytes is heeded all the same. The mark is no part of the text.
    private static string Decoded(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
