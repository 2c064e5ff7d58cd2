using Credence.Incidents;
using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Screening;

/// <summary>Reads the condition of a signal as the pack writes it; packs/schema/signals.schema.json has checked its shape.</summary>
internal static class ConditionReader
{
    internal static SignalCondition Read(YamlMappingNode when, OffenseLookup offenses) => new()
    {
        Offense = Offenses(when, "offense", offenses),
        AndOffense = Offenses(when, "and-offense", offenses),
        OnlyOffense = Offenses(when, "only-offense", offenses),
        NotOffense = Offenses(when, "not-offense", offenses),
        OffenseCode = Offenses(when, "offense-code", offenses),
        OffenseMayBeTrafficking = when.Text("offense-may-be") == "trafficking",
        Location = Words(when, "location") is { Count: > 0 } locations ? new RecordedWords(locations) : null,
        Clearance = Words(when, "clearance") is { Count: > 0 } clearances ? new RecordedWords(clearances) : null,
        Persons = [.. when.Sequence("persons").OfType<YamlMappingNode>().Select(PersonOf)],
        NoPerson = when.Mapping("no-person") is { } person ? PersonOf(person) : null,
        PersonsRecorded = when.Text("persons-recorded") is "yes" or "true",
    };

    private static OffenseSet? Offenses(YamlMappingNode when, string key, OffenseLookup offenses) =>
        Words(when, key) is { Count: > 0 } named ? new OffenseSet(named, offenses) : null;

    private static PersonCondition PersonOf(YamlMappingNode person) => new(
        Words(person, "involvement").Select(word => Enum.Parse<Involvement>(word, ignoreCase: true)).ToHashSet(),
        person.Text("age") is { } age ? AgeCondition.Parse(age) : null);

    private static List<string> Words(YamlMappingNode node, string key) => [.. node.Texts(key).Select(word => word.Value!)];
}
