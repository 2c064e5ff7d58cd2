using System.Text.Json;
using Credence.Evaluation.HiddenPopulation;
using Credence.Statistics;
using Credence.Testing;

namespace Credence.Tests.Evaluation.HiddenPopulation;

/// <summary>Held against what R's SparseMSE 2.0.1 and Rcapture gave for published tables.</summary>
public class ReferenceTests
{
    private const string Stepwise = "SparseMSE_estimatepopulation.0_stepwise_pthresh0.02";
    private const string MainEffects = "SparseMSE_main_effects_only";

    public static TheoryData<string> Tables => ["UKdat", "UKdat_5", "Ned", "Ned_5", "NewOrl", "NewOrl_5", "Western"];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Main_effects_and_their_Wald_limits_equal_the_reference(string name)
    {
        var estimate = Assert.IsType<Fitted>(ModelEstimate.Of(Read(name), ListModel.MainEffects)).Estimate;

        AssertEqual(Reference(MainEffects, name), estimate.Population);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_stepwise_model_and_its_Wald_limits_equal_the_reference(string name)
    {
        var estimate = Assert.IsType<Fitted>(new StepwiseSearch().Find(Read(name))).Estimate;

        AssertEqual(Reference(Stepwise, name), estimate.Population);
    }

    [Theory]
    [InlineData("Western", "A:E")]
    [InlineData("NewOrl_5", "")]
    [InlineData("UKdat_5", "LA:NG NG:GP PFNCA:GP LA:PFNCA GO:GP NG:GO")]
    [InlineData("Ned_5", "IO:Z P:Z P:R IO:P K:R IO:K")]
    public void Pairs_are_taken_in_in_the_order_of_the_reference(string name, string pairs)
    {
        var table = Read(name);

        var model = Assert.IsType<Fitted>(new StepwiseSearch().Find(table)).Estimate.Model;

        Assert.Equal(pairs, string.Join(' ', model.Pairs.Select(pair => pair.NameIn(table))));
    }

    [Fact]
    public void The_bootstrap_interval_of_the_western_site_is_close_to_the_reference()
    {
        var found = PopulationBootstrap.Of(Read("Western"), new StepwiseSearch(), new Bootstrap(Seed: 1234, Replicates: 1000));

        Assert.InRange(found.Interval.Low, 1100, 1500);
        Assert.InRange(found.Interval.High, 3300, 4100);
    }

    private static void AssertEqual(double[] reference, Estimate found)
    {
        Assert.InRange(found.Value / reference[1], 1 - 1e-6, 1 + 1e-6);
        Assert.InRange(found.Interval.Low / reference[0], 1 - 1e-3, 1 + 1e-3);
        Assert.InRange(found.Interval.High / reference[2], 1 - 1e-3, 1 + 1e-3);
    }

    private static double[] Reference(string method, string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path("reference.json")));
        return [.. json.RootElement.GetProperty(method).GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];
    }

    private static CaptureTable Read(string name)
    {
        using var text = File.OpenText(Path(name + ".csv"));
        return Assert.IsType<ReadCaptures>(CaptureTableReader.Read(text)).Table;
    }

    private static string Path(string name)
    {
        var path = SharedData.File("mse/" + name);
        Assert.SkipWhen(path is null, SharedData.Missing);
        return path!;
    }
}
