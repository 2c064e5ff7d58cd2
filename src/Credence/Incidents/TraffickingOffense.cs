using System.Text.RegularExpressions;

namespace Credence.Incidents;

/// <summary>Tells whether an offense, as code or in words, already says human trafficking.</summary>
public static partial class TraffickingOffense
{
    /// <summary>
    /// True for 64A and 64B (NIBRS data element 6) and for words of human trafficking in English and Spanish;
    /// trafficking in drugs or weapons is none.
    /// </summary>
    public static bool IsSaidBy(OffenseCode offense) => Code().IsMatch(offense.Value) || Words().IsMatch(offense.Value);

    [GeneratedRegex(@"(?<![A-Za-z0-9])64-?[AB](?![A-Za-z0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    [GeneratedRegex(
        """
        \b(human|sex|sexual|labor|labour|child|minor|person|persons|people)s?\W+(\w+\W+)?traffick
        | traffick\w*\W+(in|of|for)?\W*(\w+\W+)?(human|person|people|minor|child|women|labor|labour|sex)
        | involuntary\W+servitude | forced\W+labou?r | \btrata\b
        | tr[aá]fico\W+(de\W+)?(humano|persona|menores|mujeres)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Words();
}
