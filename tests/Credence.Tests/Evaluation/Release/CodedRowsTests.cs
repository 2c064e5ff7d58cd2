using Credence.Evaluation.Release;

namespace Credence.Tests.Evaluation.Release;

public class CodedRowsTests
{
    [Fact]
    public void Rows_are_counted_by_some_of_their_columns()
    {
        var rows = Assert.IsType<ReadCodes>(CodedRows.Read(new StringReader("unit,note,type\nB,x,sex\nA,y,sex\nB,z,labor\n"), ["unit", "type"])).Rows;

        Assert.Equal(["A", "B"], rows.Variables[0].Categories);
        Assert.Equal([0L, 1, 1, 1, 1, 2, 1, 2, 3], rows.Tabulate([0, 1]).Counts);
    }

    [Fact]
    public void Of_one_person_only_so_many_rows_count()
    {
        var rows = Assert.IsType<ReadCodes>(CodedRows.Read(new StringReader("unit,who\nA,1\nA,1\nB,1\nB,2\n"))).Rows;

        Assert.Equal([2L, 1, 3], rows.Tabulate([0], person: 1, cap: 2).Counts);
    }

    [Theory]
    [InlineData("", "found nothing in it")]
    [InlineData("a,b\n1\n", "row 2: found 1 cells, expected 2")]
    [InlineData("a,b\n", "found no rows")]
    [InlineData("a,a\n1,2\n", "two columns of one name")]
    [InlineData("a,b\n\"1,2\n", "a quote that is not closed")]
    public void What_is_no_table_of_codes_is_said_in_one_sentence(string text, string sentence) =>
        Assert.Contains(sentence, Assert.IsType<UnreadableCodes>(CodedRows.Read(new StringReader(text))).Message, StringComparison.Ordinal);
}
