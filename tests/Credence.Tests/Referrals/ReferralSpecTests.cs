using System.Globalization;
using Credence.Consents;
using Credence.Referrals;

namespace Credence.Tests.Referrals;

/// <summary>The page specs/referrals/steps.md is the test.</summary>
public class ReferralSpecTests
{
    internal static readonly DateTimeOffset Proposed = new(2031, 6, 11, 14, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Examples() => SpecPages.ExamplesOf("referrals", "steps");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Taken(string example)
    {
        var list = SpecPages.List(SpecPages.Section("referrals", "steps", example));
        SpecPages.OnlyKeys(list, "needs", "steps", "state", "look after", "refused");
        string? Of(string key) => list.Where(pair => pair.Key == key).Select(pair => pair.Value).FirstOrDefault();
        var (referral, refused) = Walk(Needs(Of("needs")!), (Of("steps") ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries));

        Assert.True(Of("state") is not null ^ Of("refused") is not null, "An example says how far it is, or why it was refused.");
        Assert.Equal(Of("refused"), refused);
        if (Of("state") is { } state) Assert.Equal(SpecPages.Value<ReferralState>(state), referral!.State);
        if (Of("look after") is { } after)
            Assert.Equal(after, ReferralPace.DueAt(referral!) is { } due ? string.Create(CultureInfo.InvariantCulture, $"{(due - referral!.Since).TotalHours:0} h") : "nothing");
    }

    internal static (Referral? Referral, string? Refused) Walk(IReadOnlyList<NeededHelp> needs, IReadOnlyList<string> steps)
    {
        var answer = Referral.Propose(
            new ReferralId(new Guid("55555555-0000-0000-0000-000000000001")), new Recipient(new OrganizationId("bay-house"), "Bay House"), "s1", needs, ["There is room."], Proposed);
        var at = Proposed;
        foreach (var step in steps)
        {
            if (answer is not ReferralAnswer.Taken { Referral: var so }) break;
            var parts = step.Split(" at ");
            at = parts.Length == 2 ? Proposed.AddHours(int.Parse(parts[1].Split(' ')[0], CultureInfo.InvariantCulture)) : at.AddHours(1);
            answer = so.Take(Step(parts[0], at));
        }

        return answer is ReferralAnswer.Taken taken ? (taken.Referral, null) : (null, ((ReferralAnswer.Refused)answer).Because);
    }

    private static List<NeededHelp> Needs(string words) => words == "none" ? []
        : [.. words.Split(", ").Select(word => word.Split(' ')).Select(word => new NeededHelp(SpecPages.Value<Need>(word[0]), SpecPages.Value<Urgency>(word[1])))];

    private static ReferralStep Step(string words, DateTimeOffset at) => words.Split(' ')[0] switch
    {
        "agreed" => new ReferralStep.Agreed(at, new ConsentId(new Guid("66666666-0000-0000-0000-000000000001"))),
        "sent" => new ReferralStep.Sent(at, SendingWay.Link),
        "accepted" => new ReferralStep.Accepted(at),
        "waitlisted" => new ReferralStep.Waitlisted(at),
        "declined" => new ReferralStep.Declined(at, DeclineReason.NoRoom),
        "contacted" => new ReferralStep.Contacted(at),
        "started" => new ReferralStep.Started(at),
        "closed" => new ReferralStep.Closed(
            at, [.. words.Split(' ')[1..].Chunk(2).Select(pair => new NeedOutcome(SpecPages.Value<Need>(pair[0]), SpecPages.Value<Extent>(pair[1])))], new OwnAnswer(Answering.NoAnswer)),
        "withdrawn" => new ReferralStep.Withdrawn(at),
        "goes" => new ReferralStep.AskedOn(at, true),
        "does" => new ReferralStep.AskedOn(at, false),
        _ => throw new FormatException($"found {words}, expected a step that the test knows"),
    };
}
