namespace Credence.Incidents;

/// <summary>What somebody wrote about an incident. It holds a person's story, so it does not print itself.</summary>
/// <param name="Text">The text as read, in UTF-16; every span of a finding counts its code units.</param>
public readonly record struct Narrative(string Text)
{
    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => Text.Length;

    /// <summary>Says how long the narrative is, never what it says.</summary>
    public override string ToString() => $"Narrative({Length} characters)";
}
