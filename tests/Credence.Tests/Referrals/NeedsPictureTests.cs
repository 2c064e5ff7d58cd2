using Credence.Referrals;

namespace Credence.Tests.Referrals;

public class NeedsPictureTests
{
    private static readonly DateTimeOffset First = new(2031, 6, 11, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_nobody_asked_is_not_known_and_what_is_not_needed_is_said()
    {
        var picture = NeedsPicture.Of([new NeedEntry.Asked(First, [new AskedNeed(Need.Shelter, Answering.Answered, Urgency.Now), new AskedNeed(Need.Food, Answering.Answered), new AskedNeed(Need.Medical, Answering.DeclinedToAnswer)])]);

        Assert.Equal(Enum.GetValues<Need>().Length, picture.Count);
        Assert.True(Of(picture, Need.Shelter).IsOpen);
        Assert.Equal((Answering.Answered, null, false), (Of(picture, Need.Food).Answering, Of(picture, Need.Food).Urgency, Of(picture, Need.Food).IsOpen));
        Assert.Equal(Answering.DeclinedToAnswer, Of(picture, Need.Medical).Answering);
        Assert.Equal((Answering.NotAsked, null), (Of(picture, Need.Legal).Answering, Of(picture, Need.Legal).AskedAt));
    }

    [Fact]
    public void A_need_that_was_met_and_comes_again_is_open_again()
    {
        NeedEntry[] entries =
        [
            new NeedEntry.Asked(First, [new AskedNeed(Need.Shelter, Answering.Answered, Urgency.Now)]),
            new NeedEntry.Met(First.AddHours(2), Need.Shelter, Extent.Met, "Bay House (invented)"),
        ];
        Assert.False(Of(NeedsPicture.Of(entries), Need.Shelter).IsOpen);
        Assert.True(Of(NeedsPicture.Of([.. entries, new NeedEntry.Asked(First.AddDays(9), [new AskedNeed(Need.Shelter, Answering.Answered, Urgency.Soon)])]), Need.Shelter).IsOpen);
    }

    [Fact]
    public void A_question_without_an_answer_takes_back_nothing()
    {
        var shelter = Of(NeedsPicture.Of(
        [
            new NeedEntry.Asked(First, [new AskedNeed(Need.Shelter, Answering.Answered, Urgency.Now)]),
            new NeedEntry.Asked(First.AddDays(1), [new AskedNeed(Need.Shelter, Answering.NoAnswer)]),
        ]), Need.Shelter);

        Assert.Equal((Answering.Answered, Urgency.Now, First.AddDays(1)), (shelter.Answering, shelter.Urgency!.Value, shelter.AskedAt!.Value));
    }

    [Fact]
    public void An_entry_that_says_two_things_or_nothing_is_refused()
    {
        Assert.NotNull(new NeedEntry.Asked(First, []).Problem);
        Assert.NotNull(new NeedEntry.Asked(First, [new AskedNeed(Need.Food, Answering.NotAsked)]).Problem);
        Assert.NotNull(new NeedEntry.Asked(First, [new AskedNeed(Need.Food, Answering.NoAnswer, Urgency.Now)]).Problem);
        Assert.NotNull(new NeedEntry.Asked(First, [new AskedNeed(Need.Food, Answering.NoAnswer), new AskedNeed(Need.Food, Answering.Answered)]).Problem);
        Assert.NotNull(new NeedEntry.Met(First, Need.Food, Extent.Met, " ").Problem);
        Assert.Null(new NeedEntry.Met(First, Need.Food, Extent.Not, "nobody was free (invented)").Problem);
    }

    private static NeedStanding Of(IReadOnlyList<NeedStanding> picture, Need need) => picture.Single(one => one.Need == need);
}
