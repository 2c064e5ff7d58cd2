namespace Credence.Text;

/// <summary>Folds UTF-16 code units to the few symbols that words are made of: case and accents do not count.</summary>
internal static class Characters
{
    internal const byte Separator = 0;
    internal const byte Ex = 'x' - 'a' + 1;
    internal const byte FirstDigit = 27;
    internal const byte LastDigit = 36;
    internal const byte OtherLetter = 37;
    internal const byte Ignorable = 38;

    /// <summary>Symbols fit in so many bits: a row of the automaton is one shift away.</summary>
    internal const int SymbolBits = 6;

    private static readonly (char Base, string Accented)[] Accents =
    [
        ('a', "àáâãäåāăą"), ('c', "çćĉċč"), ('d', "ďđ"), ('e', "èéêëēĕėęě"), ('g', "ĝğġģ"), ('h', "ĥħ"),
        ('i', "ìíîïĩīĭįı"), ('j', "ĵ"), ('k', "ķ"), ('l', "ĺļľŀł"), ('n', "ñńņňŉ"), ('o', "òóôõöøōŏő"),
        ('r', "ŕŗř"), ('s', "śŝşšș"), ('t', "ţťŧț"), ('u', "ùúûüũūŭůűų"), ('w', "ŵ"), ('y', "ýÿŷ"), ('z', "źżž"),
    ];

    /// <summary>Symbol of each UTF-16 code unit.</summary>
    internal static readonly byte[] Symbols = Fold();

    internal static bool IsDigit(byte symbol) => symbol is >= FirstDigit and <= LastDigit;

    private static byte[] Fold()
    {
        var symbols = new byte[char.MaxValue + 1];
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            symbols[unit] = SymbolOf((char)unit);
        }

        foreach (var (letter, accented) in Accents)
        {
            foreach (var unit in accented)
            {
                symbols[unit] = symbols[letter];
                symbols[char.ToUpperInvariant(unit)] = symbols[letter];
            }
        }

        return symbols;
    }

    private static byte SymbolOf(char unit) => unit switch
    {
        >= 'a' and <= 'z' => (byte)(unit - 'a' + 1),
        >= 'A' and <= 'Z' => (byte)(unit - 'A' + 1),
        >= '0' and <= '9' => (byte)(unit - '0' + FirstDigit),
        // Combining marks, soft hyphen, zero-width characters: é may be written as e and a mark.
        (>= '\u0300' and <= '\u036F') or '\u00AD' or (>= '\u200B' and <= '\u200D') or '\uFEFF' => Ignorable,
        _ when char.IsLetterOrDigit(unit) || char.IsSurrogate(unit) => OtherLetter,
        _ => Separator,
    };
}
