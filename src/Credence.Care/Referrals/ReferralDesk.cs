using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Referrals;

/// <summary>Where a person is referred to a provider, and a referral is followed to its end. Police see nothing of it.</summary>
/// <param name="record">The record.</param>
/// <param name="post">The organization's post; without one a referral goes by a link.</param>
public sealed class ReferralDesk(RecordStore<CareContext> record, Post? post = null)
{
    private const int MostOnPage = 200;

    private readonly ReferralBook _book = new(record);
    private readonly ReferralSending _sending = new(record, post);

    /// <summary>Proposes a provider; the person is asked next.</summary>
    /// <param name="access">Who proposes.</param>
    /// <param name="person">For whom.</param>
    /// <param name="to">The provider, by the name that the person reads.</param>
    /// <param name="service">The service's id in the directory, or null.</param>
    /// <param name="needs">What is asked for.</param>
    /// <param name="why">Why this provider, such as <see cref="Match.Why"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<CareAct>(CareAct.Refer)]
    public async Task<ReferralReply> Propose(
        CareAccess access, PersonId person, Recipient to, string? service, IReadOnlyList<NeededHelp> needs, IReadOnlyList<string> why, CancellationToken cancellation)
    {
        if (!access.May(CareAct.Refer)) return new ReferralReply.NotFound();
        await using var act = await record.Begin(access, cancellation);
        var reply = Referral.Propose(new ReferralId(Guid.NewGuid()), to, service, needs, why, record.Clock.GetUtcNow()) switch
        {
            ReferralAnswer.Taken taken => await _book.Add(act, person, taken.Referral, cancellation),
            ReferralAnswer.Refused refused => new ReferralReply.Refused(refused.Because),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
        if (reply is ReferralReply.Done) await act.Save(cancellation);
        return reply;
    }

    /// <summary>Writes down that the person agrees by a consent that names this provider; a later one takes the place of an earlier.</summary>
    [Requires<CareAct>(CareAct.Refer)]
    public async Task<ReferralReply> Agree(CareAccess access, ReferralId referral, ConsentId consent, CancellationToken cancellation)
    {
        if (!access.May(CareAct.Refer)) return new ReferralReply.NotFound();
        return await AgreeAs(access, referral, consent, cancellation);
    }

    /// <summary>The person agrees by a consent of her or his own that names this provider.</summary>
    [OwnOnly]
    public Task<ReferralReply> Agree(SurvivorAccess access, ReferralId referral, ConsentId consent, CancellationToken cancellation) => AgreeAs(access, referral, consent, cancellation);

    /// <summary>Sends a referral, if its consent permits all that is told, now.</summary>
    [Requires<CareAct>(CareAct.Refer)]
    public async Task<ReferralReply> Send(CareAccess access, ReferralId referral, SendingWay way, CancellationToken cancellation) =>
        access.May(CareAct.Refer) ? await Step(access, referral, (act, row) => _sending.Send(act, row, way, cancellation), cancellation) : new ReferralReply.NotFound();

    /// <summary>Gives a new link for a referral that was sent by one and is not answered; the old one leads nowhere from then on.</summary>
    [Requires<CareAct>(CareAct.Refer)]
    public async Task<ReferralReply> NewLink(CareAccess access, ReferralId referral, CancellationToken cancellation) =>
        access.May(CareAct.Refer) ? await Step(access, referral, (act, row) => _sending.Renew(act, row, cancellation), cancellation) : new ReferralReply.NotFound();

    /// <summary>Writes down what the provider says or does.</summary>
    [Requires<CareAct>(CareAct.Refer)]
    public async Task<ReferralReply> Note(CareAccess access, ReferralId referral, ReferralNews news, CancellationToken cancellation) =>
        access.May(CareAct.Refer) ? await Step(access, referral, at => news.Step(at), cancellation) : new ReferralReply.NotFound();

    /// <summary>Closes a referral, with what became of each need and what the person says.</summary>
    [Requires<CareAct>(CareAct.Refer)]
    public async Task<ReferralReply> Close(CareAccess access, ReferralId referral, IReadOnlyList<NeedOutcome> outcomes, OwnAnswer answer, CancellationToken cancellation) =>
        access.May(CareAct.Refer) ? await Step(access, referral, at => new ReferralStep.Closed(at, outcomes, answer), cancellation) : new ReferralReply.NotFound();

    /// <summary>Writes down what the person said when asked whether the help goes on, now that its consent does not hold any more.</summary>
    [Requires<CareAct>(CareAct.Refer)]
    public async Task<ReferralReply> AskOn(CareAccess access, ReferralId referral, bool goesOn, CancellationToken cancellation) =>
        access.May(CareAct.Refer) ? await GoOnAs(access, referral, goesOn, cancellation) : new ReferralReply.NotFound();

    /// <summary>The person says whether the help goes on.</summary>
    [OwnOnly]
    public Task<ReferralReply> GoOn(SurvivorAccess access, ReferralId referral, bool goesOn, CancellationToken cancellation) => GoOnAs(access, referral, goesOn, cancellation);

    /// <summary>Takes a referral back for the person who asked for it.</summary>
    [Requires<CareAct>(CareAct.Refer)]
    public async Task<ReferralReply> Withdraw(CareAccess access, ReferralId referral, CancellationToken cancellation) =>
        access.May(CareAct.Refer) ? await WithdrawAs(access, referral, cancellation) : new ReferralReply.NotFound();

    /// <summary>The person takes a referral back, at any point. Nobody asks why.</summary>
    [OwnOnly]
    public Task<ReferralReply> Withdraw(SurvivorAccess access, ReferralId referral, CancellationToken cancellation) => WithdrawAs(access, referral, cancellation);

    /// <summary>Every referral of a person, last first, with its history; empty if the person does not exist for the one who asks.</summary>
    [Requires<CareAct>(CareAct.Refer)]
    public async Task<IReadOnlyList<OpenedReferral>> List(CareAccess access, PersonId person, CancellationToken cancellation) =>
        access.May(CareAct.Refer) ? await ListAs(access, person, cancellation) : [];

    /// <summary>The person's own referrals.</summary>
    [OwnOnly]
    public Task<IReadOnlyList<OpenedReferral>> List(SurvivorAccess access, CancellationToken cancellation) => ListAs(access, access.Person, cancellation);

    /// <summary>Referrals at which somebody should have looked by now, the longest first; nothing is opened.</summary>
    [Requires<CareAct>(CareAct.Refer)]
    public async Task<IReadOnlyList<ReferralLine>> Overdue(CareAccess access, CancellationToken cancellation)
    {
        if (!access.May(CareAct.Refer)) return [];
        var now = record.Clock.GetUtcNow();
        await using var rows = record.Enter(access);
        return await Lines(rows.Referrals.Where(row => row.DueAt < now).OrderBy(row => row.DueAt).ThenBy(row => row.Id)).ToListAsync(cancellation);
    }

    /// <summary>Referrals that were sent and whose consent does not hold any more: nothing is told by them, and the person is to be asked whether the help goes on.</summary>
    [Requires<CareAct>(CareAct.Refer)]
    public async Task<IReadOnlyList<ReferralLine>> ToAsk(CareAccess access, CancellationToken cancellation)
    {
        if (!access.May(CareAct.Refer)) return [];
        var now = record.Clock.GetUtcNow();
        await using var rows = record.Enter(access);
        return await Lines(rows.Referrals
            .Where(row => row.OverAt == null && row.AskedOnAt == null && row.Consent != null && row.State != ReferralState.Consented
                && !rows.Consents.Any(consent => consent.Person == row.Person && consent.Id == row.Consent && consent.WithdrawnAt == null && consent.Ends > now))
            .OrderBy(row => row.Since).ThenBy(row => row.Id)).ToListAsync(cancellation);
    }

    private static IQueryable<ReferralLine> Lines(IQueryable<RecordedReferral> rows) =>
        rows.AsNoTracking().Take(MostOnPage).Select(row => new ReferralLine(row.Id, row.Person, row.State, row.Since, row.DueAt));

    private Task<ReferralReply> AgreeAs(RecordAccess access, ReferralId referral, ConsentId consent, CancellationToken cancellation) => Step(access, referral, async (act, row) =>
    {
        var reply = await _book.Take(act, row, new ReferralStep.Agreed(record.Clock.GetUtcNow(), consent), cancellation);
        return reply is ReferralReply.Done done && (await _book.Told(act.Rows, row, done.Referral, cancellation)).Permission is Permission.Refused refused
            ? new ReferralReply.NotPermitted(refused.Because) : reply;
    }, cancellation);

    private Task<ReferralReply> GoOnAs(RecordAccess access, ReferralId referral, bool goesOn, CancellationToken cancellation) => Step(access, referral, async (act, row) =>
    {
        var reply = await _book.Take(act, row, new ReferralStep.AskedOn(record.Clock.GetUtcNow(), goesOn), cancellation);
        return goesOn ? reply : await _sending.Recall(act, row, reply, cancellation);
    }, cancellation);

    private Task<ReferralReply> WithdrawAs(RecordAccess access, ReferralId referral, CancellationToken cancellation) => Step(access, referral, async (act, row) =>
        await _sending.Recall(act, row, await _book.Take(act, row, new ReferralStep.Withdrawn(record.Clock.GetUtcNow()), cancellation), cancellation), cancellation);

    private Task<ReferralReply> Step(RecordAccess access, ReferralId referral, Func<DateTimeOffset, ReferralStep> step, CancellationToken cancellation) =>
        Step(access, referral, (act, row) => _book.Take(act, row, step(record.Clock.GetUtcNow()), cancellation), cancellation);

    private async Task<ReferralReply> Step(
        RecordAccess access, ReferralId referral, Func<Act<CareContext>, RecordedReferral, Task<ReferralReply>> work, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await ReferralBook.Find(act.Rows, referral, cancellation) is not { } row) return new ReferralReply.NotFound();
        var reply = await work(act, row);
        if (reply is ReferralReply.Done or ReferralReply.LinkGiven) await act.Save(cancellation);
        return reply;
    }

    private async Task<IReadOnlyList<OpenedReferral>> ListAs(RecordAccess access, PersonId person, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        var held = await act.Rows.Referrals.AsNoTracking().Where(row => row.Person == person).OrderByDescending(row => row.ProposedAt).ThenBy(row => row.Id).ToListAsync(cancellation);
        if (held.Count == 0) return [];
        var opened = new List<OpenedReferral>();
        foreach (var row in held)
        {
            if (await _book.Open(row, cancellation) is not { } referral) continue;
            var (permission, _, _) = await _book.Told(act.Rows, row, referral, cancellation);
            opened.Add(new OpenedReferral(person, referral, row.DueAt, permission is Permission.Permitted));
        }

        act.Note(new EventDraft(new EventKind("referrals.opened"), person.Value, opened.Count));
        await act.Save(cancellation);
        return opened;
    }
}
