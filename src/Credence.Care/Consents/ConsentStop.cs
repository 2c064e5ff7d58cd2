using Credence.Care.Handovers;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Consents;

/// <summary>Stops what goes out by a consent in the act that ends it: what waits is taken back, and whoever may hold something is told.</summary>
internal sealed class ConsentStop(RecordStore<CareContext> record, Post? post)
{
    private readonly ConsentBook _book = new(record);

    /// <summary>Whether a consent permits nothing any more of what it was given for.</summary>
    internal bool EndsWith(Consent consent) => consent.Permits(consent.ToDisclosure(), record.Clock.GetUtcNow()) is Permission.Refused;

    /// <summary>Whether the recipient may hold something, and whether a message about it is on its way.</summary>
    internal async Task<(bool IsHeld, bool IsTold)> Stop(Act<CareContext> act, PersonId person, Consent consent, CancellationToken cancellation)
    {
        var noted = await SentNotes.Stop(act, record.Clock.GetUtcNow(), person, consent.Id, cancellation);
        var isHeld = noted || await ConsentBook.WasUsed(act.Rows, person, consent.Id, SentNotes.Stoppable, cancellation);
        return (isHeld, noted && await Tell(act, consent, cancellation));
    }

    /// <summary>
    /// Ends the consents of this record that somebody took back at the provider whom they name, and who says so; false if that provider is named by none.
    /// </summary>
    internal async Task<bool> Hear(Act<CareContext> act, ConsentWithdrawal withdrawal, CancellationToken cancellation)
    {
        var isOurs = false;
        foreach (var row in await act.Rows.Consents.Where(row => row.Id == withdrawal.Consent).ToListAsync(cancellation))
        {
            if (await _book.Open(act.Rows, row, cancellation) is not { } consent || consent.To.Organization != withdrawal.From) continue;
            isOurs = true;
            if (consent.WithdrawnAt is not null) continue;
            await SentNotes.Stop(act, record.Clock.GetUtcNow(), row.Person, consent.Id, cancellation);
            await Close(act, row, consent, cancellation);
        }

        return isOurs;
    }

    /// <summary>Writes down that a consent is taken back: in what is sealed, in its row and in the log.</summary>
    internal async Task<DateTimeOffset> Close(Act<CareContext> act, RecordedConsent row, Consent consent, CancellationToken cancellation)
    {
        var at = record.Clock.GetUtcNow();
        using var key = await record.Vault.Find(row.Key, cancellation);
        row.Content = key!.Seal(consent.Withdraw(at), CareJson.Default.Consent, row.Place);
        row.WithdrawnAt = at;
        act.Note(new EventDraft(new EventKind(ConsentBook.Withdrawn), row.Person.Value, detail: ConsentBook.Detail(consent.Id)));
        return at;
    }

    // What another organization read here it holds too, but by no message: it reads no more, and this desk says whom to tell.
    private async Task<bool> Tell(Act<CareContext> act, Consent consent, CancellationToken cancellation)
    {
        if (post is null || post.Keys.Organization != act.Rows.Organization) return false;
        var now = record.Clock.GetUtcNow();
        var withdrawal = ConsentWithdrawal.Of(Guid.NewGuid(), consent, now);
        return HostName.TryRead(consent.To.Organization.Value, out var to)
            && await post.Outbox.Add(act, to, ContentWord.Handover, HandoverWriter.Bytes(withdrawal), now + MessageHead.Longest, cancellation) is Posting.Posted;
    }
}
