using Credence.Incidents;
using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Screening;

/// <summary>An invented record that must, or must not, give a signal.</summary>
/// <param name="Incident">The record.</param>
/// <param name="Gives">True if it must give the signal.</param>
/// <param name="Line">Its line in the pack's file.</param>
public sealed record SignalExample(Incident Incident, bool Gives, int Line)
{
    internal static IEnumerable<SignalExample> ReadAll(YamlMappingNode item, string key, bool gives) =>
        item.Sequence(key).OfType<YamlMappingNode>()
            .Select(record => new SignalExample(IncidentOf(record), gives, (int)record.Start.Line));

    private static Incident IncidentOf(YamlMappingNode record) => new(new IncidentNumber("example"), new Narrative(""))
    {
        Offenses = record.Texts("offenses").Select(text => new OffenseCode(text.Value!)).ToList() is { Count: > 0 } offenses
            ? offenses
            : null,
        LocationType = record.Text("location"),
        Clearance = record.Text("clearance"),
        Persons = record.Sequence("persons").OfType<YamlMappingNode>().Select(PersonOf).ToList() is { Count: > 0 } persons
            ? persons
            : null,
    };

    private static Person PersonOf(YamlMappingNode person) =>
        new(Enum.Parse<Involvement>(person.Required("involvement"), ignoreCase: true), person.Number("age"));
}
