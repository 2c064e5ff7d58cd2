using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Access;

/// <summary>Where one who has signed in gets an access. It looks at the account each time, so that closing one works at once.</summary>
public sealed class PoliceDoor(RecordStore<PoliceContext> record)
{
    /// <summary>The access of an account, or null if it does not exist or is closed.</summary>
    public async Task<PoliceAccess?> Enter(AccountId account, Purpose purpose, CancellationToken cancellation)
    {
        await using var rows = record.Enter(Scope.Steward);
        var found = await rows.Everything<Account>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == account && row.ClosedAt == null, cancellation);
        return found is not null && Enum.TryParse<PoliceRole>(found.Role, out var role)
            ? new PoliceAccess(found.Id, found.Organization, role, purpose)
            : null;
    }
}
