using Credence.Consents;
using Credence.Police.Classification;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Handovers;

/// <summary>A handover on its way into the outbox: within one act it is held against the consent, copied and posted, or refused and nothing is written.</summary>
internal sealed class HandoverSending(RecordStore<PoliceContext> record, Post post)
{
    private readonly HandoverBook _book = new(record);
    private readonly Consents.OrganizationId _own = new(post.Keys.Name.Value);

    public async Task<HandoverOutcome> Hand(
        Act<PoliceContext> act, IncidentId? incident, EncounterId? encounter, string? number, HandoverProposal proposal, CancellationToken cancellation, Func<Task>? begin = null)
    {
        if (await Find(act.Rows, proposal.Id, cancellation) is { } before)
        {
            return before.Incident == incident && before.Encounter == encounter
                ? new HandoverOutcome.Already(before.Id, before.Consent, await HandoverBook.WithdrawnAt(act.Rows, before, cancellation))
                : Refused("Found a handover with this id, expected a new one.");
        }

        if (await Unfit(act.Rows, number, proposal, cancellation) is { } unfit) return Refused(unfit);
        if (await _book.Copies(act.Rows, proposal.Consent.Id, cancellation) is not { } copies)
            return Refused("Found a consent that was used before and whose copy does not open, expected a new one.");
        var now = record.Clock.GetUtcNow();
        var answer = Handover.Of(proposal.Id, [proposal.Consent, .. copies], proposal.About, _own, proposal.To, proposal.Content, now);
        if (answer is HandoverAnswer.Ready && begin is not null) await begin();
        return answer switch
        {
            HandoverAnswer.Ready ready => await Send(act, incident, encounter, ready.Handover, proposal.Consent, now, cancellation),
            HandoverAnswer.NotPermitted not => new HandoverOutcome.NotPermitted(not.Because),
            HandoverAnswer.Malformed malformed => Refused($"{malformed.Problem}."),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    // Somebody was met, whatever else is known: an encounter with needs and no question, so that the copy has a key, an owner and an end.
    public async Task Begin(Act<PoliceContext> act, EncounterId id, NewlyMet met, HandoverProposal proposal, CasePacks packs, CancellationToken cancellation)
    {
        var content = new EncounterContent { Needs = [.. proposal.Content.Needs.Select(one => new OfferedHelp(one.Need, one.Urgency, HelpState.Accepted))], BeganAt = met.BeganAt };
        using var keys = await record.Vault.Make([id.Value], cancellation);
        if (keys[id.Value] is { } key) new EncounterArrival(act, key, id, content, EncounterReading.Of(content, packs), record.Clock.GetUtcNow()).Begin(met.Number);
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

    private static HandoverOutcome.Refused Refused(string because) => new(because);

    internal static Task<SentHandover?> Find(PoliceContext rows, HandoverId id, CancellationToken cancellation) =>
        rows.SentHandovers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
}
