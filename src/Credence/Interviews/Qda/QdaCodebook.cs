using System.Xml;
using System.Xml.Linq;

namespace Credence.Interviews.Qda;

/// <summary>Files of REFI-QDA codebooks (.qdc): codes without what was coded.</summary>
public static class QdaCodebook
{
    /// <summary>Reads a codebook; null with a reason if it is none.</summary>
    public static Codebook? Read(Stream stream, out string why)
    {
        why = "found no codebook, expected one of REFI-QDA 1.0 (.qdc)";
        try
        {
            using var whole = new MemoryStream();
            stream.CopyTo(whole);
            whole.Position = 0;
            var root = QdaArchive.ReadXml(whole).Root!;
            return root.Name == QdaShape.Codebook + "CodeBook" ? From(root) : null;
        }
        catch (XmlException e)
        {
            why = $"line {e.LineNumber}: found {QdaArchive.Fault(e)}, expected a codebook of REFI-QDA 1.0 (.qdc)";
            return null;
        }
    }

    /// <summary>Writes a codebook.</summary>
    public static void Write(Codebook codebook, Guid project, string origin, Stream stream)
    {
        var space = QdaShape.Codebook;
        var codes = new XElement(space + "Codes", codebook.Below(null).Select(code => Element(codebook, code, space)));
        var sets = codebook.Codes.Where(code => code.Measure is not null).GroupBy(code => code.Measure!).Select(same => new XElement(
            space + "Set", new XAttribute("guid", QdaGuid.Text(QdaGuid.Derived(project, QdaReader.MeasureSet + same.Key))), new XAttribute("name", QdaReader.MeasureSet + same.Key),
            same.Select(code => new XElement(space + "MemberCode", new XAttribute("guid", QdaGuid.Text(code.Id.Value)))))).ToList();
        QdaArchive.WriteXml(new XDocument(new XElement(space + "CodeBook", new XAttribute("origin", origin), codes, sets.Count > 0 ? new XElement(space + "Sets", sets) : null)), stream);
    }

    /// <summary>The codes of a project or a codebook, each with the measure that a set says it speaks to.</summary>
    internal static Codebook From(XElement root)
    {
        var book = root.Name.LocalName == "CodeBook" ? root : root.Element(root.Name.Namespace + "CodeBook");
        var measures = Measures(root).ToLookup(pair => pair.Code, pair => pair.Measure);
        var (codes, seen) = (new List<Code>(), new HashSet<Guid>());
        if (book?.Element(root.Name.Namespace + "Codes") is { } top) { Add(top, null); }

        return new Codebook(codes);

        void Add(XElement above, CodeId? parent)
        {
            foreach (var element in above.Elements(root.Name.Namespace + "Code"))
            {
                // A code without an id of its own cannot be known again: it is carried, and so is what is below it.
                if (QdaGuid.Of(element) is not { } id || !seen.Add(id)) { continue; }

                codes.Add(new Code(new CodeId(id), element.Attribute("name")?.Value ?? "")
                {
                    Parent = parent,
                    Definition = element.Element(root.Name.Namespace + "Description")?.Value ?? "",
                    Color = element.Attribute("color")?.Value,
                    IsCodable = element.Attribute("isCodable")?.Value is not ("false" or "0"),
                    Measure = measures[id].FirstOrDefault(),
                });
                Add(element, new CodeId(id));
            }
        }
    }

    /// <summary>A code with everything below it.</summary>
    private static XElement Element(Codebook codebook, Code code, XNamespace space) => new(
        space + "Code",
        new XAttribute("guid", QdaGuid.Text(code.Id.Value)), new XAttribute("name", code.Name), new XAttribute("isCodable", code.IsCodable ? "true" : "false"),
        code.Color is null ? null : new XAttribute("color", code.Color),
        code.Definition.Length == 0 ? null : new XElement(space + "Description", code.Definition),
        codebook.Below(code.Id).Select(child => Element(codebook, child, space)));

    private static IEnumerable<(Guid Code, string Measure)> Measures(XElement root) =>
        from set in QdaReader.Children(root, "Sets", "Set")
        let name = set.Attribute("name")?.Value
        where name is not null && name.StartsWith(QdaReader.MeasureSet, StringComparison.Ordinal)
        from member in set.Elements(root.Name.Namespace + "MemberCode")
        let code = QdaGuid.Of(member, "targetGUID") ?? QdaGuid.Of(member)
        where code is not null
        select (code.Value, name[QdaReader.MeasureSet.Length..]);
}
