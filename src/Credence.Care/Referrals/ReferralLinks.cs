using Credence.Care.Consents;
using Credence.Care.Handovers;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Events;
using Credence.Record.Links;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Referrals;

/// <summary>
/// What a provider without an account does who was given a link: read what the consent allows at that moment, and answer once. A consent that was withdrawn
/// or has ended, a link that is over and one that never was give the same answer: there is none.
/// </summary>
public sealed class ReferralLinks(RecordStore<CareContext> record)
{
    /// <summary>What such a link is for.</summary>
    public const string Use = "referral-answer";

    private readonly ReferralBook _book = new(record);
    private readonly LinkBook<CareContext> _links = new(record);

    /// <summary>What the link leads to, for this reading only; the person sees in her or his log that it was read.</summary>
    public async Task<SharedReferral?> Read(string? text, CancellationToken cancellation)
    {
        if (await _links.Open(text, Use, cancellation) is not { } link) return null;
        await using var act = await record.Begin(link.Access, cancellation);
        // A withdrawal is either before this reading, and seen, or after it.
        await act.TakeTurn(cancellation);
        if (await Told(act.Rows, link.Access, cancellation) is not { } told) return null;
        var from = await act.Rows.Organizations.Where(row => row.Id == act.Rows.Organization).Select(row => row.Name).SingleAsync(cancellation);
        act.Note(new EventDraft(SentNotes.Read, told.Row.Person.Value, detail: $"{ConsentBook.Detail(told.By.By, ReferralBook.KindsOf(told.Content))}/{told.Row.Id.Value:N}"));
        await act.Save(cancellation);
        return new SharedReferral(from, told.Content, told.By.Until);
    }

    /// <summary>Answers, and uses the link up; null if there is none that holds.</summary>
    public async Task<ReferralReply?> Answer(string? text, ReferralNews news, CancellationToken cancellation)
    {
        if (!news.IsAnswer) return new ReferralReply.Refused("Found news of later, expected yes, a waiting list or no.");
        if (await _links.Open(text, Use, cancellation) is not { } link) return null;
        await using (var rows = record.Enter(link.Access))
        {
            if (await Told(rows, link.Access, cancellation) is null) return null;
        }

        return await _links.Use(text, Use, async (act, access, _) => await ReferralBook.Find(act.Rows, new ReferralId(access.Subject), cancellation) is { } row
            ? await _book.Take(act, row, news.Step(record.Clock.GetUtcNow()), cancellation)
            : new ReferralReply.NotFound(), reply => reply is ReferralReply.Done, cancellation);
    }

    private async Task<(RecordedReferral Row, HandoverContent Content, Permission.Permitted By)?> Told(CareContext rows, LinkAccess access, CancellationToken cancellation)
    {
        if (await ReferralBook.Find(rows, new ReferralId(access.Subject), cancellation) is not { OverAt: null } row || await _book.Open(row, cancellation) is not { } referral) return null;
        var (permission, content, _) = await _book.Told(rows, row, referral, cancellation);
        return permission is Permission.Permitted by && content is not null ? (row, content, by) : null;
    }
}
