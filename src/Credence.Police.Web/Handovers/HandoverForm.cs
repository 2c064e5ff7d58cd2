using System.Text.Json.Serialization;
using Credence.Consents;
using Credence.Referrals;

namespace Credence.Police.Web.Handovers;

/// <summary>What an officer filled in with the person: what is to be told, to whom, and what says who signs.</summary>
public sealed record HandoverForm
{
    /// <summary>Made with the form: sent twice, it is one handover.</summary>
    public required Guid Token { get; init; }

    /// <summary>When the form was opened.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    public Guid? Incident { get; init; }

    public Guid? Encounter { get; init; }

    /// <summary>The number of an incident, where the form was opened from neither.</summary>
    public string? Number { get; init; }

    public required string To { get; init; }

    public required string Recipient { get; init; }

    public required IReadOnlyDictionary<Need, Urgency> Needs { get; init; }

    /// <summary>Needs that were asked for, while nobody has said yet how soon.</summary>
    public IReadOnlyList<Need> Unsaid { get; init; } = [];

    public string? InOwnWords { get; init; }

    public string? CalledName { get; init; }

    public ContactWay? Way { get; init; }

    public string? Contact { get; init; }

    public string? When { get; init; }

    public bool MayLeaveMessage { get; init; }

    public bool MaySayWhoCalls { get; init; }

    public string? Language { get; init; }

    public string? Safety { get; init; }

    public bool TellsAge { get; init; }

    public required string Place { get; init; }

    public int? Age { get; init; }

    public ServiceKind? Service { get; init; }

    public bool? IsEmancipated { get; init; }

    public ParentStanding Parent { get; init; }

    public bool HasCourtGuardian { get; init; }

    public bool IsGuardianSuspected { get; init; }

    public required IReadOnlyDictionary<string, bool> Conditions { get; init; }

    public ConsentForm How { get; init; } = ConsentForm.Screen;

    public required string ExplainedIn { get; init; }

    public Interpreter Interpreter { get; init; }

    public int Days { get; init; } = 30;

    /// <summary>When it was signed on paper.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    public bool RisksWereShown { get; init; }

    public bool WasToldThatHelpDoesNotDependOnIt { get; init; }

    [JsonIgnore]
    public SigningFacts Facts => new()
    {
        Age = Age, Service = Service, IsEmancipated = IsEmancipated, HasCourtGuardian = HasCourtGuardian, IsGuardianSuspected = IsGuardianSuspected, Parent = Parent, Conditions = Conditions,
    };

    /// <summary>What would be told, and nothing else.</summary>
    [JsonIgnore]
    public HandoverContent Content => new()
    {
        Needs = [.. Needs.Select(pair => new NeededHelp(pair.Key, pair.Value))], InOwnWords = InOwnWords, CalledName = CalledName, Language = Language, Safety = Safety,
        Contact = Contact is { } value ? new SafeContact(Way ?? ContactWay.Call, value, When, MayLeaveMessage, MaySayWhoCalls) : null,
        IsUnder18 = TellsAge && Age is { } age ? age < 18 : null,
    };

    public override string ToString() => nameof(HandoverForm);
}
