using System.Xml.Linq;

namespace Credence.Interviews.Qda;

/// <summary>What is left of a project that was carried once transcripts are taken out of it: no file, no note, no case and no reference of theirs.</summary>
internal static class CarriedRest
{
    private static readonly string[] Paths = ["plainTextPath", "richTextPath", "path", "currentPath"];

    public static CarriedProject Of(CarriedProject carried, IReadOnlySet<TranscriptId> transcripts)
    {
        var document = new XDocument(carried.Document);
        var removed = new List<XElement>();
        Take(removed, document.Root!.Elements().Where(section => section.Name.LocalName == "Sources").Elements().Where(source => QdaGuid.Of(source) is { } id && transcripts.Contains(new TranscriptId(id))));
        if (removed.Count == 0) { return carried; }

        Take(removed, NotesOf(document, removed));
        Take(removed, CasesOf(document, removed));
        RemoveReferences(document, [.. removed.SelectMany(element => element.DescendantsAndSelf()).Select(element => QdaGuid.Of(element)).OfType<Guid>()]);
        // The standard knows no such list without an entry.
        document.Root!.Elements().Where(section => section.Name.LocalName is "Notes" or "Cases" or "Links" && !section.HasElements).Remove();
        var kept = FilesOf(carried, document.Descendants()).ToHashSet(StringComparer.Ordinal);
        var dropped = FilesOf(carried, removed.SelectMany(element => element.DescendantsAndSelf())).Where(name => !kept.Contains(name)).ToHashSet(StringComparer.Ordinal);
        return new CarriedProject(document, carried.Files.Where(file => !dropped.Contains(file.Key)).ToDictionary());
    }

    private static void Take(List<XElement> removed, IEnumerable<XElement> elements)
    {
        List<XElement> taken = [.. elements];
        foreach (var element in taken) { element.Remove(); }

        removed.AddRange(taken);
    }

    // Notes to which nothing else refers.
    private static IEnumerable<XElement> NotesOf(XDocument document, IReadOnlyList<XElement> removed)
    {
        var theirs = removed.SelectMany(References).ToHashSet();
        theirs.ExceptWith(References(document.Root!));
        return document.Descendants().Where(element => element.Name.LocalName == "Note" && QdaGuid.Of(element) is { } id && theirs.Contains(id));

        static IEnumerable<Guid> References(XElement element) => element.Descendants().Where(one => one.Name.LocalName == "NoteRef").Select(one => QdaGuid.Of(one, "targetGUID")).OfType<Guid>();
    }

    // A case is mostly the person who spoke: it goes with her or his only interview.
    private static IEnumerable<XElement> CasesOf(XDocument document, IReadOnlyList<XElement> removed)
    {
        var gone = removed.SelectMany(element => element.DescendantsAndSelf()).Select(element => QdaGuid.Of(element)).OfType<Guid>().ToHashSet();
        return document.Descendants().Where(element => element.Name.LocalName == "Case").Where(one =>
        {
            List<XElement> about = [.. one.Elements().Where(reference => reference.Name.LocalName is "SourceRef" or "SelectionRef")];
            return about.Count > 0 && about.TrueForAll(reference => QdaGuid.Of(reference, "targetGUID") is { } id && gone.Contains(id));
        });
    }

    private static void RemoveReferences(XDocument document, HashSet<Guid> gone)
    {
        bool Names(XElement element, string attribute) => QdaGuid.Of(element, attribute) is { } id && gone.Contains(id);
        var vertices = document.Descendants().Where(element => element.Name.LocalName == "Vertex" && Names(element, "representedGUID")).ToList();
        gone.UnionWith(vertices.Select(vertex => QdaGuid.Of(vertex)).OfType<Guid>());
        foreach (var element in document.Descendants().Where(element => vertices.Contains(element) || Names(element, "targetGUID") || Names(element, "originGUID")
            || Names(element, "representedGUID") || Names(element, "sourceVertex") || Names(element, "targetVertex")).ToList())
        {
            element.Remove();
        }
    }

    private static IEnumerable<string> FilesOf(CarriedProject carried, IEnumerable<XElement> elements) =>
        elements.SelectMany(element => Paths.Select(path => carried.FileOf(element, path))).OfType<string>();
}
