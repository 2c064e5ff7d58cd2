using Credence.Cli.Reports;
using Credence.Cli.Screening;

namespace Credence.Cli.Tests.Reports;

public class ReadingOrderTests
{
    private static readonly string[] Lines =
    [
        "2\t9\t0\tA\t10\t1\t90J", "3\t2\t0\tB\t20\t0\t40A\t90Z", "3\t5\t0\tC\t30\t0\tnever seen", "3\t99\t1\tD\t40\t1\t64A", "3\t5\t0\tE\t50\t0\t40A", "2\t1\t0\tB\t60\t0", "3\t7\t0\t\t70\t0\t(none)",
    ];

    [Fact]
    public void Missed_comes_first_then_strong_then_the_higher_score_then_the_earlier()
    {
        var order = Read("E");

        Assert.Equal([70, 30, 20, 10, 60, 40, 50], order.Places.Select(place => place.Length));
        Assert.Equal((5, 1), (order.Missed, order.MissedByCodeAlone));
        Assert.Equal([210, 30, 10], order.Places.Take(3).Select(place => (int)place.Offset));
    }

    [Fact]
    public void What_is_missed_is_counted_by_offense_and_what_was_too_rare_to_count_by_is_with_the_others()
    {
        var missed = Read("E").MissedByOffense;

        Assert.Equal(["(none)", "(others)", "40A", "90J", "90Z"], missed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([0, 0, 0, 1], missed["40A"]);
        Assert.Equal([0, 0, 1, 0], missed["90J"]);
    }

    [Fact]
    public void Other_rows_of_an_incident_are_counted_and_rows_without_a_number_belong_to_none()
    {
        var order = Read();

        Assert.Equal([0, 0, 0, 1, 0, 1, 0], order.Places.Select(order.OthersOf));
    }

    private static ReadingOrder Read(params string[] keys)
    {
        var coded = new CodedIncidents();
        foreach (var key in keys) coded.Add(key);
        return ReadingOrder.Read(Lines, coded, ["90J", "40A", "90Z", "64A", "(none)"]);
    }
}
