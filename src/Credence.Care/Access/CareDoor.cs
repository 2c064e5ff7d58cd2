using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Access;

/// <summary>Where one who has signed in gets an access. It looks at the account each time, so that closing one works at once.</summary>
public sealed class CareDoor(RecordStore<CareContext> record)
{
    /// <summary>The access of an account, or null if it does not exist or is closed.</summary>
    public async Task<CareAccess?> Enter(AccountId account, Purpose purpose, CancellationToken cancellation)
    {
        await using var rows = record.Enter(Scope.Steward);
        var found = await rows.Everything<Account>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == account && row.ClosedAt == null, cancellation);
        return found is not null && Enum.TryParse<CareRole>(found.Role, out var role)
            ? new CareAccess(found.Id, found.Organization, role, purpose)
            : null;
    }
}
