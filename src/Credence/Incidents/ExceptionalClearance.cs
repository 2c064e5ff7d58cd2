namespace Credence.Incidents;

/// <summary>How an incident is cleared exceptionally: the codes of NIBRS data element 4 (FBI, NIBRS technical specification 2019.2.1), and words that exports write for them.</summary>
internal static class ExceptionalClearance
{
    private static readonly (string Code, string[] Words)[] Codes =
    [
        ("A", ["death of offender", "offender death", "death of suspect", "suspect deceased", "offender deceased"]),
        ("B", ["prosecution declined", "declined prosecution", "da declined"]),
        ("C", ["other jurisdiction", "extradition"]),
        ("D", ["victim refused", "refused to cooperate", "victim declined", "victim uncooperative"]),
        ("E", ["no custody"]),
        ("N", ["not applicable", "not cleared exceptionally", "not exceptional"]),
    ];

    /// <summary>The code that a cell stands for, alone or before its words; its own text where it is none of them; null where nothing is written.</summary>
    public static string? CodeOf(string? cell)
    {
        if (cell is null) return null;
        // "D", and "D - Victim Refused to Cooperate"; a sentence may begin with a letter too.
        if (char.ToUpperInvariant(cell[0]) is var letter and (>= 'A' and <= 'E' or 'N') && cell.AsSpan(1).TrimStart() is [] or ['-' or ':' or '=' or '.' or ')', ..]) return letter.ToString();
        return Codes.FirstOrDefault(one => Array.Exists(one.Words, words => cell.Contains(words, StringComparison.OrdinalIgnoreCase))).Code ?? cell;
    }
}
