using System.CommandLine;
using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Cli.Record;
using Credence.Record.Access;
using Credence.Record.Storage;

namespace Credence.Cli.Directories;

/// <summary>A service record with the account that keeps its directory.</summary>
internal sealed record DirectoryKeeping(RecordStore<CareContext> Record, CareAccess Access)
{
    /// <summary>Opens the record; ends the command if it is none of services, or the account may not keep its directory.</summary>
    public static async Task<DirectoryKeeping> Open(ParseResult parsed, string record, string? handle, CancellationToken cancellation)
    {
        var place = RecordOptions.PlaceOf(record);
        if (await OpenRecord.SideAt(place, cancellation) != CareContent.OfTheRecord.Side) throw CommandEnd.WrongUse($"{place}: found a police record, expected a service record: the directory is kept there.");
        var store = await CareRecord.Open(place, RecordOptions.KeysOf(parsed, record), TimeProvider.System, cancellation);
        if (handle is null) throw CommandEnd.WrongUse("--as: found no account, expected one that keeps the directory; the record's log names it.");
        return await Steward.Of(store).FindAccount(handle, cancellation) is { } account
            && await new CareDoor(store).Enter(account.Id, Purpose.Of(PurposeKind.Maintenance), cancellation) is { } access && access.May(CareAct.KeepDirectory)
            ? new DirectoryKeeping(store, access)
            : throw CommandEnd.Refused("--as: found no open account of this name that keeps the directory, expected one with the role ProviderLead or Administrator.");
    }
}
