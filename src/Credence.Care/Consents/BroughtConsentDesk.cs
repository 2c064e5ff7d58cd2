using Credence.Care.Access;
using Credence.Care.Handovers;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Consents;

/// <summary>
/// Consents that a person gave at the police or at another provider and that came here with a handover: seen here too, and taken back here as there, so that
/// nobody has to go back to where they were given.
/// </summary>
/// <param name="record">The record.</param>
/// <param name="post">The organization's post, by which whoever told hears of it; without one somebody has to tell them.</param>
public sealed class BroughtConsentDesk(RecordStore<CareContext> record, Post? post = null)
{
    /// <summary>The consents by which somebody told something of a person here, the last first; empty if the person does not exist for the one who asks.</summary>
    [Requires<CareAct>(CareAct.WriteConsent)]
    public async Task<IReadOnlyList<BroughtConsent>> List(CareAccess access, PersonId person, CancellationToken cancellation) =>
        access.May(CareAct.WriteConsent) ? await ListAs(access, person, cancellation) : [];

    /// <summary>The consents by which somebody told something of the person here.</summary>
    [OwnOnly]
    public Task<IReadOnlyList<BroughtConsent>> List(SurvivorAccess access, CancellationToken cancellation) => ListAs(access, access.Person, cancellation);

    /// <summary>Takes one back for the person who asked for it: whoever told is to tell no more; null if it does not exist for the one who asks.</summary>
    [Requires<CareAct>(CareAct.WriteConsent)]
    public async Task<Withdrawal?> Withdraw(CareAccess access, PersonId person, ConsentId consent, CancellationToken cancellation) =>
        access.May(CareAct.WriteConsent) ? await WithdrawAs(access, person, consent, cancellation) : null;

    /// <summary>The person takes one back, at once and for good. Nobody asks why.</summary>
    [OwnOnly]
    public Task<Withdrawal?> Withdraw(SurvivorAccess access, ConsentId consent, CancellationToken cancellation) => WithdrawAs(access, access.Person, consent, cancellation);

    private async Task<IReadOnlyList<BroughtConsent>> ListAs(RecordAccess access, PersonId person, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        var brought = await Of(act.Rows.ReceivedHandovers.AsNoTracking().Where(row => row.Person == person), act.Rows, cancellation);
        if (brought.Count == 0) return [];
        var names = await PartnerNames.Of(act.Rows, cancellation);
        act.Note(new EventDraft(new EventKind("consents.opened"), person.Value, brought.Count));
        await act.Save(cancellation);
        return [.. brought.GroupBy(one => (one.Row.Consent, one.Handover.From)).Select(same => Together(same, names)).OrderByDescending(one => one.CameAt).ThenBy(one => one.Id.Value)];
    }

    private async Task<Withdrawal?> WithdrawAs(RecordAccess access, PersonId person, ConsentId consent, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        var brought = await Of(act.Rows.ReceivedHandovers.Where(row => row.Person == person && row.Consent == consent), act.Rows, cancellation);
        if (brought.Count == 0) return null;
        var names = await PartnerNames.Of(act.Rows, cancellation);
        var holders = brought.Select(one => one.Handover.From).Distinct().Select(from => new Recipient(from, names.Of(from))).ToList();
        if (brought.All(one => one.Row.WithdrawnAt is not null)) return new Withdrawal(brought.Min(one => one.Row.WithdrawnAt!.Value), []);
        var (at, isTold) = (record.Clock.GetUtcNow(), true);
        foreach (var one in brought) one.Row.WithdrawnAt ??= at;
        foreach (var one in brought.DistinctBy(one => one.Handover.From))
        {
            isTold &= await Tell(act, one.Handover, cancellation);
            // What is still under way by it is destroyed unread when it comes.
            if (HostName.TryRead(one.Handover.From.Value, out var from)) WithdrawnElsewhere.Note(act, consent, from);
        }

        act.Note(new EventDraft(new EventKind(ConsentBook.Withdrawn), person.Value, detail: ConsentBook.Detail(consent)));
        await act.Save(cancellation);
        return new Withdrawal(at, holders) { IsTold = isTold };
    }

    // Nobody's permission is asked: whoever told holds that consent, and learns only that it ended.
    private async Task<bool> Tell(Act<CareContext> act, Handover handover, CancellationToken cancellation)
    {
        if (post is null || post.Keys.Organization != act.Rows.Organization || !HostName.TryRead(handover.From.Value, out var to)) return false;
        var now = record.Clock.GetUtcNow();
        var withdrawal = HandoverWriter.Bytes(ConsentWithdrawal.Back(Guid.NewGuid(), handover, now));
        return await post.Outbox.Add(act, to, ContentWord.Handover, withdrawal, now + MessageHead.Longest, cancellation) is Posting.Posted;
    }

    private async Task<IReadOnlyList<(ReceivedHandover Row, Handover Handover)>> Of(IQueryable<ReceivedHandover> rows, CareContext all, CancellationToken cancellation)
    {
        var found = await rows.OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id).ToListAsync(cancellation);
        if (found.Count == 0) return [];
        var own = await ShortNames.Of(all, found[0].Organization, cancellation);
        using var keys = await record.Vault.Find([.. found.Select(row => row.Person.Value).Distinct()], cancellation);
        return [.. found.Select(row => (Row: row, Handover: row.Read(own, keys[row.Person.Value]))).Where(one => one.Handover is not null).Select(one => (one.Row, one.Handover!))];
    }

    private static BroughtConsent Together(IEnumerable<(ReceivedHandover Row, Handover Handover)> same, PartnerNames names)
    {
        var (first, basis) = (same.First(), same.First().Handover.Basis);
        return new BroughtConsent(basis.Consent, new Recipient(first.Handover.From, names.Of(first.Handover.From)), basis.Purpose, basis.Kinds, first.Row.ReceivedAt, basis.Ends, same.Min(one => one.Row.WithdrawnAt));
    }
}
