using Credence.Evaluation.Measures;
using Credence.Screening;
using Credence.Statistics;

namespace Credence.Tests.Evaluation.Measures;

public class ShareContrastTests
{
    [Fact]
    public void The_exact_test_doubles_the_smaller_tail()
    {
        var contrast = new ShareContrast(Plain(1, 10), Plain(9, 10));

        // Sum over the tail of hypergeometric chances: (C(10,0)C(10,10) + C(10,1)C(10,9)) / C(20,10) = 101 / 184756.
        Assert.Equal(2 * 101.0 / 184756, contrast.P!.Value, 1e-12);
    }

    [Fact]
    public void Equal_shares_differ_by_nothing_and_p_is_one()
    {
        var contrast = new ShareContrast(Plain(30, 100), Plain(30, 100));

        Assert.Equal(0, contrast.Difference.Value);
        Assert.True(contrast.Difference.Interval.Contains(0));
        Assert.Equal(1, contrast.P!.Value, 1e-12);
    }

    [Fact]
    public void Pairs_come_in_the_order_given_whatever_their_sizes()
    {
        var pairs = NamedContrast.Pairs([("C", Plain(1, 10)), ("A", Plain(9, 10)), ("B", Plain(5, 10))]);

        Assert.Equal(["C-A", "C-B", "A-B"], pairs.Select(pair => $"{pair.First}-{pair.Second}"));
        Assert.Equal(AdjustedP.Holm([.. pairs.Select(pair => pair.Contrast.P!.Value)]), pairs.Select(pair => pair.AdjustedP!.Value));
    }

    [Fact]
    public void Without_a_difference_there_is_nothing_that_speaks_for_one()
    {
        var rows = InventedRows.Of(1, (Level.StrongIndication, true, 200, 0.5)).Draw(60, 1);
        var share = MeasuredGroup.InEvery(MeasureCatalog.Find("read-possible")!, "Riverton", rows, Breakdown.None)[0].Shares[0];

        Assert.Equal(1, new ShareContrast(share, share).P);
        Assert.True(new ShareContrast(share, share).Difference.Interval.Contains(0));
    }

    [Fact]
    public void That_every_incident_was_read_does_not_make_a_difference_certain()
    {
        var contrast = new ShareContrast(AllRead(15, 50), AllRead(16, 50));

        Assert.Equal(-0.02, contrast.Difference.Value, 1e-12);
        Assert.Equal(new Contrast(new Proportion(15, 50), new Proportion(16, 50)).Difference().Interval.Low, contrast.Difference.Interval.Low, 1e-9);
        Assert.True(contrast.Difference.Interval.High - contrast.Difference.Interval.Low > 0.3);
        Assert.True(contrast.P > 0.5);
        Assert.InRange(contrast.First.Share.Interval.Width, 0, 1e-12);
    }

    [Fact]
    public void Sites_that_differ_by_chance_alone_are_seldom_called_different()
    {
        var chance = new Pcg32(7, 1);
        int Found(int of) => Enumerable.Range(0, of).Count(_ => chance.Below(10) < 3);

        Assert.InRange(Enumerable.Range(0, 1000).Count(_ => new ShareContrast(AllRead(Found(50), 50), AllRead(Found(80), 80)).P < 0.05), 20, 70);
    }

    [Fact]
    public void Where_level_or_code_alone_decides_two_shares_there_is_nothing_to_test()
    {
        MeasuredShare Missed(bool coded) => MeasuredGroup.InEvery(MeasureCatalog.Find("missed")!, "Riverton", InventedRows.Of(1, (Level.StrongIndication, coded, 40, 1)).AllRead, Breakdown.None)[0].Shares[0];
        var contrast = new ShareContrast(Missed(true), Missed(false));

        Assert.True(double.IsNaN(contrast.Difference.Value));
        Assert.Null(contrast.P);
    }

    [Fact]
    public void At_a_common_mix_sites_alike_within_each_type_are_alike()
    {
        var few = Groups("A", (20, 100), (50, 100));
        var many = Groups("B", (4, 20), (150, 300));

        var shares = StandardizedShare.Of([few, many]);

        Assert.Equal(shares[0].Share.Value, shares[1].Share.Value, 1e-12);
        Assert.Equal(((120 * 0.2) + (400 * 0.5)) / 520, shares[0].Share.Value, 1e-12);
    }

    [Fact]
    public void A_share_at_a_common_mix_has_limits_between_none_and_all()
    {
        var shares = StandardizedShare.Of([Groups("A", (0, 3), (1, 3)), Groups("B", (3, 3), (2, 3))]);

        Assert.All(shares, share => Assert.InRange(share.Share.Interval.Low, 0, share.Share.Value));
        Assert.All(shares, share => Assert.InRange(share.Share.Interval.High, share.Share.Value, 1));
    }

    [Fact]
    public void A_measure_of_the_record_by_type_goes_by_the_program_and_not_by_who_was_drawn()
    {
        var rows = InventedRows.Of(1, (Level.StrongIndication, true, 200, 1));
        var measure = MeasureCatalog.Find("coded-trafficking")!;
        string Told(IReadOnlyList<MeasureRow> of) => string.Join("; ", MeasuredGroup.InEvery(measure, "Riverton", of, Breakdown.Type).Select(group => $"{group.Group} {group.Of}"));

        Assert.Equal(["unknown 200"], new[] { Told(rows.Rows), Told(rows.Draw(60, 1)) }.Distinct());
    }

    [Fact]
    public void A_site_without_a_type_that_others_have_cannot_be_set_to_the_common_mix()
    {
        var shares = StandardizedShare.Of([Groups("A", (20, 100), (50, 100)), [.. Groups("B", (4, 20), (0, 0)).Take(1)]]);

        Assert.True(double.IsNaN(shares[1].Share.Value));
        Assert.Equal(["type 1"], shares[1].Lacks);
    }

    private static MeasuredShare Plain(int count, int of) => MeasuredShare.OfRecord("yes", new Proportion(count, of));

    private static MeasuredShare AllRead(int count, int of)
    {
        var rows = InventedRows.Of(1, (Level.StrongIndication, true, count, 1), (Level.StrongIndication, true, of - count, 0)).AllRead;
        return MeasuredGroup.InEvery(MeasureCatalog.Find("read-possible")!, "Riverton", rows, Breakdown.None)[0].Shares[0];
    }

    private static List<MeasuredGroup> Groups(string site, params (int Count, int Of)[] types) => [.. types.Select((type, i) => new MeasuredGroup
    {
        Measure = MeasureCatalog.Find("coded-trafficking")!, Site = site, By = Breakdown.Type, Group = $"type {i}",
        Counts = [type.Count, type.Of - type.Count], Unknown = 0, Shares = [Plain(type.Count, type.Of)],
    })];
}
