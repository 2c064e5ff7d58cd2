using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Classification;
using Credence.Cli.Screening;
using Credence.Incidents;

namespace Credence.Cli.Classification;

/// <summary>A misclassification as it is listed: numbers, codes and indicators, no names and nobody's words.</summary>
internal sealed record MissedRow
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public required string Number { get; init; }

    public required string File { get; init; }

    public required long Row { get; init; }

    public required IReadOnlyList<string> Kinds { get; init; }

    public IReadOnlyList<string>? RecordedAs { get; init; }

    public required IReadOnlyList<string> ReadsLike { get; init; }

    public required string Because { get; init; }

    public required IReadOnlyList<string> Missing { get; init; }

    public required string Level { get; init; }

    public required double Score { get; init; }

    public static MissedRow Of(DoubtfulCode found, string file, IncidentRow row) => new()
    {
        Number = found.Number.Value,
        File = file,
        Row = row.Row,
        Kinds = [.. found.Kinds.Select(MissedWords.Id)],
        RecordedAs = row.Incident.Offenses is { } codes ? [.. codes.Select(code => code.Value)] : null,
        ReadsLike = [.. found.ReadsLike.Select(code => code.Value)],
        Because = found.Because,
        Missing = found.Missing,
        Level = Spelling.Of(found.Level),
        Score = found.Score,
    };

    /// <summary>True if it is listed because no code of its incident says trafficking: then another row may take it back.</summary>
    [JsonIgnore]
    public bool IsOfMissed => MissedWords.KindsOfMissed.Contains(Kinds[0]);

    [JsonIgnore]
    public string Recorded => RecordedAs is null ? "no code in the source" : RecordedAs.Count == 0 ? "no code" : string.Join(", ", RecordedAs);

    public override string ToString() => $"MissedRow({Number})";
}
