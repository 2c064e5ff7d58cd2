namespace Credence.Incidents.Nibrs;

/// <summary>What the codes of a NIBRS file can show of trafficking and what they cannot. Whoever reports from codes alone prints it.</summary>
public static class NibrsLimits
{
    /// <summary>What codes alone can show.</summary>
    public static IReadOnlyList<string> CanShow { get; } =
    [
        "offenses recorded as trafficking (64A, 64B), with victims, clearances and arrests",
        "persons under 18 in incidents of prostitution (40A to 40C), also as arrested",
        "prostitution recorded without any person as victim, and offenses and places that the FBI's table links with trafficking",
    ];

    /// <summary>What they cannot show (Technical Specification 2019.2.1, errors 465 and 470 and data element 35).</summary>
    public static IReadOnlyList<string> CannotShow { get; } =
    [
        "who exploits a person: data element 35 has no code for it",
        "a person sold for sex as the victim of an incident coded as prostitution (40A to 40C) alone: there the victim is society (error 465)",
        "one victim who was also arrested, as both (error 470)",
        "whether anybody was screened, what was said, which help was offered, or what the person wants: NIBRS has no element for it",
    ];
}
