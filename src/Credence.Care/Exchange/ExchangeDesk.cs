using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Handovers;
using Credence.Care.Persons;
using Credence.Care.Referrals;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;
using Hl7.Fhir.Serialization;
using Microsoft.EntityFrameworkCore;
using Purpose = Credence.Consents.Purpose;
using Refusal = Credence.Consents.Refusal;

namespace Credence.Care.Exchange;

/// <summary>The answer to one who gives something out in the form of another standard.</summary>
public abstract record ExchangeAnswer
{
    private ExchangeAnswer()
    {
    }

    /// <summary>It may be given to the one whom the consent names, now.</summary>
    /// <param name="Document">The file.</param>
    /// <param name="By">The consent.</param>
    public sealed record Ready(string Document, ConsentId By) : ExchangeAnswer
    {
        public override string ToString() => nameof(Ready);
    }

    /// <summary>No consent of the person permits it.</summary>
    /// <param name="Because">Why.</param>
    public sealed record NotPermitted(IReadOnlyList<Refusal> Because) : ExchangeAnswer;

    /// <summary>There is no such person or referral for the one who asks.</summary>
    public sealed record NotFound : ExchangeAnswer;
}

/// <summary>Where what a consent names leaves the record in the form of another standard, to the one whom it names.</summary>
public sealed class ExchangeDesk(RecordStore<CareContext> record)
{
    // What has a field in HTCDS.
    private static readonly InformationKind[] Fields = [InformationKind.Contact, InformationKind.Needs, InformationKind.ReferralState, InformationKind.IncidentNumber, InformationKind.Services];
    private static readonly ReferralState[] Taken = [ReferralState.Accepted, ReferralState.FirstContact, ReferralState.ServiceStarted, ReferralState.Closed];

    private readonly ReferralBook _referrals = new(record);
    private readonly ConsentBook _consents = new(record);

    /// <summary>A referral as FHIR R4, after SDOH Clinical Care 3.0.0.</summary>
    [Requires<CareAct>(CareAct.Send)]
    public async Task<ExchangeAnswer> Fhir(CareAccess access, ReferralId referral, CancellationToken cancellation)
    {
        if (!access.May(CareAct.Send)) return new ExchangeAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        // A withdrawal is either before this, and seen, or after it.
        await act.TakeTurn(cancellation);
        if (await ReferralBook.Find(act.Rows, referral, cancellation) is not { } row || await _referrals.Open(row, cancellation) is not { } opened) return new ExchangeAnswer.NotFound();
        var (permission, content, consent) = await _referrals.Told(act.Rows, row, opened, cancellation);
        if (permission is Permission.Refused refused) return new ExchangeAnswer.NotPermitted(refused.Because);
        var from = await act.Rows.Organizations.Where(one => one.Id == row.Organization).Select(one => one.Name).SingleAsync(cancellation);
        var bundle = ReferralBundle.Of(opened, content!, consent!, from, Guid.NewGuid(), record.Clock.GetUtcNow());
        act.Note(new EventDraft(new EventKind("referral.exported"), row.Person.Value, detail: $"{ConsentBook.Detail(consent!.Id, ReferralBook.KindsOf(content!))}/{row.Id.Value:N}"));
        await act.Save(cancellation);
        return new ExchangeAnswer.Ready(new FhirJsonSerializer().SerializeToString(bundle, pretty: true), consent.Id);
    }

