using System.Globalization;
using System.Text.RegularExpressions;

namespace Credence.Classification;

/// <summary>A badge number without what typing alone changes.</summary>
/// <remarks>
/// Which mistake is worse decides what counts as spelling. Two spellings taken for two people let somebody approve her own
/// arrest; two people taken for one only ask for another approver. So case, width, blanks, signs between, leading zeros and
/// the words "badge", "number" and "no." are spelling. Letters are not: B12 and C12, or 12 and B12, are two people, since
/// agencies number their units and ranks apart. Nor is O a zero, nor l a one: that would be a guess about a hand.
/// </remarks>
internal static partial class BadgeNumber
{
    internal static string Plain(string badge)
    {
        var words = NamingWord().Replace(new string([.. badge.Where(c => !IsUnseen(c)).Select(Narrow)]).ToUpperInvariant(), " ");
        var plain = string.Concat(LettersOrDigits().Matches(words).Select(run => WithoutZeros(run.Value)));
        return plain.Length > 0 ? plain : badge.Any(char.IsDigit) ? "0" : badge.Trim().ToUpperInvariant();
    }

    private static string WithoutZeros(string run) => char.IsLetter(run[0])
        ? run
        : string.Concat(run.Select(digit => CharUnicodeInfo.GetDecimalDigitValue(digit))).TrimStart('0');

    private static bool IsUnseen(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control;

    // U+FF01 to U+FF5E repeat ASCII in the width of an ideograph.
    private static char Narrow(char c) => c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c;

    [GeneratedRegex(@"\b(?:BADGE|NUMBER|NO|NR)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NamingWord();

    [GeneratedRegex(@"\p{L}+|\p{Nd}+", RegexOptions.CultureInvariant)]
    private static partial Regex LettersOrDigits();
}
