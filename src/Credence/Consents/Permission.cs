namespace Credence.Consents;

/// <summary>Why a consent does not permit what was asked.</summary>
public enum RefusalReason
{
    /// <summary>There is no consent.</summary>
    NoConsent,

    /// <summary>It is about somebody else.</summary>
    OtherPerson,

    /// <summary>It lets somebody else tell.</summary>
    OtherHolder,

    /// <summary>It names another recipient.</summary>
    OtherRecipient,

    /// <summary>It is for another side of the wall.</summary>
    OtherDirection,

    /// <summary>It is for another purpose.</summary>
    OtherPurpose,

    /// <summary>It does not name a kind of information that was asked, or nothing was asked.</summary>
    KindNotNamed,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,

    /// <summary>It has not begun, or was not signed by then.</summary>
    NotYetGiven,

    /// <summary>It has ended.</summary>
    Expired,

    /// <summary>Its end is too far, or before its beginning.</summary>
    NotTimeLimited,

    /// <summary>It was spoken and not written.</summary>
    NotWritten,

    /// <summary>The person did not sign.</summary>
    SignatureMissing,

    /// <summary>The minor signed, and the parent did not.</summary>
    SignatureOfParentMissing,

    /// <summary>The guardian did not sign.</summary>
    SignatureOfGuardianMissing,

    /// <summary>Nobody signed for it but somebody suspected of trafficking or abuse.</summary>
    GivenBySuspectedAbuser,

    /// <summary>A minor signed alone, and no rule of a pack says that this is lawful.</summary>
    MinorRuleMissing,

    /// <summary>The risks were not shown before it was signed.</summary>
    RisksNotShown,

    /// <summary>The person was not told that help does not depend on it.</summary>
    ConditionOfService,

    /// <summary>A companion interpreted.</summary>
    InterpreterNotIndependent,
}

/// <summary>One reason, with a sentence for whoever asked.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Because">One sentence; nothing of the person is in it.</param>
public sealed record Refusal(RefusalReason Reason, string Because);

/// <summary>The answer of a consent to a disclosure.</summary>
public abstract record Permission
{
    private Permission()
    {
    }

    /// <summary>It may be told now.</summary>
    /// <param name="By">The consent that permits it.</param>
    /// <param name="Until">When that consent ends, unless it is withdrawn before. Ask again for the next read.</param>
    public sealed record Permitted(ConsentId By, DateTimeOffset Until) : Permission;

    /// <summary>It may not be told.</summary>
    /// <param name="Because">Every reason, in the order of <see cref="RefusalReason"/>.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Because) : Permission
    {
        /// <summary>Whether that is one of the reasons.</summary>
        public bool Says(RefusalReason reason) => Because.Any(one => one.Reason == reason);

        // Of several consents the one with the fewest faults; those with as few speak together, so that their order says nothing.
        internal static Refused Nearest(IReadOnlyList<Refused> refused)
        {
            if (refused.Count == 0) return new Refused([new Refusal(RefusalReason.NoConsent, "Found no consent, expected one that the person signed: ask, and help without it.")]);
            var fewest = refused.Min(one => one.Because.Count);
            return new Refused([.. refused.Where(one => one.Because.Count == fewest).SelectMany(one => one.Because)
                .Distinct().OrderBy(one => one.Reason).ThenBy(one => one.Because, StringComparer.Ordinal)]);
        }
    }
}
