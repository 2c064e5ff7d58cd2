using System.CommandLine;
using Credence.Cli.Record;
using Credence.Police.Access;
using Credence.Record.Storage;

namespace Credence.Cli.Db;

/// <summary><c>credence db init SIDE</c>: a new record with its first organization and accounts.</summary>
internal static class DbInitCommand
{
    private const string About =
        """
        Makes a new record with its keys, its first organization and its first accounts

        The folder of keys is made too. Copy ring.json from it to a safe of another custodian now: without it nothing sealed
        can ever be read again.
        """;

    private static readonly Argument<string> Side = new("SIDE") { Description = "police, or care for the service side" };

    private static readonly Option<string> Organization = new("--organization") { Description = "Name of the organization that keeps it", HelpName = "NAME", Required = true };

    private static readonly Option<string?> Ori = new("--ori") { Description = "ORI of a police agency", HelpName = "ORI" };

    private static readonly Option<string[]> Accounts = new("--account")
    {
        Description = "A first account, as its role and the handle the organization uses, such as Administrator=it-1; give it again for more",
        HelpName = "ROLE=HANDLE",
        Required = true,
    };

    public static Command Create() => RecordCommand.Of("init", About, Run, Side, Organization, Ori, Accounts);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var accounts = parsed.GetValue(Accounts)!.Select(Account).ToList();
        var (place, keys) = (RecordOptions.PlaceOf(parsed), RecordOptions.KeysOf(parsed));
        var side = parsed.GetValue(Side)!;
        Check(side, accounts);
        // One that was ended before it had an organization is gone on with.
        if ((await RecordStore.Tables(place, cancellation)).Count == 0) RecordOptions.CheckUnused(keys);
        else if (await OpenRecord.SideAt(place, cancellation) != side) throw CommandEnd.Refused($"{place}: found a record of the other side, expected an empty place.");
        var record = await OpenRecord.Of(side, place, keys, makesKeyStore: true, cancellation);
        await record.Steward.Migrate(null, cancellation);
        if (await record.Found(parsed.GetValue(Organization)!, parsed.GetValue(Ori), accounts, cancellation) is not true)
            throw CommandEnd.Refused($"{place}: found an organization already, expected a new record.");
        var answer = new RecordAnswer().Add("Record", place.ToString()).Add("Side", record.Steward.Content.Side).Add("Keys", keys.Path)
            .Add("Accounts", accounts.Select(account => $"{account.Role} {account.Handle}").ToList())
            .Add("Keep elsewhere", keys.Ring);
        if (accounts.Count(account => OpenRecord.MayConfirm(side, account.Role)) < 2)
            answer.Add("Missing", $"a second account that confirms others ({OpenRecord.Confirming(side)}): nobody alone gives a role, so no account can be added to this record");
        return answer.Say(parsed);
    }

    // Before anything is made: a record with the wrong accounts cannot be mended.
    private static void Check(string side, List<(string Role, string Handle)> accounts)
    {
        if (accounts.Find(account => !OpenRecord.RolesOf(side).Contains(account.Role)) is { Role: { } other }) throw CommandEnd.WrongUse(
            $"--account: found the role {ShownText.Of(other)}, which the {side} side does not have, expected one of {string.Join(", ", OpenRecord.RolesOf(side))}.");
        if (!accounts.Exists(account => account.Role == nameof(PoliceRole.Administrator)))
            throw CommandEnd.WrongUse("--account: found no Administrator, expected at least one: somebody has to keep the record.");
        if (accounts.DistinctBy(account => account.Handle).Count() < accounts.Count)
            throw CommandEnd.WrongUse("--account: found a handle twice, expected one for each account: one account has one role.");
    }

    private static (string Role, string Handle) Account(string text) => text.Split('=', 2) is [{ Length: > 0 } role, { Length: > 0 } handle]
        ? (role, handle)
        : throw CommandEnd.WrongUse("--account: found no role and handle, expected them as Administrator=it-1.");
}
