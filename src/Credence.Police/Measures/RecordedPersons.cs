using System.Globalization;
using Credence.Incidents;

namespace Credence.Police.Measures;

/// <summary>Persons of the record's codes, such as A16FB: involvement, age, sex and race.</summary>
internal static class RecordedPersons
{
    private const char NotSaid = '-';

    /// <summary>Those arrested or cited, as measures tell them apart: of their age, whether it is under 18.</summary>
    public static IEnumerable<Person> Arrested(string? codes) =>
        (codes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(code => code[0] == 'A').Select(code =>
            new Person(Involvement.Arrestee, Age(code[1..^2]), Said(code[^2]), Said(code[^1])));

    private static int? Age(string digits) => digits.Length == 0 ? null : int.Parse(digits, CultureInfo.InvariantCulture) < 18 ? 17 : 18;

    private static string? Said(char code) => code == NotSaid ? null : code.ToString();
}
