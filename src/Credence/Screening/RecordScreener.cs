using Credence.Incidents;
using Credence.Packs;

namespace Credence.Screening;

/// <summary>Reads the codes of a record, without its narrative, for what they say by themselves.</summary>
public sealed class RecordScreener
{
    private readonly IReadOnlyList<SignalRule> _rules;
    private readonly OffenseLookup _offenses;
    private readonly IReadOnlyList<Signal> _ofBareRecord;

    /// <summary>A screener with the signals of a pack.</summary>
    public RecordScreener(IEnumerable<SignalRule> rules, OffenseLookup offenses)
    {
        (_rules, _offenses) = ([.. rules], offenses);
        _ofBareRecord = Screen(new Incident(new IncidentNumber(""), new Narrative("")), []);
    }

    /// <summary>A screener with the signals and offense words of every pack of a library; items with problems are left out.</summary>
    public static RecordScreener From(PackLibrary library)
    {
        var offenses = OffenseLookup.From(library);
        return new(library.OfKind(SignalPack.Kind).SelectMany(pack => SignalPack.Read(pack, offenses, []).Rules), offenses);
    }

    /// <summary>True if an offense code, or the words of an offense column, says human trafficking.</summary>
    public bool SaysTrafficking(Incident incident) => incident.Offenses?.Any(_offenses.SaysTrafficking) == true;

    /// <summary>The signals that the record gives, in the order of the pack.</summary>
    public IReadOnlyList<Signal> Screen(Incident incident) => IsBare(incident) ? _ofBareRecord : Screen(incident, OffensesOf(incident));

    private static bool IsBare(Incident incident) =>
        incident is { Offenses: null or { Count: 0 }, Persons: null, LocationType: null, Clearance: null };

    private List<Signal> Screen(Incident incident, OffenseReading[] offenses)
    {
        List<Signal>? given = null;
        foreach (var rule in _rules)
        {
            if (rule.When.Holds(incident, offenses))
            {
                (given ??= []).Add(rule.Signal);
            }
        }

        return given ?? [];
    }

    private OffenseReading[] OffensesOf(Incident incident) =>
        incident.Offenses is { Count: > 0 } recorded ? [.. recorded.Select(_offenses.Read)] : [];
}
