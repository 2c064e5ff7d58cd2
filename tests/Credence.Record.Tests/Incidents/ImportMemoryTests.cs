using Credence.Police.Incidents;

namespace Credence.Record.Tests.Incidents;

/// <summary>Memory is counted for the whole process, so this runs when no other test does.</summary>
[CollectionDefinition(nameof(ImportMemoryTests), DisableParallelization = true)]
[Collection(nameof(ImportMemoryTests))]
public class ImportMemoryTests
{
    [Fact]
    public async Task A_large_file_takes_no_more_memory_than_a_small_one()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        const int Rows = 40_000;
        var live = new List<long>();

        var file = new ImportFile("generated.csv", "generated", () => Imports.Open(new GeneratedCsv(Rows)));
        await new ImportDesk(record).Import(Imports.Analyst, file, Imports.Screening, _ => live.Add(GC.GetTotalMemory(forceFullCollection: true)), default);

        // What the later three quarters of the file hold would be 30 MB.
        var (early, late) = (live.Take(live.Count / 4).Max(), live.Skip(live.Count * 3 / 4).Max());
        Assert.True(live.Count >= 20, $"{live.Count} batches");
        Assert.True(late - early < 6_000_000, $"{early:N0} bytes early, {late:N0} late");
    }
}