    /// <summary>A person's file in the fields of HTCDS 2.0, as far as a consent names them.</summary>
    /// <param name="access">Who gives it.</param>
    /// <param name="person">Whose file.</param>
    /// <param name="recipient">Who receives it; the consent has to name it, and services at least.</param>
    /// <param name="purpose">What for; the consent has to name it.</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<CareAct>(CareAct.Send)]
    public async Task<ExchangeAnswer> Htcds(CareAccess access, PersonId person, Credence.Consents.OrganizationId recipient, Purpose purpose, CancellationToken cancellation)
    {
        if (!access.May(CareAct.Send)) return new ExchangeAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.Persons.AsNoTracking().SingleOrDefaultAsync(row => row.Person == person, cancellation) is not { } row) return new ExchangeAnswer.NotFound();
        using var key = await record.Vault.Find(person.Value, cancellation);
        if (PersonDesk.Open(row, key) is not { } sheet) return new ExchangeAnswer.NotFound();
        var (permission, kinds) = await MayTell(act.Rows, person, recipient, purpose, cancellation);
        if (permission is not Permission.Permitted by) return new ExchangeAnswer.NotPermitted(((Permission.Refused)permission).Because);
        var incoming = await Incoming(act.Rows, person, kinds, key, cancellation);
        var wentOn = kinds.Contains(InformationKind.ReferralState) && await act.Rows.Referrals.AnyAsync(one => one.Person == person && Taken.Contains(one.State), cancellation);
        var file = new PersonFile(person, row.OpenedAt, row.ClosedAt, sheet.Only(kinds));
        act.Note(new EventDraft(new EventKind("person.exported"), person.Value, detail: ConsentBook.Detail(by.By, HtcdsRow.Told(file, incoming, wentOn))));
        await act.Save(cancellation);
        return new ExchangeAnswer.Ready(HtcdsRow.Of(file, incoming, wentOn), by.By);
    }

    // The first handover is how the person came; what it told is told on only where the consent names that kind.
    private static async Task<IncomingReferral?> Incoming(CareContext rows, PersonId person, IReadOnlyList<InformationKind> kinds, ContentKey? key, CancellationToken cancellation)
    {
        if (await rows.ReceivedHandovers.AsNoTracking().Where(one => one.Person == person).OrderBy(one => one.ReceivedAt).ThenBy(one => one.Id).FirstOrDefaultAsync(cancellation) is not { } row) return null;
        var referral = new IncomingReferral(DateOnly.FromDateTime(row.ReceivedAt.UtcDateTime));
        if (row.Read(await ShortNames.Of(rows, rows.Organization, cancellation), key) is not { } handover) return referral;
        var told = FaceSheet.Of(handover.Content).Only(kinds);
        return referral with
        {
            From = kinds.Contains(InformationKind.ReferralState) ? (await PartnerNames.Of(rows, cancellation)).Of(handover.From) : null,
            Needs = told.Needs, InOwnWords = told.InOwnWords, IncidentNumber = told.IncidentNumber,
        };
    }

    // That somebody is served is told by the row itself; everything else only where one consent names that too: the one that names most.
    private async Task<(Permission Permission, IReadOnlyList<InformationKind> Kinds)> MayTell(
        CareContext rows, PersonId person, Credence.Consents.OrganizationId recipient, Purpose purpose, CancellationToken cancellation)
    {
        var consents = await _consents.Of(rows, person, cancellation);
        foreach (var kinds in consents.Select(one => Fields.Where(one.Kinds.Contains).ToList()).Where(kinds => kinds.Contains(InformationKind.Services)).OrderByDescending(kinds => kinds.Count))
        {
            if (await Asked(kinds) is Permission.Permitted permitted) return (permitted, kinds);
        }

        return (WhyNot([.. consents.Where(one => one.Direction is Direction.CareToOther && one.To.Organization == recipient && one.Purpose == purpose && one.Kinds.Contains(InformationKind.Services))], recipient, purpose), []);

        Task<Permission> Asked(IReadOnlyList<InformationKind> kinds) => _consents.MayTell(rows, person, recipient, Direction.CareToOther, purpose, kinds, cancellation);
    }

    // Where no consent is meant for this, the faults of another do not say what to sign.
    private Permission WhyNot(IReadOnlyList<Consent> meant, Credence.Consents.OrganizationId recipient, Purpose purpose) => meant is [var first, ..]
        ? Consent.AnyPermits(meant, first.ToDisclosure() with { Kinds = [InformationKind.Services] }, record.Clock.GetUtcNow())
        : new Permission.Refused([new Refusal(
            RefusalReason.NoConsent,
            $"Found no consent for this, expected one that the person signs for {recipient} as somebody else, neither police nor a provider, for {EnumWord.Of(purpose)}, and that names services at least.")]);
}
