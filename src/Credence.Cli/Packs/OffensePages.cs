using Credence.Incidents;

namespace Credence.Cli.Packs;

/// <summary>Shows what the tables say of an offense, as code or in words.</summary>
internal static class OffensePages
{
    /// <summary>The page, or null if the tables know neither a code nor a word in it.</summary>
    public static PackPage? Of(OffenseLookup offenses, string written)
    {
        var recorded = new OffenseCode(written);
        var reading = offenses.Read(recorded);
        if (reading.Code is null && reading.Entries.Count == 0)
        {
            return null;
        }

        var code = reading.Code is { } found ? offenses.Find(found) : null;
        var alternatives = offenses.Alternatives(recorded);
        return new PackPage(
            $"offenses/{written}",
            [
                .. PackPage.Optional("code", code is null ? null : $"{code.Code} {code.Offense}, group {code.Group}, against {AgainstOf(code)}"),
                .. reading.Entries.SelectMany(Lines),
                ("trafficking", Trafficking(reading, alternatives)),
            ],
            new
            {
                Offense = written,
                Code = code?.Code.Value,
                Meaning = code?.Offense,
                code?.Group,
                code?.Against,
                Words = reading.Entries.Select(entry => new
                {
                    entry.Offense,
                    Codes = entry.Codes.Select(listed => listed.Value),
                    entry.Note,
                    entry.Citation,
                }),
                reading.SaysTrafficking,
                Alternatives = alternatives.Select(alternative => alternative.Value),
            });
    }

    private static IEnumerable<(string Key, string Text)> Lines(OffenseEntry entry) =>
    [
        ("word", $"{entry.Offense}: {(entry.Codes.Count > 0 ? string.Join(", ", entry.Codes) : "no code")}"),
        .. PackPage.Optional("note", entry.Note),
        ("cites", PackPage.Of(entry.Citation)),
    ];

    private static string AgainstOf(NibrsOffense code) => code.Against switch
    {
        CrimeAgainst.Person => "a person, who must be recorded as its victim",
        CrimeAgainst.Society => "society: no person can be recorded as its victim",
        _ => code.Against.ToString().ToLowerInvariant(),
    };

    private static string Trafficking(OffenseReading reading, IReadOnlyList<OffenseCode> alternatives) =>
        reading.SaysTrafficking ? "says human trafficking"
        : alternatives.Count > 0 ? $"the tables name {string.Join(" and ", alternatives)} beside it"
        : "the tables name no trafficking beside it";
}
