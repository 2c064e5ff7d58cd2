namespace Credence.Disclosure;

/// <summary>A withheld cell of which the published ones tell more than promised, and what has to be withheld besides.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Weights">How much each open cell would help if it were withheld; null where only "any one more" is known.</param>
/// <param name="Needed">How much help is needed.</param>
internal sealed record Gap(int Cell, double[]? Weights, double Needed);
