using System.Xml.Linq;

namespace Credence.Interviews.Qda;

/// <summary>A child that an element may have: its name, its type, and how often.</summary>
internal sealed record QdaChild(string Name, string Type, bool Required, bool Repeats)
{
    public override string ToString() => Name;
}

/// <summary>An attribute that an element may have: its name, what it holds, and whether it must be there.</summary>
internal sealed record QdaAttribute(string Name, string Kind, bool Required)
{
    public override string ToString() => Name;
}

/// <summary>What an element of one type holds.</summary>
internal sealed record QdaType(IReadOnlyList<QdaChild> Children, IReadOnlyList<QdaAttribute> Attributes, bool AnyOrder);

/// <summary>
/// The structure of REFI-QDA 1.0 projects (Project.xsd of 18 March 2019, as the standard's text of version 1.5 prints it) and codebooks, stated by us:
/// type = children in their order | attributes. ! must be there, + one or more, * any number, ? at most one; ~ children in any order.
/// </summary>
internal static class QdaShape
{
    public static readonly XNamespace Project = "urn:QDA-XML:project:1.0";
    public static readonly XNamespace Codebook = "urn:QDA-XML:codebook:1.0";

    private const string Made = "creatingUser:guid creationDateTime:time modifyingUser:guid modifiedDateTime:time";

    private static readonly Dictionary<string, QdaType> Types = Lines(
        $"""
        Project = Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description:text? NoteRef:Ref* | name! origin creatingUserGUID:guid creationDateTime:time modifyingUserGUID:guid modifiedDateTime:time basePath
        Users = User+
        User = | guid!:guid name id
        CodeBook = Codes!
        BookOfCodes = Codes:BookCodes! Sets:BookSets? | origin
        BookCodes = Code:BookCode+
        BookCode = Description:text? Code:BookCode* | guid!:guid name! isCodable!:boolean color:color
        BookSets = Set:BookSet*
        BookSet = Description:text? MemberCode:Member* | guid!:guid name!
        Member = | guid!:guid
        Codes = Code+
        Code = Description:text? NoteRef:Ref* Code* | guid!:guid name! isCodable!:boolean color:color
        Variables = Variable+
        Variable = Description:text? | guid!:guid name! typeOfVariable!:variable
        VariableValue = VariableRef:Ref! TextValue:text? BooleanValue:boolean? IntegerValue:integer? FloatValue:number? DateValue:day? DateTimeValue:time?
        Cases = Case+
        Case = Description:text? CodeRef:Ref* VariableValue* SourceRef:Ref* SelectionRef:Ref* | guid!:guid name
        Sources = ~ TextSource* PictureSource* PDFSource* AudioSource* VideoSource*
        TextSource = Description:text? PlainTextContent:text? PlainTextSelection* Coding* NoteRef:Ref* VariableValue* | guid!:guid name richTextPath plainTextPath {Made}
        PlainTextSelection = Description:text? Coding* NoteRef:Ref* | guid!:guid name startPosition!:integer endPosition!:integer {Made}
        Coding = CodeRef:Ref! NoteRef:Ref* | guid!:guid creatingUser:guid creationDateTime:time
        PictureSource = Description:text? TextDescription:TextSource? PictureSelection* Coding* NoteRef:Ref* VariableValue* | guid!:guid name path currentPath {Made}
        PictureSelection = Description:text? Coding* NoteRef:Ref* | guid!:guid name firstX!:integer firstY!:integer secondX!:integer secondY!:integer {Made}
        PDFSource = Description:text? PDFSelection* Representation:TextSource? Coding* NoteRef:Ref* VariableValue* | guid!:guid name path currentPath {Made}
        PDFSelection = Description:text? Representation:TextSource? Coding* NoteRef:Ref* | guid!:guid name page!:integer firstX!:integer firstY!:integer secondX!:integer secondY!:integer {Made}
        AudioSource = Description:text? Transcript* AudioSelection:TimeSelection* Coding* NoteRef:Ref* VariableValue* | guid!:guid name path currentPath {Made}
        VideoSource = Description:text? Transcript* VideoSelection:TimeSelection* Coding* NoteRef:Ref* VariableValue* | guid!:guid name path currentPath {Made}
        TimeSelection = Description:text? Coding* NoteRef:Ref* | guid!:guid name begin!:integer end!:integer {Made}
        Transcript = Description:text? PlainTextContent:text? SyncPoint* TranscriptSelection* NoteRef:Ref* | guid!:guid name richTextPath plainTextPath {Made}
        SyncPoint = | guid!:guid timeStamp:integer position:integer
        TranscriptSelection = Description:text? Coding* NoteRef:Ref* | guid!:guid name fromSyncPoint:guid toSyncPoint:guid {Made}
        Notes = Note:TextSource+
        Links = Link+
        Link = NoteRef:Ref* | guid!:guid name direction:direction color:color originGUID:guid targetGUID:guid
        Sets = Set+
        Set = Description:text? MemberCode:Ref* MemberSource:Ref* MemberNote:Ref* | guid!:guid name!
        Graphs = Graph+
        Graph = Vertex* Edge* | guid!:guid name
        Vertex = | guid!:guid representedGUID:guid name firstX!:integer firstY!:integer secondX:integer secondY:integer shape:shape color:color
        Edge = | guid!:guid representedGUID:guid name sourceVertex!:guid targetVertex!:guid color:color direction:direction lineStyle:line
        Ref = | targetGUID!:guid
        """);

    /// <summary>A type that has children or attributes; null for one that is mere text.</summary>
    public static QdaType? Of(string type) => Types.GetValueOrDefault(type);

    /// <summary>Puts a child where the standard's order wants it: behind the last that belongs before or beside it.</summary>
    public static void Place(string type, XElement parent, XElement child)
    {
        List<string> order = [.. Types[type].Children.Select(one => one.Name)];
        var rank = order.IndexOf(child.Name.LocalName);
        var before = parent.Elements().LastOrDefault(one => order.IndexOf(one.Name.LocalName) is var its && its >= 0 && its <= rank);
        if (before is null) { parent.AddFirst(child); }
        else { before.AddAfterSelf(child); }
    }

    /// <summary>The child of this name, made and put in its place where it is missing.</summary>
    public static XElement Ensure(string type, XElement parent, string name)
    {
        if (parent.Element(parent.Name.Namespace + name) is { } there) { return there; }

        var made = new XElement(parent.Name.Namespace + name);
        Place(type, parent, made);
        return made;
    }

    private static Dictionary<string, QdaType> Lines(string lines) => lines.Split('\n').Select(line => line.Split('=', 2)).ToDictionary(line => line[0].Trim(), line => Parsed(line[1]));

    private static QdaType Parsed(string line)
    {
        var (children, attributes) = line.Split('|') is [var before, var behind] ? (Words(before), Words(behind)) : (Words(line), []);
        return new QdaType(
            [.. children.Where(word => word != "~").Select(Child)],
            [.. attributes.Select(word => word.Split(':')).Select(parts => new QdaAttribute(parts[0].TrimEnd('!'), parts.ElementAtOrDefault(1) ?? "text", parts[0].EndsWith('!')))],
            children.Contains("~"));
    }

    private static QdaChild Child(string word)
    {
        var parts = word.TrimEnd('!', '?', '*', '+').Split(':');
        return new QdaChild(parts[0], parts.ElementAtOrDefault(1) ?? parts[0], word[^1] is '!' or '+', word[^1] is '*' or '+');
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
