using Credence.Referrals;
using CsCheck;

namespace Credence.Tests.Referrals;

public class ReferralTests
{
    private static readonly NeededHelp Shelter = new(Need.Shelter, Urgency.Now);
    private static readonly string[] Words = ["agreed", "sent", "accepted", "waitlisted", "declined", "contacted", "started", "closed shelter met", "withdrawn", "goes on", "does not go on"];

    // Whatever is tried in whatever order: a refused step changes nothing, and an open referral can always be withdrawn.
    [Fact]
    public void An_open_referral_can_be_withdrawn_by_the_person_whatever_came_before() => Gen.OneOf(Words).List[0, 12].Sample(steps =>
    {
        var (referral, taken) = (Walk([]), new List<string>());
        foreach (var step in steps)
        {
            var (next, _) = ReferralSpecTests.Walk([Shelter], [.. taken, step]);
            if (next is null) continue;
            taken.Add(step);
            referral = next;
        }

        var last = referral.Take(new ReferralStep.Withdrawn(referral.Since.AddDays(1000)));
        Assert.Equal(!referral.IsOver, last is ReferralAnswer.Taken);
        Assert.Equal(taken.Count, referral.Steps.Count);
        Assert.Equal(referral.IsOver, ReferralPace.DueAt(referral) is null);
    });

    [Fact]
    public void What_a_person_does_not_want_stands_in_no_denominator()
    {
        var cascade = ReferralCascade.Of([Walk(["withdrawn"]), Walk(["agreed", "sent", "accepted", "does not go on"]), Walk(["agreed", "sent", "declined"]), Walk([.. Words[..3], "contacted", "started", "closed shelter partly"])]);

        Assert.Equal((4, 2, 2), (cascade.Proposed, cascade.NotWanted, cascade.Wanted));
        Assert.Equal((2, 2, 1, 1, 1, 1, 1), (cascade.Consented, cascade.Sent, cascade.Accepted, cascade.Declined, cascade.Contacted, cascade.Started, cascade.Closed));
        Assert.Equal(1, cascade.Needs[Extent.Partly]);
        Assert.Equal(0, cascade.Needs[Extent.Met]);
    }

    [Fact]
    public void A_need_that_was_named_twice_is_asked_for_once_at_its_soonest()
    {
        var (referral, _) = ReferralSpecTests.Walk([new NeededHelp(Need.Legal, Urgency.Later), new NeededHelp(Need.Legal, Urgency.Now), new NeededHelp(Need.Food, Urgency.Soon)], []);

        Assert.Equal([new NeededHelp(Need.Legal, Urgency.Now), new NeededHelp(Need.Food, Urgency.Soon)], referral!.Needs);
    }

    [Fact]
    public void An_own_answer_says_one_thing()
    {
        var started = Walk(["agreed", "sent", "accepted", "contacted", "started"]);
        string? Closing(OwnAnswer answer) => started.Take(new ReferralStep.Closed(started.Since.AddDays(1), [new NeedOutcome(Need.Shelter, Extent.Met)], answer)) is ReferralAnswer.Refused refused ? refused.Because : null;

        Assert.Null(Closing(new OwnAnswer(Answering.Answered, Extent.Not)));
        Assert.Null(Closing(new OwnAnswer(Answering.DeclinedToAnswer)));
        Assert.StartsWith("Found an answer that says nothing", Closing(new OwnAnswer(Answering.Answered)), StringComparison.Ordinal);
        Assert.StartsWith("Found words beside no answer", Closing(new OwnAnswer(Answering.NotAsked, null, "invented")), StringComparison.Ordinal);
    }

    // Read in the lists of NIEM 6.0 and of SDOH Clinical Care 3.0.0.
    [Fact]
    public void Reasons_are_words_of_the_other_lists_or_none()
    {
        string[] niem = ["Lack of adequate resources", "Language concerns", "Safety concerns", "Lack of adequate funding", "Lack of health insurance", "Victims legal status"];
        var reasons = Enum.GetValues<DeclineReason>();

        Assert.Equal(niem.Order(), reasons.Select(DeclineCrosswalk.Niem).OfType<string>().Order());
        Assert.Null(DeclineCrosswalk.Niem(DeclineReason.NotSaid));
        Assert.Equal(["no-capacity", "additional-assessment-required"], reasons.Select(DeclineCrosswalk.SdohCapacity).OfType<string>());
        Assert.Equal("waitlist", DeclineCrosswalk.SdohCapacity(Walk(["agreed", "sent", "waitlisted"])));
        Assert.Equal("no-capacity", DeclineCrosswalk.SdohCapacity(Walk(["agreed", "sent", "declined"])));
        Assert.Null(DeclineCrosswalk.SdohCapacity(Walk(["agreed", "sent"])));
    }

    [Fact]
    public void A_referral_and_its_steps_print_nothing_of_the_person()
    {
        var referral = Walk(["agreed", "sent", "accepted", "contacted", "started", "closed shelter met"]);

        Assert.DoesNotContain("Bay House", $"{referral} {string.Join(' ', referral.Steps)}", StringComparison.Ordinal);
        Assert.DoesNotContain("invented", new OwnAnswer(Answering.Answered, null, "invented").ToString(), StringComparison.Ordinal);
    }

    private static Referral Walk(IReadOnlyList<string> steps) => ReferralSpecTests.Walk([Shelter], steps).Referral!;
}
