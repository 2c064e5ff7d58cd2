using Credence.Care.Access;
using Credence.Care.Directories;
using Credence.Directories;
using Credence.Record.Access;
using Credence.Record.Tests.Care;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Directories;

public class DirectoryDeskTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_same_directory_twice_is_once_and_what_is_gone_is_kept(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);

        Assert.Equal((2, 0, 0, 0, 1), Figures(await record.Fill()));
        Assert.Equal((0, 0, 2, 0, 1), Figures(await record.Fill()));
        Assert.Equal((0, 1, 0, 1, 0), Figures(await record.Fill([CareDirectory.Service(CareDirectory.Beds, "Night shelter", "o1", "Harbor House")])));
        await using (var rows = record.Enter(CareDirectory.Keeper)) Assert.Equal(2, await rows.DirectoryEntries.CountAsync());
        Assert.Equal((0, 2, 0, 0, 1), Figures(await record.Fill()));
        Assert.Equal((0, 0, 0, 0, 0), Figures(await record.Fill([])));
        Assert.True((await record.CheckChain(default)).Holds);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_id_that_another_source_has_is_not_taken(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        await record.Fill();
        using var shelf = new DirectoryShelf(Credence.Testing.Cast.Packs);
        var desk = new DirectoryDesk(record, shelf);

        Assert.Equal(2, (await desk.Import(CareDirectory.Keeper, "another", CareDirectory.Entries, default))!.Elsewhere);
        Assert.Null(await desk.Import(CareDirectory.Keeper, "No Name!", CareDirectory.Entries, default));
        Assert.Equal("Emergency Shelter", (await desk.Open(CareCast.Worker, CareDirectory.Beds, default))!.Service.Name);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Search_finds_words_and_their_beginnings_without_case_and_accents(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        await record.Fill();
        using var shelf = new DirectoryShelf(Credence.Testing.Cast.Packs);
        var desk = new DirectoryDesk(record, shelf);

        async Task<string> Found(string words) => string.Join(' ', (await desk.Search(CareCast.Advocate, words, 0, 10, default)).Select(line => line.Id));
        Assert.Equal("s1", await Found("HÁRBOR shel"));
        Assert.Equal("s1 s2", await Found(""));
        Assert.Equal("", await Found("helter"));
        Assert.Equal("", await Found("harbor legal"));
        Assert.Equal("", await Found("no%such"));
    }

    [Fact]
    public async Task How_far_is_counted_from_the_middle_of_the_town_and_leaves_out_what_is_farther()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await CareCast.NewCareRecord(workplace);
        var far = CareDirectory.Service("s9", "Emergency Shelter far away", "o9", "Lantern House");
        var place = far.Content["service_at_locations"]![0]!["location"]!;
        (place["latitude"], place["addresses"]![0]!["city"]) = (41.25, "Farville");
        await record.Fill([.. CareDirectory.Entries, far]);
        using var shelf = new DirectoryShelf(Credence.Testing.Cast.Packs);
        var question = CareDirectory.Question with { At = record.Clock.GetUtcNow(), Town = "riverton" };
        async Task<MatchResult> Found(MatchQuestion asked) => (await new DirectoryDesk(record, shelf).Match(CareCast.Advocate, asked, default))!;

        Assert.Equal(2, (await Found(question)).Matches.Count);
        var near = await Found(question with { WithinKm = 100 });
        Assert.Equal(CareDirectory.Beds, Assert.Single(near.Matches).Service.Id);
        Assert.Equal(("s9", LeftOutFor.TooFar), (Assert.Single(near.LeftOut).Service.Id, near.LeftOut[0].For));
        Assert.Equal(2, (await Found(question with { WithinKm = 120 })).Matches.Count);
        // Of a town without a point nothing is known, and what is not known leaves nothing out.
        Assert.Equal(2, (await Found(question with { WithinKm = 1, Town = "Nowhere" })).Matches.Count);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_a_worker_says_of_the_room_counts_in_the_next_match_and_only_for_the_own_organization(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        await record.Fill();
        using var shelf = new DirectoryShelf(Credence.Testing.Cast.Packs);
        var (desk, listings) = (new DirectoryDesk(record, shelf), new ListingDesk(record));
        var (worker, stranger) = (CareCast.At(CareCast.Harbor, CareRole.ProviderWorker), CareCast.Worker);
        var question = CareDirectory.Question with { At = record.Clock.GetUtcNow() };

        Assert.IsType<DirectoryAnswer.NotFound>(await listings.SetCapacity(worker, CareDirectory.Beds, CapacityState.Full, default));
        await record.Claim();
        Assert.IsType<DirectoryAnswer.NotFound>(await listings.SetCapacity(stranger, CareDirectory.Beds, CapacityState.Full, default));
        Assert.IsType<DirectoryAnswer.NotFound>(await listings.SetCapacity(worker, CareDirectory.Law, CapacityState.Full, default));
        Assert.Equal(CapacityState.Unknown, Assert.Single((await desk.Match(CareCast.Advocate, question, default))!.Matches).Room);
        Assert.IsType<DirectoryAnswer.Done>(await listings.SetCapacity(worker, CareDirectory.Beds, CapacityState.Open, default));
        Assert.Equal(CapacityState.Open, Assert.Single((await desk.Match(stranger, question with { At = record.Clock.GetUtcNow() }, default))!.Matches).Room);
        Assert.IsType<DirectoryAnswer.Done>(await listings.SetCapacity(worker, CareDirectory.Beds, CapacityState.Full, default));
        Assert.Equal(LeftOutFor.Full, Assert.Single((await desk.Match(stranger, question with { At = record.Clock.GetUtcNow() }, default))!.LeftOut).For);
        await record.Fill();
        Assert.Equal(CapacityState.Full, (await desk.Open(stranger, CareDirectory.Beds, default))!.Service.Capacity.State);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_organization_is_claimed_once_and_one_that_nobody_lists_is_not_found(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        await record.Fill();
        await record.Claim();
        await record.Claim();
        var desk = new ListingDesk(record);

        Assert.IsType<DirectoryAnswer.Refused>(await desk.Claim(CareCast.At(CareCast.Meadow, CareRole.Administrator), "o1", default));
        Assert.IsType<DirectoryAnswer.NotFound>(await desk.Claim(CareCast.At(CareCast.Meadow, CareRole.Administrator), "o9", default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_claim_is_taken_back_by_whoever_made_it_and_another_organization_may_claim_then(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        await record.Fill();
        await record.Claim();
        using var shelf = new DirectoryShelf(Credence.Testing.Cast.Packs);
        var (desk, shown) = (new ListingDesk(record), new DirectoryDesk(record, shelf));
        var (own, other, worker) = (CareCast.At(CareCast.Harbor, CareRole.Administrator), CareCast.At(CareCast.Meadow, CareRole.Administrator), CareCast.At(CareCast.Harbor, CareRole.ProviderWorker));
        Assert.Equal((true, false), ((await shown.Open(worker, CareDirectory.Beds, default))!.IsOwn, (await shown.Open(CareCast.Worker, CareDirectory.Beds, default))!.IsOwn));
        Assert.IsType<DirectoryAnswer.Done>(await desk.SetCapacity(worker, CareDirectory.Beds, CapacityState.Open, default));

        Assert.IsType<DirectoryAnswer.NotFound>(await desk.Release(other, "o1", default));
        Assert.IsType<DirectoryAnswer.NotFound>(await desk.Release(worker, "o1", default));
        Assert.IsType<DirectoryAnswer.Done>(await desk.Release(own, "o1", default));

        Assert.IsType<DirectoryAnswer.NotFound>(await desk.Release(own, "o1", default));
        Assert.IsType<DirectoryAnswer.NotFound>(await desk.SetCapacity(worker, CareDirectory.Beds, CapacityState.Full, default));
        var opened = (await shown.Open(worker, CareDirectory.Beds, default))!;
        Assert.Equal((false, CapacityState.Open), (opened.IsOwn, opened.Service.Capacity.State));
        Assert.IsType<DirectoryAnswer.Done>(await desk.Claim(other, "o1", default));
        Assert.Single(await CareCast.Events(record), row => row.Kind == "organization.released");
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Verifying_is_a_person_s_act_and_an_import_is_none(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        await record.Fill();
        using var shelf = new DirectoryShelf(Credence.Testing.Cast.Packs);
        var desk = new DirectoryDesk(record, shelf);

        Assert.Null((await desk.Open(CareCast.Advocate, CareDirectory.Beds, default))!.Service.VerifiedOn);
        Assert.IsType<DirectoryAnswer.Done>(await new ListingDesk(record).Verify(CareCast.Advocate, CareDirectory.Beds, default));
        Assert.Equal(DateOnly.FromDateTime(record.Clock.GetUtcNow().UtcDateTime), (await desk.Open(CareCast.Advocate, CareDirectory.Beds, default))!.Service.VerifiedOn);
        await using var rows = record.Enter(Scope.Steward);
        Assert.Single(await rows.Everything<Credence.Record.Events.RecordedEvent>().Where(row => row.Kind == "service.verified").ToListAsync());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_day_of_the_entry_that_is_still_to_come_outweighs_nobody_who_made_sure(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var today = DateOnly.FromDateTime(record.Clock.GetUtcNow().UtcDateTime);
        await record.Fill([Dated(today.AddYears(5))]);
        using var shelf = new DirectoryShelf(Credence.Testing.Cast.Packs);
        var desk = new DirectoryDesk(record, shelf);
        Assert.Equal(today.AddYears(5), (await desk.Open(CareCast.Advocate, CareDirectory.Beds, default))!.Service.VerifiedOn);

        Assert.IsType<DirectoryAnswer.Done>(await new ListingDesk(record).Verify(CareCast.Advocate, CareDirectory.Beds, default));

        Assert.Equal(today, (await desk.Open(CareCast.Advocate, CareDirectory.Beds, default))!.Service.VerifiedOn);
        Assert.Equal($"{today:yyyy-MM-dd}", (string?)(await new PublicDirectory(record).Service(CareDirectory.Beds, default))!["assured_date"]);
        // Whoever looks later than we did, at the source, is believed.
        await record.Fill([Dated(today.AddDays(1))]);
        Assert.Equal(today.AddDays(1), (await desk.Open(CareCast.Advocate, CareDirectory.Beds, default))!.Service.VerifiedOn);
    }

    private static DirectoryEntry Dated(DateOnly day)
    {
        var entry = CareDirectory.Service(CareDirectory.Beds, "Night shelter", "o1", "Harbor House");
        entry.Content["assured_date"] = $"{day:yyyy-MM-dd}";
        return entry;
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_hidden_address_is_given_to_nobody_but_stands_in_the_export_of_the_keeper(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        await record.Fill();
        using var shelf = new DirectoryShelf(Credence.Testing.Cast.Packs);
        var (desk, listings) = (new DirectoryDesk(record, shelf), new ListingDesk(record));
        Assert.Contains("Quay", (await desk.Open(CareCast.Advocate, CareDirectory.Beds, default))!.Listing.ToJsonString(), StringComparison.Ordinal);
        var before = (await new PublicDirectory(record).Service(CareDirectory.Beds, default))!["last_modified"]!.GetValue<string>();
        var hiddenAfter = record.Clock.GetUtcNow();
        Assert.DoesNotContain(CareDirectory.Beds, await Changed());
        Assert.IsType<DirectoryAnswer.Done>(await listings.Hide(CareCast.Worker, CareDirectory.Beds, default));
        Assert.Contains(CareDirectory.Beds, await Changed());
        Assert.True(string.CompareOrdinal(before, (await new PublicDirectory(record).Service(CareDirectory.Beds, default))!["last_modified"]!.GetValue<string>()) < 0);

        var opened = (await desk.Open(CareCast.Advocate, CareDirectory.Beds, default))!;
        Assert.DoesNotContain("Quay", opened.Listing.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Quay", (await new PublicDirectory(record).Service(CareDirectory.Beds, default))!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((true, null), (opened.Service.Places[0].IsConfidential, opened.Service.Places[0].Point));
        var exported = (await listings.Export(CareDirectory.Keeper, null, default)).Single(one => one.Entry.Id == CareDirectory.Beds).Entry.Content;
        Assert.Contains("Quay", exported.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Quay", PublicListing.Of(exported).ToJsonString(), StringComparison.Ordinal);
        Assert.IsType<DirectoryAnswer.NotFound>(await listings.Unhide(CareCast.Worker, CareDirectory.Beds, default));
        Assert.IsType<DirectoryAnswer.Done>(await listings.Unhide(CareDirectory.Keeper, CareDirectory.Beds, default));

        async Task<IEnumerable<string>> Changed() =>
            (await new PublicDirectory(record).Services(new DirectoryFilter { ModifiedAfter = hiddenAfter }, 0, 100, default)).Services.Select(one => one["id"]!.GetValue<string>());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Pages_go_on_one_after_the_other_also_past_a_row_that_cannot_be_read(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        using var shelf = new DirectoryShelf(Credence.Testing.Cast.Packs);
        var desk = new DirectoryDesk(record, shelf);
        string[] names = ["Zebra house", "apple house", "Bed house", "\u00e9cole house", "cat house"];
        await desk.Import(CareDirectory.Keeper, "names.example", names.Select((name, at) => CareDirectory.Service($"n{at}", name, "o9", "Names")), default);
        await CareCast.Tamper(record, $"""UPDATE directory_entries SET "Content" = {"{}"} WHERE "EntryId" = {"n2"}""");

        var paged = new List<string>();
        // One at a time, and one more to know whether there is another page, as the pages ask.
        for (var skip = 0; await desk.Search(CareCast.Advocate, "", skip, 2, default) is [var first, ..] lines; skip++)
        {
            paged.Add(first.Name);
            if (lines.Count == 1) break;
        }

        Assert.Equal(names.Order(), paged.Order());
        Assert.Equal((await desk.Search(CareCast.Advocate, "", 0, 50, default)).Select(line => line.Name), paged);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_was_imported_is_exported_as_it_came(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var many = CareDirectory.Entries.Concat(Enumerable.Range(10, 700).Select(number => CareDirectory.Service($"s{number}", "Meals", "o3", "Corner Hall"))).ToList();
        await record.Fill(many);
        var (desk, back) = (new ListingDesk(record), new List<string>());
        for (var part = await desk.Export(CareDirectory.Keeper, null, default); part.Count > 0; part = await desk.Export(CareDirectory.Keeper, part[^1], default))
            back.AddRange(part.Select(one => HsdsJson.Line(one.Entry)));

        Assert.Equal(many.Select(HsdsJson.Line).Order(StringComparer.Ordinal), back.Order(StringComparer.Ordinal));
    }

    private static (int Added, int Changed, int Same, int Gone, int Loose) Figures(DirectoryImport done) => (done.Added, done.Changed, done.Same, done.Gone, done.Loose);
}
