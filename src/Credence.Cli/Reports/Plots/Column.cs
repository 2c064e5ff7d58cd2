namespace Credence.Cli.Reports.Plots;

/// <summary>A pair of columns of a plot over time.</summary>
/// <param name="Label">The period.</param>
/// <param name="Full">Height of the full column.</param>
/// <param name="Hatched">Height of the hatched column.</param>
public sealed record Column(string Label, long Full, long Hatched);
