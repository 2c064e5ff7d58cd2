using System.Text.Json.Serialization;
using Credence.Consents;

namespace Credence.Declarations;

/// <summary>What an authority may say or ask for, so that a person may stay.</summary>
public enum DeclarationKind
{
    /// <summary>Form I-914, Supplement B: for T nonimmigrant status.</summary>
    TDeclaration,

    /// <summary>Form I-918, Supplement B: for U nonimmigrant status.</summary>
    UCertification,

    /// <summary>A request for Continued Presence.</summary>
    ContinuedPresence,
}

/// <summary>How far a declaration is.</summary>
public enum DeclarationState
{
    /// <summary>Somebody thinks of it, with the person's own counsel.</summary>
    Considered,

    /// <summary>The authority was asked.</summary>
    Asked,

    /// <summary>It signed, or made the request.</summary>
    Signed,

    /// <summary>It does not sign.</summary>
    Declined,

    /// <summary>It was given to the immigration service.</summary>
    Filed,

    /// <summary>The person does not want it.</summary>
    NotWanted,
}

/// <summary>Why an authority does not sign, as it says.</summary>
public enum NotSignedFor
{
    /// <summary>It says that the definition is not met.</summary>
    DefinitionNotMet,

    /// <summary>It says that another authority has to.</summary>
    OtherAuthority,

    /// <summary>For U alone: it says that the person was not, is not and is not likely to be helpful.</summary>
    NotHelpful,

    /// <summary>It gave no reason.</summary>
    NotSaid,

    /// <summary>There is no investigation. No law asks for one.</summary>
    NoInvestigation,

    /// <summary>Nobody is charged. No law asks for it.</summary>
    NoCharge,

    /// <summary>It waits until the person testifies. It is no bargaining chip.</summary>
    UntilTestimony,
}

/// <summary>A step of a declaration.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Declaration">Which one.</param>
/// <param name="Kind">What kind.</param>
/// <param name="State">How far it is now.</param>
/// <param name="On">On which day that was so.</param>
/// <param name="Authority">The authority, or null.</param>
/// <param name="Because">For one that is not signed: why, as it says.</param>
public sealed record DeclarationStep(
    DateTimeOffset At, Guid Declaration, DeclarationKind Kind, DeclarationState State, DateOnly On, string? Authority = null, NotSignedFor? Because = null)
{
    /// <summary>Kind and state, and nothing else.</summary>
    public override string ToString() => $"DeclarationStep({Kind}, {State})";

    /// <summary>Why it cannot be written so, in one sentence; null if it can.</summary>
    /// <param name="before">How far it was, or null: it is new.</param>
    public string? WhyNot(DeclarationStep? before) =>
        before is not null && before.Kind != Kind ? "Found another kind than before, expected the same: a new declaration is another one."
        : before is null && State != DeclarationState.Considered ? "Found no beginning, expected one that is considered first."
        : before is not null && !Follows(before.State).Contains(State) ? $"Found one that is {EnumWord.Of(before.State)}, expected that it becomes {string.Join(" or ", Follows(before.State).Select(state => EnumWord.Of(state)))}."
        : On < before?.On ? "Found a day before that of the step before, expected the same day or a later one."
        : State is DeclarationState.Asked && string.IsNullOrWhiteSpace(Authority) ? "Found no authority, expected which one was asked."
        : (State == DeclarationState.Declined) != (Because is not null) ? "Found a reason where none belongs, or none where it does: expected one for what was not signed."
        : Because == NotSignedFor.NotHelpful && Kind != DeclarationKind.UCertification ? "Found that the person was not helpful, expected another reason: only a U certification speaks of it."
        : null;

    private static DeclarationState[] Follows(DeclarationState state) => state switch
    {
        DeclarationState.Considered => [DeclarationState.Asked, DeclarationState.NotWanted],
        DeclarationState.Asked => [DeclarationState.Signed, DeclarationState.Declined, DeclarationState.NotWanted],
        DeclarationState.Signed => [DeclarationState.Filed, DeclarationState.Asked, DeclarationState.NotWanted],
        DeclarationState.Declined => [DeclarationState.Asked, DeclarationState.NotWanted],
        DeclarationState.NotWanted => [DeclarationState.Considered],
        _ => [],
    };
}

