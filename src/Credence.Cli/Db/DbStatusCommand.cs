using System.CommandLine;
using Credence.Cli.Record;

namespace Credence.Cli.Db;

/// <summary><c>credence db status</c>: what is where, without changing anything.</summary>
internal static class DbStatusCommand
{
    public static Command Create() => RecordCommand.Of("status", "Says which side a record is, how far its tables are, how many rows it has and where its chain ends", Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var record = (await OpenRecord.AsFound(parsed, cancellation)).Steward;
        var migrations = await record.Migrations(cancellation);
        var answer = new RecordAnswer().Add("Record", record.Place.ToString()).Add("Side", record.Content.Side)
            .Add("Migrations", migrations.Applied).Add("Pending", migrations.Pending);
        if (migrations.Pending.Count > 0) answer.Problems.Add("Found tables of an earlier Credence; credence db migrate brings them forward.");
        if (migrations.Unknown.Count > 0) answer.Problems.Add("Found tables of a later Credence, expected those of this one or an earlier one.");
        if (await record.IsHalfRestored(cancellation)) answer.Problems.Add("Found a restore that was not finished; run credence db restore again with the same backup.");
        if (migrations.Pending.Count == 0 && migrations.Unknown.Count == 0)
        {
            var head = await record.Head(cancellation);
            answer.Add("Rows", (await record.Count(cancellation)).ToDictionary(table => table.Table, table => table.Rows))
                .Add("Last event", head.Sequence).Add("Hash", Convert.ToHexStringLower(head.Hash))
                .Add("Witnessed", record.Witness.Seen(head.Lineage)?.Sequence);
        }

        return answer.Add("Keys", record.Vault.Keys.Place.ToString()).Say(parsed);
    }
}
