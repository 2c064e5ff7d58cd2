using Credence.Packs;

namespace Credence.Consents;

/// <summary>On which side of the wall a record lives.</summary>
public enum RecordSide
{
    /// <summary>The police record, which follows duties of evidence.</summary>
    Police,

    /// <summary>The service record, which is the person's.</summary>
    Care,
}

/// <summary>Kinds of what is kept.</summary>
public enum RecordKind
{
    /// <summary>An incident with its narratives.</summary>
    Incident,

    /// <summary>What screening found.</summary>
    Screening,

    /// <summary>A reading, a determination, an arrest review.</summary>
    Decision,

    /// <summary>A consent, as signed.</summary>
    Consent,

    /// <summary>A handover that was sent or received.</summary>
    Handover,

    /// <summary>Contact, needs and plans of a person who is served.</summary>
    CareFile,

    /// <summary>A referral.</summary>
    Referral,

    /// <summary>A statement that the person keeps.</summary>
    Statement,

    /// <summary>Wishes.</summary>
    Wishes,

    /// <summary>Feedback.</summary>
    Feedback,

    /// <summary>That an officer practiced, in two numbers. They stand under no key: what erases others empties these rows.</summary>
    Practice,

    /// <summary>The log of who changed and read what; no story is in it.</summary>
    EventLog,
}

/// <summary>From when a time of retention runs.</summary>
public enum RetentionStart
{
    /// <summary>From when it was recorded.</summary>
    Created,

    /// <summary>From when the case or the service was closed; an open one is kept.</summary>
    Closed,

    /// <summary>From the last contact or change.</summary>
    LastUsed,
}

/// <summary>What happens at the end.</summary>
public enum RetentionEnd
{
    /// <summary>A person looks at it and decides.</summary>
    Review,

    /// <summary>It is closed to all but a court and the person.</summary>
    Seal,

    /// <summary>Its key is erased, so that nobody can read it any more, in backups neither.</summary>
    EraseKey,
}

/// <summary>How long one kind of record lives on one side, as a pack has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Side">The side.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="Years">How many years; null is for good.</param>
/// <param name="From">From when they run.</param>
/// <param name="End">What happens at the end.</param>
/// <param name="ErasedOnRequest">True if the person may have it erased before.</param>
/// <param name="Why">Why so long, in one sentence that the person may read.</param>
/// <param name="Citation">The law or policy.</param>
public sealed record RetentionRule(
    string Id, RecordSide Side, RecordKind Kind, int? Years, RetentionStart From, RetentionEnd End, bool ErasedOnRequest, string Why, Citation Citation)
{
    /// <summary>The same sentence in other languages, by ISO 639-1 code.</summary>
    public IReadOnlyDictionary<string, string> Translations { get; init; } = new Dictionary<string, string>();

    /// <summary>Why, in this language; in English where the pack has no other.</summary>
    public string WhyIn(string language) => Translations.GetValueOrDefault(language, Why);

    /// <summary>From when they run where the record cannot say when a case was closed, or null: then it stays.</summary>
    public RetentionStart? WhereUnknown { get; init; }
}

/// <summary>The rules of one retention pack.</summary>
/// <param name="Rules">The rules: one for each side and kind.</param>
/// <param name="Pack">The pack.</param>
public sealed record RetentionSchedule(IReadOnlyList<RetentionRule> Rules, Pack Pack)
{
    /// <summary>The rule for a kind on a side, or null.</summary>
    public RetentionRule? Find(RecordSide side, RecordKind kind) => Rules.FirstOrDefault(rule => rule.Side == side && rule.Kind == kind);
}
