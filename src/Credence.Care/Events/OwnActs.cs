using Credence.Care.Access;

namespace Credence.Care.Events;

/// <summary>
/// What the log tells staff of what a person did on pages of her or his own: what was meant for them, or changes what they may do. That somebody came in,
/// wrote, read or said how she or he was treated is the person's alone, and so is the minute of it; what is not named here is not seen.
/// </summary>
internal static class OwnActs
{
    internal static readonly string[] ForStaff =
    [
        "erasure.asked", "erasure.proposed", "erasure.taken-back", "follow-up.needed", "referral.asked-on", "referral.withdrawn", "restorative.stopped", "statement.shared", "statement.unshared",
        "wish.asked", "wish.kept", "wish.released", "wish.unreleased",
    ];

    private static readonly string[] OfStatements = ["statement.shared", "statement.unshared"];

    private static readonly string[] OfWishes = ["restorative.stopped", "wish.asked", "wish.kept", "wish.released", "wish.unreleased"];

    /// <summary>Of those, what one with these rights does not see.</summary>
    internal static IReadOnlyList<string> HiddenFrom(CareAccess access) =>
        [.. access.May(CareAct.ReadStatement) ? [] : OfStatements, .. access.May(CareAct.KeepWishes) ? [] : OfWishes];
}
