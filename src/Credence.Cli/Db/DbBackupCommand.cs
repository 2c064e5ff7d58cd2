using System.CommandLine;
using Credence.Cli.Record;
using Credence.Record.Backups;

namespace Credence.Cli.Db;

/// <summary><c>credence db backup FILE</c>: the record as it is now, in one file, while others work.</summary>
internal static class DbBackupCommand
{
    private const string About =
        """
        Writes the record as it is at this moment into one file, while others go on working

        The file is the same for both databases: what was kept in a file may be restored on PostgreSQL, and back. It holds no
        key and no search index. Keep the last event that is printed somewhere else: it proves that nothing was cut off.
        """;

    public static readonly Argument<string> To = new("FILE") { Description = "The backup; a file that is there is never overwritten" };

    public static Command Create() => RecordCommand.Of("backup", About, Run, To, RecordOptions.As);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var record = await OpenRecord.Ready(parsed, cancellation);
        var access = await record.Keeper(parsed, cancellation);
        var summary = await RecordBackup.Write(record.Steward, access, parsed.GetValue(To)!, cancellation);
        return new RecordAnswer().Add("Backup", parsed.GetValue(To)).Add("Rows", summary.Rows)
            .Add("Last event", summary.Head.Sequence).Add("Hash", Convert.ToHexStringLower(summary.Head.Hash))
            .Add("Left out", summary.LeftOut).Add("Manifest", summary.Fingerprint).Say(parsed);
    }
}
