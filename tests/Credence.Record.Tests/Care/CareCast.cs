using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Handovers;
using Credence.Care.Persons;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;
using GroundOrganization = Credence.Consents.OrganizationId;
using GroundPerson = Credence.Consents.PersonId;
using OrganizationId = Credence.Record.Access.OrganizationId;
using PersonId = Credence.Record.Access.PersonId;
using Purpose = Credence.Record.Access.Purpose;

namespace Credence.Record.Tests.Care;

/// <summary>Two invented providers, an agency across the wall, and persons whom they serve.</summary>
internal static class CareCast
{
    public static readonly OrganizationId Harbor = new(new Guid("33333333-0000-0000-0000-000000000001"));
    public static readonly OrganizationId Meadow = new(new Guid("33333333-0000-0000-0000-000000000002"));
    public static readonly GroundOrganization Police = new("example-police");

    public static readonly FaceSheet Sheet = new()
    {
        CalledName = "Rosa (invented)",
        Contacts = [new SafeContact(ContactWay.Text, "555-0101", "mornings", false, false), new SafeContact(ContactWay.InPerson, "the library", null, false, false)],
        Language = "es", IsUnder18 = false, Safety = "Do not call at night.", Needs = [new NeededHelp(Need.Shelter, Urgency.Now)],
    };

    public static CareAccess At(OrganizationId provider, CareRole role, int number = 1) => new(
        new AccountId(new Guid($"44444444-0000-0000-000{(provider == Harbor ? 1 : 2)}-0000000000{number}{(int)role}")), provider, role, Purpose.Of(PurposeKind.Help));

    public static CareAccess Advocate => At(Harbor, CareRole.Advocate);

    public static CareAccess Lead => At(Harbor, CareRole.ProviderLead);

    /// <summary>Of the other provider.</summary>
    public static CareAccess Worker => At(Meadow, CareRole.ProviderWorker);

    public static SurvivorAccess Own(PersonId person) => new(person, Harbor);

    public static Task<RecordStore<CareContext>> OpenCareRecord(Workplace workplace, TimeProvider? clock = null) =>
        CareRecord.Open(workplace.Place, Cast.Keys(workplace), clock ?? TimeProvider.System, default);

    /// <summary>A new service record with both providers, an account for every role and a second administrator.</summary>
    public static async Task<RecordStore<CareContext>> NewCareRecord(Workplace workplace, TimeProvider? clock = null)
    {
        var record = await OpenCareRecord(workplace, clock);
        foreach (var provider in (OrganizationId[])[Harbor, Meadow])
        {
            await using var act = await record.Begin(At(provider, CareRole.Administrator), default);
            act.Rows.Organizations.Add(new Organization { Id = provider, Kind = OrganizationKind.ServiceProvider, Name = provider == Harbor ? "Harbor House" : "Meadow Legal" });
            foreach (var (role, number) in Enum.GetValues<CareRole>().Select(role => (role, 1)).Append((CareRole.Administrator, 2)))
                act.Rows.Accounts.Add(new Account { Id = At(provider, role, number).Account, Organization = provider, Handle = $"{role}-{number}", Role = role.ToString() });
            act.Note(new EventDraft(new EventKind("organization.opened"), provider.Value));
            await act.Save(default);
        }

        return record;
    }

    public static async Task<PersonId> TakeIn(RecordStore<CareContext> record, CareAccess? access = null) =>
        (await new PersonDesk(record).TakeIn(access ?? Advocate, Sheet, default))!.Value;

    /// <summary>Signed now, for a month: Harbor House may tell Meadow Legal these kinds for a referral.</summary>
    public static Consent Signed(RecordStore<CareContext> record, PersonId person, params InformationKind[] kinds)
    {
        var now = record.Clock.GetUtcNow();
        return new Consent
        {
            Id = new ConsentId(Guid.NewGuid()), About = new GroundPerson(person.Value), Giver = Giver.Person, Signatures = [new Signature(Signer.Person, now)],
            From = Ground(Harbor), To = new Recipient(Ground(Meadow), "Meadow Legal"), Direction = Direction.CareToCare, Purpose = Credence.Consents.Purpose.Referral,
            Kinds = kinds.ToHashSet(), Begins = now, Ends = now.AddDays(30), RisksShownAt = now, ToldHelpDoesNotDependOnIt = true,
            How = new HowGiven(ConsentForm.Paper, "es", Interpreter.Independent),
        };
    }

    public static Consent ForPolice(RecordStore<CareContext> record, PersonId person) =>
        Signed(record, person, InformationKind.ReferralState) with { To = new Recipient(Police, "Example Police"), Direction = Direction.CareToPolice };

    public static async Task<ConsentId> Give(RecordStore<CareContext> record, Consent consent) =>
        Assert.IsType<ConsentAnswer.Written>(await new ConsentDesk(record).Write(Advocate, consent, new SigningAnswer.Person(), default)).Id;

