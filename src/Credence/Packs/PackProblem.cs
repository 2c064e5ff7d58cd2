using System.Globalization;

namespace Credence.Packs;

/// <summary>What is wrong in a pack, for the person who wrote it.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Problem">One sentence: found and expected.</param>
public sealed record PackProblem(string File, int Line, string Problem)
{
    /// <summary>file:line: problem.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Problem}");
}
