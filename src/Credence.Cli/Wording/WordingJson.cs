using System.Text.Encodings.Web;
using System.Text.Json;
using Credence.Wording;

namespace Credence.Cli.Wording;

/// <summary>Flags for programs: one narrative with its words, or incidents by number and place.</summary>
internal static class WordingJson
{
    internal static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions OneLine = new(Readable) { WriteIndented = false };

    public static string Of(string text, WordingResult result) => JsonSerializer.Serialize(
        new
        {
            @checked = result.WasRead,
            words = result.WordCount,
            flags = result.Flags.Select(flag => new
            {
                line = WordingText.PlaceIn(text, flag.Start).Line,
                column = WordingText.PlaceIn(text, flag.Start).Column,
                start = flag.Start,
                end = flag.End,
                text = text[flag.Start..flag.End],
                rule = RuleOf(flag.Rule),
            }),
            packs = result.Packs,
        },
        Readable);

    /// <summary>Writes a line for each incident with flags, so that a file of any size can be read, and the rules once at the end.</summary>
    public static void Write(WordingRun run, TextWriter output, CancellationToken cancellation)
    {
        var rules = new SortedDictionary<string, WordingRule>(StringComparer.Ordinal);
        output.Write("{\"incidents\": [");
        var separator = "\n";
        foreach (var incident in run.Flags(cancellation))
        {
            foreach (var flag in incident.Flags) rules.TryAdd(flag.Rule.Id, flag.Rule);
            output.Write(separator + JsonSerializer.Serialize(
                new
                {
                    number = incident.Number,
                    row = incident.Row,
                    flags = incident.Flags.Select(flag => new { rule = flag.Rule.Id, kind = WordingWords.Of(flag.Kind), start = flag.Start, end = flag.End }),
                },
                OneLine));
            separator = ",\n";
        }

        output.WriteLine("\n],");
        output.WriteLine($"\"rules\": {JsonSerializer.Serialize(rules.Values.Select(RuleOf), OneLine)},");
        output.WriteLine($"\"run\": {JsonSerializer.Serialize(RunOf(run), OneLine)}}}");
    }

    internal static object RunOf(WordingRun run) => new
    {
        file = run.File,
        purpose = run.Purpose,
        rows = run.Rows,
        flagged = run.Flagged,
        notChecked = run.NotChecked,
        problems = run.Problems,
        packs = run.Packs,
    };

    private static object RuleOf(WordingRule rule) => new
    {
        id = rule.Id,
        kind = WordingWords.Of(rule.Kind),
        written = rule.Written,
        reason = rule.Reason,
        alternative = rule.Alternative,
        source = rule.Source.Title,
        pinpoint = rule.Source.Pinpoint,
        verified = rule.Source.Verified,
    };
}
