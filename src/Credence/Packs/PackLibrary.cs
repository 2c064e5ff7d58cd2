namespace Credence.Packs;

/// <summary>The packs that were read, and what is wrong with them.</summary>
/// <param name="Packs">Packs whose shape is right, by id.</param>
/// <param name="Problems">Problems of shape, by file and line.</param>
public sealed record PackLibrary(IReadOnlyList<Pack> Packs, IReadOnlyList<PackProblem> Problems)
{
    /// <summary>The packs of a kind, in order of id.</summary>
    public IEnumerable<Pack> OfKind(string kind) => Packs.Where(pack => pack.Kind == kind);

    /// <summary>The pack of that id, or null.</summary>
    public Pack? Find(string id) => Packs.FirstOrDefault(pack => pack.Id == id);
}