    /// <summary>The same, signed by a person under 18 and a parent.</summary>
    public static async Task<ConsentId> GiveWithParent(RecordStore<CareContext> record, PersonId person, params InformationKind[] kinds)
    {
        var signed = Signed(record, person, kinds);
        var both = signed with { Giver = Giver.MinorAndParent, Signatures = [.. signed.Signatures, new Signature(Signer.Parent, signed.Begins)] };
        return Assert.IsType<ConsentAnswer.Written>(
            await new ConsentDesk(record).Write(Advocate, both, new SigningAnswer.MinorAndParent(Walk.DeskWorld.Massachusetts.Citation), default)).Id;
    }

    /// <summary>A message from police to Harbor House, as its bytes.</summary>
    public static byte[] Handover(DateTimeOffset now, HandoverId? id = null, OrganizationId? to = null)
    {
        var about = new GroundPerson(Guid.NewGuid());
        var recipient = Ground(to ?? Harbor);
        var consent = new Consent
        {
            Id = new ConsentId(Guid.NewGuid()), About = about, Giver = Giver.Person, Signatures = [new Signature(Signer.Person, now)],
            From = Police, To = new Recipient(recipient, "Harbor House"), Direction = Direction.PoliceToCare, Purpose = Credence.Consents.Purpose.Referral,
            Kinds = new HashSet<InformationKind> { InformationKind.Needs, InformationKind.Identity, InformationKind.Contact, InformationKind.Language },
            Begins = now, Ends = now.AddDays(30), RisksShownAt = now, ToldHelpDoesNotDependOnIt = true, How = new HowGiven(ConsentForm.Paper, "es"),
        };
        var content = new HandoverContent
        {
            Needs = [new NeededHelp(Need.Shelter, Urgency.Now)], CalledName = "Rosa (invented)", Language = "es",
            Contact = new SafeContact(ContactWay.Text, "555-0101", null, false, false),
        };
        var answer = Credence.Referrals.Handover.Of(id ?? new HandoverId(Guid.NewGuid()), [consent], about, Police, recipient, content, now);
        return HandoverWriter.Bytes(Assert.IsType<HandoverAnswer.Ready>(answer).Handover);
    }

    /// <summary>The post hands such a message to the desk of Harbor House.</summary>
    public static async Task<Taking> Receive(RecordStore<CareContext> record, byte[] message, string? from = null)
    {
        await using var act = await record.Begin(new PostAccess(Harbor), default);
        var received = new ReceivedMessage(Guid.NewGuid(), HostName.Of(from ?? Police.Value), ContentWord.Handover, message, record.Clock.GetUtcNow());
        var taking = await new HandoverDesk(record).Take(act, received, default);
        if (taking is Taking.PutAside) return taking;
        act.Note(new EventDraft(new EventKind("handover.taken"), received.Message, detail: received.From.Value));
        await act.Save(default);
        return taking;
    }

    /// <summary>Police hand over somebody by this number; whose file was begun with it.</summary>
    public static async Task<PersonId> Receive(RecordStore<CareContext> record, HandoverId id)
    {
        Assert.IsType<Taking.Taken>(await Receive(record, Handover(record.Clock.GetUtcNow(), id)));
        await using var rows = record.Enter(Advocate);
        return (await rows.ReceivedHandovers.SingleAsync(row => row.Id == id)).Person;
    }

    /// <summary>The post of Harbor House, with the agency across the wall for a partner.</summary>
    public static async Task<Post> PostOf(RecordStore<CareContext> record, Workplace workplace)
    {
        var police = PostKeys.OpenOrCreate(new KeyFolder(workplace.File("police-keys")), HostName.Of(Police.Value), Side.Police, Meadow, null);
        var post = Post.Of(record, PostKeys.OpenOrCreate(Cast.Keys(workplace), HostName.Of("harbor-house"), Side.Care, Harbor, null));
        await post.Partners.Add(At(Harbor, CareRole.Administrator), police.Card, police.Card.Fingerprint, default);
        return post;
    }

    public static GroundOrganization Ground(OrganizationId organization) => new(organization.Value.ToString());

    /// <summary>What somebody does who has the database and no key.</summary>
    public static async Task<int> Tamper(RecordStore<CareContext> record, FormattableString sql)
    {
        await using var rows = record.Enter(Scope.Steward);
        return await rows.Database.ExecuteSqlAsync(sql);
    }

    public static async Task<List<RecordedEvent>> Events(RecordStore<CareContext> record)
    {
        await using var rows = record.Enter(Scope.Steward);
        return await rows.Everything<RecordedEvent>().AsNoTracking().OrderBy(row => row.Sequence).ToListAsync();
    }
}

/// <summary>A clock that a test moves.</summary>
internal sealed class MovedClock : TimeProvider
{
    private TimeSpan _moved;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _moved;

    public void Move(TimeSpan by) => _moved += by;
}
