using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Handovers;

/// <summary>The short names by which partners, consents and messages know the organizations of a record.</summary>
public static class ShortNames
{
    /// <summary>An organization as consents and messages write it; by its id as long as it has no post.</summary>
    public static async Task<Consents.OrganizationId> Of(RecordContext rows, OrganizationId organization, CancellationToken cancellation) =>
        new(await rows.Organizations.Where(row => row.Id == organization).Select(row => row.ShortName).SingleOrDefaultAsync(cancellation) ?? organization.Value.ToString());

    /// <summary>Short names by the ids that stood in their place before.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ByFormer(RecordContext rows, CancellationToken cancellation) =>
        await rows.Organizations.AsNoTracking().Where(row => row.ShortName != null).ToDictionaryAsync(row => row.Id.Value.ToString(), row => row.ShortName!, cancellation);

    /// <summary>Gives the organization of an act its name, as a part of that act; false if it has another one, or another organization has this one.</summary>
    public static async Task<bool> Take(Act act, HostName name, CancellationToken cancellation)
    {
        if (await act.Rows.Organizations.AnyAsync(row => row.ShortName == name.Value && row.Id != act.Access.Organization, cancellation)) return false;
        var own = await act.Rows.Organizations.SingleAsync(row => row.Id == act.Access.Organization, cancellation);
        if (own.ShortName is { } known) return known == name.Value;
        own.ShortName = name.Value;
        act.Note(new EventDraft(new EventKind("organization.named"), own.Id.Value, detail: name.Value));
        return true;
    }
}
