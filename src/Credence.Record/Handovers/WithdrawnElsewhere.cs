using Credence.Consents;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Handovers;

/// <summary>
/// Consents that a partner's record says are withdrawn, kept in the log, where nobody takes them out again: what rests on one may come
/// after its withdrawal.
/// </summary>
public static class WithdrawnElsewhere
{
    private static readonly EventKind Kind = new("consent.withdrawn-elsewhere");

    /// <summary>Notes it.</summary>
    public static void Note(Act act, ConsentId consent, HostName by) => act.Note(new EventDraft(Kind, consent.Value, detail: by.Value));

    /// <summary>Whether this partner has said so of this consent.</summary>
    public static Task<bool> Is(RecordContext rows, ConsentId consent, HostName by, CancellationToken cancellation)
    {
        var (kind, name) = (Kind.Word, by.Value);
        return rows.Events.AnyAsync(row => row.Subject == consent.Value && row.Kind == kind && row.Detail == name, cancellation);
    }
}
