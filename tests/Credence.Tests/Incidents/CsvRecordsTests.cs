using CsCheck;
using Credence.Incidents;

namespace Credence.Tests.Incidents;

public class CsvRecordsTests
{
    private static readonly Gen<string> Cell = Gen.String[Gen.Char["ab,;\"\n\r é"], 0, 12];
    private static readonly Gen<string[][]> Table = Cell.Array[3].Array[1, 40];

    [Fact]
    public void Whatever_is_written_with_quotes_is_read_again() => Table.Sample(table =>
    {
        var text = string.Concat(table.Select(row => string.Join(",", row.Select(Quoted)) + "\n"));

        var read = Read(text);

        Assert.Equal(table, read);
    });

    [Fact]
    public void Any_text_at_all_is_read_to_its_end_without_a_fault() => Gen.String[Gen.Char["ab,\"\"\n\r"], 0, 400].Sample(text =>
    {
        Assert.All<int>([0, 2], fields =>
        {
            using var records = new CsvRecords(new SourceText(new StringReader(text)), ',', 0);
            records.Expect(fields, 0);
            while (records.Read()) { }

            Assert.Equal(text.Length, records.End);
        });
    });

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<string[]> Read(string text)
    {
        using var records = new CsvRecords(new SourceText(new StringReader(text)), ',', 0);
        var rows = new List<string[]>();
        while (records.Read()) rows.Add([.. Enumerable.Range(0, records.FieldCount).Select(i => records.Field(i).ToString())]);
        return rows;
    }
}
