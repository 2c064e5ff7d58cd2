using System.Net;
using Credence.Care.Access;
using Credence.Care.Handovers;
using Credence.Care.Persons;
using Credence.Care.Storage;
using Credence.Care.Web;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.SignIns;
using Credence.Record.Storage;
using Credence.Referrals;
using Credence.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using OrganizationId = Credence.Consents.OrganizationId;
using PersonId = Credence.Record.Access.PersonId;
using Purpose = Credence.Record.Access.Purpose;

namespace Credence.Browser.Tests.Care;

/// <summary>The pages of an invented service record, on a port of this machine; everything is removed when it is done.</summary>
internal sealed class CareSite : IPagesSite, IAsyncDisposable
{
    public const string Named = "Rosa (invented)";

    private static readonly (string Role, string Handle)[] Team =
    [
        (nameof(CareRole.Administrator), "admin-1"), (nameof(CareRole.ProviderLead), "lead-1"), (nameof(CareRole.Advocate), "adv-1"), (nameof(CareRole.ProviderWorker), "work-1"),
    ];

    private readonly string _folder;
    private readonly WebApplication _host;

    private CareSite(string folder, RecordStore<CareContext> record, WebApplication host, Uri address, List<string> said) =>
        (_folder, Record, _host, Address, Said) = (folder, record, host, address, said);

    public RecordStore<CareContext> Record { get; }

    public Uri Address { get; }

    /// <summary>What the host told whoever runs it.</summary>
    public IReadOnlyList<string> Said { get; }

    public static async Task<CareSite> Start()
    {
        var folder = Directory.CreateTempSubdirectory("credence-care-pages-").FullName;
        var place = Path.Combine(folder, "care.db");
        var record = await CareRecord.Open(new RecordPlace.EmbeddedFile(place), new KeyFolder($"{place}.keys"), TimeProvider.System, default);
        await Founding.Of(record, OrganizationKind.ServiceProvider, "Harbor House", null, Team, default);
        var said = new List<string>();
        var end = new IPEndPoint(IPAddress.Loopback, IPagesSite.FreePort());
        var address = new Uri($"http://localhost:{end.Port}");
        var host = CareHost.Build(record, Cast.Packs, end, address, said.Add, int.MaxValue);
        await host.StartAsync();
        return new CareSite(folder, record, host, address, said);
    }

    /// <summary>The access of an account, as the door gives it.</summary>
    public async Task<CareAccess> Access(string handle, PurposeKind purpose = PurposeKind.Help) =>
        (await new CareDoor(Record).Enter((await Steward.Of(Record).FindAccount(handle, default))!.Id, Purpose.Of(purpose), default))!;

    /// <summary>A file of a person who came by herself or himself.</summary>
    public async Task<PersonId> TakeIn() => (await new PersonDesk(Record).TakeIn(await Access("adv-1"), new FaceSheet
    {
        CalledName = Named, Language = "es", IsUnder18 = false, Safety = "Do not call at night. <script>alert('stored')</script>",
        Contacts = [new SafeContact(ContactWay.Text, "555-0101", "mornings", false, false)], Needs = [new NeededHelp(Need.Shelter, Urgency.Now), new NeededHelp(Need.Legal, Urgency.Soon)],
    }, default))!.Value;

    /// <summary>A person whom police hand over.</summary>
    public async Task<HandoverId> HandOver(string called = Named)
    {
        var access = await Access("adv-1");
        var now = Record.Clock.GetUtcNow();
        await using var rows = Record.Enter(access);
        var (police, own) = (new OrganizationId("example-police"), await ShortNames.Of(rows, access.Organization, default));
        var (about, id) = (new Credence.Consents.PersonId(Guid.NewGuid()), new HandoverId(Guid.NewGuid()));
        var consent = new Consent
        {
            Id = new ConsentId(Guid.NewGuid()), About = about, Giver = Giver.Person, Signatures = [new Signature(Signer.Person, now)], From = police, To = new Recipient(own, "Harbor House"),
            Direction = Direction.PoliceToCare, Purpose = Credence.Consents.Purpose.Referral, Begins = now, Ends = now.AddDays(30), RisksShownAt = now, ToldHelpDoesNotDependOnIt = true,
            Kinds = new HashSet<InformationKind> { InformationKind.Needs, InformationKind.Identity, InformationKind.Contact, InformationKind.Language }, How = new HowGiven(ConsentForm.Paper, "es"),
        };
        var content = new HandoverContent
        {
            Needs = [new NeededHelp(Need.Shelter, Urgency.Now)], CalledName = called, Language = "es", Contact = new SafeContact(ContactWay.Text, "555-0101", null, false, false),
        };
        var ready = Assert.IsType<HandoverAnswer.Ready>(Handover.Of(id, [consent], about, police, own, content, now));
        await using var act = await Record.Begin(new PostAccess(access.Organization), default);
        var message = new ReceivedMessage(Guid.NewGuid(), HostName.Of(police.Value), ContentWord.Handover, HandoverWriter.Bytes(ready.Handover), now);
        Assert.IsType<Taking.Taken>(await new HandoverDesk(Record).Take(act, message, default));
        await act.Save(default);
        return id;
    }

    public async Task<Uri> Link(string handle) =>
        new(Address, $"/entry/{await new EntryLinks<CareContext>(Record).GiveAtHost((await Steward.Of(Record).FindAccount(handle, default))!.Id, default)}");

    /// <summary>The kinds of events so far.</summary>
    public async Task<List<string>> Events()
    {
        await using var rows = Record.Enter(await Access("lead-1", PurposeKind.Audit));
        return await rows.Events.OrderBy(row => row.Sequence).Select(row => row.Kind).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
