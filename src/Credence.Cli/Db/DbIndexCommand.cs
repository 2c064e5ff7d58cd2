using System.CommandLine;
using Credence.Cli.Record;

namespace Credence.Cli.Db;

/// <summary><c>credence db index</c>: makes the index of words of a police record anew from what is sealed, and fills in measures.</summary>
internal static class DbIndexCommand
{
    public static Command Create() => RecordCommand.Of(
        "index", "Makes the index by which incidents are found by words anew, from the sealed narratives, all of it or nothing; and counts in what came before measures were kept", Run, RecordOptions.As);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var record = await OpenRecord.Ready(parsed, cancellation);
        var incidents = await record.RebuildIndex(await record.Keeper(parsed, cancellation), cancellation)
            ?? throw CommandEnd.WrongUse("--record: found a service record, which has no index of words, expected a police record.");
        var counted = await record.FillMeasures(await record.Keeper(parsed, cancellation), cancellation) ?? 0;
        return new RecordAnswer().Add("Record", record.Steward.Place.ToString()).Add("Found by words", incidents).Add("Newly counted by measures", counted).Say(parsed);
    }
}
