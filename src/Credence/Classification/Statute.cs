using Credence.Packs;
using Credence.Screening;

namespace Credence.Classification;

/// <summary>What a statute of a pack is used for.</summary>
public enum StatuteUse
{
    /// <summary>A definition others are built from; it says nothing alone.</summary>
    Part,

    /// <summary>Victim status, help, T and U visas and Continued Presence rest on it.</summary>
    Definition,

    /// <summary>A charge rests on it.</summary>
    Offense,

    /// <summary>The FBI counts under it.</summary>
    Code,
}

/// <summary>A statute, definition or code as a tree of elements.</summary>
public sealed record Statute
{
    /// <summary>Identifier, such as us-severe-sex.</summary>
    public required string Id { get; init; }

    /// <summary>How lawyers cite it.</summary>
    public required string CitedAs { get; init; }

    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>Whose law: us, un, nibrs, ma, uniform.</summary>
    public required string Law { get; init; }

    /// <summary>What it is used for.</summary>
    public required StatuteUse Use { get; init; }

    /// <summary>The kind of exploitation it speaks of; <see cref="ExploitationType.Both"/> if of any.</summary>
    public required ExploitationType Type { get; init; }

    /// <summary>64A or 64B for a code, else null.</summary>
    public string? Code { get; init; }

    /// <summary>What a reader must know, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Where it is written.</summary>
    public required Citation Citation { get; init; }

    /// <summary>The pack it stands in, as id@version.</summary>
    public required string Pack { get; init; }

    /// <summary>The tree.</summary>
    public required StatuteElement Element { get; init; }
}

/// <summary>How the parts of an element are joined.</summary>
public enum Joining
{
    /// <summary>It has no parts: facts decide it.</summary>
    Leaf,

    /// <summary>Every part is needed.</summary>
    All,

    /// <summary>One part is enough; facts may attach to the alternative itself.</summary>
    Any,
}

/// <summary>One element of a statute.</summary>
public sealed record StatuteElement
{
    /// <summary>Identifier among its neighbors.</summary>
    public required string Id { get; init; }

    /// <summary>Completes "It must be shown that …".</summary>
    public required string Title { get; init; }

    /// <summary>How its parts are joined.</summary>
    public required Joining Joining { get; init; }

    /// <summary>Its parts; none for a leaf.</summary>
    public IReadOnlyList<StatuteElement> Parts { get; init; } = [];

    /// <summary>Facts of which any one supports it.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Facts that only raise it.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>What a person should do where only hints speak of it, or null.</summary>
    public string? HintNote { get; init; }

    /// <summary>True for a question of law or of the accused's mind, which no report shows and nobody asks the person.</summary>
    public bool ForCounsel { get; init; }

    /// <summary>One gentle question, or null.</summary>
    public string? Ask { get; init; }

    /// <summary>Where it is written.</summary>
    public required Citation Citation { get; init; }
}
