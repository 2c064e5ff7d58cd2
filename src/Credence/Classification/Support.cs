namespace Credence.Classification;

/// <summary>Whether the evidence supports something: three values, of which unknown is no "no".</summary>
public enum Support
{
    /// <summary>Something said, answered or recorded speaks against it, and nothing for it.</summary>
    NotSupported,

    /// <summary>Nothing decides it.</summary>
    Unknown,

    /// <summary>Something said, answered or recorded supports it.</summary>
    Supported,
}

/// <summary>Joins three values as Kleene does (Introduction to Metamathematics, 1952, section 64).</summary>
public static class SupportLogic
{
    /// <summary>Every part is needed: one that is not supported decides; else one that is unknown does. All of none is supported.</summary>
    public static Support All(IEnumerable<Support> parts) => parts.Aggregate(Support.Supported, (a, b) => a < b ? a : b);

    /// <summary>One part is enough: one that is supported decides; else one that is unknown does. Any of none is not supported.</summary>
    public static Support Any(IEnumerable<Support> parts) => parts.Aggregate(Support.NotSupported, (a, b) => a > b ? a : b);
}
