namespace Credence.Text;

/// <summary>One element of a pattern in terms of word classes; numbers of <see cref="Fillings"/>, so that all places stay near the processor.</summary>
/// <param name="Filter">Of the classes that may fill the place or begin a row in it.</param>
/// <param name="Single">The classes that alone fill the place.</param>
/// <param name="Rows">Rows of several words that fill it; 0 for none.</param>
/// <param name="MaxGap">How many other words may stand before it.</param>
/// <param name="IsOptional">True if it may be left empty.</param>
internal readonly record struct Place(ushort Filter, ushort Single, ushort Rows, byte MaxGap, bool IsOptional);
