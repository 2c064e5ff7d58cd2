using Credence.Consents;
using Credence.Police.Storage;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Credence.Referrals;
using Stopping = Credence.Record.Handovers.Withdrawal;

namespace Credence.Police.Handovers;

/// <summary>A consent that is taken back: what waits is stopped, and whoever holds something is told.</summary>
internal sealed class HandoverStop(RecordStore<PoliceContext> record, Post post)
{
    private readonly HandoverBook _book = new(record);

    public async Task<(Consent? Signed, List<(Stopping How, bool IsUnread)> Stopped)> Stop(Act<PoliceContext> act, List<SentHandover> rows, CancellationToken cancellation)
    {
        var (now, signed, stopped) = (record.Clock.GetUtcNow(), (Consent?)null, new List<(Stopping How, bool IsUnread)>());
        foreach (var row in rows)
        {
            // What was signed is gone when the incident's key is: the message is stopped all the same. What is sealed counts before the row.
            var copy = await _book.Open(row, cancellation);
            signed = copy?.Consent ?? signed;
            stopped.Add((await Outbox.Withdraw(act, copy?.Message ?? row.Message, now, cancellation), copy is null));
            row.WithdrawnAt = now;
            act.Note(new EventDraft(new EventKind(HandoverBook.Withdrawn), row.Subject, detail: HandoverBook.Detail(row.Consent)));
        }

        return (signed, stopped);
    }

    public async Task<bool> Tell(Act<PoliceContext> act, Consent signed, CancellationToken cancellation)
    {
        var now = record.Clock.GetUtcNow();
        var withdrawal = HandoverWriter.Bytes(ConsentWithdrawal.Of(Guid.NewGuid(), signed, now));
        return await post.Outbox.Add(act, HostName.Of(signed.To.Organization.Value), ContentWord.Handover, withdrawal, now + MessageHead.Longest, cancellation) is Posting.Posted;
    }
}
