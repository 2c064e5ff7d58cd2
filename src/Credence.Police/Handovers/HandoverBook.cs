using Credence.Consents;
using Credence.Police.Storage;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Handovers;

/// <summary>
/// Handovers as they stand: opened from what is sealed, and held against the log. A withdrawal that the log tells of stays one,
/// whatever row somebody puts back.
/// </summary>
internal sealed class HandoverBook(RecordStore<PoliceContext> record)
{
    internal const string Withdrawn = "consent.withdrawn";

    internal static string Detail(ConsentId consent) => consent.Value.ToString("N");

    /// <summary>The detail of an event by which something was told or learned.</summary>
    internal static string Detail(ConsentId consent, IEnumerable<InformationKind> kinds) =>
        $"{Detail(consent)}/{string.Join(',', kinds.Distinct().Order().Select(kind => EnumWord.Of(kind)))}";

    /// <summary>What was signed for a handover; null if the key of its incident or encounter was erased, or it was not sealed for this place.</summary>
    internal async Task<HandoverCopy?> Open(SentHandover row, CancellationToken cancellation)
    {
        using var key = await record.Vault.Find(row.Subject, cancellation);
        return key.TryOpen(row.Signed, HandoverJson.Default.HandoverCopy, row.SignedPlace) is { } copy && copy.Consent.Id == row.Consent ? copy : null;
    }

    /// <summary>The message of a handover, as it was when it was sent; null if its own key was erased, or what was signed for it does not open.</summary>
    internal async Task<Handover?> Message(SentHandover row, CancellationToken cancellation)
    {
        if (await Open(row, cancellation) is not { Consent: var consent }) return null;
        using var key = await record.Vault.Find(row.Key, cancellation);
        return key?.TryOpen(row.Sent, row.SentPlace) is { } bytes
            && HandoverReader.Read(bytes, consent.To.Organization, consent.Begins) is HandoverReading.Handed handed ? handed.Handover : null;
    }

    /// <summary>When the consent of a handover was withdrawn, by the row or by the log, or null.</summary>
    internal static async Task<DateTimeOffset?> WithdrawnAt(PoliceContext rows, SentHandover row, CancellationToken cancellation)
    {
        if (row.WithdrawnAt is { } at) return at;
        var (subject, detail) = (row.Subject, Detail(row.Consent));
        var told = await rows.Events.AsNoTracking().Where(one => one.Subject == subject && one.Kind == Withdrawn && one.Detail == detail)
            .OrderBy(one => one.Sequence).Select(one => (long?)one.At).FirstOrDefaultAsync(cancellation);
        return told is { } when ? DateTimeOffset.UnixEpoch.AddMicroseconds(when) : null;
    }

    /// <summary>The copies of a consent that this record has, each as it stands; null if one of them does not open.</summary>
    internal async Task<IReadOnlyList<Consent>?> Copies(PoliceContext rows, ConsentId consent, CancellationToken cancellation)
    {
        var copies = new List<Consent>();
        foreach (var row in await rows.SentHandovers.AsNoTracking().Where(row => row.Consent == consent).ToListAsync(cancellation))
        {
            if (await Open(row, cancellation) is not { } copy) return null;
            copies.Add(await WithdrawnAt(rows, row, cancellation) is { } at ? copy.Consent.Withdraw(at) : copy.Consent);
        }

        return copies;
    }

    /// <summary>How far a handover is by the last note that the person still lets police know, or null.</summary>
    internal async Task<ReferralState?> State(PoliceContext rows, SentHandover row, Consents.OrganizationId own, CancellationToken cancellation)
    {
        var now = record.Clock.GetUtcNow();
        var notes = await rows.ReceivedNotes.AsNoTracking().Where(note => note.Handover == row.Id && note.WithdrawnAt == null && note.Content != null && note.Ends > now)
            .ToListAsync(cancellation);
        using var key = await record.Vault.Find(row.Subject, cancellation);
        var standing = new List<HandoverNote>();
        foreach (var note in notes)
        {
            if (Open(note, own, key) is { } opened && opened.Basis.Ends > now
                && !await WithdrawnElsewhere.Is(rows, note.Consent, HostName.Of(opened.From.Value), cancellation)) standing.Add(opened);
        }

        return standing.OrderBy(note => note.Written).ThenBy(note => note.State).LastOrDefault()?.State;
    }

    /// <summary>A note as it came; null if it does not open.</summary>
    internal static HandoverNote? Open(ReceivedNote note, Consents.OrganizationId own, ContentKey? key) =>
        note.Content is { } content && key?.TryOpen(content, note.Place) is { } bytes
            && HandoverReader.Read(bytes, own, note.ReceivedAt) is HandoverReading.Noted noted && noted.Note.Basis.Consent == note.Consent ? noted.Note : null;
}
