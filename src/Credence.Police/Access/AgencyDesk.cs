using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;

namespace Credence.Police.Access;

/// <summary>The agency itself: what it is called, and with whom it exchanges messages.</summary>
public sealed class AgencyDesk(RecordStore<PoliceContext> record) : IAgency<PoliceAccess>
{
    private readonly OrganizationBook<PoliceContext> _book = new(record);

    /// <summary>The organization of the one who asks; null for those who may not see it.</summary>
    [Requires<PoliceAct>(PoliceAct.ManageAccounts)]
    [Requires<PoliceAct>(PoliceAct.Approve)]
    public async Task<Agency?> Show(PoliceAccess access, CancellationToken cancellation) =>
        access.May(PoliceAct.ManageAccounts) || access.May(PoliceAct.Approve) ? await _book.Show(access, cancellation) : null;

    /// <summary>Calls it something else from now on; by its short name, which partners know, it stays what it is.</summary>
    [Requires<PoliceAct>(PoliceAct.ManageAccounts)]
    public async Task<AgencyAnswer> Rename(PoliceAccess access, string name, CancellationToken cancellation) =>
        access.May(PoliceAct.ManageAccounts) ? await _book.Rename(access, name, cancellation) : new AgencyAnswer.NotFound();
}
