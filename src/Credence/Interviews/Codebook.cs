namespace Credence.Interviews;

/// <summary>The codes of a project in their order, as a tree.</summary>
public sealed class Codebook
{
    private readonly Dictionary<CodeId, Code> _codes;
    private readonly ILookup<CodeId?, Code> _children;

    /// <summary>From codes in the order in which they stand below their parents.</summary>
    /// <exception cref="ArgumentException">A parent is missing, or a code is its own ancestor.</exception>
    public Codebook(IEnumerable<Code> codes)
    {
        List<Code> all = [.. codes];
        _codes = all.ToDictionary(code => code.Id);
        _children = all.ToLookup(code => code.Parent);
        Codes = [.. InOrder(null)];
        if (Codes.Count != all.Count) { throw new ArgumentException("Found a code whose parent is missing or below it, expected a tree.", nameof(codes)); }
    }

    /// <summary>No codes.</summary>
    public static Codebook Empty { get; } = new([]);

    /// <summary>Every code, a parent before what is below it.</summary>
    public IReadOnlyList<Code> Codes { get; }

    /// <summary>A code by its id; null if it is none of these.</summary>
    public Code? Find(CodeId id) => _codes.GetValueOrDefault(id);

    /// <summary>What stands right below a code, or at the top for null.</summary>
    public IEnumerable<Code> Below(CodeId? parent) => _children[parent];

    /// <summary>A code and everything below it.</summary>
    public IEnumerable<Code> Branch(CodeId id) => Find(id) is { } code ? InOrder(id).Prepend(code) : [];

    /// <summary>How many codes stand above it.</summary>
    public int DepthOf(Code code) => code.Parent is { } parent ? DepthOf(_codes[parent]) + 1 : 0;

    /// <summary>The names from the top down to it.</summary>
    public string PathOf(Code code) => code.Parent is { } parent ? $"{PathOf(_codes[parent])} / {code.Name}" : code.Name;

    /// <summary>A code by its name or its path, without regard to case; null if none or several are called so.</summary>
    public Code? Named(string name)
    {
        var called = Codes.Where(code => Same(code.Name, name) || Same(PathOf(code), name)).Take(2).ToList();
        return called.Count == 1 ? called[0] : null;
    }

    /// <summary>Whether a code may stand below this parent: not below itself.</summary>
    public bool MayStandBelow(CodeId code, CodeId? parent) => parent is not { } above || !Branch(code).Any(one => one.Id == above);

    private IEnumerable<Code> InOrder(CodeId? parent) => _children[parent].SelectMany(code => InOrder(code.Id).Prepend(code));

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
