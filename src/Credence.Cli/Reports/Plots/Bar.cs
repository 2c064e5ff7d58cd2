namespace Credence.Cli.Reports.Plots;

/// <summary>A bar of a plot: a full part, and a hatched part behind it.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Full">The full part.</param>
/// <param name="Hatched">The hatched part.</param>
/// <param name="Says">The numbers in words, beside the bar.</param>
public sealed record Bar(string Label, long Full, long Hatched, string Says)
{
    private const int LineLength = 46;

    /// <summary>The label in one or two lines that a phone can show.</summary>
    internal IReadOnlyList<string> Lines { get; } = Broken(Label);

    private static IReadOnlyList<string> Broken(string label)
    {
        if (label.Length <= LineLength) return [label];
        var space = label.LastIndexOf(' ', LineLength);
        var at = space > LineLength / 2 ? space : LineLength;
        var rest = label[at..].TrimStart();
        return [label[..at], rest.Length <= LineLength ? rest : $"{rest[..(LineLength - 1)]}…"];
    }
}
