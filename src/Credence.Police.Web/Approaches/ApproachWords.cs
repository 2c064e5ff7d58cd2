using Credence.Police.Approaches;

namespace Credence.Police.Web.Approaches;

/// <summary>What the pages of contact call things.</summary>
internal static class ApproachWords
{
    /// <summary>What is on no list, said wherever somebody asks or answers.</summary>
    public const string Never = "Never unannounced, never with a warrant, never as a check of status: these are on no list.";

    public static string Of(ApproachWay way) => way switch
    {
        ApproachWay.AdvocateAsksFirst => "the advocate asks first whether the person wants to hear from anybody; police wait",
        ApproachWay.MessageThatNamesNoCrime => "a letter or message that names no crime and leaves the answer to the person",
        _ => "a meeting that the person agreed to beforehand, at a place of her or his choice",
    };

    public static string Of(ApproachBy by) => by switch
    {
        ApproachBy.AdvocateAlone => "the advocate alone",
        ApproachBy.AdvocateAndDetective => "the advocate, and with her or him a detective without uniform",
        _ => "somebody whom the person trusts and named, brought by the advocate",
    };

    public static string Of(ApproachCondition condition) => condition switch
    {
        ApproachCondition.SafeContact => "a way of contact that nobody else sees",
        ApproachCondition.Interpreter => "an interpreter who belongs to neither side",
        ApproachCondition.Lawyer => "a lawyer of the person's own is at hand",
        ApproachCondition.HelpReady => "a place to sleep and help are ready before anybody calls",
        _ => "child protection knows, because the person may be under 18",
    };

    public static string Of(ApproachOutcome outcome) => outcome switch
    {
        ApproachOutcome.NotReached => "the person was not reached",
        ApproachOutcome.WantsNoContact => "the person wants no contact, which is an end and no reason to ask again",
        ApproachOutcome.WantsHelpOnly => "the person wants help, and not police",
        _ => "the person wants to talk",
    };

    public static string Of(ApproachState state) => state switch
    {
        ApproachState.AwaitsAdvocate => "waits for the advocate; until then, no contact",
        ApproachState.AwaitsSupervisor => "the advocate agreed; waits for a supervisor; until then, no contact",
        ApproachState.Allowed => "a supervisor allowed it",
        ApproachState.NotAllowed => "not allowed: no contact",
        ApproachState.TakenBack => "taken back: no contact",
        _ => "made; another contact needs another question",
    };

    public static string Of(ApproachLine line, DateTimeOffset now) => line switch
    {
        { State: ApproachState.Allowed, ExpiresAt: { } end } when end <= now => "allowed once, and expired: no contact",
        { State: ApproachState.Allowed, ExpiresAt: { } end } => $"a supervisor allowed it until {Pages.Words.Time(end)} UTC",
        { State: ApproachState.Made, Outcome: { } outcome } => $"made: {Of(outcome)}",
        _ => Of(line.State),
    };
}
