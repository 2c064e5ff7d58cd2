using Credence.Consents;

namespace Credence.Portal;

/// <summary>
/// The sentences of the pages on which a person gives a consent, in one language. Where {0} stands comes the name of whoever runs the portal,
/// unless it is said otherwise.
/// </summary>
public sealed partial record GivingWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Beside { get; init; }
    public required string Who { get; init; }
    public required string Police { get; init; }
    public required string Find { get; init; }
    public required string Look { get; init; }
    public required string NotFound { get; init; }
    public required string Why { get; init; }
    public required string What { get; init; }
    public required string HowLong { get; init; }
    public required string Age { get; init; }

    /// <summary>{0} is the age from which somebody is no minor, here and in the two after it.</summary>
    public required string Adult { get; init; }
    public required string Young { get; init; }
    public required string Guarded { get; init; }
    public required string NoWho { get; init; }
    public required string NoWhat { get; init; }
    public required string NoWhy { get; init; }
    public required string NoAge { get; init; }
    public required string ReadTitle { get; init; }
    public required string Free { get; init; }

    /// <summary>{0} tells, {1} is told.</summary>
    public required string Tells { get; init; }
    public required string Only { get; init; }
    public required string Risks { get; init; }
    public required string PoliceUse { get; init; }
    public required string PoliceKeep { get; init; }
    public required string CareKnows { get; init; }
    public required string CarePhone { get; init; }
    public required string Court { get; init; }
    public required string Good { get; init; }
    public required string GoodTold { get; init; }
    public required string Not { get; init; }
    public required string NotPrice { get; init; }
    public required string NotPolice { get; init; }
    public required string NotOnward { get; init; }
    public required string NotSent { get; init; }
    public required string Back { get; init; }
    public required string BackHow { get; init; }
    public required string Tick { get; init; }
    public required string Sign { get; init; }
    public required string Decline { get; init; }
    public required string TickFirst { get; init; }
    public required string GivenTitle { get; init; }

    /// <summary>{0} tells, {1} is told, {2} is the day of its end.</summary>
    public required string Given { get; init; }
    public required string DeclinedTitle { get; init; }
    public required string Declined { get; init; }
    public required string WayTitle { get; init; }

    /// <summary>{0} is the age from which somebody is no minor, {1} whoever runs the portal.</summary>
    public required string WayYoung { get; init; }
    public required string WayGuarded { get; init; }
    public required string WayOther { get; init; }
    public required string WayHelp { get; init; }
    public required string WayTalk { get; init; }
    public required string WayAsk { get; init; }
    public required string WayWords { get; init; }
    public required string WaySend { get; init; }
    public required string FromHelp { get; init; }
    public required IReadOnlyDictionary<Purpose, string> Reasons { get; init; }

    /// <summary>How long it lasts, by days.</summary>
    public required IReadOnlyDictionary<int, string> Spans { get; init; }

    public override string ToString() => nameof(GivingWords);
}
