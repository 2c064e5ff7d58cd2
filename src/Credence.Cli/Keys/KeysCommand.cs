using System.CommandLine;
using Credence.Cli.Record;
using Credence.Record.Events;
using Credence.Record.Keys;

namespace Credence.Cli.Keys;

/// <summary><c>credence keys</c>: the keys of a record.</summary>
internal static class KeysCommand
{
    private const string AboutRotate =
        """
        Turns the key ring: a new version, every key wrapped anew under it, then the old versions dropped

        Others may go on working. If it is ended in the middle, the same command goes on. Copy ring.json to its safe afterwards.
        """;

    private const string AboutBackup =
        """
        Writes a backup of the content keys, for the day when their store is lost

        It is sealed under a key in ring.json that the ring drops when the time is over: after that nobody reads the file, and so
        an erasure reaches every copy of keys by then. Copy ring.json to its safe afterwards, and destroy the copy before it.
        """;

    private static readonly Argument<string> To = new("FILE") { Description = "The backup of keys; a file that is there is never overwritten" };

    private static readonly Argument<string> From = new("FILE") { Description = "The backup of keys" };

    private static readonly Option<int> Days = new("--days")
    {
        Description = $"Days until nobody can read it, at most {KeyBackup.Longest.Days}",
        HelpName = "DAYS",
        DefaultValueFactory = _ => KeyBackup.Usual.Days,
    };

    public static Command Create() => new("keys", "Shows, turns, backs up and brings back the keys of a record")
    {
        RecordCommand.Of("status", "Says how many keys there are under each version of the ring, and when backups of keys expire", Status),
        RecordCommand.Of("rotate", AboutRotate, Rotate, RecordOptions.As),
        RecordCommand.Of("backup", AboutBackup, Backup, To, Days, RecordOptions.As),
        RecordCommand.Of("restore", "Brings back lost keys from a backup of keys; a key that was erased stays erased", Restore, From, RecordOptions.As),
        RecordCommand.Of("expire", "Drops the keys of backups whose time is over; every opening of the record does so too", Expire),
    };

    private static async Task<int> Status(ParseResult parsed, CancellationToken cancellation)
    {
        var vault = (await OpenRecord.AsFound(parsed, cancellation)).Steward.Vault;
        var (ring, counts) = ((FileKeyRing)vault.Ring, await vault.Keys.Count(cancellation));
        var answer = new RecordAnswer().Add("Ring", vault.Folder.Ring).Add("Store of keys", vault.Keys.Place.ToString())
            .Add("Versions", ring.Versions.Select(version => $"{version.Version} of {version.MadeAt:yyyy-MM-dd}").ToList())
            .Add("Keys", counts.ToDictionary(count => count.Key == 0 ? "erased" : $"under {count.Key}", count => count.Value))
            .Add("Backups expire", ring.BackupKeys.Select(key => $"{key.ExpiresAt:yyyy-MM-dd}").ToList());
        if (ring.Versions.Count > 1) answer.Problems.Add("Found a rotation that was not finished; credence keys rotate goes on with it.");
        return answer.Say(parsed);
    }

    private static async Task<int> Rotate(ParseResult parsed, CancellationToken cancellation)
    {
        var record = await OpenRecord.Ready(parsed, cancellation);
        var (access, vault) = (await record.Keeper(parsed, cancellation), record.Steward.Vault);
        await record.Steward.Note(access, cancellation, new EventDraft(new EventKind("keys.rotating")));
        var result = await new KeyRotation(vault.Folder, (FileKeyRing)vault.Ring, vault.Keys, TimeProvider.System).Run(cancellation);
        await record.Steward.Note(access, cancellation, new EventDraft(new EventKind("keys.rotated"), count: result.Rewrapped, detail: $"{result.Version}"));
        return new RecordAnswer().Add("Version", result.Version).Add("Wrapped anew", result.Rewrapped)
            .Add("Went on with an earlier one", result.WentOn ? "yes" : "no").Add("Keep elsewhere", vault.Folder.Ring).Say(parsed);
    }

    private static async Task<int> Backup(ParseResult parsed, CancellationToken cancellation)
    {
        var days = parsed.GetValue(Days);
        if (days < 1 || days > KeyBackup.Longest.Days) throw CommandEnd.WrongUse($"--days: found {days}, expected 1 to {KeyBackup.Longest.Days}.");
        var record = await OpenRecord.Ready(parsed, cancellation);
        var (access, vault) = (await record.Keeper(parsed, cancellation), record.Steward.Vault);
        await record.Steward.Note(access, cancellation, new EventDraft(new EventKind("keys.backed-up"), detail: $"{days}"));
        var count = await new KeyBackup((FileKeyRing)vault.Ring, vault.Keys, TimeProvider.System).Write(parsed.GetValue(To)!, TimeSpan.FromDays(days), cancellation);
        return new RecordAnswer().Add("Backup of keys", parsed.GetValue(To)).Add("Keys", count)
            .Add("Expires", TimeProvider.System.GetUtcNow().AddDays(days)).Add("Keep elsewhere", vault.Folder.Ring).Say(parsed);
    }

    private static async Task<int> Restore(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetValue(From)!;
        if (!File.Exists(path)) throw CommandEnd.WrongUse($"{path}: found no file, expected a backup of keys.");
        FileKeyRing.Open(RecordOptions.KeysOf(parsed).Ring);
        var record = await OpenRecord.AsFound(parsed, cancellation, makesKeyStore: true);
        await record.Steward.CheckReady(cancellation);
        var access = await record.Keeper(parsed, cancellation);
        var result = await record.Steward.ReturnKeys(path, cancellation);
        await record.Steward.Note(access, cancellation, new EventDraft(new EventKind("keys.restored"), count: result.Returned));
        return new RecordAnswer().Add("Returned", result.Returned).Add("Were there", result.Kept).Add("Stay erased", result.StayErased).Say(parsed);
    }

    private static async Task<int> Expire(ParseResult parsed, CancellationToken cancellation)
    {
        var keys = RecordOptions.KeysOf(parsed);
        var dropped = FileKeyRing.Open(keys.Ring).Expire(TimeProvider.System.GetUtcNow());
        await OpenRecord.Ready(parsed, cancellation);
        return new RecordAnswer().Add("Ring", keys.Ring).Add("Dropped", dropped).Say(parsed);
    }
}
