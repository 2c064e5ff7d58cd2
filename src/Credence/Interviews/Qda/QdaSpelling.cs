using System.Xml.Linq;

namespace Credence.Interviews.Qda;

/// <summary>
/// How a project spells its ids: the standard allows braces and both cases, and some programs compare what refers to a thing with its id letter by
/// letter. So we write an id as the thing has it that it stands for.
/// </summary>
internal sealed class QdaSpelling(XElement root)
{
    private readonly Dictionary<Guid, string> _written = root.DescendantsAndSelf().Attributes("guid")
        .Select(attribute => (Id: QdaGuid.Of(attribute.Value), attribute.Value)).Where(one => one.Id is not null).DistinctBy(one => one.Id).ToDictionary(one => one.Id!.Value, one => one.Value);

    /// <summary>An id as it stands in the project, or as we write one.</summary>
    public string Of(Guid id) => _written.GetValueOrDefault(id) ?? QdaGuid.Text(id);
}
