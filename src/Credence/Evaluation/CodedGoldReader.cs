using System.Globalization;
using System.Text.Json;
using Credence.Incidents;
using Credence.Screening;

namespace Credence.Evaluation;

/// <summary>
/// Reads JSON lines: narrative, an id, and either the codes of two readers (<c>coder_a</c>, <c>coder_b</c>, each with level,
/// type, status, minor) or those fields themselves; stratum and weight where the file is a stratified sample.
/// </summary>
internal static class CodedGoldReader
{
    private static readonly string[] IdKeys = ["id", "contact_id", "incidentId", "incident_id", "incident_number", "case_id"];

    public static Gold Read(string first, TextReader rest)
    {
        var incidents = new List<CodedIncident>();
        var problems = new List<GoldProblem>();
        var line = 0L;
        for (var text = first; text is not null; text = rest.ReadLine())
        {
            line++;
            if (!string.IsNullOrWhiteSpace(text)) { Add(text, line, incidents, problems); }
        }

        return incidents.Count > 0
            ? new CodedGold(incidents) { Problems = problems }
            : new UnreadableGold($"line {problems[0].Line}: {problems[0].Message}");
    }

    private static void Add(string text, long line, List<CodedIncident> incidents, List<GoldProblem> problems)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            incidents.Add(Incident(json.RootElement, line));
        }
        catch (JsonException)
        {
            problems.Add(new GoldProblem(line, "found no JSON, expected one JSON object on each line"));
        }
        catch (FormatException fault)
        {
            problems.Add(new GoldProblem(line, fault.Message));
        }
    }

    private static CodedIncident Incident(JsonElement json, long line)
    {
        var narrative = Text(json, "narrative") ?? throw new FormatException("found no text 'narrative', expected one");
        var id = IdKeys.Select(key => Text(json, key)).FirstOrDefault(text => text is not null) ?? $"line {line}";
        var a = json.TryGetProperty("coder_a", out var coder) ? Coding(coder, "coder_a.") : Coding(json, "");
        var b = json.TryGetProperty("coder_b", out coder) ? Coding(coder, "coder_b.") : null;
        return new CodedIncident(
            new Incident(new IncidentNumber(id), new Narrative(narrative)), Text(json, "stratum") ?? "all", Weight(json), a, b);
    }

    private static Coding Coding(JsonElement json, string path) => new(
        LevelOf(json, path),
        Word(json, path, "type", ("none", ExploitationType.None), ("sex", ExploitationType.Sex),
            ("labor", ExploitationType.Labor), ("labour", ExploitationType.Labor), ("both", ExploitationType.Both)),
        Text(json, "status") ?? "none",
        Word(json, path, "minor", ("u", MinorStatus.Unknown), ("unknown", MinorStatus.Unknown), ("y", MinorStatus.Yes),
            ("yes", MinorStatus.Yes), ("n", MinorStatus.No), ("no", MinorStatus.No)))
    {
        Label = Word<bool?>(json, path, "label", ("", null), ("n", false), ("no", false), ("y", true), ("yes", true)),
    };

    private static int LevelOf(JsonElement json, string path)
    {
        if (json.ValueKind is JsonValueKind.Object && json.TryGetProperty("level", out var level))
        {
            if (level.ValueKind is JsonValueKind.Number && level.TryGetInt32(out var number) && number is >= 0 and <= 2)
            {
                return number;
            }

            var names = Enum.GetNames<Level>();
            var named = Array.IndexOf(names, level.ToString()) - Array.IndexOf(names, nameof(Level.NoneFound));
            if (named is >= 0 and <= 2) { return named; }
        }

        throw new FormatException(
            $"found no '{path}level' of 0, 1 or 2, expected one (or NoneFound, PossibleIndication, StrongIndication)");
    }

    private static double Weight(JsonElement json)
    {
        if (!json.TryGetProperty("weight", out var weight)) { return 1; }

        return weight.ValueKind is JsonValueKind.Number && weight.GetDouble() is var value && value > 0
            ? value
            : throw new FormatException("found a 'weight' that is no number above 0, expected narratives for each one coded");
    }

    private static T Word<T>(JsonElement json, string path, string key, params (string Word, T Meaning)[] known)
    {
        if (Text(json, key) is not { } text) { return known[0].Meaning; }

        var match = Array.FindIndex(known, k => k.Word.Equals(text, StringComparison.OrdinalIgnoreCase));
        return match >= 0
            ? known[match].Meaning
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture,
                $"found another word in '{path}{key}', expected {string.Join(", ", known.Select(k => k.Word))}"));
    }

    private static string? Text(JsonElement json, string key) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;
}
