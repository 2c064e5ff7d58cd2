using Credence.Incidents;
using Credence.Testing;

namespace Credence.Tests.Incidents;

public class RealFilesTests
{
    [Theory]
    [InlineData("boston/contacts-dev.csv", 22_038)]
    [InlineData("boston/gold-dev.jsonl", 306)]
    [InlineData("federal/cases-dev.csv", 348)]
    [InlineData("madison/incidents-dev.csv", 1_111)]
    public void Real_exports_are_read_without_a_map_and_without_a_problem(string file, int rows)
    {
        var path = SharedData.File(file);
        Assert.SkipWhen(path is null, SharedData.Missing);

        Assert.True(IncidentSource.TryOpen(File.OpenRead(path!), ColumnMap.Empty, out var source, out var problem), $"{problem}");
        var read = 0;
        for (; source.TryRead(out var row); read++) Assert.Empty(row.Problems);
        source.Dispose();

        Assert.Equal(rows, read);
    }
}
