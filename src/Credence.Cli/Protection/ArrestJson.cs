using Credence.Cli.Classification;
using Credence.Protection;

namespace Credence.Cli.Protection;

/// <summary>A review for programs.</summary>
internal static class ArrestJson
{
    public static object Of(ArrestReview review, ReasonAnswer? answer, ExceptionAnswer? exception) => new
    {
        Policy = review.Policy.Pack.Stamp,
        review.IsPossibleVictim,
        review.AsksNotToArrest,
        Under18 = ClassificationWords.Of(review.Under18),
        Charges = review.Charges.Select(charge => new { Charge = charge.Charge.Value, charge.Outcome, charge.Because, charge.Citation }),
        Reason = answer switch
        {
            ReasonAnswer.Refused { Reason: var reason } => (object)new { Accepted = false, reason.Id, reason.Title, reason.Why, reason.Instead, reason.Call, reason.Citation },
            ReasonAnswer.NeedsApproval needs => new { Accepted = false, needs.Reason.Id, needs.Reason.Title, NeedsApprovalOf = needs.Approvers },
            ReasonAnswer.NotListed listed => new { Accepted = false, Expected = listed.Reasons.Select(reason => reason.Id) },
            _ => null,
        },
        Exception = exception switch
        {
            ExceptionAnswer.Approved { Exception: var given } => (object)new
            {
                Approved = true,
                given.Policy,
                Reason = given.Reason.Id,
                Charges = given.Charges.Select(charge => charge.Value),
                given.Officer,
                given.Approver,
                given.On,
            },
            ExceptionAnswer.Refused refused => new { Approved = false, refused.Because },
            _ => null,
        },
        review.Policy.Before,
        review.Steps,
        review.Call,
        RefusedReasons = review.Policy.RefusedReasons.Select(reason => new { reason.Id, reason.Title, reason.Instead, reason.Call }),
        review.Packs,
    };
}
