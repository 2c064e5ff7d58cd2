using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Access;

/// <summary>An organization for a desk that has asked for the right: what it is called, and with whom it exchanges messages.</summary>
internal sealed class OrganizationBook<TContext>(RecordStore<TContext> record) where TContext : RecordContext
{
    private const int LongestName = 120;

    internal async Task<Agency> Show(RecordAccess access, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        var own = await rows.Organizations.AsNoTracking().SingleAsync(row => row.Id == access.Organization, cancellation);
        var partners = await rows.Partners.AsNoTracking().Where(row => row.RemovedAt == null).OrderBy(row => row.Name).ToListAsync(cancellation);
        return new Agency(own.Name, own.Ori, own.ShortName, partners);
    }

    /// <summary>Calls it something else from now on; by its short name, which partners know, it stays what it is.</summary>
    internal async Task<AgencyAnswer> Rename(RecordAccess access, string name, CancellationToken cancellation)
    {
        var called = name.Trim();
        if (Unfit(called) is { } unfit) return unfit;
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        var organizations = await act.Rows.Organizations.ToListAsync(cancellation);
        if (organizations.Any(row => row.Id != access.Organization && row.Name.Equals(called, StringComparison.OrdinalIgnoreCase)))
            return new AgencyAnswer.Refused("Found the name of another agency of this record, expected one of its own: commands tell agencies apart by it.");
        organizations.Single(row => row.Id == access.Organization).Name = called;
        act.Note(new EventDraft(new EventKind("organization.renamed"), access.Organization.Value));
        await act.Save(cancellation);
        return new AgencyAnswer.Done();
    }

    /// <summary>Why something is no name of an organization, or null.</summary>
    internal static AgencyAnswer.Refused? Unfit(string called) => called.Length is 0 or > LongestName || called.Any(char.IsControl)
        ? new AgencyAnswer.Refused($"Found no name, or one that is too long, expected 1 to {LongestName} characters in one line.") : null;
}
