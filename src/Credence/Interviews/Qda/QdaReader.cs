using System.Xml.Linq;

namespace Credence.Interviews.Qda;

/// <summary>What a project of another program holds, as ours, and what of it is only carried.</summary>
/// <param name="Project">The project, with all of the file carried along.</param>
/// <param name="Notices">What a researcher should know, in sentences that quote nothing.</param>
public sealed record QdaReading(InterviewProject Project, IReadOnlyList<string> Notices);

/// <summary>Reads a project of REFI-QDA.</summary>
public sealed class QdaReader
{
    /// <summary>The name of the variable of a source that says whose interview it is, and of that which says where.</summary>
    internal const string Role = "role", Site = "site";

    /// <summary>How a set is called whose codes speak to a measure.</summary>
    internal const string MeasureSet = "speaks to measure ";

    private readonly CarriedProject _carried;
    private readonly List<Coding> _codings = [];
    private readonly HashSet<Guid> _users;
    private readonly Codebook _codebook;
    private int _unplaced;

    private QdaReader(CarriedProject carried)
    {
        _carried = carried;
        _codebook = QdaCodebook.From(Root);
        _users = [.. Users().Select(user => user.Id.Value)];
    }

    private XElement Root => _carried.Document.Root!;

    /// <summary>Reads a project as the one of this id; nothing of it is lost, because all of it is carried.</summary>
    public static QdaReading Read(CarriedProject carried, Guid id) => new QdaReader(carried).Read(id);

    private QdaReading Read(Guid id)
    {
        List<(XElement Source, Transcript Transcript)> sources = [.. Sources()];
        foreach (var (source, transcript) in sources) { ReadCodings(source, transcript); }

        var coders = Users().ToList();
        if (_codings.Exists(coding => coding.Coder == Unstated.Id)) { coders.Add(Unstated); }

        var project = new InterviewProject(id, Root.Attribute("name")?.Value ?? "")
        {
            Coders = coders,
            Codebook = _codebook,
            Transcripts = [.. sources.Select(pair => pair.Transcript)],
            Codings = _codings,
            Memos = [.. Memos([.. sources.Select(pair => pair.Transcript.Id.Value)], id)],
            Carried = _carried,
        };
        return new QdaReading(project, [.. Notices(sources.Count)]);
    }

    /// <summary>The coder of codings of which no file says whose they are.</summary>
    internal static Coder Unstated { get; } = new(new CoderId(Guid.Empty), "not stated");

    private IEnumerable<string> Notices(int transcripts)
    {
        var withoutText = Children(Root, "Sources", "TextSource").Count() - transcripts;
        if (withoutText > 0) { yield return $"{withoutText} texts have no plain text in the file: kept and given back, not shown."; }

        foreach (var (words, count) in _carried.Unshown) { yield return $"{count} {words}: kept and given back, not shown."; }

        if (_unplaced > 0) { yield return $"{_unplaced} codings stand outside their text or name no code: kept and given back, not shown."; }

        var problems = QdaCheck.Of(Root).Count;
        if (problems > 0) { yield return $"The file departs from the standard in {problems} places: kept and given back as they are."; }
    }

    private IEnumerable<Coder> Users() => Children(Root, "Users", "User").Select(user => (Id: QdaGuid.Of(user), Name: user.Attribute("name")?.Value))
        .Where(user => user.Id is not null).DistinctBy(user => user.Id).Select((user, place) => new Coder(new CoderId(user.Id!.Value), user.Name is { Length: > 0 } name ? name : $"user {place + 1}"));

    private IEnumerable<(XElement, Transcript)> Sources()
    {
        var (role, site) = (VariableOf(Root, Role), VariableOf(Root, Site));
        var number = 0;
        foreach (var source in Children(Root, "Sources", "TextSource").Where(source => QdaGuid.Of(source) is not null).DistinctBy(source => QdaGuid.Of(source)))
        {
            if (_carried.TextOf(source) is not { } text) { continue; }

            number++;
            yield return (source, new Transcript(new TranscriptId(QdaGuid.Of(source)!.Value), number, source.Attribute("name")?.Value ?? "", text)
            {
                Role = ValueOf(source, role)?.Value.Trim() ?? "",
                Site = ValueOf(source, site)?.Value.Trim() ?? "",
            });
        }
    }

