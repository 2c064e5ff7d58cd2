using Credence.Incidents;

namespace Credence.Classification;

/// <summary>The person who determined something. The program determines nothing and has no such value.</summary>
public sealed record Decider
{
    /// <summary>A person in a role.</summary>
    /// <param name="role">Such as detective, advocate, prosecutor.</param>
    /// <param name="badge">The badge or staff number by which the agency knows who it was.</param>
    /// <exception cref="ArgumentException">One of them is empty: nobody decided.</exception>
    public Decider(string role, string badge)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        ArgumentException.ThrowIfNullOrWhiteSpace(badge);
        (Role, Badge) = (role, badge);
    }

    /// <summary>The role.</summary>
    public string Role { get; }

    /// <summary>The badge or staff number.</summary>
    public string Badge { get; }

    /// <summary>True if it is the same person by her badge, however the badge was typed; the role does not make two of one.</summary>
    public bool IsSamePerson(Decider other) => BadgeNumber.Plain(Badge) == BadgeNumber.Plain(other.Badge);
}

/// <summary>Whether a person is a victim (HTCDS 2.0: possible, actual, not a victim). Potential and confirmed are never added up.</summary>
public enum VictimStatus
{
    /// <summary>Possible.</summary>
    Possible,

    /// <summary>Confirmed by somebody.</summary>
    Confirmed,

    /// <summary>Not a victim, as somebody determined.</summary>
    NotAVictim,
}

/// <summary>
/// The first determination: victim status. It rests on a definition, never on an offense or a charge, and needs no
/// prosecution (I-914 Supplement B instructions; 8 CFR 214.200 to 214.217).
/// </summary>
public sealed record VictimDetermination
{
    /// <summary>What a person determined.</summary>
    /// <exception cref="ArgumentException">The statute is an offense, a code or a part: status rests on definitions.</exception>
    public VictimDetermination(VictimStatus status, Statute definition, Decider by, DateOnly on)
    {
        if (definition.Use != StatuteUse.Definition)
        {
            throw new ArgumentException($"found {definition.Id}, a {definition.Use}, expected a definition", nameof(definition));
        }

        (Status, Definition, By, On) = (status, definition, by, on);
    }

    /// <summary>The status.</summary>
    public VictimStatus Status { get; }

    /// <summary>The definition it rests on.</summary>
    public Statute Definition { get; }

    /// <summary>Who decided.</summary>
    public Decider By { get; }

    /// <summary>When.</summary>
    public DateOnly On { get; }
}

/// <summary>The second determination: under which codes the incident is counted.</summary>
/// <param name="Codes">64A, 64B or others.</param>
/// <param name="By">Who decided.</param>
/// <param name="On">When.</param>
public sealed record OffenseDetermination(IReadOnlyList<OffenseCode> Codes, Decider By, DateOnly On);

/// <summary>The third determination: what somebody is charged with, which says nothing of who is a victim.</summary>
public sealed record ChargeDetermination
{
    /// <summary>What a person determined.</summary>
    /// <exception cref="ArgumentException">One of the statutes is no offense.</exception>
    public ChargeDetermination(IReadOnlyList<Statute> offenses, Decider by, DateOnly on)
    {
        if (offenses.FirstOrDefault(statute => statute.Use != StatuteUse.Offense) is { } other)
        {
            throw new ArgumentException($"found {other.Id}, a {other.Use}, expected offenses", nameof(offenses));
        }

        (Offenses, By, On) = (offenses, by, on);
    }

    /// <summary>The offenses charged.</summary>
    public IReadOnlyList<Statute> Offenses { get; }

    /// <summary>Who decided.</summary>
    public Decider By { get; }

    /// <summary>When.</summary>
    public DateOnly On { get; }
}
