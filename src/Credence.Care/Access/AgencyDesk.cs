using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;

namespace Credence.Care.Access;

/// <summary>The provider itself: what it is called, and with whom it exchanges messages.</summary>
public sealed class AgencyDesk(RecordStore<CareContext> record) : IAgency<CareAccess>
{
    private readonly OrganizationBook<CareContext> _book = new(record);

    /// <summary>The organization of the one who asks; null for those who may not see it.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    [Requires<CareAct>(CareAct.Approve)]
    public async Task<Agency?> Show(CareAccess access, CancellationToken cancellation) =>
        access.May(CareAct.ManageAccounts) || access.May(CareAct.Approve) ? await _book.Show(access, cancellation) : null;

    /// <summary>Calls it something else from now on; by its short name, which partners know, it stays what it is.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    public async Task<AgencyAnswer> Rename(CareAccess access, string name, CancellationToken cancellation) =>
        access.May(CareAct.ManageAccounts) ? await _book.Rename(access, name, cancellation) : new AgencyAnswer.NotFound();
}
