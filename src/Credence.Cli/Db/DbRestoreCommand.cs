using System.CommandLine;
using Credence.Cli.Record;
using Credence.Record.Backups;
using Credence.Record.Keys;

namespace Credence.Cli.Db;

/// <summary><c>credence db restore FILE</c>: a backup into an empty place.</summary>
internal static class DbRestoreCommand
{
    private const string About =
        """
        Brings a backup into an empty place, all of it or nothing

        Seal and hashes are checked before the first row, the chain of events before the last. The key folder must be that of
        the record. A content that was erased after the backup stays unreadable, and its row says so. If the command is ended
        in the middle, the place says so, and the same command begins again. The index of words, which no backup holds, is made
        anew at the end; credence db index does so at any time.
        """;

    private static readonly Argument<string> From = new("FILE") { Description = "The backup" };

    public static Command Create() => RecordCommand.Of("restore", About, Run, From, RecordOptions.As);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (path, place, keys) = (parsed.GetValue(From)!, RecordOptions.PlaceOf(parsed), RecordOptions.KeysOf(parsed));
        if (!File.Exists(path)) throw CommandEnd.WrongUse($"{path}: found no file, expected a backup of a record.");
        var side = RecordBackup.SideOf(path) ?? throw CommandEnd.Failed($"{path}: found no backup of a record, expected one as credence db backup wrote it.");
        // A ring made now could open nothing of it.
        FileKeyRing.Open(keys.Ring);
        var record = await OpenRecord.Of(side, place, keys, makesKeyStore: false, cancellation);
        var summary = await RecordRestore.Into(
            record.Steward, path, new Restorer(parsed.GetValue(RecordOptions.As)!, account => record.MayKeepStore(account.Role)), cancellation);
        var indexed = await record.RebuildIndex(await record.Keeper(parsed, cancellation), cancellation);
        var answer = new RecordAnswer().Add("Record", place.ToString()).Add("Side", side).Add("Rows", summary.Rows)
            .Add("Last event", summary.Head.Sequence).Add("Hash", Convert.ToHexStringLower(summary.Head.Hash))
            .Add("Stay erased", summary.StayErased).Add("Events lost", summary.Lost);
        if (indexed is { } incidents) answer.Add("Found by words", incidents);
        // The event of the backup itself always comes after it.
        if (summary.Lost > 1) answer.Problems.Add("What happened after the backup is not in it; the log now says how much that is.");
        return answer.Say(parsed);
    }
}
