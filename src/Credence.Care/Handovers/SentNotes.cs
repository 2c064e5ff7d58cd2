using Credence.Care.Consents;
using Credence.Care.Referrals;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Handovers;

/// <summary>What went out by the post, as the log tells of it: by which consent, and with which number in the post. No other row keeps that.</summary>
internal static class SentNotes
{
    /// <summary>A note to police.</summary>
    internal static readonly EventKind Answered = new("handover.answered");

    /// <summary>A referral to another provider, by the post.</summary>
    internal static readonly EventKind Posted = new("referral.posted");

    /// <summary>A referral was read by its link.</summary>
    internal static readonly EventKind Read = new("referral.read");

    /// <summary>What may still be stopped after it was written.</summary>
    internal static readonly string[] Stoppable = [Answered.Word, Posted.Word];

    internal static string Detail(HandoverNote note, Guid message) => $"{ConsentBook.Detail(note.Basis.Consent, [InformationKind.ReferralState])}/{message:N}";

    /// <summary>Takes back what waits by a consent; true if something may have arrived.</summary>
    internal static async Task<bool> Stop(Act<CareContext> act, DateTimeOffset now, PersonId person, ConsentId consent, CancellationToken cancellation)
    {
        var used = ConsentBook.Detail(consent) + "/";
        return await Stop(act, now, act.Rows.Events.Where(row => row.Subject == person.Value && Stoppable.Contains(row.Kind) && row.Detail.StartsWith(used)), cancellation);
    }

    /// <summary>Takes back a referral that waits; true if it may have arrived.</summary>
    internal static async Task<bool> Recall(Act<CareContext> act, DateTimeOffset now, RecordedReferral referral, CancellationToken cancellation)
    {
        var (kind, part, subject) = (Posted.Word, $"/{referral.Id.Value:N}/", referral.Person.Value);
        return await Stop(act, now, act.Rows.Events.Where(row => row.Subject == subject && row.Kind == kind && row.Detail.Contains(part)), cancellation);
    }

    /// <summary>Whether a referral was read by its link.</summary>
    internal static Task<bool> WasRead(CareContext rows, RecordedReferral referral, CancellationToken cancellation)
    {
        var (kind, part, subject) = (Read.Word, $"/{referral.Id.Value:N}", referral.Person.Value);
        return rows.Events.AnyAsync(row => row.Subject == subject && row.Kind == kind && row.Detail.EndsWith(part), cancellation);
    }

    private static async Task<bool> Stop(Act<CareContext> act, DateTimeOffset now, IQueryable<RecordedEvent> sent, CancellationToken cancellation)
    {
        var mayHaveArrived = false;
        foreach (var detail in await sent.Select(row => row.Detail).ToListAsync(cancellation))
            mayHaveArrived |= await Outbox.Withdraw(act, Guid.ParseExact(detail.Split('/')[^1], "N"), now, cancellation)
                is Credence.Record.Handovers.Withdrawal.MayHaveArrived or Credence.Record.Handovers.Withdrawal.Delivered;
        return mayHaveArrived;
    }
}
