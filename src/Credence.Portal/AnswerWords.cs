using Credence.Record.Retention;

namespace Credence.Portal;

/// <summary>What the pages answer a person who asks what became of something, in one language.</summary>
public sealed partial record AnswerWords
{
    /// <summary>{0} is why.</summary>
    public required string HeldFor { get; init; }

    /// <summary>{0} is the day.</summary>
    public required string EraseDone { get; init; }
    public required string EraseMore { get; init; }

    /// <summary>{0} is the day.</summary>
    public required string Corrects { get; init; }
    /// <summary>{0} runs the portal.</summary>
    public required string AloneWish { get; init; }
    public required string PartSeen { get; init; }
    /// <summary>{0} runs the portal.</summary>
    public required string PartSeenLead { get; init; }
    public required string PartChange { get; init; }
    /// <summary>{0} runs the portal.</summary>
    public required string PartSent { get; init; }

    /// <summary>{0} runs the portal, {1} is its number.</summary>
    public required string Call { get; init; }
    public required string CallTrace { get; init; }
    /// <summary>{0} are the hours, as the provider says.</summary>
    public required string CallHours { get; init; }
    /// <summary>{0} runs the portal.</summary>
    public required string CallNone { get; init; }
    /// <summary>{0} runs the portal.</summary>
    public required string AloneReach { get; init; }
    /// <summary>{0} runs the portal.</summary>
    public required string AlonePolice { get; init; }

    /// <summary>{0} runs the portal, {1} is the day and the time.</summary>
    public required string Replied { get; init; }
    /// <summary>{0} runs the portal.</summary>
    public required string RepliedNew { get; init; }
    /// <summary>{0} runs the portal.</summary>
    public required string RepliedTo { get; init; }

    /// <summary>Why something has to be kept for now.</summary>
    public required IReadOnlyDictionary<HoldReason, string> Holds { get; init; }

    public override string ToString() => nameof(AnswerWords);
}
