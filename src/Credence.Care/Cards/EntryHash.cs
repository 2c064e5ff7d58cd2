using System.Security.Cryptography;
using System.Text;
using Credence.Record.Keys;

namespace Credence.Care.Cards;

/// <summary>Keyed hashes of codes and of words, so that whoever has the database and not the ring cannot try them there.</summary>
internal static class EntryHash
{
    // No character that is read as another one: 30 of them, 4.9 bits each.
    private const string Characters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int CodeLength = 12;

    /// <summary>A new code: 58 bits, in groups of four.</summary>
    internal static string NewCode() => string.Join('-', Enumerable.Range(0, CodeLength / 4).Select(_ => RandomNumberGenerator.GetString(Characters, 4)));

    internal static byte[] OfCode(Vault vault, string code) => Of(vault, "cards", new string([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(2 * CodeLength)]));

    internal static byte[] OfWords(Vault vault, string words) => Of(vault, "words of persons", EntryWords.Plain(words));

    private static byte[] Of(Vault vault, string use, string text) => HMACSHA256.HashData(vault.Ring.Derive(use), Encoding.UTF8.GetBytes(text));
}
