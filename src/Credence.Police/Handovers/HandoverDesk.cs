using Credence.Consents;
using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;
using Stopping = Credence.Record.Handovers.Withdrawal;

namespace Credence.Police.Handovers;

/// <summary>Where a person is handed over to a provider by a consent, and where it is taken back. What becomes of it police see only where a consent names it.</summary>
/// <param name="record">The record.</param>
/// <param name="post">The agency's post.</param>
public sealed class HandoverDesk(RecordStore<PoliceContext> record, Post post)
{
    private const int MostShown = 200;

    private readonly HandoverBook _book = new(record);
    private readonly Consents.OrganizationId _own = new(post.Keys.Name.Value);

    /// <summary>Hands a person of an incident over, if the consent permits all that would be told; or says why not, and nothing is written.</summary>
    [Requires<PoliceAct>(PoliceAct.HandOver)]
    public async Task<HandoverOutcome> HandOver(PoliceAccess access, IncidentId incident, HandoverProposal proposal, CancellationToken cancellation)
    {
        if (!IsOurs(access, PoliceAct.HandOver)) return new HandoverOutcome.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        return await act.Rows.Incidents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == incident, cancellation) is { } found
            ? await Hand(act, found.Id, null, found.Number, proposal, cancellation)
            : new HandoverOutcome.NotFound();
    }

    /// <summary>Hands a person of an own encounter over, as <see cref="HandOver"/> does; what was signed lives and ends with the encounter.</summary>
    [Requires<PoliceAct>(PoliceAct.HandOver)]
    public async Task<HandoverOutcome> HandOverMet(PoliceAccess access, EncounterId encounter, HandoverProposal proposal, CancellationToken cancellation)
    {
        if (!IsOurs(access, PoliceAct.HandOver)) return new HandoverOutcome.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        return await act.Rows.Encounters.AsNoTracking().SingleOrDefaultAsync(row => row.Id == encounter && row.Officer == access.Account, cancellation) is { } found
            ? await Hand(act, null, found.Id, found.Incident, proposal, cancellation)
            : new HandoverOutcome.NotFound();
    }

    /// <summary>Withdraws a consent for the person who asked for it, at once and for good; null if it does not exist for the one who asks.</summary>
    [Requires<PoliceAct>(PoliceAct.HandOver)]
    public async Task<HandoverWithdrawal?> Withdraw(PoliceAccess access, ConsentId consent, CancellationToken cancellation)
    {
        if (!IsOurs(access, PoliceAct.HandOver)) return null;
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        var rows = await act.Rows.SentHandovers.Where(row => row.Consent == consent).OrderBy(row => row.HandedAt).ToListAsync(cancellation);
        if (rows.Count == 0) return null;
        foreach (var row in rows)
        {
            // All of them were withdrawn together, and none was added since.
            if (await HandoverBook.WithdrawnAt(act.Rows, row, cancellation) is { } before) return new HandoverWithdrawal(before, 0, [], IsTold: false);
        }

        var (signed, stopped) = await Stop(act, rows, cancellation);
        var isHeld = stopped.Any(one => one.How is Stopping.MayHaveArrived or Stopping.Delivered);
        var isTold = isHeld && signed is not null && await Tell(act, signed, cancellation);
        await act.Save(cancellation);
        return new HandoverWithdrawal(
            rows[0].WithdrawnAt!.Value, stopped.Count(one => one.How is Stopping.Stopped), isHeld && signed is not null ? [signed.To] : [], isTold)
        {
            Unread = stopped.Count(one => one.IsUnread && one.How is (Stopping.MayHaveArrived or Stopping.Delivered)),
        };
    }

    /// <summary>
    /// The handovers of an incident, and of encounters tied to its number, first to last, without what they say; empty if the incident does not
    /// exist for the one who asks.
    /// </summary>
    [Requires<PoliceAct>(PoliceAct.HandOver)]
    public async Task<IReadOnlyList<HandoverLine>> List(PoliceAccess access, IncidentId incident, CancellationToken cancellation)
    {
        if (!IsOurs(access, PoliceAct.HandOver)) return [];
        await using var act = await record.Begin(access, cancellation);
        var number = await act.Rows.Incidents.Where(row => row.Id == incident).Select(row => row.Number).SingleOrDefaultAsync(cancellation);
        var tied = act.Rows.Encounters.Where(row => number != null && row.Incident == number);
        var rows = await act.Rows.SentHandovers.AsNoTracking().Where(row => row.Incident == incident || tied.Any(encounter => encounter.Id == row.Encounter))
            .OrderBy(row => row.HandedAt).ThenBy(row => row.Id).ToListAsync(cancellation);
        return await Lines(act, incident.Value, rows, cancellation);
    }

    /// <summary>The last handovers that one made oneself, newest first; those of the agency for one who may open their copies.</summary>
    [Requires<PoliceAct>(PoliceAct.HandOver)]
    public async Task<IReadOnlyList<HandoverLine>> Recent(PoliceAccess access, CancellationToken cancellation)
    {
        if (!IsOurs(access, PoliceAct.HandOver)) return [];
        await using var act = await record.Begin(access, cancellation);
        var seen = access.May(PoliceAct.OpenHandover) ? act.Rows.SentHandovers : act.Rows.SentHandovers.Where(row => row.HandedBy == access.Account);
        return await Lines(act, null, await seen.AsNoTracking().OrderByDescending(row => row.HandedAt).ThenBy(row => row.Id).Take(MostShown).ToListAsync(cancellation), cancellation);
    }

    /// <summary>The providers that one may hand over to, by their short names: those whose cards were compared here.</summary>
    [Requires<PoliceAct>(PoliceAct.HandOver)]
    public async Task<IReadOnlyList<Consents.OrganizationId>> Providers(PoliceAccess access, CancellationToken cancellation) => !IsOurs(access, PoliceAct.HandOver) ? []
        : [.. (await post.Partners.List(access, cancellation)).Where(card => card.Side is Side.Care).Select(card => new Consents.OrganizationId(card.Name.Value))];

    /// <summary>What was told by a handover; null if it does not exist for the one who asks, or its copy does not open, such as after its time.</summary>
    [Requires<PoliceAct>(PoliceAct.OpenHandover)]
    public async Task<HandoverContent?> Open(PoliceAccess access, HandoverId handover, CancellationToken cancellation)
    {
        if (!IsOurs(access, PoliceAct.OpenHandover)) return null;
        await using var act = await record.Begin(access, cancellation);
        if (await Find(act.Rows, handover, cancellation) is not { } row || await _book.Message(row, cancellation) is not { } message) return null;
        act.Note(new EventDraft(new EventKind("handover.opened"), row.Subject, detail: row.Id.Value.ToString("N")));
        await act.Save(cancellation);
        return message.Content;
    }

    // A record may keep several agencies, and a post is one agency's.
    private bool IsOurs(PoliceAccess access, PoliceAct act) => access.May(act) && access.Organization == post.Keys.Organization;

    private async Task<HandoverOutcome> Hand(
        Act<PoliceContext> act, IncidentId? incident, EncounterId? encounter, string? number, HandoverProposal proposal, CancellationToken cancellation)
    {
        if (await Find(act.Rows, proposal.Id, cancellation) is { } before)
        {
            return before.Incident == incident && before.Encounter == encounter
                ? new HandoverOutcome.Already(before.Id, before.Consent)
                : Refused("Found a handover with this id, expected a new one.");
        }

        if (await Unfit(act.Rows, number, proposal, cancellation) is { } unfit) return Refused(unfit);
        if (await _book.Copies(act.Rows, proposal.Consent.Id, cancellation) is not { } copies)
            return Refused("Found a consent that was used before and whose copy does not open, expected a new one.");
        var now = record.Clock.GetUtcNow();
        return Handover.Of(proposal.Id, [proposal.Consent, .. copies], proposal.About, _own, proposal.To, proposal.Content, now) switch
        {
            HandoverAnswer.Ready ready => await Send(act, incident, encounter, ready.Handover, proposal.Consent, now, cancellation),
            HandoverAnswer.NotPermitted not => new HandoverOutcome.NotPermitted(not.Because),
            HandoverAnswer.Malformed malformed => Refused($"{malformed.Problem}."),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    private static async Task<string?> Unfit(PoliceContext rows, string? incident, HandoverProposal proposal, CancellationToken cancellation)
    {
        if (!proposal.Signing.Admits(proposal.Consent)) return "Found another signer than the law of this place expects: ask first who signs.";
        if (proposal.Content.IncidentNumber is { } number && number != incident) return "content.incidentNumber: found another number than that of the incident, expected that one, or none.";
        return HostName.TryRead(proposal.To.Value, out var to) && await PartnerBook.Find(rows, to, cancellation) is { Side: Side.Care }
            ? null
            : "to: found no provider of this short name, expected one whose card was compared here: credence handover partner list shows them.";
    }

    private async Task<HandoverOutcome> Send(
        Act<PoliceContext> act, IncidentId? incident, EncounterId? encounter, Handover handover, Consent signed, DateTimeOffset now, CancellationToken cancellation)
    {
        var subject = incident?.Value ?? encounter!.Value.Value;
        using var key = await record.Vault.Find(subject, cancellation);
        if (key is null) return Refused("Found an incident or encounter whose content was erased, expected one that can keep a copy; the person may go to the provider without police.");
        var bytes = HandoverWriter.Bytes(handover);
        var last = now + Outbox.Lifetime;
        var posting = await post.Outbox.Add(
            act, HostName.Of(handover.To.Value), ContentWord.Handover, bytes, handover.Basis.Ends < last ? handover.Basis.Ends : last, cancellation);
        if (posting is not Posting.Posted posted) return Refused("to: found a partner that was removed just now, expected one whose card was compared here.");
        var own = Guid.NewGuid();
        using var made = await record.Vault.Make([own], cancellation);
        var copy = new HandoverCopy(posted.Message, signed, handover.Content.Kinds.ToHashSet());
        act.Rows.SentHandovers.Add(new SentHandover
        {
            Id = handover.Id, Organization = act.Rows.Organization, Incident = incident, Encounter = encounter, Consent = signed.Id, HandedBy = act.Access.Account,
            HandedAt = now, Message = posted.Message, Signed = key.Seal(copy, HandoverJson.Default.HandoverCopy, SentHandover.SignedPlaceOf(subject, handover.Id)),
            Key = own, Sent = made[own]!.Seal(bytes, SentHandover.SentPlaceOf(own, handover.Id)),
        });
        act.Note(new EventDraft(new EventKind("handover.made"), subject, detail: HandoverBook.Detail(signed.Id, handover.Content.Kinds)));
        await act.Save(cancellation);
        return new HandoverOutcome.Posted(handover.Id, signed.Id);
    }

    private async Task<(Consent? Signed, List<(Stopping How, bool IsUnread)> Stopped)> Stop(Act<PoliceContext> act, List<SentHandover> rows, CancellationToken cancellation)
    {
        var (now, signed, stopped) = (record.Clock.GetUtcNow(), (Consent?)null, new List<(Stopping How, bool IsUnread)>());
        foreach (var row in rows)
        {
            // What was signed is gone when the incident's key is: the message is stopped all the same. What is sealed counts before the row.
            var copy = await _book.Open(row, cancellation);
            signed = copy?.Consent ?? signed;
            stopped.Add((await post.Outbox.Withdraw(act, copy?.Message ?? row.Message, cancellation), copy is null));
            row.WithdrawnAt = now;
            act.Note(new EventDraft(new EventKind(HandoverBook.Withdrawn), row.Subject, detail: HandoverBook.Detail(row.Consent)));
        }

        return (signed, stopped);
    }

    private async Task<bool> Tell(Act<PoliceContext> act, Consent signed, CancellationToken cancellation)
    {
        var now = record.Clock.GetUtcNow();
        var withdrawal = HandoverWriter.Bytes(ConsentWithdrawal.Of(Guid.NewGuid(), signed, now));
        return await post.Outbox.Add(act, HostName.Of(signed.To.Organization.Value), ContentWord.Handover, withdrawal, now + MessageHead.Longest, cancellation) is Posting.Posted;
    }

    private async Task<IReadOnlyList<HandoverLine>> Lines(Act<PoliceContext> act, Guid? subject, List<SentHandover> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0) return [];
        var lines = new List<HandoverLine>(rows.Count);
        foreach (var row in rows) lines.Add(await Line(act.Rows, row, cancellation));
        act.Note(new EventDraft(new EventKind("handovers.listed"), subject, rows.Count));
        await act.Save(cancellation);
        return lines;
    }

    private async Task<HandoverLine> Line(PoliceContext rows, SentHandover row, CancellationToken cancellation)
    {
        var copy = await _book.Open(row, cancellation);
        var isUnsent = copy is not null && await rows.Outbox.AnyAsync(message => message.Id == copy.Message && message.State == OutgoingState.Expired, cancellation);
        return new HandoverLine(
            row.Id, row.Consent, row.HandedAt, await HandoverBook.WithdrawnAt(rows, row, cancellation),
            copy is null ? [] : [.. copy.Told.Order()], isUnsent, await _book.State(rows, row, _own, cancellation)) { IsErased = row.Content is not ContentState.Kept };
    }

    private static HandoverOutcome.Refused Refused(string because) => new(because);

    private static Task<SentHandover?> Find(PoliceContext rows, HandoverId id, CancellationToken cancellation) =>
        rows.SentHandovers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
}
