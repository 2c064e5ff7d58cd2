using Credence.Record.Retention;

namespace Credence.Portal;

public sealed partial record AnswerWords
{
    /// <summary>English.</summary>
    public static AnswerWords English { get; } = new()
    {
        HeldFor = "It can not be erased yet. This is why: {0}.",
        EraseDone = "What you asked to erase was erased. The last of it went on {0}. No one can read it now.",
        EraseMore = "Ask to erase what came since",
        Corrects = "You sent this on {0} to set right what they wrote.",
        AloneWish = "You came with no name. So no one at {0} reads your wishes here. If you want them to know one, send it to them as a note.",
        PartSeen = "This will go",
        PartSeenLead = "Read it once more. This is all that {0} will get.",
        PartChange = "Change it first",
        PartSent = "It was sent. {0} can read it now. \"Who looked\" shows you when they did. If they answer, you find it here with your note.",
        Call = "You can call {0}: {1}.",
        CallTrace = "Your phone may keep the call in its list.",
        CallHours = "Someone is there: {0}.",
        CallNone = "{0} has put no phone number here.",
        AloneReach = "No one at {0} knows who you are. If they answer, you find it here, with your note. If you want them to reach you some other way, write in your note how they can reach you, and when it is safe.",
        AlonePolice = "The police get nothing by this. {0} reads it. They can ask you only here, with your note, or as your note says.",
        Replied = "{0} wrote to you on {1} UTC",
        RepliedNew = "Someone at {0} wrote to you. It is with your note, in \"My notes\".",
        RepliedTo = "{0} wrote to you about it.",
        Holds = new Dictionary<HoldReason, string>
        {
            [HoldReason.CriminalCase] = "a crime may come to court",
            [HoldReason.CivilSuit] = "someone may sue, or has sued",
            [HoldReason.CourtOrder] = "a judge said so",
            [HoldReason.RecordsRequest] = "someone asked for it, as a law lets them",
            [HoldReason.Inquiry] = "their work is being looked at",
            [HoldReason.NeededByThePerson] = "you may need it to prove something",
        },
    };
}
