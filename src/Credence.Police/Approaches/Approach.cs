using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Police.Incidents;
using Credence.Record.Access;

namespace Credence.Police.Approaches;

/// <summary>What somebody asks an advocate and a supervisor.</summary>
/// <param name="Way">How the person would be approached.</param>
/// <param name="By">By whom.</param>
/// <param name="Sheet">What the advocate needs to know to answer, in words, without a name: she or he sees this and nothing else.</param>
public sealed record ApproachPlan(ApproachWay Way, ApproachBy By, string Sheet)
{
    public override string ToString() => $"ApproachPlan({Way}, {By})";
}

/// <summary>What an advocate answers. There is no field for why: a reason would tell police what a provider knows.</summary>
/// <param name="Agrees">Whether anybody may be approached so.</param>
/// <param name="For">The organization for which she or he answers, by name.</param>
/// <param name="Conditions">What has to be seen to before.</param>
public sealed record AdvocateAnswer(bool Agrees, string For, IReadOnlyList<ApproachCondition> Conditions)
{
    public override string ToString() => nameof(AdvocateAnswer);
}

/// <summary>What has to be seen to before somebody is approached; a closed list, so that nothing about a client gets in.</summary>
public enum ApproachCondition
{
    /// <summary>A way of contact that nobody else sees.</summary>
    SafeContact,

    /// <summary>An interpreter who belongs to neither side.</summary>
    Interpreter,

    /// <summary>A lawyer of the person's own is at hand.</summary>
    Lawyer,

    /// <summary>A place to sleep and help are ready before anybody calls.</summary>
    HelpReady,

    /// <summary>Child protection knows, because the person may be under 18.</summary>
    ChildProtection,
}

/// <summary>A question as the advocate sees it: what was put before her or him. No number of an incident, no narrative.</summary>
public sealed record ApproachSheet(ApproachId Id, ApproachWay Way, ApproachBy By, DateTimeOffset AskedAt, ApproachState State, string Sheet)
{
    public override string ToString() => $"ApproachSheet({State})";
}

/// <summary>A question as those see it who work on the incident.</summary>
public sealed record ApproachLine(
    ApproachId Id, IncidentId Incident, ApproachWay Way, ApproachBy By, AccountId AskedBy, DateTimeOffset AskedAt, AccountId Advocate, ApproachState State,
    DateTimeOffset? AnsweredAt, AccountId? DecidedBy, DateTimeOffset? DecidedAt, DateTimeOffset? ExpiresAt, ApproachOutcome? Outcome)
{
    /// <summary>The agency's number of the incident.</summary>
    public string? Number { get; init; }

    /// <summary>What the agency calls the account of whoever asked, such as a badge number.</summary>
    public string? AskedByHandle { get; init; }

    /// <summary>The same of the advocate.</summary>
    public string? AdvocateHandle { get; init; }

    /// <summary>The same of the supervisor who decided.</summary>
    public string? DecidedByHandle { get; init; }
}

/// <summary>A question as it was opened by those who work on the incident.</summary>
/// <param name="Line">How it stands.</param>
/// <param name="Sheet">What was put before the advocate; null if it is erased.</param>
/// <param name="Answer">What the advocate answered; null before, or if it is erased.</param>
public sealed record OpenedApproach(ApproachLine Line, string? Sheet, AdvocateAnswer? Answer)
{
    public override string ToString() => $"OpenedApproach({Line.State})";
}

/// <summary>An advocate who may be asked, by the handle of the account.</summary>
public sealed record AskedAdvocate(AccountId Account, string Handle);

/// <summary>Whether anybody may be contacted about an incident now.</summary>
public abstract record ContactAnswer
{
    private ContactAnswer()
    {
    }

    /// <summary>Nobody is contacted.</summary>
    public sealed record NoContact(string Because) : ContactAnswer;

    /// <summary>In this way, by these, under these conditions, until then; and in no other.</summary>
    public sealed record Allowed(ApproachId Id, ApproachWay Way, ApproachBy By, IReadOnlyList<ApproachCondition> Conditions, DateTimeOffset Until) : ContactAnswer;

    /// <summary>There is no such incident for the one who asks; so nobody is contacted.</summary>
    public sealed record NotFound : ContactAnswer;
}

/// <summary>What comes of asking, answering and deciding.</summary>
public abstract record ApproachAnswer
{
    private ApproachAnswer()
    {
    }

    /// <summary>Done; how it stands now.</summary>
    public sealed record Done(ApproachId Id, ApproachState State) : ApproachAnswer;

    /// <summary>Who asked, the advocate and the supervisor are three persons.</summary>
    public sealed record NeedsAnotherPerson : ApproachAnswer;

    /// <summary>It does not stand so that this could be done.</summary>
    public sealed record NotInThisState(ApproachState State) : ApproachAnswer;

    /// <summary>Not so, in one sentence.</summary>
    public sealed record Refused(string Because) : ApproachAnswer;

    /// <summary>There is none for the one who asks.</summary>
    public sealed record NotFound : ApproachAnswer;
}

/// <summary>How sheets and answers are spelled where they are sealed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdvocateAnswer))]
internal sealed partial class ApproachJson : JsonSerializerContext
{
    public static ApproachJson Compact => field ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static AdvocateAnswer? Read(byte[]? bytes) => bytes is null ? null : JsonSerializer.Deserialize(bytes, Compact.AdvocateAnswer);
}
