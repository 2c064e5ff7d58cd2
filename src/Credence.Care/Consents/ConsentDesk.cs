using Credence.Care.Access;
using Credence.Care.FollowUps;
using Credence.Care.Handovers;
using Credence.Care.Persons;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Consents;

/// <summary>Where a person's consents are written down, listed and withdrawn.</summary>
/// <param name="record">The record.</param>
/// <param name="post">The organization's post, by which holders are told; without one somebody has to tell them.</param>
public sealed class ConsentDesk(RecordStore<CareContext> record, Post? post = null)
{
    private readonly ConsentBook _book = new(record);
    private readonly ConsentStop _stop = new(record, post);

    /// <summary>Writes down what a person signed.</summary>
    /// <param name="access">Who writes.</param>
    /// <param name="consent">What was signed.</param>
    /// <param name="signing">Who signs, as the law of the place has it (<see cref="ConsentLaw.WhoSigns"/>).</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<CareAct>(CareAct.WriteConsent)]
    public async Task<ConsentAnswer> Write(CareAccess access, Consent consent, SigningAnswer signing, CancellationToken cancellation) =>
        access.May(CareAct.WriteConsent) ? await Keep(access, consent with { How = consent.How with { IsOnline = false } }, signing, cancellation) : new ConsentAnswer.NotFound();

    /// <summary>Takes what a person gives herself or himself, on pages of her or his own.</summary>
    [OwnOnly]
    public Task<ConsentAnswer> Give(SurvivorAccess access, Consent consent, SigningAnswer signing, CancellationToken cancellation) =>
        Keep(access, consent with { How = consent.How with { IsOnline = true } }, signing, cancellation);

    /// <summary>Who signs, by what the person says and what the record knows: where the two differ, the one that protects more.</summary>
    /// <param name="access">The person.</param>
    /// <param name="law">The law of the place.</param>
    /// <param name="said">What the person says.</param>
    /// <param name="cancellation">Stops it.</param>
    [OwnOnly]
    public async Task<SigningAnswer> WhoSigns(SurvivorAccess access, ConsentLaw law, SigningFacts said, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        var file = await rows.Persons.AsNoTracking().SingleOrDefaultAsync(row => row.Person == access.Person, cancellation);
        using var key = await record.Vault.Find(access.Person.Value, cancellation);
        var isMinor = file is not null && PersonDesk.Open(file, key) is { IsUnder18: true };
        var hasGuardian = (await _book.Of(rows, access.Person, cancellation)).Any(one => one.Giver is Giver.Guardian);
        return law.WhoSigns(said with
        {
            Age = isMinor ? Math.Min(said.Age ?? 0, law.AgeOfMajority - 1) : said.Age, HasCourtGuardian = said.HasCourtGuardian || hasGuardian,
        });
    }

    /// <summary>Every consent of a person, withdrawn and ended ones too; empty if the person does not exist for the one who asks.</summary>
    [Requires<CareAct>(CareAct.WriteConsent)]
    public async Task<IReadOnlyList<Consent>> List(CareAccess access, PersonId person, CancellationToken cancellation) =>
        access.May(CareAct.WriteConsent) ? await ListAs(access, person, cancellation) : [];

    /// <summary>The person's own consents.</summary>
    [OwnOnly]
    public Task<IReadOnlyList<Consent>> List(SurvivorAccess access, CancellationToken cancellation) => ListAs(access, access.Person, cancellation);

    /// <summary>Who lets tell by a consent that is written here, and whom it may name; null for those who may write none.</summary>
    [Requires<CareAct>(CareAct.WriteConsent)]
    public async Task<Addressees?> Addressees(CareAccess access, CancellationToken cancellation)
    {
        if (!access.May(CareAct.WriteConsent)) return null;
        return await AddresseesFor(access, cancellation);
    }

