using System.CommandLine;
using System.Globalization;
using Credence.Cli.Record;
using Credence.Record.Retention;

namespace Credence.Cli.Retention;

/// <summary>What a desk of retention answers, as a command ends.</summary>
internal static class RetentionOutcome
{
    /// <summary>Says what was done; ends the command with one sentence if nothing was.</summary>
    public static int Say(ParseResult parsed, RetentionAnswer answer, string word, string next) => answer switch
    {
        RetentionAnswer.Done done => new RecordAnswer().Add(word, done.Id.ToString()).Add("Next", next).Say(parsed),
        RetentionAnswer.Proposed made => new RecordAnswer().Add(word, made.Id.ToString()).Add("Keys to be erased", made.Steps)
            .Add("Due beside those", made.Left).Add("Next", next).Say(parsed),
        RetentionAnswer.Empty => new RecordAnswer().Add(word, null).Add("Next", "nothing is due that is not proposed already").Say(parsed),
        var refused => throw Refusal(refused),
    };

    public static CommandEnd Refusal(RetentionAnswer answer) => CommandEnd.Refused(answer switch
    {
        RetentionAnswer.NotFound => "Found nothing of this id for this account, or an account that may not do this, expected both; docs/threat-model.md says who may.",
        RetentionAnswer.NeedsAnotherPerson => "--as: found the account that proposed it, expected a second person.",
        RetentionAnswer.Expired => "Found a proposal whose time is over, expected one of the last 30 days; propose it again.",
        RetentionAnswer.NotInThisState state => state.State switch
        {
            ProposalState.Proposed => "Found a proposal that nobody has approved yet, expected one that a second person approved.",
            ProposalState.Approved => "Found a proposal that is approved already, expected one that waits for it.",
            ProposalState.Withdrawn => "Found a proposal that was withdrawn, expected one that stands.",
            _ => "Found a proposal that is done, expected one that is not.",
        },
        RetentionAnswer.Held held => string.Create(CultureInfo.InvariantCulture, $"Found a legal hold on {held.Subjects.Count}, expected none; nothing was proposed."),
        RetentionAnswer.NotForReview not => string.Create(
            CultureInfo.InvariantCulture, $"--reviewed: found {not.Subjects.Count} ({not.Subjects[0]} among them) that no rule leaves to a review today, or that are held or proposed, expected what credence retention plan lists as review; nothing was proposed."),
        RetentionAnswer.Waits waits => $"Found a proposal to lift it that waits already, expected none: {waits.Proposal}. Another account approves it, or whoever proposed it takes it back.",
        RetentionAnswer.TooLate => "Found a content that is erased or being erased, expected one that is kept.",
        RetentionAnswer.Altered => "Found other steps than those that were proposed and approved: somebody changed rows past the program; nothing was erased, see credence db verify.",
        _ => $"Found no way to do this ({answer.GetType().Name}).",
    });
}
