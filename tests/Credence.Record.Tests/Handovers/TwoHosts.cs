using System.Text;
using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Handovers;

/// <summary>Riverton's police record and the service record of Harbor House, each with its post, and a wire between them that a test can cut.</summary>
internal sealed class TwoHosts : IAsyncDisposable
{
    public static readonly HostName Riverton = HostName.Of("riverton-pd");
    public static readonly HostName Harbor = HostName.Of("harbor-house");
    public static readonly ContentWord Word = ContentWord.Handover;
    private static readonly Uri Address = new("https://post.example/");
    private static readonly Uri PoliceAddress = new("https://police.example/");

    private TwoHosts(Workplace police, Workplace care, HandClock clock) => (PolicePlace, CarePlace, Clock) = (police, care, clock);

    public Workplace PolicePlace { get; }

    public Workplace CarePlace { get; }

    public HandClock Clock { get; }

    public required RecordStore<PoliceContext> Police { get; init; }

    public required RecordStore<CareContext> Care { get; init; }

    public required Post Sender { get; init; }

    public required Post Recipient { get; init; }

    public bool IsDown { get; set; }

    public int Carried { get; private set; }

    public static PoliceAccess PoliceKeeper => Cast.At(Cast.Riverton, PoliceRole.Administrator, PurposeKind.Maintenance);

    public static CareAccess CareKeeper => CareAs(CareRole.Administrator);

    public static CareAccess CareAs(CareRole role) =>
        new(new AccountId(new Guid($"22222222-0000-0000-0003-00000000000{(int)role}")), Cast.Lakeside, role, Purpose.Of(PurposeKind.Maintenance));

    public static async Task<TwoHosts> Make(DatabaseKind kind)
    {
        var (police, care, clock) = (await Workplace.Make(kind), await Workplace.Make(kind), new HandClock());
        var policeRecord = await Cast.NewPoliceRecord(police, clock);
        var careRecord = await NewCareRecord(care, clock);
        var hosts = new TwoHosts(police, care, clock)
        {
            Police = policeRecord,
            Care = careRecord,
            Sender = Post.Of(policeRecord, PostKeys.OpenOrCreate(Cast.Keys(police), Riverton, Side.Police, Cast.Riverton, PoliceAddress)),
            Recipient = Post.Of(careRecord, PostKeys.OpenOrCreate(Cast.Keys(care), Harbor, Side.Care, Cast.Lakeside, Address)),
        };
        await Name(policeRecord, PoliceKeeper, Riverton);
        await Name(careRecord, CareKeeper, Harbor);
        await hosts.Sender.Partners.Add(PoliceKeeper, hosts.Recipient.Keys.Card, hosts.Recipient.Keys.Card.Fingerprint, default);
        await hosts.Recipient.Partners.Add(CareKeeper, hosts.Sender.Keys.Card, hosts.Sender.Keys.Card.Fingerprint, default);
        return hosts;
    }

    public static async Task<RecordStore<CareContext>> NewCareRecord(Workplace workplace, TimeProvider clock)
    {
        var record = await CareRecord.Open(workplace.Place, Cast.Keys(workplace), clock, default);
        await using var act = await record.Begin(CareKeeper, default);
        act.Rows.Organizations.Add(new Organization { Id = Cast.Lakeside, Kind = OrganizationKind.ServiceProvider, Name = "Harbor House" });
        act.Rows.Accounts.Add(new Account { Id = CareKeeper.Account, Organization = Cast.Lakeside, Handle = "Administrator-1", Role = nameof(CareRole.Administrator) });
        act.Note(new EventDraft(new EventKind("organization.opened"), Cast.Lakeside.Value));
        await act.Save(default);
        return record;
    }

    public Credence.Police.Handovers.HandoverDesk PoliceDesk => new(Police, Sender);

    public Credence.Care.Handovers.HandoverDesk CareDesk => new(Care, Recipient);

    public Credence.Care.Consents.ConsentDesk CareConsents => new(Care, Recipient);

    public Credence.Care.Consents.BroughtConsentDesk CareBrought => new(Care, Recipient);

