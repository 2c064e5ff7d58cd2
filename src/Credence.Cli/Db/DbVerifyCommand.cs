using System.CommandLine;
using Credence.Cli.Record;
using Credence.Record.Backups;

namespace Credence.Cli.Db;

/// <summary><c>credence db verify</c>: whether everything is there and whole.</summary>
internal static class DbVerifyCommand
{
    private const string About =
        """
        Checks a whole record: the database's own structures, the chain of events, every sealed value with its key, every reference

        Says in plain sentences what is wrong and where, by ids; it opens what is sealed only to see that it opens.
        """;

    public static Command Create() => RecordCommand.Of("verify", About, Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var record = (await OpenRecord.AsFound(parsed, cancellation)).Steward;
        var check = await RecordCheck.Of(record, cancellation);
        var answer = new RecordAnswer().Add("Record", record.Place.ToString()).Add("Events", check.Chain?.Events)
            .Add("Last event", check.Chain?.Head.Sequence).Add("Hash", check.Chain is { } chain ? Convert.ToHexStringLower(chain.Head.Hash) : null)
            .Add("Sealed values that open", check.Sealed).Add("Erased", check.Erased);
        answer.Problems.AddRange(check.Problems);
        if (await record.IsHalfRestored(cancellation)) answer.Problems.Add("Found a restore that was not finished; run credence db restore again with the same backup.");
        return answer.Say(parsed);
    }
}
