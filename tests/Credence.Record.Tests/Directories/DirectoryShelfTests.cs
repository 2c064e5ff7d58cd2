using Credence.Care.Access;
using Credence.Care.Directories;
using Credence.Directories;
using Credence.Record.Tests.Care;
using Credence.Record.Tests.Storage;

namespace Credence.Record.Tests.Directories;

public class DirectoryShelfTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_is_done_with_files_leaves_the_services_as_they_were_made_ready(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        await record.Fill();
        using var shelf = new DirectoryShelf(Credence.Testing.Cast.Packs);
        var made = await shelf.Of(record, default);

        await CareCast.TakeIn(record);

        Assert.Same(made, await shelf.Of(record, default));
        Assert.Same(made, await shelf.Of(record, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Every_change_of_the_directory_makes_them_ready_anew(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        await record.Fill();
        await record.Claim();
        using var shelf = new DirectoryShelf(Credence.Testing.Cast.Packs);
        var listings = new ListingDesk(record);
        var worker = CareCast.At(CareCast.Harbor, CareRole.ProviderWorker);
        var made = await shelf.Of(record, default);

        await Remade(() => listings.Verify(worker, CareDirectory.Beds, default));
        await Remade(() => listings.Hide(worker, CareDirectory.Beds, default));
        await Remade(() => listings.Unhide(CareDirectory.Keeper, CareDirectory.Beds, default));
        await Remade(() => listings.SetCapacity(worker, CareDirectory.Beds, CapacityState.Full, default));
        await Remade(() => record.Fill([CareDirectory.Service(CareDirectory.Beds, "Emergency shelter, nights only", "o1", "Harbor House")]));
        Assert.Equal("Emergency shelter, nights only", Assert.Single((await new DirectoryDesk(record, shelf).Match(CareCast.Advocate, CareDirectory.Question with { At = record.Clock.GetUtcNow() }, default))!.LeftOut).Service.Name);

        async Task Remade(Func<Task> change)
        {
            await change();
            var before = made;
            made = await shelf.Of(record, default);
            Assert.NotSame(before, made);
        }
    }

    [Fact]
    public async Task An_import_looks_entries_up_and_does_not_read_the_whole_directory()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await CareCast.NewCareRecord(workplace);
        await record.Fill();
        await using var rows = record.Enter(CareDirectory.Keeper);

        var steps = await QueryPlan.Of(rows, DirectoryImporter.Known(rows, ["service"], [CareDirectory.Beds, CareDirectory.Law]));

        Assert.Contains(steps, step => step.Contains("(Table=? AND EntryId=?)", StringComparison.Ordinal));
    }
}
