using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Handovers;

/// <summary>Handovers in a list, newest first: what is beside them is asked for all at once, and nobody who writes waits for it.</summary>
internal sealed class HandoverList(RecordStore<PoliceContext> record, Consents.OrganizationId own)
{
    private readonly HandoverBook _book = new(record);

    public async Task<IReadOnlyList<HandoverLine>> Read(
        PoliceAccess access, Guid? subject, Func<PoliceContext, IQueryable<SentHandover>> which, int skip, int most, CancellationToken cancellation)
    {
        var lines = await Lines(access, which, skip, most, cancellation);
        if (lines.Count == 0) return lines;
        await using var act = await record.Begin(access, cancellation);
        act.Note(new EventDraft(new EventKind("handovers.listed"), subject, lines.Count));
        await act.Save(cancellation);
        return lines;
    }

    private async Task<IReadOnlyList<HandoverLine>> Lines(
        PoliceAccess access, Func<PoliceContext, IQueryable<SentHandover>> which, int skip, int most, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        var sent = await which(rows).AsNoTracking().OrderByDescending(row => row.HandedAt).ThenBy(row => row.Id).Skip(skip).Take(most).ToListAsync(cancellation);
        if (sent.Count == 0) return [];
        var copies = new Dictionary<HandoverId, HandoverCopy?>();
        foreach (var row in sent) copies[row.Id] = await _book.Open(row, cancellation);
        var messages = copies.Values.Where(copy => copy is not null).Select(copy => copy!.Message).ToList();
        var unsent = await rows.Outbox.Where(message => messages.Contains(message.Id) && message.State == OutgoingState.Expired).Select(message => message.Id).ToListAsync(cancellation);
        var (withdrawn, states) = (await Withdrawn(rows, sent, cancellation), await States(rows, sent, cancellation));
        return
        [
            .. from row in sent
               let copy = copies[row.Id]
               select new HandoverLine(
                   row.Id, row.Consent, row.HandedAt, row.WithdrawnAt ?? (withdrawn.TryGetValue((row.Subject, HandoverBook.Detail(row.Consent)), out var at) ? at : null),
                   copy is null ? [] : [.. copy.Told.Order()], copy is not null && unsent.Contains(copy.Message), states.GetValueOrDefault(row.Id))
               {
                   IsOwn = row.HandedBy == access.Account, IsErased = row.Content is not ContentState.Kept,
               },
        ];
    }

    // A withdrawal that the log tells of stays one, whatever row somebody puts back.
    private static async Task<Dictionary<(Guid, string), DateTimeOffset>> Withdrawn(PoliceContext rows, List<SentHandover> sent, CancellationToken cancellation)
    {
        var (subjects, details) = (sent.ConvertAll(row => (Guid?)row.Subject), sent.ConvertAll(row => HandoverBook.Detail(row.Consent)));
        var told = await rows.Events.AsNoTracking().Where(one => one.Kind == HandoverBook.Withdrawn && subjects.Contains(one.Subject) && details.Contains(one.Detail))
            .OrderBy(one => one.Sequence).Select(one => new { one.Subject, one.Detail, one.At }).ToListAsync(cancellation);
        return told.DistinctBy(one => (one.Subject, one.Detail)).ToDictionary(one => (one.Subject!.Value, one.Detail), one => DateTimeOffset.UnixEpoch.AddMicroseconds(one.At));
    }

    // How far each is by the last note that the person still lets police know.
    private async Task<Dictionary<HandoverId, ReferralState?>> States(PoliceContext rows, List<SentHandover> sent, CancellationToken cancellation)
    {
        var (now, ids) = (record.Clock.GetUtcNow(), sent.ConvertAll(row => row.Id));
        var notes = await rows.ReceivedNotes.AsNoTracking().Where(note => ids.Contains(note.Handover) && note.WithdrawnAt == null && note.Content != null && note.Ends > now)
            .ToListAsync(cancellation);
        using var keys = await record.Vault.Find([.. notes.Select(note => note.Subject).Distinct()], cancellation);
        var standing = new List<HandoverNote>();
        foreach (var note in notes)
        {
            if (HandoverBook.Open(note, own, keys[note.Subject]) is { } opened && opened.Basis.Ends > now
                && !await WithdrawnElsewhere.Is(rows, note.Consent, HostName.Of(opened.From.Value), cancellation)) standing.Add(opened);
        }

        return standing.GroupBy(note => note.Handover).ToDictionary(of => of.Key, of => (ReferralState?)of.OrderBy(note => note.Written).ThenBy(note => note.State).Last().State);
    }
}
