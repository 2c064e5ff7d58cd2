using Credence.Classification;
using Credence.Incidents;
using Credence.Record.Access;
using Credence.Screening.Instruments;

namespace Credence.Police.Classification;

/// <summary>What somebody is about to determine, whichever kind.</summary>
public abstract record Decision
{
    private protected Decision()
    {
    }

    /// <summary>The number of the determination of this kind, and for this person, that the decider has seen last; 0 for none.</summary>
    public int BasedOn { get; init; }

    /// <summary>What the decider knows of facts besides the record, by ids in packs/facts: an age that was asked, for instance.</summary>
    public IReadOnlyDictionary<string, Answer> Known { get; init; } = new Dictionary<string, Answer>();

    /// <summary>Why, in the decider's words; sealed with the incident.</summary>
    public string Why { get; init; } = "";

    public sealed override string ToString() => $"{GetType().Name}(after {BasedOn})";
}

/// <summary>Victim status, by a definition; never by an offense or a charge.</summary>
/// <param name="Status">The status.</param>
/// <param name="Definition">Id of the definition it rests on, such as us-severe-sex.</param>
public sealed record VictimDecision(VictimStatus Status, string Definition) : Decision
{
    /// <summary>The person by part and number, such as victim 001, as the incident has her or him; empty for the incident as a whole.</summary>
    public string Person { get; init; } = "";
}

/// <summary>The codes under which the incident is counted.</summary>
public sealed record OffenseDecision(IReadOnlyList<OffenseCode> Codes) : Decision;

/// <summary>What somebody is charged with, by ids of statutes; it says nothing of who is a victim.</summary>
public sealed record ChargeDecision(IReadOnlyList<string> Statutes) : Decision;

/// <summary>A determination as it was opened.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Person">The person by part and number, such as victim 001; empty for the incident.</param>
/// <param name="Number">From 1.</param>
/// <param name="Codes">A status, codes, or ids of statutes.</param>
/// <param name="Definition">The definition that a status rests on.</param>
/// <param name="IsAgainstProposal">Whether something else was proposed then.</param>
/// <param name="By">Who decided.</param>
/// <param name="Handle">What the agency calls the account of whoever decided, such as a badge number; null if there is none any more.</param>
/// <param name="Role">In which role.</param>
/// <param name="At">When.</param>
/// <param name="Content">Why; null if it does not open.</param>
public sealed record Determination(
    DeterminationKind Kind, string Person, int Number, IReadOnlyList<string> Codes, string? Definition, bool IsAgainstProposal, AccountId By, string? Handle,
    string Role, DateTimeOffset At, DeterminationContent? Content)
{
    internal static Determination Of(RecordedDetermination row, string? handle, DeterminationContent? content) => new(
        row.Kind, row.Person, row.Number, row.Codes.Split(' '), row.Definition, row.IsAgainstProposal, row.By, handle, row.Role, row.At, content);

    public override string ToString() => $"Determination({Kind}, {Number})";
}

/// <summary>What is proposed of an incident, and what persons determined.</summary>
/// <param name="Proposed">What the packs propose by what is known now; it determines nothing.</param>
/// <param name="Now">What holds, of each kind and person; a kind that nobody determined is not there.</param>
/// <param name="Earlier">What held before, newest first.</param>
public sealed record CaseDeterminations(ClassificationResult Proposed, IReadOnlyList<Determination> Now, IReadOnlyList<Determination> Earlier)
{
    /// <summary>The agency's number of the incident.</summary>
    public required IncidentNumber Number { get; init; }

    /// <summary>The persons of the incident, of whom a status may be determined.</summary>
    public required IReadOnlyList<NamedPerson> Persons { get; init; }

    /// <summary>Who else looked at them a short while ago, and may be about to determine too.</summary>
    public required IReadOnlyList<OtherReader> Others { get; init; }

    public override string ToString() => $"CaseDeterminations({Now.Count} now, {Earlier.Count} earlier)";
}

/// <summary>Somebody else who looked at the determinations of an incident.</summary>
/// <param name="Handle">What the agency calls the account.</param>
/// <param name="At">When, the last time.</param>
public sealed record OtherReader(string Handle, DateTimeOffset At);

/// <summary>What comes of determining.</summary>
public abstract record DeterminationAnswer
{
    private DeterminationAnswer()
    {
    }

    /// <summary>Determined, and kept beside those before it. Sent twice, it is kept once.</summary>
    public sealed record Decided(Determination Determination) : DeterminationAnswer;

    /// <summary>Somebody determined it since the decider looked, or the decider from another page; nothing was written. Look at it, and decide again if you still would.</summary>
    public sealed record Conflict(Determination Latest) : DeterminationAnswer;

    /// <summary>Not so, in one sentence.</summary>
    public sealed record Refused(string Because) : DeterminationAnswer;

    /// <summary>There is no such incident for the one who asks, or its content is erased.</summary>
    public sealed record NotFound : DeterminationAnswer;
}
