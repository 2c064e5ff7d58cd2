using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;

namespace Credence.Cli.Packs;

/// <summary>Shows a signal as its pack states it.</summary>
internal static class SignalPages
{
    public static PackPage Of(Pack pack, SignalRule rule) => new(
        $"{pack.Id}/{rule.Signal.Id}",
        [
            ("says", rule.Signal.Title),
            ("level", LevelOf(rule.Signal.Level)),
            ("why", rule.Why.Trim()),
            ("rule", rule.Signal.Rule),
            .. rule.Examples.Select(example => (example.Gives ? "match" : "no-match", Of(example.Incident))),
            ("written in", $"{rule.File}, line {rule.Line}"),
            ("pack", pack.Stamp),
        ],
        new
        {
            Pack = pack.Stamp,
            rule.Signal.Id,
            rule.Signal.Title,
            Level = LevelOf(rule.Signal.Level),
            rule.Signal.Type,
            rule.Signal.Minor,
            rule.Why,
            rule.Signal.Rule,
            Match = rule.Examples.Where(example => example.Gives).Select(example => Of(example.Incident)),
            NoMatch = rule.Examples.Where(example => !example.Gives).Select(example => Of(example.Incident)),
            rule.File,
            rule.Line,
        });

    private static string LevelOf(Level level) => level switch
    {
        Level.StrongIndication => "strong",
        Level.PossibleIndication => "possible",
        _ => "note: shown, raises no level by itself",
    };

    private static string Of(Incident incident) => string.Join("; ", Parts(incident));

    private static IEnumerable<string> Parts(Incident incident)
    {
        if (incident.Offenses is { } offenses)
        {
            yield return string.Join(", ", offenses);
        }

        if (incident.LocationType is { } location)
        {
            yield return $"location {location}";
        }

        if (incident.Clearance is { } clearance)
        {
            yield return $"cleared: {clearance}";
        }

        foreach (var person in incident.Persons ?? [])
        {
            yield return $"{person.Involvement.ToString().ToLowerInvariant()} {(person.Age is { } age ? $"of {age}" : "of unknown age")}";
        }
    }
}
