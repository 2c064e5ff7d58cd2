using System.Text.RegularExpressions;
using System.Xml.Linq;
using Credence.Interviews.Deidentification;

namespace Credence.Interviews.Qda;

/// <summary>Where a name may stand in a carried project besides the words of its sources: in labels, in paths, and in the names of its files.</summary>
internal static class CarriedTexts
{
    private static readonly string[] Folders = ["sources/", "Sources/"];

    // What the standard or a program chose, and no person wrote. Coders are named on purpose.
    private static readonly HashSet<string> Chosen = ["typeOfVariable", "direction", "lineStyle", "shape", "isCodable", "color", "origin"];

    /// <summary>All of them; the words of some sources left out.</summary>
    public static IEnumerable<(TextPlace Place, string Text)> In(CarriedProject project, IReadOnlySet<Guid> except) =>
        [.. Labels(project.Document).Select(label => (IsPath(label) ? TextPlace.FileName : TextPlace.Label, label.Value)),
            .. project.Document.DescendantNodes().OfType<XText>().Where(text => !IsOf(text, except)).Select(text => (TextPlace.Words, text.Value)),
            .. project.Document.Descendants().Where(source => source.Element(source.Name.Namespace + "PlainTextContent") is null && !IsOneOf(source, except))
                .Select(project.TextOf).OfType<string>().Select(text => (TextPlace.Words, text)),
            .. project.Files.Keys.Where(name => !IsId(name)).Select(name => (TextPlace.FileName, name))];

    /// <summary>Replaces words in labels and paths, and gives files whose names hold them other names.</summary>
    public static void Replace(XDocument document, Dictionary<string, byte[]> files, string written, string pseudonym, Func<string, bool> stays)
    {
        var names = Renamed(files, written, pseudonym, stays);
        foreach (var label in Labels(document).Where(label => !stays(label.Value)))
        {
            if (!IsPath(label)) { label.Value = Replacement.Of(label.Value, written, pseudonym).Text; }
            else if (CarriedProject.FileOf(label.Parent!, label.Name.LocalName, files) is not { } name) { label.Value = InPath(label.Value, written, pseudonym); }
            else if (names.TryGetValue(name, out var now)) { label.Value = CarriedProject.Internal + now[FolderOf(name).Length..]; }
        }

        foreach (var (name, now) in names)
        {
            files[now] = files[name];
            files.Remove(name);
        }
    }

    private static IEnumerable<XAttribute> Labels(XDocument document) => document.Descendants().Where(element => element.Name.LocalName != "User").Attributes()
        .Where(one => !one.IsNamespaceDeclaration && !Chosen.Contains(one.Name.LocalName) && !one.Name.LocalName.EndsWith("DateTime", StringComparison.Ordinal) && !IsId(one.Value));

    private static bool IsPath(XAttribute label) => label.Name.LocalName.EndsWith("path", StringComparison.OrdinalIgnoreCase);

    // Letters of an id are no words.
    private static bool IsId(string text) => QdaGuid.Of(text) is not null || QdaGuid.Of(Path.GetFileNameWithoutExtension(text)) is not null;

    private static bool IsOf(XText text, IReadOnlySet<Guid> except) => text.Parent?.Name.LocalName == "PlainTextContent" && text.Parent.Parent is { } source && IsOneOf(source, except);

    private static bool IsOneOf(XElement source, IReadOnlySet<Guid> except) => QdaGuid.Of(source) is { } id && except.Contains(id);

    private static Dictionary<string, string> Renamed(Dictionary<string, byte[]> files, string written, string pseudonym, Func<string, bool> stays)
    {
        var (names, taken) = (new Dictionary<string, string>(StringComparer.Ordinal), files.Keys.ToHashSet(StringComparer.Ordinal));
        foreach (var name in files.Keys.Where(name => !stays(name)).Order(StringComparer.Ordinal))
        {
            var (folder, now) = (FolderOf(name), InPath(name[FolderOf(name).Length..], written, pseudonym));
            if (folder + now == name) { continue; }

            var free = folder + now;
            for (var number = 2; !taken.Add(free); number++) { free = $"{folder}{number}-{now}"; }

            names[name] = free;
        }

        return names;
    }

    private static string FolderOf(string name) => Folders.FirstOrDefault(folder => name.StartsWith(folder, StringComparison.Ordinal)) ?? "";

    // In the name of a file a digit may stand against a name; what no file may be called is left out of the pseudonym.
    private static string InPath(string path, string written, string pseudonym) =>
        Regex.Replace(path, $@"(?<![\p{{L}}\p{{M}}]){Regex.Escape(written)}(?![\p{{L}}\p{{M}}])", Regex.Replace(pseudonym, """[\\/:*?"<>|]""", "-").Replace("$", "$$", StringComparison.Ordinal));
}
