using System.Text.Json;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Screening;

namespace Credence.Cli.Review;

/// <summary>What <c>credence screen</c> found, by incident: features for the ranking, and the order to begin with.</summary>
internal sealed class ScreenedFindings
{
    private readonly Dictionary<IncidentNumber, HashSet<string>> _features = [];
    private readonly Dictionary<IncidentNumber, (Level Level, double Score)> _ranks = [];

    public static string FileIn(string folder) => Path.Combine(folder, OutputFolder.Screened);

    /// <summary>Ends the command unless every file is one of those that were screened, byte for byte; names do not matter.</summary>
    public static void ExpectSame(string screened, IReadOnlyList<string> files, IReadOnlyList<ReviewInput> inputs)
    {
        var run = Path.Combine(Path.GetDirectoryName(screened) ?? "", OutputFolder.Run);
        if (!File.Exists(run) || ScreenRecord.Text.Read<ScreenRecord>(run) is not { } record)
            throw CommandEnd.Refused($"--screened: found no {OutputFolder.Run} that can be read in {Path.GetDirectoryName(screened)}, expected a folder that credence screen has finished.");
        foreach (var (file, input) in files.Zip(inputs))
        {
            if (record.Inputs.Any(known => known.Sha256.Equals(input.Sha256, StringComparison.OrdinalIgnoreCase))) continue;
            throw CommandEnd.Refused(
                $"--screened: found a screening of {string.Join(", ", record.Inputs.Select(known => known.File))}, expected one of {file} as it is now: screen it again.");
        }
    }

    public static ScreenedFindings Read(string path)
    {
        var found = new ScreenedFindings();
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            try
            {
                using var json = JsonDocument.Parse(text);
                found.Add(json.RootElement);
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw CommandEnd.Refused($"{Path.GetFileName(path)}, line {line}: found no result of a screening, expected what credence screen wrote.");
            }
        }

        return found;
    }

    public IReadOnlyCollection<string>? FeaturesOf(IncidentNumber number) => _features.GetValueOrDefault(number);

    public (Level Level, double Score) RankOf(IncidentNumber number) => _ranks.GetValueOrDefault(number);

    private void Add(JsonElement line)
    {
        var number = new IncidentNumber(line.GetProperty("incidentId").GetString() ?? "");
        if (!_features.TryGetValue(number, out var features)) _features[number] = features = [];
        var level = line.GetProperty("level").GetString()!;
        features.Add($"level {level}");
        foreach (var finding in line.GetProperty("findings").EnumerateArray())
            features.Add($"{finding.GetProperty("indicator").GetString()} {finding.GetProperty("assertion").GetString()}");
        foreach (var signal in line.GetProperty("signals").EnumerateArray())
            features.Add($"signal {signal.GetProperty("signal").GetString()}");
        var rank = (Enum.TryParse<Level>(level, out var known) ? known : Level.NotScreened, line.GetProperty("score").GetDouble());
        if (rank.CompareTo(RankOf(number)) > 0) _ranks[number] = rank;
    }
}
