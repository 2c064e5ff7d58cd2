using System.Text;
using System.Xml.Linq;

namespace Credence.Interviews.Qda;

/// <summary>
/// Writes a project as REFI-QDA: over what was carried from other programs where there is such, so that what Credence has no place for stays as it
/// was, or anew. What nobody changed stays to the letter. No name that was replaced, and no decision about one, is ever written.
/// </summary>
public sealed class QdaWriter
{
    private readonly InterviewProject _project;
    private readonly XElement _root;
    private readonly Dictionary<string, byte[]> _files;
    private readonly CarriedProject _carried;
    private readonly QdaSpelling _spelling;
    private readonly QdaNames _names;

    private QdaWriter(InterviewProject project, string origin)
    {
        _project = project;
        _carried = project.Carried ?? new CarriedProject(new XDocument(new XElement(QdaShape.Project + "Project", new XAttribute("name", Plain(project.Name)), new XAttribute("origin", origin))), new Dictionary<string, byte[]>());
        var document = new XDocument(_carried.Document);
        _root = document.Root!;
        _files = _carried.Files.ToDictionary(StringComparer.Ordinal);
        _spelling = new QdaSpelling(_root);
        _names = new QdaNames(_root, project.Transcripts);
    }

    /// <summary>The project as an archive is to hold it.</summary>
    /// <param name="project">The project.</param>
    /// <param name="origin">Which program writes it, with its version.</param>
    public static CarriedProject Write(InterviewProject project, string origin)
    {
        var writer = new QdaWriter(project, origin);
        writer.WriteCoders();
        new QdaCodeWriter(project, writer._root, writer._spelling).Write();
        writer.WriteTranscripts();
        new QdaMemoWriter(project, writer._root, writer._carried, writer._spelling).Write();
        return new CarriedProject(writer._root.Document!, writer._files);
    }

    /// <summary>Text that XML can hold.</summary>
    internal static string Plain(string text) => TranscriptText.Plain(text);

    /// <summary>Elements of a name anywhere, by their ids.</summary>
    internal static Dictionary<Guid, XElement> ById(IEnumerable<XElement> elements) =>
        elements.Select(element => (Id: QdaGuid.Of(element), element)).Where(pair => pair.Id is not null).DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id!.Value, pair => pair.element);

    /// <summary>Sets an attribute, unless it already says the same.</summary>
    internal static void Say(XElement element, string attribute, string value)
    {
        if ((element.Attribute(attribute)?.Value ?? "") != value) { element.SetAttributeValue(attribute, value); }
    }

    private void WriteCoders()
    {
        var known = ById(QdaReader.Children(_root, "Users", "User"));
        foreach (var coder in _project.Coders.Where(coder => coder.Id != QdaReader.Unstated.Id && !known.ContainsKey(coder.Id.Value)))
        {
            QdaShape.Place("Users", QdaShape.Ensure("Project", _root, "Users"), new XElement(
                QdaShape.Project + "User", new XAttribute("guid", QdaGuid.Text(coder.Id.Value)), new XAttribute("name", Plain(coder.Name))));
        }
    }

    private void WriteTranscripts()
    {
        var known = ById(QdaReader.Children(_root, "Sources", "TextSource"));
        var codings = _project.Codings.ToLookup(coding => coding.Transcript);
        foreach (var transcript in _project.Transcripts)
        {
            if (!known.TryGetValue(transcript.Id.Value, out var source)) { source = Added(transcript); }

            Say(source, "name", _names.Of(transcript));
            WriteVariable(source, QdaReader.Role, transcript.Role);
            WriteVariable(source, QdaReader.Site, transcript.Site);
            WriteCodings(source, transcript, codings[transcript.Id]);
        }
    }

    private XElement Added(Transcript transcript)
    {
        var id = QdaGuid.Text(transcript.Id.Value);
        var source = new XElement(QdaShape.Project + "TextSource", new XAttribute("guid", id), new XAttribute("name", _names.Of(transcript)), new XAttribute("plainTextPath", $"internal://{id}.txt"));
        QdaShape.Ensure("Project", _root, "Sources").Add(source);
        _files[$"sources/{id}.txt"] = Encoding.UTF8.GetBytes(transcript.Text);
        return source;
    }

    private void WriteVariable(XElement source, string name, string value)
    {
        var variable = QdaReader.VariableOf(_root, name);
        var there = QdaReader.ValueOf(source, variable);
        if ((there?.Value.Trim() ?? "") == value) { return; }

        if (there is not null) { there.Value = Plain(value); }
        else
        {
            source.Elements(QdaShape.Project + "VariableValue").Where(one => variable is not null && QdaGuid.Of(one.Element(QdaShape.Project + "VariableRef")!, "targetGUID") == variable).Remove();
            QdaShape.Place("TextSource", source, new XElement(
                QdaShape.Project + "VariableValue",
                new XElement(QdaShape.Project + "VariableRef", new XAttribute("targetGUID", _spelling.Of(variable ?? AddedVariable(name)))),
                new XElement(QdaShape.Project + "TextValue", Plain(value))));
        }
    }

    private Guid AddedVariable(string name)
    {
        var id = QdaGuid.Derived(_project.Id, $"variable {name}");
        QdaShape.Ensure("Project", _root, "Variables").Add(new XElement(
            QdaShape.Project + "Variable", new XAttribute("guid", QdaGuid.Text(id)), new XAttribute("name", name), new XAttribute("typeOfVariable", "Text")));
        return id;
    }

    private void WriteCodings(XElement source, Transcript transcript, IEnumerable<Coding> codings)
    {
        var points = new CodePoints(transcript.Text);
        var selections = ById(source.Elements(QdaShape.Project + "PlainTextSelection"));
        var known = ById(selections.Values.SelectMany(selection => selection.Elements(QdaShape.Project + "Coding")));
        foreach (var coding in codings)
        {
            if (known.TryGetValue(coding.Id.Value, out var element))
            {
                if (!coding.Stands) { Remove(element); }
            }
            else if (coding.Stands)
            {
                if (!selections.TryGetValue(coding.Selection, out var selection)) { selections[coding.Selection] = selection = Added(source, coding, points); }

                QdaShape.Place("PlainTextSelection", selection, new XElement(
                    QdaShape.Project + "Coding", Made(coding.Id.Value, coding),
                    new XElement(QdaShape.Project + "CodeRef", new XAttribute("targetGUID", _spelling.Of(coding.Code.Value)))));
            }
        }
    }

    // A selection that held nothing but this coding goes with it.
    private static void Remove(XElement coding)
    {
        var selection = coding.Parent!;
        coding.Remove();
        if (!selection.HasElements) { selection.Remove(); }
    }

    private XElement Added(XElement source, Coding coding, CodePoints points)
    {
        var selection = new XElement(
            QdaShape.Project + "PlainTextSelection", Made(coding.Selection, coding),
            new XAttribute("startPosition", points.Points(coding.Span.Start)), new XAttribute("endPosition", points.Points(coding.Span.End)));
        QdaShape.Place("TextSource", source, selection);
        return selection;
    }

    private IEnumerable<XAttribute> Made(Guid id, Coding coding)
    {
        yield return new XAttribute("guid", QdaGuid.Text(id));
        if (coding.Coder != QdaReader.Unstated.Id) { yield return new XAttribute("creatingUser", _spelling.Of(coding.Coder.Value)); }

        yield return new XAttribute("creationDateTime", QdaTime.Text(coding.CreatedAt));
    }
}
