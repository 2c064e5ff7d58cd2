using System.Xml.Linq;

namespace Credence.Interviews.Qda;

/// <summary>Writes the codes of a project over those that were carried, and which measures they speak to as sets of codes.</summary>
internal sealed class QdaCodeWriter(InterviewProject project, XElement root, QdaSpelling spelling)
{
    public void Write()
    {
        WriteCodes();
        WriteMeasures();
    }

    private void WriteCodes()
    {
        var known = QdaWriter.ById(root.Element(QdaShape.Project + "CodeBook")?.Descendants(QdaShape.Project + "Code") ?? []);
        foreach (var code in project.Codebook.Codes)
        {
            var above = code.Parent is { } parent ? known[parent.Value] : Top();
            if (!known.TryGetValue(code.Id.Value, out var element))
            {
                known[code.Id.Value] = element = new XElement(QdaShape.Project + "Code", new XAttribute("guid", QdaGuid.Text(code.Id.Value)), new XAttribute("name", ""), new XAttribute("isCodable", "true"));
                QdaShape.Place(above.Name.LocalName, above, element);
            }
            else if (element.Parent != above)
            {
                element.Remove();
                QdaShape.Place(above.Name.LocalName, above, element);
            }

            Write(code, element);
        }

        foreach (var removed in project.RemovedCodes.Where(removed => known.ContainsKey(removed.Value))) { Remove(known[removed.Value]); }
    }

    private XElement Top() => QdaShape.Ensure("CodeBook", QdaShape.Ensure("Project", root, "CodeBook"), "Codes");

    private static void Write(Code code, XElement element)
    {
        QdaWriter.Say(element, "name", QdaWriter.Plain(code.Name));
        if (code.IsCodable != (element.Attribute("isCodable")?.Value is not ("false" or "0"))) { element.SetAttributeValue("isCodable", code.IsCodable ? "true" : "false"); }

        if (element.Attribute("color")?.Value != code.Color) { element.SetAttributeValue("color", code.Color); }

        var description = element.Element(QdaShape.Project + "Description");
        if ((description?.Value ?? "") == code.Definition) { return; }

        (description ?? QdaShape.Ensure("Code", element, "Description")).Value = QdaWriter.Plain(code.Definition);
    }

    // What still refers to it would refer to nothing.
    private void Remove(XElement element)
    {
        var (id, above) = (QdaGuid.Of(element), element.Parent!);
        element.Remove();
        // The standard knows no list without an entry.
        if (above.Name.LocalName == "Codes" && !above.HasElements) { above.Parent!.Remove(); }

        foreach (var reference in root.Descendants(QdaShape.Project + "MemberCode").Where(one => QdaGuid.Of(one, "targetGUID") == id).ToList()) { reference.Remove(); }
    }

    private void WriteMeasures()
    {
        var wanted = project.Codebook.Codes.Where(code => code.Measure is not null).ToLookup(code => QdaReader.MeasureSet + code.Measure, code => code.Id.Value);
        var sets = QdaReader.Children(root, "Sets", "Set").Where(set => set.Attribute("name")?.Value.StartsWith(QdaReader.MeasureSet, StringComparison.Ordinal) == true).ToList();
        foreach (var set in sets) { Keep(set, [.. wanted[set.Attribute("name")!.Value]]); }

        foreach (var group in wanted.Where(group => sets.TrueForAll(set => set.Attribute("name")!.Value != group.Key)))
        {
            QdaShape.Ensure("Project", root, "Sets").Add(new XElement(
                QdaShape.Project + "Set", new XAttribute("guid", QdaGuid.Text(QdaGuid.Derived(project.Id, group.Key))), new XAttribute("name", QdaWriter.Plain(group.Key)), group.Select(Member)));
        }
    }

    private void Keep(XElement set, HashSet<Guid> codes)
    {
        foreach (var member in set.Elements(QdaShape.Project + "MemberCode").ToList())
        {
            if (QdaGuid.Of(member, "targetGUID") is not { } code || !codes.Remove(code)) { member.Remove(); }
        }

        foreach (var code in codes) { QdaShape.Place("Set", set, Member(code)); }

        if (set.HasElements) { return; }

        var sets = set.Parent!;
        set.Remove();
        if (!sets.HasElements) { sets.Remove(); }
    }

    private XElement Member(Guid code) => new(QdaShape.Project + "MemberCode", new XAttribute("targetGUID", spelling.Of(code)));
}
