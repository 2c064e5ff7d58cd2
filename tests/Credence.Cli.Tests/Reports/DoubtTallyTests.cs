using Credence.Classification;
using Credence.Cli.Classification;
using Credence.Cli.Reports;

namespace Credence.Cli.Tests.Reports;

public class DoubtTallyTests
{
    [Fact]
    public void The_first_of_each_kind_are_kept_in_the_order_in_which_to_read_them()
    {
        var tally = new DoubtTally();
        for (var i = 0; i < 50; i++) tally.Add(Row($"{i}", "PossibleIndication", i % 25, "may-be-trafficking"));
        tally.Add(Row("strong", "StrongIndication", 1, "may-be-trafficking"));
        tally.Add(Row("child", "PossibleIndication", 0, "minor-arrested", "sold-without-victim"));

        var kinds = tally.InReadingOrder().ToList();

        Assert.Equal([CodeDoubt.MinorArrested, CodeDoubt.MayBeTrafficking, CodeDoubt.SoldWithoutVictim], kinds.Select(one => one.Kind));
        Assert.Equal([1L, 51, 1], kinds.Select(one => one.Rows));
        Assert.Equal(["strong", "24", "49", "23"], kinds[1].First.Take(4).Select(row => row.Number));
        Assert.Equal(DoubtTally.MostOfKind, kinds[1].First.Count);
        Assert.Empty(kinds[2].First);
    }

    private static MissedRow Row(string number, string level, double score, params string[] kinds) => new()
    {
        Number = number,
        File = "",
        Row = 1,
        Kinds = kinds,
        ReadsLike = [],
        Because = "Invented.",
        Missing = [],
        Level = level,
        Score = score,
    };
}
