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
