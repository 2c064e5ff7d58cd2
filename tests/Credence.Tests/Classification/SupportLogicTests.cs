using Credence.Classification;
using CsCheck;

namespace Credence.Tests.Classification;

public class SupportLogicTests
{
    private const Support No = Support.NotSupported;
    private const Support Open = Support.Unknown;
    private const Support Yes = Support.Supported;

    private static readonly Gen<Support[]> Parts = Gen.Enum<Support>().Array[0, 6];

    [Theory]
    [InlineData(Yes, Yes, Yes, Yes)]
    [InlineData(Yes, Open, Open, Yes)]
    [InlineData(Yes, No, No, Yes)]
    [InlineData(Open, Yes, Open, Yes)]
    [InlineData(Open, Open, Open, Open)]
    [InlineData(Open, No, No, Open)]
    [InlineData(No, Yes, No, Yes)]
    [InlineData(No, Open, No, Open)]
    [InlineData(No, No, No, No)]
    public void The_truth_table_is_Kleenes(Support a, Support b, Support all, Support any)
    {
        Assert.Equal(all, SupportLogic.All([a, b]));
        Assert.Equal(any, SupportLogic.Any([a, b]));
    }

    [Fact]
    public void The_order_of_parts_changes_nothing() => Parts.Sample(parts =>
        SupportLogic.All(parts) == SupportLogic.All(parts.Reverse()) && SupportLogic.Any(parts) == SupportLogic.Any(parts.Reverse()));

    [Fact]
    public void More_support_of_one_part_never_means_less_of_the_whole() =>
        Gen.Select(Parts.Where(parts => parts.Length > 0), Gen.Int[0, 5], Gen.Enum<Support>()).Sample((parts, at, value) =>
        {
            var more = parts.ToArray();
            at %= parts.Length;
            more[at] = (Support)Math.Max((int)more[at], (int)value);
            return SupportLogic.All(more) >= SupportLogic.All(parts) && SupportLogic.Any(more) >= SupportLogic.Any(parts);
        });

    [Fact]
    public void What_is_unknown_is_settled_by_no_value_alone() => Parts.Where(parts => parts.Contains(Open)).Sample(parts =>
    {
        var (low, high) = (parts.Select(part => part == Open ? No : part), parts.Select(part => part == Open ? Yes : part));
        return SupportLogic.All(parts) == (SupportLogic.All(low) == SupportLogic.All(high) ? SupportLogic.All(low) : Open)
            && SupportLogic.Any(parts) == (SupportLogic.Any(low) == SupportLogic.Any(high) ? SupportLogic.Any(low) : Open);
    });
}