/// <summary>What is true of every declaration, to be said to whoever thinks otherwise.</summary>
public static class DeclarationLaw
{
    /// <summary>One sentence each.</summary>
    public static IReadOnlyList<string> Says(DeclarationKind kind) => kind switch
    {
        // 22 U.S.C. 7105; USCIS, instructions for Form I-914, Supplement B.
        DeclarationKind.TDeclaration =>
        [
            "Any federal, state, tribal or local official who may investigate or prosecute can sign; no investigation and no charge is needed.",
            "Signing gives nothing: the immigration service decides. A person under 18, or one whom trauma keeps from it, need not have helped.",
            NoBargain,
        ],
        // 8 U.S.C. 1184(p); USCIS, instructions for Form I-918, Supplement B.
        DeclarationKind.UCertification =>
        [
            "It is required evidence, and signing is up to the agency; the person was, is or is likely to be helpful, from the first report on. No charge and no conviction is needed.",
            "Signing gives nothing: the immigration service decides.",
            NoBargain,
        ],
        // 22 U.S.C. 7105(c)(3); ICE, Continued Presence resource guide, 2021.
        DeclarationKind.ContinuedPresence =>
        [
            "Law enforcement asks for it early, for a possible victim who may be a witness; no charge is needed, and it is renewed.",
            NoBargain,
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether a reason that an authority gives is none that the law knows: somebody should answer it.</summary>
    public static bool IsToBeAnswered(NotSignedFor because) => because is NotSignedFor.NoInvestigation or NotSignedFor.NoCharge or NotSignedFor.UntilTestimony;

    /// <summary>The day from which on a signed one is worth nothing any more, or null. Six months for U (8 CFR 214.14(c)(2)(i), to be verified); two years for Continued Presence (ICE 2021).</summary>
    public static DateOnly? RunsOut(DeclarationStep step) => (step.Kind, step.State) switch
    {
        (DeclarationKind.UCertification, DeclarationState.Signed) => step.On.AddMonths(6),
        (DeclarationKind.ContinuedPresence, DeclarationState.Signed or DeclarationState.Filed) => step.On.AddYears(2),
        _ => null,
    };

    private const string NoBargain = "It is never a bargaining chip: help and protection do not depend on it, and it does not depend on testimony.";
}

/// <summary>What may be asked of a court for the person.</summary>
public enum Relief
{
    /// <summary>Money from whoever did it.</summary>
    Restitution,

    /// <summary>That arrests and convictions are cleared.</summary>
    Vacatur,
}

/// <summary>A paper that is needed for it, and where it is.</summary>
public enum PaperState
{
    /// <summary>Needed, and nobody has asked for it.</summary>
    Needed,

    /// <summary>Asked for.</summary>
    Asked,

    /// <summary>Here.</summary>
    Here,

    /// <summary>Given to the court.</summary>
    Filed,

    /// <summary>It does not exist, or nobody gives it.</summary>
    NotToBeHad,
}

/// <summary>A paper for a relief. The last entry of a name holds.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Relief">For what.</param>
/// <param name="Paper">What it is, such as a certified disposition.</param>
/// <param name="State">Where it is.</param>
public sealed record ReliefPaper(DateTimeOffset At, Relief Relief, string Paper, PaperState State)
{
    /// <summary>Found and expected, in one sentence; null if it can be kept.</summary>
    [JsonIgnore]
    public string? Problem => string.IsNullOrWhiteSpace(Paper) || Paper.Length > 200 ? "Found no name of a paper, expected one of at most 200 letters." : null;

    /// <summary>For what and where, and nothing else.</summary>
    public override string ToString() => $"ReliefPaper({Relief}, {State})";

    /// <summary>How the papers stand: the last entry of each name.</summary>
    public static IReadOnlyList<ReliefPaper> Standing(IEnumerable<ReliefPaper> entries) =>
        [.. entries.OrderBy(one => one.At).GroupBy(one => (one.Relief, Paper: one.Paper.Trim().ToUpperInvariant())).Select(same => same.Last()).OrderBy(one => one.Relief).ThenBy(one => one.Paper, StringComparer.Ordinal)];
}
