using System.Globalization;
using Credence.Classification;
using Credence.Incidents;
using Credence.Police.Access;
using Credence.Protection;
using Credence.Review;
using Credence.Screening;
using Credence.Web;

namespace Credence.Police.Web.Pages;

/// <summary>What pages call things.</summary>
internal static class Words
{
    public static string Of(Level level) => level switch
    {
        Level.StrongIndication => "strong indication",
        Level.PossibleIndication => "possible indication",
        Level.NotScreened => "not screened",
        _ => "none found",
    };

    /// <summary>What a level means, in one sentence.</summary>
    public static string Meaning(Level level) => level switch
    {
        Level.StrongIndication => "The facts written suggest that somebody exploits or controls a person, or that a child is in commercial sex.",
        Level.PossibleIndication => "No such facts, but a person in it should be screened.",
        Level.NotScreened => "Nothing could be read: there is no narrative, or its language is not covered. That says nothing.",
        _ => "Neither was found in what was written. It does not mean that nothing happened.",
    };

    public static string Of(ExploitationType type) => type switch
    {
        ExploitationType.Sex => "commercial sex",
        ExploitationType.Labor => "labor",
        ExploitationType.Both => "commercial sex and labor, or not said which",
        _ => "kind not told",
    };

    /// <summary>What a reader answers: possible is possible, never confirmed.</summary>
    public static string Of(VictimAnswer victim, ExploitationType type) => (victim, type) switch
    {
        (VictimAnswer.No, _) => "no possible victim",
        (VictimAnswer.Unsure, ExploitationType.None) => "not sure",
        (VictimAnswer.Unsure, _) => $"not sure: {Of(type)}",
        _ => $"possible: {Of(type)}",
    };

    public static string Of(Element element) => element.ToString().ToLowerInvariant();

    public static string Of(MinorStatus minor) => minor switch
    {
        MinorStatus.Yes => "yes",
        MinorStatus.No => "no",
        _ => "not said",
    };

    public static string Of(Assertion assertion) => assertion switch
    {
        Assertion.Affirmed => "said to be so",
        Assertion.Denied => "denied by the person, which is common among people who are controlled",
        Assertion.RuledOut => "ruled out by the writer",
        Assertion.Historical => "of the past",
        Assertion.Hypothetical => "possible, feared, asked or planned",
        Assertion.Boilerplate => "the name of a unit, a form or a standing phrase",
        _ => "said of somebody who is not in the incident",
    };

    public static string Of(Support support) => support switch
    {
        Support.Supported => "supported",
        Support.NotSupported => "not supported",
        _ => "unknown",
    };

    public static string Of(ChargeOutcome outcome) => outcome switch
    {
        ChargeOutcome.Immune => "the person is under the age of immunity",
        ChargeOutcome.Covered => "covered: not to be arrested, cited or warned for it",
        ChargeOutcome.AskFirst => "ask first",
        _ => "the policy does not cover it",
    };

    /// <summary>A person as the record has her or him, by the words that a determination takes: codes, no name.</summary>
    public static string Of(NamedPerson named) => string.Join(
        ", ", new[] { named.Name, named.Person.Age is { } age ? $"{age}" : "age not said", named.Person.Sex, named.Person.Race }.OfType<string>());

    public static string Of(PoliceRole role) => role.ToString().ToLowerInvariant();

    public static string Day(DateOnly day) => Figures.Day(day);

    public static string Time(DateTimeOffset time) => Figures.Time(time);

    public static string Number(long number) => Figures.Number(number);

    /// <summary>What an incident is recorded as.</summary>
    public static string Of(IReadOnlyList<OffenseCode>? codes, OffenseLookup lookup) => codes switch
    {
        null => "no column of offenses",
        { Count: 0 } => "no code",
        _ => string.Join(", ", codes.Select(code => Of(code, lookup))),
    };

    /// <summary>A share as a percentage, such as 95 %.</summary>
    public static string Percent(double share) => $"{(share * 100).ToString("0.##", CultureInfo.InvariantCulture)} %";

    /// <summary>A code with its words, such as "40A prostitution"; what is no code stays as it was written.</summary>
    public static string Of(OffenseCode code, OffenseLookup lookup) => lookup.Find(code) is { } known ? $"{code.Value} {known.Offense}" : code.Value;
}
