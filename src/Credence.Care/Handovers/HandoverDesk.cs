using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Persons;
using Credence.Care.Referrals;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Handovers;

/// <summary>Where handovers from police and from other providers come in, and where they are told how far a referral is, if the person allows it.</summary>
/// <param name="record">The record.</param>
/// <param name="post">The organization's post; without one nothing goes out.</param>
public sealed class HandoverDesk(RecordStore<CareContext> record, Post? post = null)
{
    private readonly ConsentBook _book = new(record);
    private readonly PersonDesk _persons = new(record);
    private readonly ReferralNotes _referrals = new(record);
    private readonly ConsentStop _stop = new(record, post);

    /// <summary>Tells police, or the provider who sent it, how far a referral is; null if the handover does not exist for the one who asks. Without a consent for it nothing is told.</summary>
    [Requires<CareAct>(CareAct.Send)]
    public async Task<NotePosting?> Answer(CareAccess access, HandoverId handover, ReferralState state, CancellationToken cancellation)
    {
        if (!access.May(CareAct.Send)) return null;
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await Find(act.Rows, handover, cancellation) is not { } row || await Open(act.Rows, row, cancellation) is not { } opened) return null;
        var consents = await _book.Of(act.Rows, row.Person, cancellation);
        switch (HandoverNote.Of(Guid.NewGuid(), opened, state, consents, row.Person.Lasting(), record.Clock.GetUtcNow(), await Back(act.Rows, opened, cancellation)))
        {
            case NoteAnswer.NotPermitted refused:
                return new NotePosting.NotPermitted(refused.Because);
            case NoteAnswer.Ready { Note: var note }:
                var posting = await Send(act, row.Person, note, cancellation);
                if (posting is NotePosting.Posted) await act.Save(cancellation);
                return posting;
            default:
                return null;
        }
    }

    /// <summary>Persons who took back what had let somebody hand them over, last first; to be asked whether the help is to go on. Nothing is done to their files.</summary>
    [Requires<CareAct>(CareAct.TakeIn)]
    public async Task<IReadOnlyList<WithdrawnHandover>> Withdrawn(CareAccess access, CancellationToken cancellation)
    {
        if (!access.May(CareAct.TakeIn)) return [];
        await using var rows = record.Enter(access);
        return await rows.ReceivedHandovers.AsNoTracking().Where(row => row.WithdrawnAt != null).OrderByDescending(row => row.WithdrawnAt).ThenBy(row => row.Id)
            .Select(row => new WithdrawnHandover(row.Id, row.Person, row.WithdrawnAt!.Value)).ToListAsync(cancellation);
    }

    /// <summary>Takes a message over from the inbox, where its signature was looked at. The same handover again changes nothing.</summary>
    internal async Task<Taking> Take(Act<CareContext> act, ReceivedMessage message, CancellationToken cancellation)
    {
        await act.TakeTurn(cancellation);
        var (now, own) = (record.Clock.GetUtcNow(), await ShortNames.Of(act.Rows, act.Rows.Organization, cancellation));
        var sender = new Credence.Consents.OrganizationId(message.From.Value);
        switch (HandoverReader.Read(message.Body.Span, own, now))
        {
            case HandoverReading.Handed { Handover: var handover } when handover.From == sender:
                if (await WithdrawnElsewhere.Is(act.Rows, handover.Basis.Consent, message.From, cancellation)) return new Taking.Destroyed("consent-withdrawn");
                await Receive(act, handover, message.Body, now, cancellation);
                return new Taking.Taken();
            case HandoverReading.Withdrawn { Withdrawal: var withdrawal } when withdrawal.From == sender:
                if (await _stop.Hear(act, withdrawal, cancellation)) return new Taking.Taken();
                WithdrawnElsewhere.Note(act, withdrawal.Consent, message.From);
                await End(act, withdrawal, now, cancellation);
                return new Taking.Taken();
            case HandoverReading.Ended:
                return new Taking.Destroyed("consent-ended");
            case HandoverReading.Handed { Handover: var forged }:
                return new Taking.PutAside("other-sender", forged.Basis.Ends);
            case HandoverReading.Withdrawn:
                return new Taking.PutAside("other-sender");
            case HandoverReading.Noted { Note: var heard } when heard.From == sender && await _referrals.Hear(act, heard, cancellation):
                return new Taking.Taken();
            case HandoverReading.Noted { Note: var note }:
                return new Taking.PutAside("other-direction", note.Basis.Ends);
            default:
                return new Taking.PutAside("refused");
        }
    }

    /// <summary>Across which side of the wall an answer goes: a provider that referred somebody here is on this side.</summary>
    internal static async Task<Direction> Back(CareContext rows, Handover handover, CancellationToken cancellation) =>
        await rows.Partners.AnyAsync(row => row.Name == handover.From.Value && row.Side == Side.Care && row.RemovedAt == null, cancellation) ? Direction.CareToCare : Direction.CareToPolice;

    private async Task<NotePosting> Send(Act<CareContext> act, PersonId person, HandoverNote note, CancellationToken cancellation)
    {
        if (post is null || post.Keys.Organization != act.Rows.Organization)
            return new NotePosting.Refused("Found no post of this organization here, expected one: credence handover partner card makes it.");
        if (!HostName.TryRead(note.To.Value, out var to) || await post.Outbox.Add(act, to, ContentWord.Handover, HandoverWriter.Bytes(note), note.Basis.Ends, cancellation)
            is not Posting.Posted posted)
            return new NotePosting.Refused("Found no partner of this name, expected one whose card was compared here: credence handover partner list shows them.");
        act.Note(new EventDraft(SentNotes.Answered, person.Value, detail: SentNotes.Detail(note, posted.Message)));
        return new NotePosting.Posted(note, posted.Message);
    }

    private async Task Receive(Act<CareContext> act, Handover handover, ReadOnlyMemory<byte> bytes, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await Find(act.Rows, handover.Id, cancellation) is not null) return;
        var person = await _persons.Add(act, FaceSheet.Of(handover.Content), cancellation);
        using var key = await record.Vault.Find(person.Value, cancellation);
        act.Rows.ReceivedHandovers.Add(new ReceivedHandover
        {
            Id = handover.Id, Organization = act.Rows.Organization, Person = person, ReceivedAt = now, Consent = handover.Basis.Consent,
            Content = key!.Seal(bytes.Span, ReceivedHandover.PlaceOf(person, handover.Id)),
        });
        act.Note(new EventDraft(new EventKind("handover.received"), person.Value, detail: ConsentBook.Detail(handover.Basis.Consent, ReferralBook.KindsOf(handover.Content))));
    }

    // The file that was begun with it is the person's own by now: whether the help goes on is the person's to say, and nobody else's.
    private async Task End(Act<CareContext> act, ConsentWithdrawal withdrawal, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await act.Rows.ReceivedHandovers.Where(row => row.Consent == withdrawal.Consent && row.WithdrawnAt == null).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            // Only whoever told something can say that it may not be held any more.
            if (await Open(act.Rows, row, cancellation) is { } handover && handover.From != withdrawal.From) continue;
            row.WithdrawnAt = now;
            act.Note(new EventDraft(new EventKind("handover.consent-withdrawn"), row.Person.Value, detail: ConsentBook.Detail(withdrawal.Consent)));
        }
    }

    private async Task<Handover?> Open(CareContext rows, ReceivedHandover row, CancellationToken cancellation)
    {
        var own = await ShortNames.Of(rows, row.Organization, cancellation);
        using var key = await record.Vault.Find(row.Person.Value, cancellation);
        return row.Read(own, key);
    }

    private static Task<ReceivedHandover?> Find(CareContext rows, HandoverId id, CancellationToken cancellation) =>
        rows.ReceivedHandovers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
}
