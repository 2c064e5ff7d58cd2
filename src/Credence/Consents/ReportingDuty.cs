using Credence.Packs;

namespace Credence.Consents;

/// <summary>Who hears what a person tells; laws bind some of them to report.</summary>
public enum Listener
{
    /// <summary>A police officer.</summary>
    PoliceOfficer,

    /// <summary>An advocate whom police or prosecution employ: an official, too.</summary>
    SystemAdvocate,

    /// <summary>An advocate of a community organization.</summary>
    CommunityAdvocate,

    /// <summary>Staff of a shelter or another provider.</summary>
    ProviderWorker,

    /// <summary>A doctor, nurse or therapist.</summary>
    HealthWorker,

    /// <summary>A social worker.</summary>
    SocialWorker,

    /// <summary>Staff of child welfare.</summary>
    ChildWelfareWorker,

    /// <summary>A lawyer of the person.</summary>
    Lawyer,
}

/// <summary>What a duty may hang on.</summary>
public enum DutyFact
{
    /// <summary>The person is under 18.</summary>
    Under18,

    /// <summary>The person may be a victim of a severe form of trafficking.</summary>
    PossibleTrafficking,

    /// <summary>The person is neither a citizen nor a lawful permanent resident.</summary>
    ForeignNational,

    /// <summary>There is reason to believe that a child suffers from abuse or neglect.</summary>
    ChildAbuseSuspected,

    /// <summary>The child is in the care of child welfare, or under its supervision.</summary>
    InChildWelfareCare,
}

/// <summary>One thing to do under a duty, with its clock. Zero hours is at once.</summary>
/// <param name="Title">What to do.</param>
/// <param name="To">Whom to tell.</param>
/// <param name="Within">How long after the facts became known.</param>
public sealed record DutyStep(string Title, string To, TimeSpan Within);

/// <summary>A law by which some have to report, as a pack has it.</summary>
public sealed record ReportingDuty
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What has to be done.</summary>
    public required string Title { get; init; }

    /// <summary>Where it binds: us, us-ma.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Whom it binds.</summary>
    public required IReadOnlyList<Listener> Who { get; init; }

    /// <summary>The facts that must all be known for it.</summary>
    public required IReadOnlyList<DutyFact> When { get; init; }

    /// <summary>What to do, by when.</summary>
    public required IReadOnlyList<DutyStep> Steps { get; init; }

    /// <summary>The least that is told.</summary>
    public required IReadOnlySet<InformationKind> Minimum { get; init; }

    /// <summary>What the person hears before telling, by ISO 639-1 code; plain words.</summary>
    public required IReadOnlyDictionary<string, string> Warning { get; init; }

    /// <summary>Where it is written.</summary>
    public required Citation Citation { get; init; }

    /// <summary>The pack.</summary>
    public required Pack Pack { get; init; }

    /// <summary>Id and jurisdiction.</summary>
    public override string ToString() => $"ReportingDuty({Jurisdiction}/{Id})";
}
