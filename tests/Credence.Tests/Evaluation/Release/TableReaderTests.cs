using Credence.Evaluation.Release;

namespace Credence.Tests.Evaluation.Release;

public class TableReaderTests
{
    [Fact]
    public void A_table_without_margins_is_added_up()
    {
        var table = Read("unit,type,count\nA,sex,3\nA,labor,20\nB,sex,30\n");

        Assert.Equal([3L, 20, 23, 30, 0, 30, 33, 20, 53], table.Counts);
    }

    [Fact]
    public void Margins_may_come_with_it_by_whatever_word() =>
        Assert.Equal([3L, 20, 23], Read("unit,n\nA,3\nTotal,23\nB,20\n", "Total").Counts);

    [Theory]
    [InlineData("withheld")]
    [InlineData("*")]
    [InlineData("<10")]
    [InlineData("s")]
    public void A_withheld_count_is_known_by_what_agencies_write(string mark) =>
        Assert.Null(Read($"unit,n\nA,{mark}\nB,20\n(all),23\n").Counts[0]);

    [Fact]
    public void A_combination_that_cannot_occur_is_no_zero()
    {
        var table = Read("unit,sex,n\nwomen,M,impossible\nwomen,F,20\nmen,M,12\nmen,F,0\n");

        Assert.True(table.IsImpossible(table.CellOf([0, 0])));
        Assert.False(table.IsImpossible(table.CellOf([1, 1])));
    }

    [Theory]
    [InlineData("unit,type\nA,B\n", "line 1: found no column of counts")]
    [InlineData("", "found nothing in it")]
    [InlineData("count\n3\n", "found counts alone")]
    [InlineData("a,b,c,d,e,n\n1,1,1,1,1,3\n", "found 5 variables, expected at most 4")]
    [InlineData("unit,n\nA,-3\n", "row 2, column n: found a negative number")]
    [InlineData("unit,n\nA,\n", "row 2, column n: found nothing")]
    [InlineData("unit,n\nA,many\n", "row 2, column n: found something else")]
    [InlineData("unit,n\nA,3\nA,4\n", "rows 2 and 3: found the same cell twice")]
    [InlineData("unit,n\nA,3\n(all),4\n", "row 3: found a total that is not the sum of its cells")]
    [InlineData("unit,n\nA,withheld\nB,4\n", "a total without a row")]
    [InlineData("unit,n\nA,3,4\n", "row 2: found 3 cells, expected 2")]
    [InlineData("unit,n\n(all),4\n", "found totals alone")]
    [InlineData("unit,n\n", "found headers alone")]
    public void What_is_no_table_is_said_in_one_sentence(string text, string sentence)
    {
        var said = Assert.IsType<UnreadableTable>(TableReader.Read(new StringReader(text))).Message;

        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.DoesNotContain("many", said, StringComparison.Ordinal);
    }

    private static FrequencyTable Read(string text, string total = TableReader.UsualTotal) =>
        Assert.IsType<ReadTable>(TableReader.Read(new StringReader(text), total)).Table;
}
