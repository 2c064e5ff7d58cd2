using System.CommandLine;
using Credence.Cli.Evaluation;
using Credence.Evaluation.Release;

namespace Credence.Cli.Publishing;

/// <summary>Reads tables, from files of their own or counted from rows; ends the command where that cannot be.</summary>
internal static class ReleaseTables
{
    public static FrequencyTable Read(string path, string total, IReadOnlyList<SpanningVariable>? like = null)
    {
        using var text = GoldText.Open(path, "a table");
        return TableReader.Read(text, total, like) switch
        {
            ReadTable read => read.Table,
            UnreadableTable other => throw CommandEnd.Refused($"{GoldText.Typed(path)}, {other.Message}."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>A table, or all of a folder.</summary>
    public static IReadOnlyList<FrequencyTable> Published(string path, string total, IReadOnlyList<SpanningVariable>? like = null)
    {
        if (!Directory.Exists(path)) return [Read(path, total, like)];
        var record = ReleaseRecord.Read(path);
        if (record.Method == ReleaseRecord.Noise) throw CommandEnd.Refused($"{path}: found a release with noise, expected one with withheld cells.");
        return [.. record.Tables.Select(name => Read(Path.Combine(path, name), TableReader.UsualTotal, like))];
    }

    public static IReadOnlyList<FrequencyTable> Earlier(ParseResult parsed, IReadOnlyList<FrequencyTable> tables) => parsed.GetValue(ReleaseOptions.Earlier) is { } earlier
        ? Published(earlier, parsed.GetValue(ReleaseOptions.Total)!, [.. tables.SelectMany(table => table.Variables).DistinctBy(variable => variable.Name)])
        : [];

    public static CodedRows Rows(string path, IReadOnlyList<string>? columns = null)
    {
        using var text = GoldText.Open(path, "rows of codes");
        return CodedRows.Read(text, columns) switch
        {
            ReadCodes read => read.Rows,
            UnreadableCodes other => throw CommandEnd.Refused($"{GoldText.Typed(path)}, {other.Message}."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public static LinkedTables Link(IReadOnlyList<FrequencyTable> tables, SuppressionRule rule, IReadOnlyList<FrequencyTable> earlier) => LinkedTables.Of(tables, rule, earlier) switch
    {
        Linked linked => linked.Tables,
        Unlinkable other => throw CommandEnd.Refused($"The tables: {other.Message}."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static void ExpectSmall(IReadOnlyList<SpanningVariable> variables, string where)
    {
        if (FrequencyTable.CellsOf(variables) > FrequencyTable.MostCells)
            throw CommandEnd.Refused($"{where}: found more than {FrequencyTable.MostCells} cells, expected fewer categories.");
    }
}
