using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Access;

/// <summary>Finds the account that a command names.</summary>
public static class Accounts
{
    /// <summary>The open account of this handle or id, or null if there is none or more than one.</summary>
    public static async Task<Account?> Find<TContext>(RecordStore<TContext> record, string handle, CancellationToken cancellation) where TContext : RecordContext
    {
        await using var rows = record.Enter(Scope.Steward);
        var open = rows.Everything<Account>().AsNoTracking().Where(row => row.ClosedAt == null);
        var found = Guid.TryParse(handle, out var id)
            ? await open.Where(row => row.Id == new AccountId(id)).ToListAsync(cancellation)
            : await open.Where(row => row.Handle == handle).Take(2).ToListAsync(cancellation);
        return found is [var account] ? account : null;
    }
}
