namespace Credence.Interviews;

/// <summary>A code of the codebook: a word for something that interviews say.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">What it is called; unique below its parent.</param>
public sealed record Code(CodeId Id, string Name)
{
    /// <summary>The code above it; null at the top.</summary>
    public CodeId? Parent { get; init; }

    /// <summary>When to use it and when not, as the coders agreed; empty if nothing is written.</summary>
    public string Definition { get; init; } = "";

    /// <summary>A color such as #1f4f78; null if none was chosen.</summary>
    public string? Color { get; init; }

    /// <summary>False for a heading that only holds others.</summary>
    public bool IsCodable { get; init; } = true;

    /// <summary>The id of the measure that it speaks to, for a joint display; null if none.</summary>
    public string? Measure { get; init; }

    /// <summary>The id only.</summary>
    public override string ToString() => $"Code({Id.Value})";
}
