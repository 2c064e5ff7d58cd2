using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Reach;

/// <summary>How a provider is reached, for whoever has not said who she or he is.</summary>
public sealed class PublicReach(RecordStore<CareContext> record, OrganizationId organization)
{
    public async Task<Reached> Show(CancellationToken cancellation)
    {
        await using var rows = record.Enter(Scope.Steward);
        return Reached.Of(await rows.Everything<ProviderReach>().AsNoTracking().SingleOrDefaultAsync(row => row.Organization == organization, cancellation));
    }
}
