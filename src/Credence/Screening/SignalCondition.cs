using Credence.Incidents;

namespace Credence.Screening;

/// <summary>What a signal asks of a record; all that is given must hold. Written in packs/signals, explained in docs/packs.md.</summary>
public sealed record SignalCondition
{
    internal OffenseSet? Offense { get; init; }

    internal OffenseSet? AndOffense { get; init; }

    internal OffenseSet? OnlyOffense { get; init; }

    internal OffenseSet? NotOffense { get; init; }

    internal OffenseSet? OffenseCode { get; init; }

    internal bool OffenseMayBeTrafficking { get; init; }

    internal RecordedWords? Location { get; init; }

    internal RecordedWords? Clearance { get; init; }

    internal IReadOnlyList<PersonCondition> Persons { get; init; } = [];

    internal PersonCondition? NoPerson { get; init; }

    internal bool PersonsRecorded { get; init; }

    /// <summary>True if the record is as asked.</summary>
    internal bool Holds(Incident incident, OffenseReading[] offenses) =>
        OffensesHold(offenses)
        && (Location?.Holds(incident.LocationType) ?? true)
        && (Clearance?.Holds(incident.Clearance) ?? true)
        && PersonsHold(incident.Persons);

    private bool OffensesHold(OffenseReading[] offenses) =>
        (Offense is null || Offense.HoldsAny(offenses))
        && (AndOffense is null || AndOffense.HoldsAny(offenses))
        && (OnlyOffense is null || (offenses.Length > 0 && OnlyOffense.HoldsAll(offenses)))
        && (NotOffense is null || !NotOffense.HoldsAny(offenses))
        && (OffenseCode is null || OffenseCode.HoldsAnyCode(offenses))
        && (!OffenseMayBeTrafficking || Array.Exists(offenses, offense => offense.MayBeTrafficking));

    private bool PersonsHold(IReadOnlyList<Person>? persons) =>
        (!PersonsRecorded || persons is { Count: > 0 })
        && (NoPerson is null || persons is null || !persons.Any(NoPerson.Holds))
        && (Persons.Count == 0 || (persons is not null && PersonCondition.HoldTogether(Persons, persons)));
}
