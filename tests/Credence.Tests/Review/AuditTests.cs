using Credence.Incidents;
using Credence.Review;
using Credence.Screening;
using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Review;

public class AuditTests
{
    private static readonly ReviewPlan Plan = new() { Readers = ["Ana", "Ben"], DoubleShare = 0.2, Seed = 1, Rule = new StopRule() };

    private static readonly IncidentNumber[] Numbers = [.. Enumerable.Range(0, 500).Select(i => new IncidentNumber($"2031-{i:000000}"))];

    [Fact]
    public void A_sample_has_the_size_asked_for_and_each_incident_once() =>
        Gen.Select(Gen.Int[2, 200], Gen.ULong).Where((size, _) => size <= 200).Sample((size, seed) =>
        {
            var sample = AuditSample.Draw(Numbers[..200], size, seed);
            var drawn = sample.Strata.SelectMany(stratum => stratum.Drawn).ToList();

            Assert.Equal(size, drawn.Count);
            Assert.Equal(size, drawn.Distinct().Count());
            Assert.Equal(200, sample.Strata.Sum(stratum => stratum.Size));
        });

    [Fact]
    public void The_same_seed_draws_the_same_sample() => Assert.Equal(
        AuditSample.Draw(Numbers, 40, 7).Strata.SelectMany(s => s.Drawn), AuditSample.Draw(Numbers, 40, 7).Strata.SelectMany(s => s.Drawn));

    // 500 incidents, of which every 25th is relevant: 20. The interval holds them nearly always.
    [Fact]
    public void The_interval_holds_what_was_missed_about_as_often_as_it_says()
    {
        var held = Enumerable.Range(0, 200).Count(seed => Estimated(seed, size: 120).Missed.Interval.Contains(20));

        Assert.InRange(held, 186, 200);
    }

    [Fact]
    public void An_audit_that_finds_nothing_still_leaves_room()
    {
        var audit = Estimated(3, size: 60, every: 1000, from: 999);

        Assert.Equal(0, audit.Missed.Value);
        Assert.InRange(audit.Missed.Interval.High, 5, 80);
        Assert.Equal(1, audit.Recall.Value);
        Assert.True(audit.Recall.Interval.Low < 1);
    }

    [Fact]
    public void A_part_of_which_nothing_is_read_leaves_the_total_open()
    {
        var sample = AuditSample.Draw(Numbers, 40, 7);
        var audit = AuditEstimate.Of(sample, ReviewState.Of(Plan, Numbers, []), 9);

        Assert.Equal(40, audit.Unread);
        Assert.True(double.IsNaN(audit.Missed.Value));
    }

    // One missed at most, of 100: the draw must leave so few that a second would nearly always have shown.
    [Fact]
    public void A_sample_is_just_large_enough_to_show_what_it_is_for()
    {
        var size = AuditSample.SizeToShowAtMost(1, 100);

        Assert.True(new Hypergeometric(100, 2, size).AtMost(0) <= 0.05);
        Assert.True(new Hypergeometric(100, 2, size - 1).AtMost(0) > 0.05);
    }

    [Fact]
    public void The_budget_is_the_least_after_which_reading_may_stop()
    {
        var read = Numbers.Take(40).Select((number, i) => Reading(number, i < 20)).ToList();
        var state = ReviewState.Of(Plan with { DoubleShare = 0 }, Numbers, read);

        var more = ReadingBudget.Of(state).LeastIncidents;

        Assert.True(Plan.Rule.MayStop([.. state.IsRelevant, .. Enumerable.Repeat(false, more)], 500));
        Assert.False(Plan.Rule.MayStop([.. state.IsRelevant, .. Enumerable.Repeat(false, more - 1)], 500));
    }

    [Fact]
    public void About_the_share_asked_for_needs_two_readers() =>
        Assert.InRange(Enumerable.Range(0, 10_000).Count(place => Plan.ReadersNeeded(place) == 2), 1_850, 2_150);

    private static AuditEstimate Estimated(int seed, int size, int every = 25, int from = 0)
    {
        var sample = AuditSample.Draw(Numbers, size, (ulong)seed);
        var relevant = Enumerable.Range(0, Numbers.Length).Where(i => i % every == from % every).Select(i => Numbers[i]).ToHashSet();
        var readings = sample.Strata.SelectMany(stratum => stratum.Drawn).Select(number => Reading(number, relevant.Contains(number)));
        return AuditEstimate.Of(sample, ReviewState.Of(Plan, Numbers, readings), foundBefore: 30);
    }

    private static Reading Reading(IncidentNumber number, bool isVictim) => new(
        number, "Ana", isVictim ? VictimAnswer.Yes : VictimAnswer.No, isVictim ? ExploitationType.Labor : ExploitationType.None);
}
