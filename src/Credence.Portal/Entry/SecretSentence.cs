using System.Collections.Frozen;
using System.Globalization;
using Credence.Web.SignIns;

namespace Credence.Portal.Entry;

/// <summary>
/// Which secret sentences are too easy to guess: what many people choose, in English and Spanish, and what is one word with a year or a number behind it. Length
/// and lists, as NIST SP 800-63B has it; whether accents are typed does not matter. The lists are of our own making.
/// </summary>
internal static class SecretSentence
{
    private const int FewestWords = 3;
    private const int LongAnyway = 20;
    private const int FewestLeft = 6;

    // Whole words that do not count: names and what one calls somebody.
    private static readonly FrozenSet<string> Plain =
        ("password passwort clave secreto secreta contrasena micontrasena acceso usuario admin amor amo amore love baby bebe mama papa mami papi hijo hija dios jesus cristo virgen maria jose juan luis "
            + "carlos pedro miguel angel ana rosa carmen lupe lupita guadalupe fernanda daniela valeria sofia alejandro alejandra gabriela paloma princesa princess reina bonita hermosa preciosa corazon "
            + "mexico guatemala honduras salvador nicaragua colombia cuba america chivas barcelona madrid futbol hola adios enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
            + "diciembre lunes martes miercoles jueves viernes sabado domingo january february march april june july august september october november december monday tuesday wednesday thursday friday "
            + "saturday sunday uno dos tres cuatro cinco one two three four five").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // What is taken out wherever it stands, with or without spaces; longer ones first.
    private static readonly string[] Sayings =
    [
        .. ("tequieromuchomiamor tequieromucho teamomucho teextranomucho miamoreterno amordemivida mividaentera noteolvido parasiempre porsiempre diosesamor diosmebendiga diosesgrande enelnombredejesus "
            + "jesusteama virgendeguadalupe vivamexico micorazon mifamilia mishijos mihijo mihija micontrasena contrasena password guadalupe mariposa princesa abcdef qwerty asdfgh iloveyou ilovemyfamily "
            + "trustnoone letmein sunshine babygirl mybaby tequiero miamor mivida teamo").Split(' ').OrderByDescending(saying => saying.Length),
    ];

    public static bool IsWeak(string text)
    {
        var folded = string.Concat(text.Trim().ToLowerInvariant().Select(Plainly));
        if (folded.Length < SignInRules.ShortestPassword || CommonPasswords.IsCommon("", folded)) return true;
        var words = Words(folded);
        var left = string.Concat(words.Where(word => !Plain.Contains(word)));
        foreach (var saying in Sayings) left = left.Replace(saying, "", StringComparison.Ordinal);
        return left.Length < FewestLeft || (words.Distinct().Count() < FewestWords && words.Sum(word => word.Length) < LongAnyway);
    }

    // Runs of letters. Where a script has no capitals a letter stands for a word: such scripts write words without a space between, or with few letters.
    private static List<string> Words(string folded)
    {
        var (words, run) = (new List<string>(), "");
        foreach (var letter in folded.Append(' '))
        {
            if (char.IsLetter(letter) && char.GetUnicodeCategory(letter) is not UnicodeCategory.OtherLetter) run += letter;
            else
            {
                if (run.Length > 1) words.Add(run);
                run = "";
                if (char.IsLetter(letter)) words.Add(letter.ToString());
            }
        }

        return words;
    }

    // The program runs without the system's tables, so the letters of the languages of the pages stand here.
    private static char Plainly(char letter) => letter switch
    {
        'á' or 'à' or 'â' or 'ä' or 'ã' => 'a',
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'í' or 'ì' or 'î' or 'ï' => 'i',
        'ó' or 'ò' or 'ô' or 'ö' or 'õ' => 'o',
        'ú' or 'ù' or 'û' or 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        _ => letter,
    };
}
