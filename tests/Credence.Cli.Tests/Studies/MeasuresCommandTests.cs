using Credence.Care.Access;
using Credence.Care.Persons;
using Credence.Care.Storage;
using Credence.Care.Wishes;
using Credence.Evaluation.Measures;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;
using Credence.Statistics;
using Credence.Wishes;

namespace Credence.Cli.Tests.Studies;

public sealed class MeasuresCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _place.Dispose();
    }

    [Fact]
    public async Task The_counts_of_a_lead_go_into_a_file_that_a_study_reads_and_nobody_else_s_do()
    {
        var record = _place.PathOf("care.db");
        Assert.Equal(0, Said.By("db", "init", "care", "--record", record, "--organization", "Harbor House", "--account", "Administrator=it-1", "--account", "ProviderLead=lead-1").Exit);
        await Ask(record, persons: 12);
        string[] Count(string account, string file) => ["measures", "--record", record, "--as", account, "--purpose", "Help", "--site", "Riverton", "--out", _place.PathOf(file)];

        var said = Said.By(Count("lead-1", "counts.csv"));
        Assert.Equal(0, said.Exit);
        var read = Assert.IsType<ReadAggregates>(AggregateReader.Read(new StringReader(_place.Text("counts.csv")), ["Riverton"]));
        Assert.Equal(new Proportion(12, 12), read.Counts.Single(count => count.Measure.Id == "wishes-asked").Share);
        Assert.DoesNotContain("invented", _place.Text("counts.csv"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, Said.By(Count("lead-1", "counts.csv")).Exit);
        Assert.Equal(ExitCode.Refused, Said.By(Count("it-1", "other.csv")).Exit);
        Assert.False(File.Exists(_place.PathOf("other.csv")));
    }

    private static async Task Ask(string path, int persons)
    {
        var store = await CareRecord.Open(new RecordPlace.EmbeddedFile(path), new KeyFolder($"{path}.keys"), TimeProvider.System, default);
        var account = await Steward.Of(store).FindAccount("lead-1", default);
        var access = (await new CareDoor(store).Enter(account!.Id, Purpose.Of(PurposeKind.Help), default))!;
        var wishes = new WishDesk(store, Credence.Testing.Cast.Packs);
        for (var i = 0; i < persons; i++)
        {
            var person = (await new PersonDesk(store).TakeIn(access, new FaceSheet { CalledName = "Rosa (invented)", Language = "es" }, default))!.Value;
            Assert.IsType<WishReply.Kept>(await wishes.Write(access, person, new WishAnswer(Answering.Answered, "To be believed (invented).", [], null), null, default));
        }
    }
}
