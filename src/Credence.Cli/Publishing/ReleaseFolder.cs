using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Cli.Screening;
using Credence.Evaluation.Release;

namespace Credence.Cli.Publishing;

/// <summary>The folder of a release: tables, statement and, last, the record that makes it whole.</summary>
internal static class ReleaseFolder
{
    public const string Statement = "statement.md";

    public static string NameOf(int table) => string.Create(CultureInfo.InvariantCulture, $"table-{table + 1}.csv");

    public static void Write(string folder, IReadOnlyList<(FrequencyTable Shape, IReadOnlyList<long?> Counts)> tables, IEnumerable<string> statement, ReleaseRecord record)
    {
        OwnFile.MakeFolder(folder);
        for (var t = 0; t < tables.Count; t++) OwnFile.Write(Path.Combine(folder, NameOf(t)), Table(tables[t].Shape, tables[t].Counts));
        OwnFile.Write(Path.Combine(folder, Statement), Encoding.UTF8.GetBytes(string.Join('\n', statement) + '\n'));
        OwnFile.Write(Path.Combine(folder, ReleaseRecord.File), Encoding.UTF8.GetBytes(JsonSerializer.Serialize(record, EvaluationJson.Options) + '\n'));
    }

    private static ReadOnlySpan<byte> Table(FrequencyTable shape, IReadOnlyList<long?> counts)
    {
        var (file, line) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        CsvLine.Write(file, [.. shape.Variables.Select(variable => variable.Name), "count"]);
        for (var cell = 0; cell < counts.Count; cell++)
        {
            line.Clear();
            CsvLine.Write(line, [.. Categories(shape, cell)]);
            file.Write(line.WrittenSpan[..^1]);
            // A number below zero is no formula: it is written as it is.
            Encoding.UTF8.GetBytes($",{Count(shape, cell, counts[cell])}\n", file);
        }

        return file.WrittenSpan;
    }

    public static IEnumerable<string> Categories(FrequencyTable shape, int cell) => shape.PlacesOf(cell).Select((place, v) =>
        place == shape.Variables[v].Total ? TableReader.UsualTotal : shape.Variables[v].Categories[place]);

    private static string Count(FrequencyTable shape, int cell, long? count) => count is not { } number ? TableReader.Withheld
        : shape.IsImpossible(cell) && shape.IsFinest(cell) ? TableReader.Impossible
        : number.ToString(CultureInfo.InvariantCulture);
}
