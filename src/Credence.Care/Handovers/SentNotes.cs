using Credence.Care.Consents;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Handovers;

/// <summary>Notes to police, as the log tells of them: by which consent, and with which number in the post. No other row keeps that.</summary>
internal static class SentNotes
{
    internal static readonly EventKind Answered = new("handover.answered");

    internal static string Detail(HandoverNote note, Guid message) => $"{ConsentBook.Detail(note.Basis.Consent, [InformationKind.ReferralState])}/{message:N}";

    /// <summary>Takes back what waits of them; true if something may have arrived.</summary>
    internal static async Task<bool> Stop(Act<CareContext> act, Post post, PersonId person, ConsentId consent, CancellationToken cancellation)
    {
        var (kind, used, mayHaveArrived) = (Answered.Word, ConsentBook.Detail(consent) + "/", false);
        var details = await act.Rows.Events.Where(row => row.Subject == person.Value && row.Kind == kind && row.Detail.StartsWith(used))
            .Select(row => row.Detail).ToListAsync(cancellation);
        foreach (var detail in details)
            mayHaveArrived |= await post.Outbox.Withdraw(act, Guid.ParseExact(detail.Split('/')[^1], "N"), cancellation) 
                is Credence.Record.Handovers.Withdrawal.MayHaveArrived or Credence.Record.Handovers.Withdrawal.Delivered;
        return mayHaveArrived;
    }
}
