namespace Credence.Evaluation.Measures;

/// <summary>Words that tables of measures share.</summary>
public static class MeasureWords
{
    /// <summary>A group that the record does not name.</summary>
    public const string NotRecorded = "not recorded";

    /// <summary>All groups together.</summary>
    public const string All = "all";

    /// <summary>The answer that a plain measure counts.</summary>
    public const string Yes = "yes";

    /// <summary>The other answer.</summary>
    public const string No = "no";
}
