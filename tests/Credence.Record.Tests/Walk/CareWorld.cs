using Credence.Care.Access;
using Credence.Care.Cards;
using Credence.Care.Directories;
using Credence.Care.Erasure;
using Credence.Care.Events;
using Credence.Care.Consents;
using Credence.Care.Persons;
using Credence.Care.Releases;
using Credence.Care.Retention;
using Credence.Care.Statements;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Directories;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Credence.Record.Tests.Care;
using Credence.Record.Tests.Directories;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;
using PersonId = Credence.Record.Access.PersonId;
using Purpose = Credence.Consents.Purpose;

namespace Credence.Record.Tests.Walk;

/// <summary>A service record with a person who came with a handover, gave consents, was referred, shares a statement and asked to be forgotten.</summary>
internal sealed partial class CareWorld : DeskWorld
{
    private readonly RecordStore<CareContext> _record;
    private readonly PersonId _person;

    private CareWorld(Workplace workplace, RecordStore<CareContext> record, PersonId person) : base(workplace)
    {
        (_record, _person) = (record, person);
        var now = record.Clock.GetUtcNow();
        Teach(record);
        Teach(person);
        Teach(CareCast.Harbor);
        Teach(CareCast.Sheet);
        Teach<SigningAnswer>(new SigningAnswer.Person());
        Teach(Massachusetts);
        Teach(new SigningFacts { Age = 30 });
        Teach(Purpose.Referral);
        Teach<IReadOnlyCollection<InformationKind>>([InformationKind.Language]);
        Teach(new Demand(DemandKind.CourtOrder, "us-ma", "Example Superior Court 2031-14", new HashSet<InformationKind> { InformationKind.Language }));
        Teach<Notice>(new Notice.Told(now));
        Teach(Retention);
        Teach(CareCast.At(CareCast.Harbor, CareRole.ProviderWorker).Account);
        Teach("ConsentDesk.Write.consent", () => CareCast.Signed(record, person, InformationKind.Contact));
        Teach("ConsentDesk.Give.consent", () => CareCast.Signed(record, person, InformationKind.Contact));
        Teach("StatementDesk.Keep.words", () => "What I want to say (invented).");
        Teach("StatementDesk.Add.words", () => "It was in May (invented).");
        Teach("StatementDesk.Reply.words", () => "Come on Tuesday, ask for the blue door (invented).");
        Teach("StatementDesk.Send.words", () => "Only this part (invented).");
        Teach("PersonDesk.Caseload.skip", () => 0);
        Teach("TeamDesk.Open.handle", () => "4711");
        Teach("AgencyDesk.Rename.name", () => "Harbor House (invented)");
        Teach("AgencyDesk.Call.partner", () => CareCast.Police.Value);
        Teach("AgencyDesk.Call.called", () => "Example Police Department");
        TeachDirectory();
        TeachHelp();
    }

    public static RetentionSchedule Retention { get; } = RetentionPack.From(Credence.Testing.Cast.Packs, [])[0];

    public RecordStore<CareContext> Record => _record;

    public SurvivorAccess Own => CareCast.Own(_person);

    public override IReadOnlyList<object> Roles { get; } = [.. Enum.GetValues<CareRole>().Cast<object>()];

    public static async Task<CareWorld> Make(Workplace workplace)
    {
        var record = await CareCast.NewCareRecord(workplace);
        var handover = new HandoverId(Guid.NewGuid());
        var person = await CareCast.Receive(record, handover);
        var world = new CareWorld(workplace, record, person);
        world.Teach(handover);
        var second = new HandoverId(Guid.NewGuid());
        await CareCast.Receive(record, second);
        world.Teach("InboxDesk.Tie.handover", () => second);
        var brought = Assert.Single(await new BroughtConsentDesk(record).List(CareCast.Advocate, person, default)).Id;
        world.Teach("BroughtConsentDesk.Withdraw.consent", () => brought);
        world.Teach(await CareCast.PostOf(record, workplace));
        await world.Fill();
        return world;
    }

    // A release is read from elsewhere; everything else is asked at home.
    public override RecordAccess Access(DeskMethod method, object role, bool elsewhere) =>
        CareCast.At((method.Name == "ReleaseDesk.Read") != elsewhere ? CareCast.Meadow : CareCast.Harbor, (CareRole)role);

    public override Task<IReadOnlyList<string>> Everything() => Everything(_record);

