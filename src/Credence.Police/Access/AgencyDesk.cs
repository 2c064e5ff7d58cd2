using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Access;

/// <summary>The agency itself: what it is called, and with whom it exchanges messages.</summary>
public sealed class AgencyDesk(RecordStore<PoliceContext> record)
{
    private const int LongestName = 120;

    /// <summary>The agency of the one who asks; null for those who may not see it.</summary>
    [Requires<PoliceAct>(PoliceAct.ManageAccounts)]
    [Requires<PoliceAct>(PoliceAct.Approve)]
    public async Task<Agency?> Show(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ManageAccounts) && !access.May(PoliceAct.Approve)) return null;
        await using var rows = record.Enter(access);
        var own = await rows.Organizations.AsNoTracking().SingleAsync(row => row.Id == access.Organization, cancellation);
        var partners = await rows.Partners.AsNoTracking().Where(row => row.RemovedAt == null).OrderBy(row => row.Name).ToListAsync(cancellation);
        return new Agency(own.Name, own.Ori, own.ShortName, partners);
    }

    /// <summary>Calls the agency something else from now on; by its short name, which partners know, it stays what it is.</summary>
    [Requires<PoliceAct>(PoliceAct.ManageAccounts)]
    public async Task<AgencyAnswer> Rename(PoliceAccess access, string name, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ManageAccounts)) return new AgencyAnswer.NotFound();
        var called = name.Trim();
        if (called.Length is 0 or > LongestName || called.Any(char.IsControl))
            return new AgencyAnswer.Refused($"Found no name, or one that is too long, expected 1 to {LongestName} characters in one line.");
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
}

/// <summary>An agency as its administrator sees it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Ori">Its ORI, or null.</param>
/// <param name="ShortName">How partners know it, or null while it has no post.</param>
/// <param name="Partners">Whom it exchanges messages with.</param>
public sealed record Agency(string Name, string? Ori, string? ShortName, IReadOnlyList<Partner> Partners)
{
    public override string ToString() => nameof(Agency);
}

/// <summary>What came of a change to an agency.</summary>
public abstract record AgencyAnswer
{
    private AgencyAnswer()
    {
    }

    /// <summary>It is done.</summary>
    public sealed record Done : AgencyAnswer;

    /// <summary>Nothing was done.</summary>
    /// <param name="Because">One sentence.</param>
    public sealed record Refused(string Because) : AgencyAnswer;

    /// <summary>There is nothing to change for the one who asks.</summary>
    public sealed record NotFound : AgencyAnswer;
}
