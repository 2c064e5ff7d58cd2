using Credence.Consents;
using Credence.Police.Storage;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Handovers;

/// <summary>What came by the agency's post: how far a provider says a referral is, and that a consent for that no longer holds.</summary>
public sealed class HandoverIntake(RecordStore<PoliceContext> record, Post post)
{
    private readonly HandoverBook _book = new(record);
    private readonly HandoverStop _stop = new(record, post);
    private readonly Consents.OrganizationId _own = new(post.Keys.Name.Value);

    /// <summary>One pass through the inbox.</summary>
    /// <param name="again">Tries what was put aside too, such as after an update.</param>
    /// <param name="cancellation">Stops between two messages.</param>
    public Task<InboxReport> Pass(bool again, CancellationToken cancellation) => post.Work<PoliceContext>(Take).Pass(again, cancellation);

    internal async Task<Taking> Take(Act<PoliceContext> act, ReceivedMessage message, CancellationToken cancellation)
    {
        await act.TakeTurn(cancellation);
        var sender = new Consents.OrganizationId(message.From.Value);
        switch (HandoverReader.Read(message.Body.Span, _own, record.Clock.GetUtcNow()))
        {
            case HandoverReading.Noted { Note: var note } when note.From == sender:
                return await WithdrawnElsewhere.Is(act.Rows, note.Basis.Consent, message.From, cancellation)
                    ? new Taking.Destroyed("consent-withdrawn")
                    : await Keep(act, note, message, cancellation);
            case HandoverReading.Withdrawn { Withdrawal: var withdrawal } when withdrawal.From == sender:
                if (await TakeBack(act, withdrawal, cancellation)) return new Taking.Taken();
                WithdrawnElsewhere.Note(act, withdrawal.Consent, message.From);
                await End(act, withdrawal, cancellation);
                return new Taking.Taken();
            case HandoverReading.Ended:
                return new Taking.Destroyed("consent-ended");
            case HandoverReading.Noted { Note: var forged }:
                return new Taking.PutAside("other-sender", forged.Basis.Ends);
            case HandoverReading.Withdrawn:
                return new Taking.PutAside("other-sender");
            case HandoverReading.Handed { Handover: var handover }:
                return new Taking.PutAside("other-direction", handover.Basis.Ends);
            default:
                return new Taking.PutAside("refused");
        }
    }

    private async Task<Taking> Keep(Act<PoliceContext> act, HandoverNote note, ReceivedMessage message, CancellationToken cancellation)
    {
        if (await act.Rows.ReceivedNotes.AnyAsync(row => row.Id == note.Id, cancellation)) return new Taking.Taken();
        if (await act.Rows.SentHandovers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == note.Handover, cancellation) is not { } handover) return new Taking.PutAside("no-handover", note.Basis.Ends);
        // Only the provider that the person was handed over to may speak of it.
        if (await _book.Open(handover, cancellation) is not { } copy) return new Taking.PutAside("copy-does-not-open", note.Basis.Ends);
        if (copy.Consent.To.Organization != note.From) return new Taking.PutAside("other-sender", note.Basis.Ends);
        using var key = await record.Vault.Find(handover.Subject, cancellation);
        act.Rows.ReceivedNotes.Add(new ReceivedNote
        {
            Id = note.Id, Organization = act.Rows.Organization, Incident = handover.Incident, Encounter = handover.Encounter, Handover = handover.Id, Consent = note.Basis.Consent,
            Ends = note.Basis.Ends, ReceivedAt = record.Clock.GetUtcNow(), Content = key!.Seal(message.Body.Span, ReceivedNote.PlaceOf(handover.Subject, note.Id)),
        });
        act.Note(new EventDraft(new EventKind("handover.noted"), handover.Subject, detail: HandoverBook.Detail(note.Basis.Consent, [InformationKind.ReferralState])));
        return new Taking.Taken();
    }

    // Somebody may take back at the provider what was signed here: it is the same as taking it back here. Only the provider that the consent names may say so, and
    // the log names it nowhere.
    private async Task<bool> TakeBack(Act<PoliceContext> act, ConsentWithdrawal withdrawal, CancellationToken cancellation)
    {
        var given = new List<SentHandover>();
        foreach (var row in await act.Rows.SentHandovers.Where(row => row.Consent == withdrawal.Consent).ToListAsync(cancellation))
            if (await _book.Open(row, cancellation) is { } copy && copy.Consent.To.Organization == withdrawal.From) given.Add(row);
        var standing = new List<SentHandover>();
        foreach (var row in given)
            if (await HandoverBook.WithdrawnAt(act.Rows, row, cancellation) is null) standing.Add(row);
        await _stop.Stop(act, standing, cancellation);
        return given.Count > 0;
    }

    // What the person let police know goes; only a legal hold keeps it, and then nobody sees it.
    private async Task End(Act<PoliceContext> act, ConsentWithdrawal withdrawal, CancellationToken cancellation)
    {
        foreach (var note in await act.Rows.ReceivedNotes.Where(row => row.Consent == withdrawal.Consent && row.WithdrawnAt == null).ToListAsync(cancellation))
        {
            using var key = await record.Vault.Find(note.Subject, cancellation);
            // Only whoever told something can say that it may not be held any more.
            if (HandoverBook.Open(note, _own, key) is { } opened && opened.From != withdrawal.From) continue;
            note.WithdrawnAt = record.Clock.GetUtcNow();
            if (!await act.Rows.Set<RecordedHold>().AnyAsync(hold => hold.Subject == note.Subject && hold.LiftedAt == null, cancellation)) note.Content = null;
            act.Note(new EventDraft(new EventKind("handover.note-withdrawn"), note.Subject, detail: HandoverBook.Detail(withdrawal.Consent)));
        }
    }
}
