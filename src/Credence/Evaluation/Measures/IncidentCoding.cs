using Credence.Review;
using Credence.Screening;
using Credence.Training;

namespace Credence.Evaluation.Measures;

/// <summary>Who began an incident: by whom police came to know of it.</summary>
public enum Beginning
{
    /// <summary>The person at risk.</summary>
    Victim,

    /// <summary>An advocate or a provider of services.</summary>
    Advocate,

    /// <summary>Anybody else: a caller, a relative, another agency.</summary>
    OtherPerson,

    /// <summary>Police themselves, on duty or by an operation.</summary>
    Police,
}

/// <summary>With what somebody was charged, by kind.</summary>
public enum ChargeKind
{
    /// <summary>With trafficking.</summary>
    Trafficking,

    /// <summary>With something else.</summary>
    Other,

    /// <summary>Nobody was charged.</summary>
    None,
}

/// <summary>
/// What readers say of one incident after they have agreed or somebody has decided between them. The questions are ours, after the
/// frame derived from the study; null is a question that nobody answered.
/// </summary>
/// <param name="Victim">Whether a reader sees a possible victim; a reading confirms nobody.</param>
/// <param name="Type">Sex, labor, both or none.</param>
/// <param name="Minor">Whether the person at risk is under 18.</param>
public sealed record IncidentCoding(VictimAnswer Victim, ExploitationType Type, MinorStatus Minor)
{
    /// <summary>Sex of the person at risk as recorded.</summary>
    public string? Sex { get; init; }

    /// <summary>Race of the person at risk as recorded.</summary>
    public string? Race { get; init; }

    /// <summary>Nationality of the person at risk as recorded.</summary>
    public string? Nationality { get; init; }

    /// <summary>Whether the record says that somebody determined a victim.</summary>
    public bool? IsConfirmed { get; init; }

    /// <summary>Who began it.</summary>
    public Beginning? BegunBy { get; init; }

    /// <summary>What was done to the person at risk.</summary>
    public ArrestKind? Arrest { get; init; }

    /// <summary>The stated reason for it; <see cref="ArrestReason.None"/> if none is stated.</summary>
    public ArrestReason? Reason { get; init; }

    /// <summary>Whether help is written down.</summary>
    public ReferralKind? Help { get; init; }

    /// <summary>With what somebody else was charged.</summary>
    public ChargeKind? Charge { get; init; }

    /// <summary>The type and nothing else: the rest tells of a person.</summary>
    public override string ToString() => nameof(IncidentCoding);
}
