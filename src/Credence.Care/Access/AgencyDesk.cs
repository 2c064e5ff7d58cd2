using Credence.Care.Handovers;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Access;

/// <summary>The provider itself: what it is called, and with whom it exchanges messages.</summary>
public sealed class AgencyDesk(RecordStore<CareContext> record) : IAgency<CareAccess>
{
    private readonly OrganizationBook<CareContext> _book = new(record);

    /// <summary>The organization of the one who asks; null for those who may not see it.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    [Requires<CareAct>(CareAct.Approve)]
    public async Task<Agency?> Show(CareAccess access, CancellationToken cancellation) =>
        access.May(CareAct.ManageAccounts) || access.May(CareAct.Approve) ? (await _book.Show(access, cancellation)) with { Called = await Called(access, cancellation) } : null;

    /// <summary>Calls it something else from now on; by its short name, which partners know, it stays what it is.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    public async Task<AgencyAnswer> Rename(CareAccess access, string name, CancellationToken cancellation) =>
        access.May(CareAct.ManageAccounts) ? await _book.Rename(access, name, cancellation) : new AgencyAnswer.NotFound();

    /// <summary>Says what a partner is called wherever a person or an advocate reads of it; not found if there is no such partner.</summary>
    /// <param name="access">Who says it.</param>
    /// <param name="partner">The short name of the partner.</param>
    /// <param name="called">Its name as people know it.</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    public async Task<AgencyAnswer> Call(CareAccess access, string partner, string called, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ManageAccounts)) return new AgencyAnswer.NotFound();
        if (OrganizationBook<CareContext>.Unfit(called.Trim()) is { } unfit) return unfit;
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.Partners.SingleOrDefaultAsync(row => row.Name == partner && row.RemovedAt == null, cancellation) is not { } known) return new AgencyAnswer.NotFound();
        var name = await act.Rows.PartnerNames.SingleOrDefaultAsync(row => row.Partner == partner, cancellation);
        if (name is null) act.Rows.PartnerNames.Add(new PartnerName { Organization = access.Organization, Partner = partner, Called = called.Trim() });
        else name.Called = called.Trim();
        act.Note(new EventDraft(new EventKind("partner.called"), known.Id));
        await act.Save(cancellation);
        return new AgencyAnswer.Done();
    }

    private async Task<IReadOnlyDictionary<string, string>> Called(CareAccess access, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await rows.PartnerNames.AsNoTracking().ToDictionaryAsync(row => row.Partner, row => row.Called, cancellation);
    }
}
