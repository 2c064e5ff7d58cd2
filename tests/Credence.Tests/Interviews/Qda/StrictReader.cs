using System.Text;
using System.Xml.Linq;
using Credence.Interviews.Qda;

namespace Credence.Tests.Interviews.Qda;

/// <summary>
/// What a strict reader stumbles over beside the structure: ids that are not unique or not found letter by letter, paths without a file, positions outside
/// their text, lines that end in two characters, missing times, names that two sources share. Each was met as a fault of an import of some program.
/// </summary>
internal static class StrictReader
{
    private static readonly XNamespace Q = "urn:QDA-XML:project:1.0";

    public static List<string> Problems(CarriedProject project)
    {
        var root = project.Document.Root!;
        List<string> problems = [.. QdaCheck.Of(root).Select(problem => problem.ToString())];
        var ids = root.Descendants().Attributes("guid").Select(one => one.Value).ToList();
        problems.AddRange(ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"{same.Key} stands twice"));
        problems.AddRange(root.Descendants().Attributes().Where(one => one.Name.LocalName is "targetGUID" or "creatingUser" && !ids.Contains(one.Value)).Select(one => $"{one.Parent!.Name.LocalName} refers to {one.Value}, which is not there"));
        problems.AddRange(root.Descendants(Q + "Coding").Where(one => one.Elements().First().Name != Q + "CodeRef").Select(one => $"the first of {one.Attribute("guid")} is no code"));
        problems.AddRange(root.Descendants().Where(one => one.Name.LocalName is "PlainTextSelection" or "Coding" && one.Attribute("creationDateTime")?.Value.EndsWith('Z') != true).Select(one => $"{one.Name.LocalName} has no time"));
        problems.AddRange(root.Descendants(Q + "TextSource").GroupBy(one => one.Attribute("name")?.Value).Where(same => same.Count() > 1).Select(same => $"two sources are called {same.Key}"));
        problems.AddRange(root.Descendants(Q + "TextSource").SelectMany(source => Text(project, source)));
        return problems;
    }

    private static IEnumerable<string> Text(CarriedProject project, XElement source)
    {
        var path = source.Attribute("plainTextPath")!.Value;
        if (!path.StartsWith("internal://", StringComparison.Ordinal) || !project.Files.TryGetValue($"sources/{path["internal://".Length..]}", out var bytes)) { return [$"{path} has no file"]; }

        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        var points = text.EnumerateRunes().Count();
        return source.Elements(Q + "PlainTextSelection").Select(one => ((int)one.Attribute("startPosition")!, (int)one.Attribute("endPosition")!)).Where(one => one.Item1 >= one.Item2 || one.Item2 > points)
            .Select(one => $"{one} is outside its text").Concat(text.Contains('\r', StringComparison.Ordinal) ? ["a line ends in two characters"] : []);
    }
}
