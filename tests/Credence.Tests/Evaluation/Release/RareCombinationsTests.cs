using System.Text;
using Credence.Evaluation.Release;
using CsCheck;

namespace Credence.Tests.Evaluation.Release;

public class RareCombinationsTests
{
    [Fact]
    public void A_pair_of_common_codes_can_be_rare()
    {
        var rare = RareCombinations.Of(Rows("sex,unit\n" + Repeated("F,A\n", 9) + Repeated("M,B\n", 9) + "F,B\n"), 3, TestContext.Current.CancellationToken);

        var one = Assert.Single(rare.Minimal);
        Assert.Equal([0, 1], one.Columns);
        Assert.Equal([0, 1], one.Codes);
        Assert.Equal([0L, 1, 0], rare.BySize);
        Assert.Equal([1L, 1], rare.WithColumn);
    }

    [Fact]
    public void What_holds_a_rare_code_is_rare_too_but_not_minimal()
    {
        var rare = RareCombinations.Of(Rows("sex,unit,type\n" + Repeated("F,A,x\n", 9) + "X,A,x\n"), 3, TestContext.Current.CancellationToken);

        Assert.Equal([1L, 2, 1], rare.BySize);
        Assert.Equal([0], Assert.Single(rare.Minimal).Columns);
        Assert.Equal([4L, 2, 2], rare.WithColumn);
    }

    // Many rows of few codes go by bits, few rows of many codes by walking: both have to count as this does.
    [Theory]
    [InlineData(3, 400)]
    [InlineData(12, 400)]
    [InlineData(3, 40)]
    public void Combinations_are_those_of_counting_one_by_one(int codes, int count) =>
        Gen.Int[0, codes - 1].Array[4].Array[count].Sample(rows =>
        {
            var read = Rows("a,b,c,d\n" + string.Concat(rows.Select(row => string.Join(',', row.Select(code => $"{code * code / codes:000}")) + "\n")));
            var rare = RareCombinations.Of(read, 5);
            Assert.Equal(CountedSlowly(read, 5), rare.BySize);
        }, iter: 20);

    [Fact]
    public void A_column_that_tells_persons_apart_is_refused() =>
        Assert.Throws<ArgumentException>(() => RareCombinations.Of(Rows("id\n" + string.Concat(Enumerable.Range(0, 2001).Select(i => $"{i}\n"))), 3, TestContext.Current.CancellationToken));

    private static long[] CountedSlowly(CodedRows rows, int k)
    {
        var sizes = new long[3];
        for (var set = 1; set < 1 << rows.Variables.Count; set++)
        {
            int[] columns = [.. Enumerable.Range(0, rows.Variables.Count).Where(column => (set >> column & 1) == 1)];
            if (columns.Length > 3) { continue; }

            sizes[columns.Length - 1] += Enumerable.Range(0, rows.Count).GroupBy(row => string.Join(',', columns.Select(column => rows[column][row]))).Count(group => group.Count() < k);
        }

        return sizes;
    }

    private static string Repeated(string row, int times) => new StringBuilder().Insert(0, row, times).ToString();

    private static CodedRows Rows(string text) => Assert.IsType<ReadCodes>(CodedRows.Read(new StringReader(text))).Rows;
}
