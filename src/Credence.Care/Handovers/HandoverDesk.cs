using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Persons;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Handovers;

/// <summary>Where handovers from police come in, and where police are told how far a referral is, if the person allows it.</summary>
public sealed class HandoverDesk(RecordStore<CareContext> record)
{
    private readonly ConsentBook _book = new(record);
    private readonly PersonDesk _persons = new(record);

    /// <summary>Takes in a handover. The same one again changes nothing. Whether its signature is right was asked before.</summary>
    [Requires<CareAct>(CareAct.TakeIn)]
    public async Task<HandoverReceipt> Receive(CareAccess access, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (!access.May(CareAct.TakeIn)) return new HandoverReceipt.NotFound();
        await using var act = await record.Begin(access, cancellation);
        var receipt = await Receive(act, bytes, cancellation);
        if (receipt is HandoverReceipt.Received) await act.Save(cancellation);
        return receipt;
    }

    /// <summary>The note that tells police how far a referral is; null if the handover does not exist for the one who asks. Without a consent for it nothing is told.</summary>
    [Requires<CareAct>(CareAct.Send)]
    public async Task<NoteAnswer?> Answer(CareAccess access, HandoverId handover, ReferralState state, CancellationToken cancellation)
    {
        if (!access.May(CareAct.Send)) return null;
        await using var act = await record.Begin(access, cancellation);
        var answer = await Answer(act, handover, state, cancellation);
        if (answer is NoteAnswer.Ready) await act.Save(cancellation);
        return answer;
    }

    /// <summary>The same within an act that also takes the message from the inbox.</summary>
    internal async Task<HandoverReceipt> Receive(Act<CareContext> act, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var now = record.Clock.GetUtcNow();
        switch (HandoverReader.Read(bytes.Span, act.Rows.Organization.Lasting(), now))
        {
            case HandoverReading.Handed { Handover: var handover }:
                await act.TakeTurn(cancellation);
                return await Find(act.Rows, handover.Id, cancellation) is { } before
                    ? new HandoverReceipt.Already(before.Person)
                    : await Keep(act, handover, bytes, now, cancellation);
            case HandoverReading.Refused refused:
                return new HandoverReceipt.Refused(refused.Problem);
            default:
                return new HandoverReceipt.Refused("message: found a note, expected a handover");
        }
    }

    /// <summary>The same within an act that also puts the note into the outbox.</summary>
    internal async Task<NoteAnswer?> Answer(Act<CareContext> act, HandoverId id, ReferralState state, CancellationToken cancellation)
    {
        await act.TakeTurn(cancellation);
        if (await Find(act.Rows, id, cancellation) is not { } row || await Open(row, cancellation) is not { } handover) return null;
        var consents = await _book.Of(act.Rows, row.Person, cancellation);
        var answer = HandoverNote.Of(Guid.NewGuid(), handover, state, consents, row.Person.Lasting(), record.Clock.GetUtcNow());
        if (answer is NoteAnswer.Ready ready)
        {
            var detail = ConsentBook.Detail(ready.Note.Basis.Consent, [InformationKind.ReferralState]);
            act.Note(new EventDraft(new EventKind("handover.answered"), row.Person.Value, detail: detail));
        }

        return answer;
    }

    private async Task<HandoverReceipt> Keep(
        Act<CareContext> act, Handover handover, ReadOnlyMemory<byte> bytes, DateTimeOffset now, CancellationToken cancellation)
    {
        var person = await _persons.Add(act, FaceSheet.Of(handover.Content), cancellation);
        using var key = await record.Vault.Find(person.Value, cancellation);
        act.Rows.ReceivedHandovers.Add(new ReceivedHandover
        {
            Id = handover.Id, Organization = act.Rows.Organization, Person = person, ReceivedAt = now,
            Content = key!.Seal(bytes.Span, ReceivedHandover.PlaceOf(person, handover.Id)),
        });
        act.Note(new EventDraft(new EventKind("handover.received"), person.Value, detail: ConsentBook.Detail(handover.Basis.Consent, handover.Content.Kinds)));
        return new HandoverReceipt.Received(person);
    }

    // As it was on the day it came: its consent may have ended since.
    private async Task<Handover?> Open(ReceivedHandover row, CancellationToken cancellation)
    {
        using var key = await record.Vault.Find(row.Person.Value, cancellation);
        return key?.TryOpen(row.Content, row.Place) is { } bytes
            && HandoverReader.Read(bytes, row.Organization.Lasting(), row.ReceivedAt) is HandoverReading.Handed handed ? handed.Handover : null;
    }

    private static Task<ReceivedHandover?> Find(CareContext rows, HandoverId id, CancellationToken cancellation) =>
        rows.ReceivedHandovers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
}