    private void ReadCodings(XElement source, Transcript transcript)
    {
        var points = new CodePoints(transcript.Text);
        foreach (var selection in source.Elements(QdaShape.Project + "PlainTextSelection"))
        {
            var span = SpanOf(selection, points);
            foreach (var coding in selection.Elements(QdaShape.Project + "Coding"))
            {
                if (span?.IsIn(transcript.Text.Length) == true && Coding(coding, selection, transcript.Id, span.Value) is { } read) { _codings.Add(read); }
                else { _unplaced++; }
            }
        }
    }

    private Coding? Coding(XElement coding, XElement selection, TranscriptId transcript, TextSpan span)
    {
        var code = QdaGuid.Of(coding.Element(QdaShape.Project + "CodeRef") ?? coding, "targetGUID");
        if (QdaGuid.Of(coding) is not { } id || QdaGuid.Of(selection) is not { } selected || code is null || _codebook.Find(new CodeId(code.Value)) is null) { return null; }

        var user = new[] { coding, selection }.Select(one => QdaGuid.Of(one, "creatingUser")).FirstOrDefault(one => one is { } known && _users.Contains(known));
        var time = QdaTime.Of(coding.Attribute("creationDateTime")?.Value) ?? QdaTime.Of(selection.Attribute("creationDateTime")?.Value) ?? DateTimeOffset.UnixEpoch;
        return new Coding(new CodingId(id), transcript, span, new CodeId(code.Value), user is { } coder ? new CoderId(coder) : Unstated.Id, time) { Selection = selected };
    }

    private static TextSpan? SpanOf(XElement selection, CodePoints points) =>
        long.TryParse(selection.Attribute("startPosition")?.Value, out var start) && long.TryParse(selection.Attribute("endPosition")?.Value, out var end)
        && points.Units(start) is { } from && points.Units(end) is { } to ? new TextSpan(from, to) : null;

    // A note that one thing refers to is its memo; what several share, or nothing does, is carried.
    private IEnumerable<Memo> Memos(HashSet<Guid> transcripts, Guid project)
    {
        var about = Root.Descendants(QdaShape.Project + "NoteRef").ToLookup(reference => QdaGuid.Of(reference, "targetGUID"));
        var codings = _codings.Select(coding => coding.Id.Value).ToHashSet();
        foreach (var note in Children(Root, "Notes", "Note"))
        {
            if (QdaGuid.Of(note) is not { } id || _carried.TextOf(note) is not { } text || about[id].ToList() is not [{ Parent: { } thing }]) { continue; }

            var its = QdaGuid.Of(thing);
            var subject = thing == Root ? MemoSubject.Project
                : thing.Name.LocalName == "Code" && its is { } code && _codebook.Find(new CodeId(code)) is not null ? MemoSubject.Code
                : thing.Name.LocalName == "TextSource" && its is { } source && transcripts.Contains(source) ? MemoSubject.Transcript
                : thing.Name.LocalName == "Coding" && its is { } coding && codings.Contains(coding) ? MemoSubject.Coding
                : (MemoSubject?)null;
            if (subject is not { } kind) { continue; }

            yield return new Memo(new MemoId(id), kind, kind == MemoSubject.Project ? project : its!.Value, text)
            {
                Coder = QdaGuid.Of(note, "creatingUser") is { } user && _users.Contains(user) ? new CoderId(user) : null,
                CreatedAt = QdaTime.Of(note.Attribute("creationDateTime")?.Value),
            };
        }
    }

    internal static IEnumerable<XElement> Children(XElement root, string section, string name) =>
        root.Element(root.Name.Namespace + section)?.Elements(root.Name.Namespace + name) ?? [];

    /// <summary>The variable of this name; null if there is none.</summary>
    internal static Guid? VariableOf(XElement root, string name) => Children(root, "Variables", "Variable")
        .Where(variable => name.Equals(variable.Attribute("name")?.Value, StringComparison.OrdinalIgnoreCase)).Select(variable => QdaGuid.Of(variable)).FirstOrDefault();

    /// <summary>The text that a source has of a variable; null if it has none.</summary>
    internal static XElement? ValueOf(XElement source, Guid? variable) => variable is null ? null : source.Elements(QdaShape.Project + "VariableValue")
        .FirstOrDefault(value => value.Element(QdaShape.Project + "VariableRef") is { } reference && QdaGuid.Of(reference, "targetGUID") == variable)?.Element(QdaShape.Project + "TextValue");
}