    /// <summary>Who lets tell by a consent of the person's own, and whom it may name.</summary>
    [OwnOnly]
    public Task<Addressees> Addressees(SurvivorAccess access, CancellationToken cancellation) => AddresseesFor(access, cancellation);

    /// <summary>Withdraws a consent for the person who asked for it; null if it does not exist for the one who asks.</summary>
    [Requires<CareAct>(CareAct.WriteConsent)]
    public async Task<Withdrawal?> Withdraw(CareAccess access, PersonId person, ConsentId consent, CancellationToken cancellation) =>
        access.May(CareAct.WriteConsent) ? await WithdrawAs(access, person, consent, cancellation) : null;

    /// <summary>The person withdraws: it works at once and for good. Nobody asks why.</summary>
    [OwnOnly]
    public Task<Withdrawal?> Withdraw(SurvivorAccess access, ConsentId consent, CancellationToken cancellation) => WithdrawAs(access, access.Person, consent, cancellation);

    /// <summary>Notes that whoever signed in this part is suspected of trafficking or abuse, for good. Once nobody has signed it who may, what waits by it does not go.</summary>
    [Requires<CareAct>(CareAct.WriteConsent)]
    public async Task<Suspicion> Suspect(CareAccess access, PersonId person, ConsentId consent, Signer signer, CancellationToken cancellation)
    {
        if (!access.May(CareAct.WriteConsent)) return new Suspicion.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await Find(act.Rows, person, consent, cancellation) is not { } row || await _book.Open(act.Rows, row, cancellation) is not { } opened) return new Suspicion.NotFound();
        if (signer is Signer.Person || opened.Signatures.All(one => one.By != signer))
            return new Suspicion.Refused("Found another than those who signed it beside the person, expected one of these.");
        var (before, hasEnded) = (_stop.EndsWith(opened), _stop.EndsWith(opened.Suspecting(signer)));
        var (isHeld, isTold) = hasEnded && !before ? await _stop.Stop(act, person, opened, cancellation) : default;
        // The row as well, by which referrals are found whose person is to be asked.
        if (hasEnded && row.Ends > record.Clock.GetUtcNow()) row.Ends = record.Clock.GetUtcNow();
        if (isHeld && !isTold) FollowUpNotes.Call(act, person, consent.Value);
        act.Note(new EventDraft(new EventKind(ConsentBook.Suspected), person.Value, detail: $"{ConsentBook.Detail(consent)}/{EnumWord.Of(signer)}"));
        await act.Save(cancellation);
        return new Suspicion.Noted(hasEnded, isHeld ? [opened.To] : []) { IsTold = isTold };
    }

    private async Task<Addressees> AddresseesFor(RecordAccess access, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await AddresseesFor(rows, access, cancellation);
    }

    private static async Task<Addressees> AddresseesFor(CareContext rows, RecordAccess access, CancellationToken cancellation)
    {
        var own = await ShortNames.Of(rows, access.Organization, cancellation);
        var partners = await rows.Partners.AsNoTracking().Where(row => row.RemovedAt == null).OrderBy(row => row.Name).ToListAsync(cancellation);
        var others = await rows.Organizations.AsNoTracking().Where(row => row.Id != access.Organization && row.Kind == OrganizationKind.ServiceProvider).OrderBy(row => row.Name).ToListAsync(cancellation);
        var names = await PartnerNames.Of(rows, cancellation);
        return new Addressees(own,
        [
            .. others.Select(one => new Addressee(new Recipient(new(one.ShortName ?? one.Id.Value.ToString()), one.Name), Direction.CareToCare)),
            .. partners.Select(one => new Addressee(new Recipient(new(one.Name), names.Of(new(one.Name))), one.Side is Side.Police ? Direction.CareToPolice : Direction.CareToCare)),
        ]);
    }

    private async Task<ConsentAnswer> Keep(RecordAccess access, Consent consent, SigningAnswer signing, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        var person = new PersonId(consent.About.Value);
        if (!await PersonDesk.IsKnown(act.Rows, person, cancellation)) return new ConsentAnswer.NotFound();
        var known = await AddresseesFor(act.Rows, access, cancellation);
        if (Unfit(known, consent, signing) is { } unfit) return unfit;
        await act.TakeTurn(cancellation);
        if (await Find(act.Rows, person, consent.Id, cancellation) is { } before)
            return await _book.Open(act.Rows, before, cancellation) is { WithdrawnAt: null } kept && kept.SaysAs(consent)
                ? new ConsentAnswer.Written(consent.Id) : new ConsentAnswer.Refused("Found a consent with this id, expected a new one.");
        var key = Guid.NewGuid();
        using var keys = await record.Vault.Make([key], cancellation);
        act.Rows.Consents.Add(new RecordedConsent
        {
            Id = consent.Id, Person = person, Organization = access.Organization, Begins = consent.Begins, Ends = consent.Ends, Key = key,
            Content = keys[key]!.Seal(consent, CareJson.Default.Consent, RecordedConsent.PlaceOf(person, consent.Id)),
        });
        act.Note(new EventDraft(new EventKind("consent.given"), person.Value, detail: ConsentBook.Detail(consent.Id)));
        // How far a referral is goes back with the handover that it answers.
        if (consent.Direction is Direction.CareToPolice && consent.Kinds.Any(kind => kind is not InformationKind.ReferralState)) FollowUpNotes.Tell(act, person, consent.Id.Value);
        await act.Save(cancellation);
        return new ConsentAnswer.Written(consent.Id);
    }

    private ConsentAnswer? Unfit(Addressees known, Consent consent, SigningAnswer signing)
    {
        if (consent.From != known.Own || consent.Direction == Direction.PoliceToCare)
            return new ConsentAnswer.Refused("Found a consent for another holder, expected one that lets this organization tell.");
        if (known.Unlike(consent) is { } unlike) return new ConsentAnswer.Refused(unlike);
        if (consent.WithdrawnAt is not null) return new ConsentAnswer.Refused("Found a consent that was withdrawn, expected a new one.");
        if (!signing.Admits(consent)) return new ConsentAnswer.Refused("Found another signer than the law of this place expects: ask first who signs.");
        var now = record.Clock.GetUtcNow();
        return consent.Permits(consent.ToDisclosure(), now > consent.Begins ? now : consent.Begins) is Permission.Refused refused ? new ConsentAnswer.PermitsNothing(refused.Because) : null;
    }

    private async Task<IReadOnlyList<Consent>> ListAs(RecordAccess access, PersonId person, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        var consents = await _book.Of(act.Rows, person, cancellation);
        if (consents.Count == 0) return [];
        act.Note(new EventDraft(new EventKind("consents.opened"), person.Value, consents.Count));
        await act.Save(cancellation);
        return consents;
    }

    private async Task<Withdrawal?> WithdrawAs(RecordAccess access, PersonId person, ConsentId id, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await Find(act.Rows, person, id, cancellation) is not { } row || await _book.Open(act.Rows, row, cancellation) is not { } consent) return null;
        if (consent.WithdrawnAt is { } before) return new Withdrawal(before, await ConsentBook.WasUsed(act.Rows, person, id, [], cancellation) ? [consent.To] : []);
        var (isHeld, isTold) = await _stop.Stop(act, person, consent, cancellation);
        var at = await _stop.Close(act, row, consent, cancellation);
        if (isHeld && !isTold) FollowUpNotes.Call(act, person, id.Value);
        await act.Save(cancellation);
        return new Withdrawal(at, isHeld ? [consent.To] : []) { IsTold = isTold };
    }

    private static Task<RecordedConsent?> Find(CareContext rows, PersonId person, ConsentId id, CancellationToken cancellation) =>
        rows.Consents.SingleOrDefaultAsync(row => row.Person == person && row.Id == id, cancellation);
}
