using System.Xml.Linq;

namespace Credence.Interviews.Qda;

/// <summary>Two projects that were carried, as one.</summary>
internal sealed class CarriedUnion
{
    private static readonly string[] Paths = ["plainTextPath", "richTextPath", "path"];

    private readonly CarriedProject _own;
    private readonly CarriedProject _other;
    private readonly HashSet<Guid> _known;

    private CarriedUnion(CarriedProject own, CarriedProject other)
    {
        (_own, _other) = (own, other);
        _known = [.. own.Document.Descendants().Select(element => QdaGuid.Of(element)).OfType<Guid>()];
    }

    /// <summary>What the first is, with what the other has besides.</summary>
    public static CarriedProject Of(CarriedProject own, CarriedProject other)
    {
        var files = own.Files.ToDictionary(StringComparer.Ordinal);
        var renamed = Renamed(other, files);
        return new CarriedProject(new CarriedUnion(own, renamed).Joined(), files);
    }

    // A file of the same name with other bytes gets another name, and whatever names it follows.
    private static CarriedProject Renamed(CarriedProject other, Dictionary<string, byte[]> files)
    {
        var (document, names) = (new XDocument(other.Document), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var (name, bytes) in other.Files)
        {
            var free = name;
            for (var number = 2; files.TryGetValue(free, out var there) && !there.AsSpan().SequenceEqual(bytes); number++) { free = $"{name[..(name.LastIndexOf('/') + 1)]}{number}-{name[(name.LastIndexOf('/') + 1)..]}"; }

            files[free] = bytes;
            names[name] = free;
        }

        foreach (var attribute in document.Descendants().SelectMany(element => Paths.Select(path => element.Attribute(path))).OfType<XAttribute>())
        {
            if (other.FileOf(attribute.Parent!, attribute.Name.LocalName) is { } name && names[name] is var now && now != name) { attribute.Value = CarriedProject.Internal + now[(now.IndexOf('/', StringComparison.Ordinal) + 1)..]; }
        }

        return new CarriedProject(document, names.ToDictionary(pair => pair.Value, pair => other.Files[pair.Key]));
    }

    private XDocument Joined()
    {
        var joined = new XDocument(_own.Document);
        foreach (var section in _other.Document.Root!.Elements()) { Add("Project", joined.Root!, section); }

        return joined;
    }

    private void Add(string type, XElement parent, XElement theirs)
    {
        var child = QdaShape.Of(type)?.Children.FirstOrDefault(one => one.Name == theirs.Name.LocalName && theirs.Name.Namespace == parent.Name.Namespace);
        if (OwnOf(parent, theirs, child) is { } own)
        {
            if (child is not null && QdaShape.Of(child.Type) is not null && IsSameText(own, theirs))
            {
                foreach (var below in theirs.Elements()) { Add(child.Type, own, below); }
            }

            return;
        }

        // It stands elsewhere here, such as a code that was moved.
        if (QdaGuid.Of(theirs) is { } id && _known.Contains(id)) { return; }

        if (child is null) { parent.Add(new XElement(theirs)); }
        else { QdaShape.Place(type, parent, new XElement(theirs)); }
    }

    // The same thing here: by its id; what stands once, by its name; a value, by its variable; anything else, if it is alike to the letter.
    private static XElement? OwnOf(XElement parent, XElement theirs, QdaChild? child)
    {
        var like = parent.Elements(theirs.Name);
        if (QdaGuid.Of(theirs) is { } id) { return like.FirstOrDefault(one => QdaGuid.Of(one) == id); }

        if (child is { Repeats: false }) { return like.FirstOrDefault(); }

        return like.FirstOrDefault(one => XNode.DeepEquals(one, theirs) || (Target(theirs) is { } target && Target(one) == target));
    }

    private static Guid? Target(XElement element) => QdaGuid.Of(element, "targetGUID") ?? (element.Element(element.Name.Namespace + "VariableRef") is { } variable ? QdaGuid.Of(variable, "targetGUID") : null);

    // Places in another text mean other words.
    private bool IsSameText(XElement own, XElement theirs) => _own.TextOf(own) is not { } text || _other.TextOf(theirs) is not { } their || text == their;
}
