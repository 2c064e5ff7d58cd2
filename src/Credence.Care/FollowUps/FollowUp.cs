using Credence.Care.Storage;
using Credence.Record.Events;
using Credence.Record.Storage;

namespace Credence.Care.FollowUps;

/// <summary>What somebody has to see to.</summary>
public enum FollowUpKind
{
    /// <summary>Whoever was told or asked is to hear that the person stopped it, and no message of ours says so.</summary>
    Call,

    /// <summary>A person took back what had let somebody hand over, and is to be asked whether help goes on.</summary>
    Withdrawal,

    /// <summary>A statement that a person shares.</summary>
    Statement,

    /// <summary>What a person lets police be told, and nobody has told yet; it waits until somebody writes that they were told.</summary>
    Tell,
}

/// <summary>Somebody who has to be called.</summary>
/// <param name="Person">Who stopped it.</param>
/// <param name="About">The consent or referral that was stopped.</param>
/// <param name="Since">When.</param>
/// <param name="Name">Whom to call, by the name that the person knows; null where that does not open any more.</param>
public sealed record CallToMake(PersonId Person, Guid About, DateTimeOffset Since, string? Name)
{
    public override string ToString() => nameof(CallToMake);
}

/// <summary>Police who wait to be told.</summary>
/// <param name="Person">Who lets them be told.</param>
/// <param name="Since">Since when it may be told.</param>
/// <param name="Name">Whom to tell, by the name that the person knows.</param>
/// <param name="Until">When the consent ends.</param>
public sealed record TellingToMake(PersonId Person, DateTimeOffset Since, string Name, DateTimeOffset Until)
{
    public override string ToString() => nameof(TellingToMake);
}

/// <summary>How the log tells of what is to be seen to. No other row keeps it.</summary>
internal static class FollowUpNotes
{
    // A constant, so that a question for it has the word itself, by which databases know the index of it.
    internal const string NeededWord = "follow-up.needed";

    internal static readonly EventKind Needed = new(NeededWord);
    internal static readonly EventKind Settled = new("follow-up.settled");

    /// <summary>Whoever may hold something has to be told by somebody.</summary>
    internal static void Call(Act<CareContext> act, PersonId person, Guid about) => act.Note(new EventDraft(Needed, person.Value, detail: Detail(FollowUpKind.Call, about)));

    /// <summary>Police may be told something by this consent, and somebody has to do it.</summary>
    internal static void Tell(Act<CareContext> act, PersonId person, Guid consent) => act.Note(new EventDraft(Needed, person.Value, detail: Detail(FollowUpKind.Tell, consent)));

    internal static string Detail(FollowUpKind kind, Guid about) => $"{Credence.Consents.EnumWord.Of(kind)}/{about:N}";
}
