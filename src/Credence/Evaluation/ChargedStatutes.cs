using System.Globalization;
using System.Text.RegularExpressions;
using Credence.Screening;

namespace Credence.Evaluation;

/// <summary>
/// The sections of title 18 in a cell such as <c>1324 ['1589', '1594']</c>. The list in brackets is what was charged; what
/// stands before it groups cases and is wider. 1591 is sex trafficking; 1581 to 1588 (peonage, servitude, slavery), 1589
/// (forced labor), 1590 (trafficking for those) and 1592 (documents) are labor. Others, such as 1594 (attempt), 2421 to 2424
/// (transport) or 1324 (smuggling), do not tell.
/// </summary>
public sealed partial class ChargedStatutes
{
    private const int SexTrafficking = 1591;

    private ChargedStatutes(ExploitationType byList, ExploitationType byAnyPart) => (ByList, ByAnyPart) = (byList, byAnyPart);

    /// <summary>The kind that the bracketed list tells; none without a list or where it does not tell.</summary>
    public ExploitationType ByList { get; }

    /// <summary>The kind that all sections in the cell tell.</summary>
    public ExploitationType ByAnyPart { get; }

    /// <summary>Reads a cell; anything that is no section number is passed over.</summary>
    public static ChargedStatutes Read(string cell)
    {
        var bracket = cell.IndexOf('[', StringComparison.Ordinal);
        return new ChargedStatutes(bracket < 0 ? ExploitationType.None : TypeOf(cell[bracket..]), TypeOf(cell));
    }

    private static ExploitationType TypeOf(string text)
    {
        var sections = Section().Matches(text).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
        return (sections.Contains(SexTrafficking), sections.Exists(IsLabor)) switch
        {
            (true, true) => ExploitationType.Both,
            (true, false) => ExploitationType.Sex,
            (false, true) => ExploitationType.Labor,
            _ => ExploitationType.None,
        };
    }

    private static bool IsLabor(int section) => section is (>= 1581 and <= 1590) or 1592;

    [GeneratedRegex(@"\d{3,4}")]
    private static partial Regex Section();
}
