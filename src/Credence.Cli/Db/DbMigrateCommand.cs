using System.CommandLine;
using Credence.Cli.Record;

namespace Credence.Cli.Db;

/// <summary><c>credence db migrate</c>: brings the tables forward, which opening the record for work does too.</summary>
internal static class DbMigrateCommand
{
    public static Command Create() => RecordCommand.Of("migrate", "Brings the tables of a record forward to this Credence; never back", Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var record = (await OpenRecord.Ready(parsed, cancellation)).Steward;
        var pending = (await record.Migrations(cancellation)).Pending;
        await record.Migrate(null, cancellation);
        return new RecordAnswer().Add("Record", record.Place.ToString()).Add("Added", pending).Say(parsed);
    }
}
