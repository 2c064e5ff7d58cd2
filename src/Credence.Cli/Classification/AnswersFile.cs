using System.Text.Json;
using Credence.Classification;
using Credence.Packs;
using Credence.Screening.Instruments;

namespace Credence.Cli.Classification;

/// <summary>
/// Answers as JSON: <c>{"instrument": "hhs-card", "answers": {"paid": "no"}, "facts": {"commercial-sex": "yes"}}</c>.
/// Answers are yes, no, unknown or refused; no words of a person are in it, and no name.
/// </summary>
internal sealed record AnswersFile(Questionnaire? Asked, IReadOnlyList<FactAnswer> Facts)
{
    private static readonly string[] Words = ["yes", "no", "unknown", "refused"];

    public CaseEvidence Evidence => (Asked is null ? CaseEvidence.None : CaseEvidence.Of(Asked.Result())).And(CaseEvidence.Of(Facts));

    public static AnswersFile Read(string path, PackLibrary library)
    {
        if (!File.Exists(path)) throw CommandEnd.WrongUse($"{path}: found no such file, expected answers as JSON.");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw Wrong(path, "no object", "{\"instrument\": …, \"answers\": {…}}");
            return Of(path, json.RootElement, library);
        }
        catch (JsonException broken)
        {
            throw Wrong(path, $"broken JSON in line {(broken.LineNumber ?? 0) + 1}", "answers as JSON");
        }
    }

    /// <summary>The instrument of that id; ends the command if no pack has it.</summary>
    public static Instrument InstrumentOf(string id, PackLibrary library)
    {
        var instruments = InstrumentPack.From(library, []);
        return instruments.FirstOrDefault(instrument => instrument.Id == id)
            ?? throw CommandEnd.WrongUse($"Found no instrument {id}, expected one of {string.Join(", ", instruments.Select(instrument => instrument.Id))}.");
    }

    private static AnswersFile Of(string path, JsonElement root, PackLibrary library)
    {
        Questionnaire? asked = null;
        if (root.TryGetProperty("instrument", out var id) && id.ValueKind == JsonValueKind.String)
        {
            asked = Questionnaire.Begin(InstrumentOf(id.GetString()!, library));
            foreach (var (item, answer) in Answers(path, root, "answers"))
            {
                if (asked.Instrument.Items.All(known => known.Id != item))
                    throw Wrong(path, $"an answer to {item}", $"one of {string.Join(", ", asked.Instrument.Items.Select(known => known.Id))}");
                asked = asked.With(item, answer);
            }

            if (root.TryGetProperty("stopped", out var stopped) && stopped.ValueKind == JsonValueKind.True) asked = asked.Stop();
        }
        else if (root.TryGetProperty("answers", out _))
        {
            throw Wrong(path, "answers without an instrument", "\"instrument\": its id");
        }

        return new AnswersFile(asked, [.. FactsOf(path, root, library)]);
    }

    private static IEnumerable<FactAnswer> FactsOf(string path, JsonElement root, PackLibrary library)
    {
        var facts = FactPack.From(library, []).Facts.ToDictionary(fact => fact.Id);
        foreach (var (id, answer) in Answers(path, root, "facts"))
        {
            if (!facts.TryGetValue(id, out var fact)) throw Wrong(path, $"the fact {id}", $"one of {string.Join(", ", facts.Keys)}");
            yield return new FactAnswer(id, answer, "answer", $"answered {answer.ToString().ToLowerInvariant()}: {fact.Title}");
        }
    }

    private static IEnumerable<(string Key, Answer Answer)> Answers(string path, JsonElement root, string key)
    {
        if (!root.TryGetProperty(key, out var answers)) yield break;
        if (answers.ValueKind != JsonValueKind.Object) throw Wrong(path, $"no object under {key}", "{\"item\": \"yes\", …}");
        foreach (var pair in answers.EnumerateObject())
        {
            var word = pair.Value.ValueKind == JsonValueKind.String ? pair.Value.GetString() : null;
            if (!Words.Contains(word)) throw Wrong(path, $"another answer to {pair.Name}", string.Join(", ", Words));
            yield return (pair.Name, Enum.Parse<Answer>(word!, ignoreCase: true));
        }
    }

    private static CommandEnd Wrong(string path, string found, string expected) => CommandEnd.WrongUse($"{path}: found {found}, expected {expected}.");
}
