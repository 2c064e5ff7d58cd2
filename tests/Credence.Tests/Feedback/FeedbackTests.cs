using Credence.Feedback;
using Credence.Referrals;

namespace Credence.Tests.Feedback;

public class FeedbackTests
{
    private const string Unit = "riverton-pd/patrol";

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Fewer_than_ten_persons_are_not_told_of_and_not_counted(int persons, bool isTold)
    {
        var line = Line([.. Enumerable.Range(0, persons).Select(at => Said(1 + (at % 5)))]);

        Assert.Equal(isTold, line.Mean is not null);
        Assert.Equal(isTold ? persons : null, line.Persons);
    }

    [Fact]
    public void Where_all_say_the_same_nothing_is_told() => Assert.Null(Line([.. Enumerable.Repeat(Said(1), 30)]).Mean);

    [Fact]
    public void What_was_not_answered_is_in_no_mean_and_other_units_do_not_count()
    {
        var line = Line([.. Enumerable.Range(0, 10).Select(at => Said(at < 5 ? 2 : 5)), new FeedbackAnswer(Unit, [new FeedbackMark(FeedbackItem.Listened, Answering.DeclinedToAnswer)]), Said(1) with { Unit = "lakeside-pd" }]);

        Assert.Equal((10, 3.5), (line.Persons!.Value, line.Mean!.Value));
    }

    [Fact]
    public void An_answer_is_a_mark_from_one_to_five_of_a_unit_with_a_code()
    {
        Assert.Null(Said(5).WhyNot());
        Assert.NotNull(Said(6).WhyNot());
        Assert.NotNull((Said(5) with { Unit = "Officer Jones" }).WhyNot());
        Assert.NotNull(new FeedbackAnswer(Unit, []).WhyNot());
        Assert.NotNull(new FeedbackAnswer(Unit, [.. Said(1).Marks, .. Said(2).Marks]).WhyNot());
        Assert.NotNull(new FeedbackAnswer(Unit, [.. Said(1).Marks, new FeedbackMark(FeedbackItem.Fair, Answering.NoAnswer, 3)]).WhyNot());
    }

    private static FeedbackLine Line(IReadOnlyCollection<FeedbackAnswer> answers) => FeedbackSummary.Of(Unit, answers).Lines.Single(line => line.Item == FeedbackItem.Listened);

    private static FeedbackAnswer Said(int mark) => new(Unit, [new FeedbackMark(FeedbackItem.Listened, Answering.Answered, mark)]);
}
