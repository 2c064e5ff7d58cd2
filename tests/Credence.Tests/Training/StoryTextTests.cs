using Credence.Training;

namespace Credence.Tests.Training;

public class StoryTextTests
{
    [Theory]
    [InlineData("(a|b")]
    [InlineData("a) b")]
    [InlineData("[a")]
    [InlineData("{street")]
    [InlineData("a ] b")]
    public void A_bracket_without_its_fellow_is_refused(string text) =>
        Assert.Contains("expected brackets in pairs", Assert.Throws<FormatException>(() => StoryText.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData('(')]
    [InlineData('[')]
    public void Thousands_of_brackets_inside_each_other_are_refused(char bracket) =>
        Assert.Contains("inside each other", Assert.Throws<FormatException>(() => StoryText.Parse(new string(bracket, 200_000))).Message, StringComparison.Ordinal);

    [Fact]
    public void Brackets_beside_each_other_are_no_brackets_inside_each_other() =>
        Assert.Equal(100, StoryText.Parse(string.Concat(Enumerable.Repeat("(a {street}|b)", 100))).Slots.Count());

    [Theory]
    [InlineData("{}")]
    [InlineData("{9-2}")]
    [InlineData("{2 off street}")]
    [InlineData("{v.}")]
    [InlineData("{Street}")]
    public void A_slot_that_nobody_can_fill_is_refused(string text) =>
        Assert.Contains("{name}", Assert.Throws<FormatException>(() => StoryText.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Slots_are_found_wherever_they_stand()
    {
        var slots = StoryText.Parse("{v} (saw {x.him}|[{2-3 of signs}]) at {street#1} for {100-500 by 20}").Slots.ToList();

        Assert.Equal(["v", "x.him", "2-3 of signs", "street#1", "100-500 by 20"], slots.Select(slot => slot.Written));
        Assert.Equal((2, 3, "signs"), (slots[2].Least, slots[2].Most, slots[2].Group));
        Assert.True(slots[3].Stays);
        Assert.True(slots[4].IsNumber);
    }

    [Theory]
    [InlineData(10, new[] { 1, 1, 1 }, new[] { 4, 3, 3 })]
    [InlineData(7, new[] { 5, 2 }, new[] { 5, 2 })]
    [InlineData(3, new[] { 1000, 1, 1 }, new[] { 1, 1, 1 })]
    [InlineData(420, new[] { 26, 24, 6 }, new[] { 195, 180, 45 })]
    public void Parts_follow_the_shares_and_add_up(int whole, int[] shares, int[] parts) =>
        Assert.Equal(parts, Apportionment.Of(whole, shares));

    [Theory]
    [InlineData("the officer left . he came back", "The officer left. He came back")]
    [InlineData("paid $3.50, no more", "Paid $3.50, no more")]
    public void Sentences_begin_with_a_capital_wherever_a_phrase_came_to_stand(string told, string written) =>
        Assert.Equal(written, Style().Write(told));

    [Fact]
    public void A_writer_shortens_words_and_keeps_the_capital() =>
        Assert.Equal("Veh stopped, the veh left.", Style(("vehicle", "veh")).Write("vehicle stopped, the vehicle left."));

    private static WritingStyle Style(params (string Word, string Short)[] words) => new()
    {
        Id = "plain",
        Language = "en",
        Weight = 1,
        Labels = new Dictionary<string, IReadOnlyList<string>>(),
        Short = words.ToDictionary(word => word.Word, word => word.Short),
    };
}