    /// <summary>Brings what waits at the police to the provider, and to its desk.</summary>
    public async Task<InboxReport> ToCare()
    {
        await Deliver();
        return await CareTakesIn();
    }

    public Task<InboxReport> CareTakesIn() => new Credence.Care.Handovers.HandoverIntake(Care, Recipient).Pass(again: false, default);

    /// <summary>The other way.</summary>
    public async Task<InboxReport> ToPolice()
    {
        await Recipient.Delivery(async (_, envelope, cancellation) => await Sender.Inbox.Receive(envelope, cancellation) is Reception.Taken taken
            ? new Carried(taken.Receipt, Trouble.None)
            : new Carried(null, Trouble.Refused)).Pass(everything: false, default);
        return await PoliceTakesIn();
    }

    public Task<InboxReport> PoliceTakesIn() => new Credence.Police.Handovers.HandoverIntake(Police, Sender).Pass(again: false, default);

    public async Task<List<OutgoingMessage>> WaitingAt(bool police)
    {
        await using RecordContext rows = police ? Police.Enter(Sender.Access) : Care.Enter(Recipient.Access);
        return await rows.Outbox.AsNoTracking().Where(row => row.State == OutgoingState.Waiting).OrderBy(row => row.MadeAt).ToListAsync();
    }

    private static async Task Name<TContext>(RecordStore<TContext> record, RecordAccess access, HostName name) where TContext : RecordContext
    {
        await using var act = await record.Begin(access, default);
        Assert.True(await ShortNames.Take(act, name, default));
        await act.Save(default);
    }

    /// <summary>An act of an investigator that sends.</summary>
    public async Task<Guid> Send(string body, DateTimeOffset? expires = null, HostName? to = null)
    {
        await using var act = await Police.Begin(Cast.Investigator, default);
        var posting = await Sender.Outbox.Add(act, to ?? Harbor, Word, Encoding.UTF8.GetBytes(body), expires, default);
        await act.Save(default);
        return Assert.IsType<Posting.Posted>(posting).Message;
    }

    public Task<DeliveryReport> Deliver(bool everything = false) => Sender.Delivery(Wire).Pass(everything, default);

    /// <summary>As HTTP would carry it.</summary>
    public async Task<Carried> Wire(Uri address, byte[] envelope, CancellationToken cancellation)
    {
        if (IsDown) return new Carried(null, Trouble.Unreachable);
        Carried++;
        try
        {
            return await Recipient.Inbox.Receive(envelope, cancellation) is Reception.Taken taken
                ? new Carried(taken.Receipt, Trouble.None)
                : new Carried(null, Trouble.Refused);
        }
        catch (RecordFault)
        {
            return new Carried(null, Trouble.Busy);
        }
    }

    public async Task<OutgoingMessage> Outgoing(Guid message)
    {
        await using var rows = Police.Enter(Sender.Access);
        return await rows.Outbox.AsNoTracking().SingleAsync(row => row.Id == message);
    }

    public async Task<byte[]> EnvelopeOf(Guid message) => (await Outgoing(message)).Envelope!;

    public async Task<List<IncomingMessage>> Incoming()
    {
        await using var rows = Care.Enter(Recipient.Access);
        return await rows.Inbox.AsNoTracking().OrderBy(row => row.ReceivedAt).ToListAsync();
    }

    /// <summary>How often an event was written, on the side that has it.</summary>
    public async Task<int> Events(string kind)
    {
        await using var police = Police.Enter(Scope.Steward);
        await using var care = Care.Enter(Scope.Steward);
        return await police.Everything<RecordedEvent>().CountAsync(row => row.Kind == kind) + await care.Everything<RecordedEvent>().CountAsync(row => row.Kind == kind);
    }

    public async Task BothChainsHold()
    {
        Assert.True((await Police.CheckChain(default)).Holds);
        Assert.True((await Care.CheckChain(default)).Holds);
    }

    public async ValueTask DisposeAsync()
    {
        await PolicePlace.DisposeAsync();
        await CarePlace.DisposeAsync();
    }
}
