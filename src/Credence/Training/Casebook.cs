using System.Globalization;
using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;
using YamlDotNet.RepresentationModel;

namespace Credence.Training;

/// <summary>Invented incidents of varied kinds, for tests, docs, the demonstration and practice.</summary>
public sealed class Casebook
{
    private const string Kind = "casebook";

    private Casebook(Pack pack) =>
        (Stamp, Incidents) = (pack.Stamp, [.. pack.Documents.SelectMany(document => document.Items("cases").Select(node => Read(node, document.Root.Text("language") ?? "en")))]);

    /// <summary>The pack it was read from, as id@version.</summary>
    public string Stamp { get; }

    /// <summary>The incidents, file by file.</summary>
    public IReadOnlyList<InventedIncident> Incidents { get; }

    /// <summary>The incident of that id.</summary>
    /// <exception cref="KeyNotFoundException">No incident has that id.</exception>
    public InventedIncident this[string id] =>
        Incidents.FirstOrDefault(invented => invented.Id == id) ?? throw new KeyNotFoundException($"The casebook has no {id}.");

    /// <summary>The casebook among these packs.</summary>
    /// <exception cref="ArgumentException">No pack is a casebook.</exception>
    public static Casebook From(PackLibrary library) =>
        library.OfKind(Kind).FirstOrDefault() is { } pack
            ? new Casebook(pack)
            : throw new ArgumentException("found no casebook among the packs, expected one", nameof(library));

    /// <summary>Reads one invented incident of a casebook or a scenario.</summary>
    internal static InventedIncident Read(YamlMappingNode node, string language) => new()
    {
        Id = node.Required("id"),
        Language = language,
        Incident = ReadIncident(node),
        RecordedAs = node.Required("recorded-as"),
        Cast = node.Text("cast"),
        Level = LevelOf(node.Required("level")),
        Type = Enum.Parse<ExploitationType>(node.Required("type"), ignoreCase: true),
        Minor = Enum.Parse<MinorStatus>(node.Required("minor"), ignoreCase: true),
        Conclusion = node.Required("conclusion").Trim(),
    };

    private static Incident ReadIncident(YamlMappingNode node) =>
        new(new IncidentNumber(node.Required("number")), new Narrative(OneLine(node.Required("narrative"))))
        {
            Date = DateOnly.Parse(node.Required("date"), CultureInfo.InvariantCulture),
            Offenses = [.. node.Texts("offenses").Select(code => new OffenseCode(code.Value!))],
            LocationType = node.Required("location"),
            Persons = [.. node.Sequence("persons").Cast<YamlMappingNode>().Select(ReadPerson)],
        };

    private static Person ReadPerson(YamlMappingNode node) =>
        new(Enum.Parse<Involvement>(node.Required("involvement"), ignoreCase: true), node.Number("age"), node.Text("sex"));

    // The pack breaks lines for the reader of YAML; the officer did not.
    private static string OneLine(string narrative) => string.Join(' ', narrative.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static Level LevelOf(string level) => level switch
    {
        "strong" => Level.StrongIndication,
        "possible" => Level.PossibleIndication,
        "none" => Level.NoneFound,
        _ => Level.NotScreened,
    };
}
