using Credence.Evaluation.HiddenPopulation;

namespace Credence.Tests.Evaluation.HiddenPopulation;

public class WesternTableTests
{
    // Totals of the published table, and estimates of its authors' own program on it.
    [Fact]
    public void The_study_s_table_has_its_published_totals_and_gives_its_published_estimates()
    {
        var table = WesternTable.Read();

        Assert.Equal(345, table.Observed);
        Assert.Equal([64, 98, 126, 52, 30], Enumerable.Range(0, 5).Select(list => table.On(1 << list)));
        Assert.Equal((322, 21, 2), (table.OnExactly(1), table.OnExactly(2), table.OnExactly(3)));
        Assert.Equal(2007.14, Assert.IsType<Fitted>(ModelEstimate.Of(table, ListModel.MainEffects)).Estimate.Population.Value, 0.01);
        Assert.Equal(2483.38, Assert.IsType<Fitted>(new StepwiseSearch().Find(table)).Estimate.Population.Value, 0.01);
    }
}
