using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Access;

/// <summary>The first organization of a new record, and its first accounts.</summary>
public static class Founding
{
    /// <summary>Opens them, in a record that has none; false if it has one already.</summary>
    public static async Task<bool> Of<TContext>(
        RecordStore<TContext> record, OrganizationKind kind, string name, string? ori, IReadOnlyList<(string Role, string Handle)> accounts,
        CancellationToken cancellation) where TContext : RecordContext
    {
        var organization = new OrganizationId(Guid.CreateVersion7(record.Clock.GetUtcNow()));
        var opened = accounts.Select(account => new Account
        {
            Id = new AccountId(Guid.CreateVersion7(record.Clock.GetUtcNow())), Organization = organization, Handle = account.Handle, Role = account.Role,
        }).ToList();
        await using var act = await record.Begin(new StewardAccess(opened[0].Id, organization), cancellation);
        // Another process may found it at this moment.
        await act.TakeTurn(cancellation);
        if (await act.Rows.Organizations.AnyAsync(cancellation)) return false;
        act.Rows.Add(new Organization { Id = organization, Kind = kind, Name = name, Ori = ori });
        act.Rows.AddRange(opened);
        act.Note(new EventDraft(new EventKind("organization.opened"), organization.Value));
        foreach (var account in opened) act.Note(new EventDraft(new EventKind("account.opened"), account.Id.Value, detail: account.Role));
        await act.Save(cancellation);
        return true;
    }
}
