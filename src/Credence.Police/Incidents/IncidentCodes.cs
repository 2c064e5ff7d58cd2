using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Credence.Incidents;

namespace Credence.Police.Incidents;

/// <summary>What of an incident may stand in a plain column: codes of closed lists. A cell of any column may hold a story by mistake.</summary>
internal static partial class IncidentCodes
{
    private const char NotSaid = '-';

    private static readonly FrozenDictionary<string, char> Sexes = Codes(
        ("M", 'M'), ("MALE", 'M'), ("MAN", 'M'), ("HOMBRE", 'M'), ("MASCULINO", 'M'), ("F", 'F'), ("FEMALE", 'F'), ("WOMAN", 'F'), ("MUJER", 'F'),
        ("FEMENINO", 'F'), ("X", 'X'), ("NONBINARY", 'X'), ("NON-BINARY", 'X'), ("U", 'U'), ("UNKNOWN", 'U'));

    // NIBRS data element 28.
    private static readonly FrozenDictionary<string, char> Races = Codes(
        ("W", 'W'), ("WHITE", 'W'), ("B", 'B'), ("BLACK", 'B'), ("I", 'I'), ("A", 'A'), ("ASIAN", 'A'), ("P", 'P'), ("U", 'U'), ("UNKNOWN", 'U'));

    /// <summary>Offense codes as the tables read them, one space between; null when the source has no offense column.</summary>
    public static string? Offenses(Incident incident, OffenseLookup tables) => incident.Offenses is { } recorded
        ? string.Join(' ', recorded.Select(offense => tables.Read(offense).Code?.Value).OfType<string>().Distinct())
        : null;

    /// <summary>A location code of two digits (NIBRS data element 9), or null.</summary>
    public static string? Location(Incident incident) =>
        incident.LocationType is { } location && LocationForm().IsMatch(location) ? location.PadLeft(2, '0') : null;

    /// <summary>Persons as involvement, age, sex and race, such as V16FB; what is not said is a hyphen.</summary>
    public static string? Persons(Incident incident) => incident.Persons is { } persons
        ? string.Join(' ', persons.Select(person =>
            $"{Letter(person.Involvement)}{person.Age}{Sexes.GetValueOrDefault(Key(person.Sex), NotSaid)}{Races.GetValueOrDefault(Key(person.Race), NotSaid)}"))
        : null;

    /// <summary>
    /// The agency as a part of an incident's identity: its ORI; the organization's own where the row says none; words as a keyed
    /// fingerprint, since they tell agencies of one file apart and may be anything.
    /// </summary>
    public static string Agency(string? recorded, string? own, byte[] key)
    {
        var text = (recorded ?? own ?? "").Trim().ToUpperInvariant();
        return text.Length == 0 || OriForm().IsMatch(text)
            ? text
            : $"~{Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"agency|{text}")).AsSpan(0, 8))}";
    }

    private static char Letter(Involvement involvement) => involvement switch
    {
        Involvement.Victim => 'V',
        Involvement.Suspect => 'S',
        Involvement.Arrestee => 'A',
        Involvement.Witness => 'W',
        Involvement.Missing => 'M',
        _ => 'U',
    };

    private static string Key(string? cell) => (cell ?? "").Trim().ToUpperInvariant();

    private static FrozenDictionary<string, char> Codes(params (string Word, char Code)[] codes) => codes.ToFrozenDictionary(code => code.Word, code => code.Code);

    [GeneratedRegex(@"\A[0-9]{1,2}\z")]
    private static partial Regex LocationForm();

    // Nine characters in NIBRS, seven in older systems; two letters of the state first, a digit among the rest.
    [GeneratedRegex(@"\A[A-Z]{2}(?=.*[0-9])[A-Z0-9]{5,7}\z")]
    private static partial Regex OriForm();
}
