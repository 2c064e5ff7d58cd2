using Credence.Police.Access;
using Credence.Police.Retention;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Backups;
using Credence.Record.Keys;
using Credence.Record.Storage;

// VERB RECORD KEYS ACCOUNT [FILE or PROPOSAL]: says "ready" and does one thing, unless it is killed in the middle of it.
if (!RecordPlace.TryParse(args[1], out var place)) return 2;
var (keys, clock, account) = (new KeyFolder(args[2]), TimeProvider.System, Guid.Parse(args[3]));
var record = await PoliceRecord.OpenForUpkeep(place, keys, clock, makesKeyStore: false, default);
var steward = Steward.Of(record);
if (args[0] == "restore")
{
    Console.WriteLine("ready");
    await RecordRestore.Into(steward, args[4], new Restorer("Administrator-1", one => one.Id.Value == account), default);
    return 0;
}

var access = await new PoliceDoor(record).Enter(new AccountId(account), Purpose.Of(PurposeKind.Maintenance), default);
Console.WriteLine("ready");
switch (args[0])
{
    case "erase":
        await new RetentionDesk(record).Carry(access!, Guid.Parse(args[4]), null, default);
        return 0;
    case "rotate":
        await new KeyRotation(keys, (FileKeyRing)record.Vault.Ring, record.Vault.Keys, clock).Run(default);
        return 0;
    case "backup":
        await RecordBackup.Write(steward, access!, args[4], default);
        return 0;
    default:
        return 2;
}
