using System.Xml.Linq;

namespace Credence.Interviews.Qda;

/// <summary>Writes memos as notes, each referred to from what it is about.</summary>
internal sealed class QdaMemoWriter(InterviewProject project, XElement root, CarriedProject carried, QdaSpelling spelling)
{
    private readonly Dictionary<Guid, XElement> _notes = QdaWriter.ById(QdaReader.Children(root, "Notes", "Note"));

    public void Write()
    {
        if (project.Memos.Count == 0) { return; }

        // Codings by the thousand: looked up once.
        var things = QdaWriter.ById(root.Descendants().Where(element => element.Name.LocalName is "Code" or "TextSource" or "Coding"));
        foreach (var memo in project.Memos)
        {
            var isThere = _notes.TryGetValue(memo.Id.Value, out var note);
            if (memo.RemovedAt is not null && isThere) { Remove(note!); }
            else if (memo.RemovedAt is null && isThere) { Write(memo, note!); }
            else if (memo.RemovedAt is null && (memo.Subject == MemoSubject.Project ? root : things.GetValueOrDefault(memo.About)) is { } about) { Add(memo, about); }
        }
    }

    private void Write(Memo memo, XElement note)
    {
        if (carried.TextOf(note) == memo.Text) { return; }

        note.SetAttributeValue("plainTextPath", null);
        note.SetAttributeValue("richTextPath", null);
        QdaShape.Ensure("TextSource", note, "PlainTextContent").Value = QdaWriter.Plain(memo.Text);
    }

    private void Add(Memo memo, XElement about)
    {
        QdaShape.Ensure("Project", root, "Notes").Add(new XElement(
            QdaShape.Project + "Note",
            new XAttribute("guid", QdaGuid.Text(memo.Id.Value)),
            new XAttribute("name", "Memo"),
            memo.Coder is { } coder && coder != QdaReader.Unstated.Id ? new XAttribute("creatingUser", spelling.Of(coder.Value)) : null,
            memo.CreatedAt is { } time ? new XAttribute("creationDateTime", QdaTime.Text(time)) : null,
            new XElement(QdaShape.Project + "PlainTextContent", QdaWriter.Plain(memo.Text))));
        QdaShape.Place(about.Name.LocalName, about, new XElement(QdaShape.Project + "NoteRef", new XAttribute("targetGUID", QdaGuid.Text(memo.Id.Value))));
    }

    private void Remove(XElement note)
    {
        var id = QdaGuid.Of(note);
        foreach (var reference in root.Descendants(QdaShape.Project + "NoteRef").Where(one => QdaGuid.Of(one, "targetGUID") == id).ToList()) { reference.Remove(); }

        var notes = note.Parent!;
        note.Remove();
        if (!notes.HasElements) { notes.Remove(); }
    }
}
