using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Evaluation.Release;

namespace Credence.Cli.Publishing;

/// <summary>What <c>release.json</c> says of a release, so that it can be checked and gone on from.</summary>
internal sealed record ReleaseRecord(string Method, int K, ZeroPolicy Zeros, bool KeepTotal, IReadOnlyList<string> Tables)
{
    public const string File = "release.json";
    public const string Suppression = "suppression";
    public const string Noise = "noise";

    public static ReleaseRecord Read(string folder)
    {
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path)) throw CommandEnd.WrongUse($"{folder}: found no {File}, expected the folder of a release.");
        try
        {
            var record = JsonSerializer.Deserialize<ReleaseRecord>(System.IO.File.ReadAllText(path), EvaluationJson.Options);
            if (record is { Tables.Count: > 0, K: >= 2 and <= 1000 } && record.Tables.All(name => name == Path.GetFileName(name))) return record;
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw CommandEnd.Refused($"{path}: found no record of a release, expected the one that credence publish wrote.");
    }
}
