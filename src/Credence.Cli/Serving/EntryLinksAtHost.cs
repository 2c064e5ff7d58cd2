using Credence.Record.Access;
using Credence.Record.SignIns;
using Credence.Record.Storage;

namespace Credence.Cli.Serving;

/// <summary>Links for those who cannot get one otherwise: administrators who never signed in, and accounts that the command names.</summary>
internal static class EntryLinksAtHost
{
    public static async Task<IReadOnlyList<(string Handle, string Role, string Token)>> Of<TContext>(
        RecordStore<TContext> record, IReadOnlyList<string> named, bool everybody, CancellationToken cancellation) where TContext : RecordContext
    {
        var accounts = new List<Account>();
        foreach (var handle in named)
            accounts.Add(await Steward.Of(record).FindAccount(handle, cancellation)
                ?? throw CommandEnd.Refused("--link: found no open account of this handle, or more than one, expected one; an account's id serves too."));
        accounts.AddRange((await Never(record, cancellation)).Where(account => everybody || account.Role == "Administrator"));
        var links = new EntryLinks<TContext>(record);
        var given = new List<(string, string, string)>();
        foreach (var account in accounts.DistinctBy(account => account.Id))
            if (await links.GiveAtHost(account.Id, cancellation) is { } token) given.Add((account.Handle, account.Role.ToLowerInvariant(), token));
        return given;
    }

    private static Task<IReadOnlyList<Account>> Never<TContext>(RecordStore<TContext> record, CancellationToken cancellation) where TContext : RecordContext =>
        new SignInBook<TContext>(record).WithoutEntry(cancellation);
}
