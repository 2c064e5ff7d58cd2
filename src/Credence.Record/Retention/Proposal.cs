using System.Security.Cryptography;
using System.Text;
using Credence.Record.Access;

namespace Credence.Record.Retention;

/// <summary>What needs two persons.</summary>
public enum ProposalKind
{
    /// <summary>Erase the keys of contents.</summary>
    EraseContent,

    /// <summary>Lift a legal hold.</summary>
    LiftHold,
}

/// <summary>How a proposal stands.</summary>
public enum ProposalState
{
    Proposed,
    Approved,
    Withdrawn,

    /// <summary>Every step was done, or left because of a hold.</summary>
    Done,
}

/// <summary>What one account proposes and another must approve before it is done. Its steps never change.</summary>
public sealed class Proposal : IOwned
{
    /// <summary>The most steps of one: what a second person can be asked to approve, and what fits into memory. The rest is proposed after it.</summary>
    public const int MostSteps = 20_000;

    public required Guid Id { get; init; }

    public required OrganizationId Organization { get; init; }

    public required ProposalKind Kind { get; init; }

    public required AccountId ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>From when on nobody may approve or do it.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>SHA-256 of its steps, in hexadecimal; the events of proposing and approving name it too.</summary>
    public required string Fingerprint { get; init; }

    public AccountId? ApprovedBy { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public ProposalState State { get; set; }
}

/// <summary>What came of a step.</summary>
public enum StepState
{
    Waiting,
    Done,

    /// <summary>Left as it was: a legal hold stands on it.</summary>
    Held,
}

/// <summary>One step of a proposal.</summary>
public sealed class ProposalStep : IOwned
{
    public long Id { get; init; }

    public required Guid Proposal { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>The subject of the key that is erased, or the hold.</summary>
    public required Guid Subject { get; init; }

    /// <summary>The rule that asks for it, with its pack and version; empty if a person asks.</summary>
    public required string Rule { get; init; }

    /// <summary>Why, in the words of the rule; never about the case.</summary>
    public required string Why { get; init; }

    public StepState State { get; set; }

    public ErasureStep ToStep() => new(Subject, Why, Rule);
}

/// <summary>What a retention plan asks for: erase this content, for this reason, under this rule.</summary>
/// <param name="Subject">The subject of the key: an incident, a person, or a consent or statement of a person.</param>
/// <param name="Why">Why, in the words of the rule.</param>
/// <param name="Rule">The rule with its pack and version, such as retention-us@1.0.0/care-notes.</param>
public sealed record ErasureStep(Guid Subject, string Why, string Rule)
{
    /// <summary>SHA-256 of steps in their order.</summary>
    public static string FingerprintOf(IEnumerable<ErasureStep> steps)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var step in steps)
        {
            hash.AppendData(step.Subject.ToByteArray(bigEndian: true));
            foreach (var text in (string[])[step.Why, step.Rule])
            {
                hash.AppendData(BitConverter.GetBytes(Encoding.UTF8.GetByteCount(text)));
                hash.AppendData(Encoding.UTF8.GetBytes(text));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
