using Credence.Classification;

namespace Credence.Consents;

/// <summary>What stands behind a demand for information without the person's consent.</summary>
public enum DemandKind
{
    /// <summary>Somebody asks. An officer who asks, a task force, a memorandum of understanding are no mandate.</summary>
    Request,

    /// <summary>A subpoena: in most places no order of a court.</summary>
    Subpoena,

    /// <summary>An order or a warrant that a judge signed.</summary>
    CourtOrder,

    /// <summary>A statute, such as a duty to report.</summary>
    Statute,

    /// <summary>An emergency, as a pack of the jurisdiction defines it.</summary>
    Emergency,
}

/// <summary>A demand to tell without the person's consent.</summary>
/// <param name="Kind">What stands behind it.</param>
/// <param name="Jurisdiction">Where, such as us-ma.</param>
/// <param name="Citation">The statute, the order's court and number, or the id of an emergency in a pack; null if it names none.</param>
/// <param name="Demanded">What it demands, and no more.</param>
public sealed record Demand(DemandKind Kind, string Jurisdiction, string? Citation, IReadOnlySet<InformationKind> Demanded)
{
    /// <summary>What a duty to report demands: its minimum, and so the most that is told.</summary>
    public static Demand Under(ReportingDuty duty) =>
        new(DemandKind.Statute, duty.Jurisdiction, $"{duty.Citation.Title}, {duty.Citation.Pinpoint} ({duty.Pack.Stamp}/{duty.Id})", duty.Minimum);
}

/// <summary>What counsel said of a demand.</summary>
/// <param name="By">Counsel.</param>
/// <param name="At">When.</param>
/// <param name="Mandate">The statute or order that compels, or null: counsel found none.</param>
public sealed record CounselReview(Decider By, DateTimeOffset At, string? Mandate);

/// <summary>Whether the person was told of a release that is compelled (34 U.S.C. 12291(b)(2)(C): reasonable attempts).</summary>
public abstract record Notice
{
    private Notice()
    {
    }

    /// <summary>The person was told.</summary>
    /// <param name="At">When.</param>
    public sealed record Told(DateTimeOffset At) : Notice;

    /// <summary>Somebody tried and did not reach the person.</summary>
    /// <param name="At">When; every attempt.</param>
    public sealed record Attempted(IReadOnlyList<DateTimeOffset> At) : Notice;

    /// <summary>To tell would endanger the person, as somebody decided who answers for it.</summary>
    /// <param name="Why">Why.</param>
    /// <param name="By">Who decided.</param>
    /// <param name="At">When.</param>
    public sealed record Dangerous(NoticeDanger Why, Decider By, DateTimeOffset At) : Notice;
}

/// <summary>Why telling the person would be dangerous. "It would upset her" and "she would object" are not on the list.</summary>
public enum NoticeDanger
{
    /// <summary>Somebody who controls the person reads messages or hears calls.</summary>
    SomebodyListens,

    /// <summary>There is no address or number that is safe.</summary>
    NoSafeContact,

    /// <summary>A threat to life is known that would follow.</summary>
    ThreatKnown,

    /// <summary>The court forbids it.</summary>
    CourtForbids,
}
