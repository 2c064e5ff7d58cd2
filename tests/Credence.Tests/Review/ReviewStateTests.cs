using Credence.Incidents;
using Credence.Review;
using Credence.Screening;
using CsCheck;

namespace Credence.Tests.Review;

public class ReviewStateTests
{
    private static readonly ReviewPlan Plan = new() { Readers = ["Ana", "Ben"], DoubleShare = 0.5, Seed = 1, Rule = new StopRule() };

    private static readonly IncidentNumber[] Numbers = [.. Enumerable.Range(0, 12_000).Select(i => new IncidentNumber($"2031-{i:000000}"))];

    [Fact]
    public void Readings_that_come_one_by_one_give_the_queue_that_is_due_by_definition() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 19], Gen.Int[0, 2]).Array[0, 60].Sample(script =>
        {
            var state = ReviewState.Of(Plan, Numbers[..20], []);
            foreach (var (reader, place, victim) in script) state.Add(Reading(Plan.Readers[reader], place, (VictimAnswer)victim));

            foreach (var reader in Plan.Readers)
            {
                var due = state.Order.Where(place => state.Independent(place).Count < Plan.ReadersNeeded(place) && state.ReadingsOf(place).All(one => one.Reader != reader));
                var unread = Enumerable.Range(0, 20).Where(place => state.ReadingsOf(place).Count == 0);
                Assert.Equal(due.Concat(unread), state.QueueFor(reader, Enumerable.Range(0, 20)));
            }
        });

    [Fact]
    public void Very_many_readings_teach_by_all_relevant_ones_and_the_last_of_the_others()
    {
        var state = ReviewState.Of(Plan, Numbers, Enumerable.Range(0, 8_000).Select(place => Reading("Ana", place, place % 100 == 0 ? VictimAnswer.Yes : VictimAnswer.No)));

        var lessons = state.Lessons();

        Assert.Equal((5_000, 80), (lessons.Count, lessons.Count(lesson => lesson.IsRelevant)));
        Assert.Equal(7_999, lessons[^1].Place);
        Assert.Equal(lessons.Select(lesson => lesson.Place).Order(), lessons.Select(lesson => lesson.Place));
    }

    [Fact]
    public void Readings_of_one_kind_teach_nothing() =>
        Assert.Empty(ReviewState.Of(Plan, Numbers, [Reading("Ana", 0, VictimAnswer.Yes), Reading("Ben", 1, VictimAnswer.Unsure)]).Lessons());

    private static Reading Reading(string reader, int place, VictimAnswer victim) =>
        new(Numbers[place], reader, victim, victim is VictimAnswer.Yes ? ExploitationType.Labor : ExploitationType.None);
}