    private async Task Fill()
    {
        await _record.Fill([.. CareDirectory.Entries, CareDirectory.Service("s9", "Legal aid", "o9", "Meadow Legal (twice)")]);
        await _record.Claim();
        await FillHelp();
        Teach(await CareCast.Give(_record, CareCast.Signed(_record, _person, InformationKind.Language)));
        await CareCast.Give(_record, CareCast.ForPolice(_record, _person));
        var withParent = await CareCast.GiveWithParent(_record, _person, InformationKind.Language);
        Teach("ConsentDesk.Suspect.consent", () => withParent);
        Teach("ConsentDesk.Suspect.signer", () => Signer.Parent);
        Teach("PersonDesk.Find.reference", () => FileReference.Of(_person));
        Teach("PersonDesk.Amend.stamp", () => Stamp(_person));
        var statements = new StatementDesk(_record);
        var kept = Assert.IsType<StatementAnswer.Kept>(await statements.Keep(Own, "Somebody kept my papers (invented).", default)).Id;
        Teach(kept);
        Assert.True(await statements.Share(Own, kept, default));
        Assert.IsType<ReplyAnswer.Written>(await statements.Reply(CareCast.Advocate, kept, "Come on Tuesday (invented).", default));
        Teach("StatementDesk.HasReplySince.since", () => DateTimeOffset.UnixEpoch);
        var release = await new ReleaseDesk(_record).ReleaseUnderLaw(
            CareCast.Lead, _person, new Demand(DemandKind.CourtOrder, "us-ma", "Example Superior Court 2031-13", new HashSet<InformationKind> { InformationKind.Age }),
            [InformationKind.Age], Massachusetts, null, new Notice.Told(_record.Clock.GetUtcNow()), default);
        Teach("ReleaseDesk.Tell.release", () => Assert.IsType<LegalAnswer.Released>(release).Id);
        await new ErasureDesk(_record).Ask(Own, Retention, default);
        await TakeBack();
        var proposal = await new TeamDesk(_record).Open(CareCast.At(CareCast.Harbor, CareRole.Administrator, 2), "0815", CareRole.Advocate, default);
        Assert.IsType<TeamAnswer.LinkGiven>(await new TeamDesk(_record).GiveLink(
            CareCast.At(CareCast.Harbor, CareRole.Administrator, 2), CareCast.At(CareCast.Harbor, CareRole.ProviderWorker).Account, default));
        var retention = new RetentionDesk(_record);
        var steps = (IReadOnlyList<ErasureStep>)[new ErasureStep(_person.Value, "The person asked (invented).", "retention@1/invented")];
        var erasing = Assert.IsType<RetentionAnswer.Done>(await retention.ProposeErasing(CareCast.At(CareCast.Harbor, CareRole.ProviderLead, 2), steps, default)).Id;
        var hold = Assert.IsType<RetentionAnswer.Done>(await retention.Hold(CareCast.Lead, _person, HoldReason.CourtOrder, default)).Id;
        Teach("RetentionDesk.ProposeErasing.steps", () => steps);
        foreach (var method in (string[])["Show", "Approve", "Withdraw", "Carry"]) Teach($"RetentionDesk.{method}.proposal", () => erasing);
        Teach("RetentionDesk.ProposeLifting.hold", () => hold);
        var other = await new PersonDesk(_record).TakeIn(CareCast.Lead, CareCast.Sheet, default);
        await new EventDesk(_record).Check(CareCast.Lead, default);
        Teach("RetentionDesk.ProposeReviewed.schedule", () => Retention with
        {
            Rules = [.. Retention.Rules.Select(rule => rule with { Years = 0, From = RetentionStart.Created, End = RetentionEnd.Review })],
        });
        Teach("RetentionDesk.ProposeReviewed.reviewed", () => (IReadOnlyCollection<Guid>)[other!.Value.Value]);
        await TeachCards();
        Teach("TeamDesk.Confirm.proposal", () => Assert.IsType<TeamAnswer.Waits>(proposal).Proposal);
    }

    // The directory is of nobody: its services are known by what the directory calls them, and are not in the walk of ids.
    private void TeachDirectory()
    {
        Teach(new DirectoryShelf(Credence.Testing.Cast.Packs));
        Teach<IEnumerable<DirectoryEntry>>([.. CareDirectory.Entries, CareDirectory.Service("s3", "Legal aid", "o2", "Meadow Legal")]);
        Teach(CareDirectory.Question);
        Teach("DirectoryDesk.Import.source", () => CareDirectory.Source);
        Teach("DirectoryDesk.Search.words", () => "legal");
        Teach("DirectoryDesk.Search.skip", () => 0);
        Teach("DirectoryDesk.Open.service", () => CareDirectory.Beds);
        foreach (var method in (string[])["Verify", "Hide", "Unhide", "SetCapacity"]) Teach($"ListingDesk.{method}.service", () => CareDirectory.Beds);
        foreach (var method in (string[])["Claim", "Release"]) Teach($"ListingDesk.{method}.listed", () => "o1");
    }

    // One person whose card may be taken back, and one who has a passphrase and waits for a second account.
    private async Task TeachCards()
    {
        var (desk, lead) = (new CardDesk(_record), CareCast.At(CareCast.Harbor, CareRole.ProviderLead, 2));
        var door = new SurvivorDoor(_record, CareCast.Harbor, new Passphrases(1));
        var (carded, known) = (await CareCast.TakeIn(_record), await CareCast.TakeIn(_record));
        Assert.IsType<CardAnswer.Made>(await desk.Make(lead, carded, default));
        var first = Assert.IsType<CardAnswer.Made>(await desk.Make(lead, known, default));
        Assert.NotNull(await door.Use(first.Code, "a quiet walk by the lake", "en", default));
        Assert.IsType<CardAnswer.Waits>(await desk.Make(lead, known, default));
        Teach("CardDesk.Withdraw.person", () => carded);
        foreach (var method in (string[])["Confirm", "List"]) Teach($"CardDesk.{method}.person", () => known);
    }

    private string Stamp(PersonId person)
    {
        using var rows = _record.Enter(CareCast.Advocate);
        return PersonDesk.Stamp(rows.Persons.Single(row => row.Person == person));
    }

    // Somebody else who took back at the police what let them hand over.
    private async Task TakeBack()
    {
        var id = new HandoverId(Guid.NewGuid());
        await CareCast.Receive(_record, id);
        await using var act = await _record.Begin(CareCast.Advocate, default);
        (await act.Rows.ReceivedHandovers.SingleAsync(row => row.Id == id)).WithdrawnAt = _record.Clock.GetUtcNow();
        act.Note(new EventDraft(new EventKind("handover.consent-withdrawn")));
        await act.Save(default);
    }
}
