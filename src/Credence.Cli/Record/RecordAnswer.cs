using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Credence.Cli.Record;

/// <summary>What a command on a record says: a word and a value a line, the same as JSON; then what is wrong, a sentence a line.</summary>
internal sealed class RecordAnswer
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(string Word, object? Value, bool EachOnALine)> _lines = [];

    public List<string> Problems { get; } = [];

    public RecordAnswer Add(string word, object? value)
    {
        _lines.Add((word, value, false));
        return this;
    }

    /// <summary>Adds several of which each is a line of its own.</summary>
    public RecordAnswer AddEach(string word, IReadOnlyList<string> values)
    {
        _lines.Add((word, values, true));
        return this;
    }

    /// <summary>Writes it and gives the exit code.</summary>
    public int Say(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(RecordOptions.Json)) output.WriteLine(JsonSerializer.Serialize(Values(), Form));
        else
        {
            foreach (var line in _lines) Write(output, line.Word, line.Value, line.EachOnALine);
            foreach (var problem in Problems) output.WriteLine(problem);
        }

        return Problems.Count > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }

    private static void Write(TextWriter output, string word, object? value, bool eachOnALine)
    {
        output.WriteLine(eachOnALine && value is IReadOnlyList<string> { Count: > 0 } ? $"{word}:" : $"{word}: {Text(value)}");
        if (!eachOnALine) return;
        foreach (var one in (IReadOnlyList<string>)value!) output.WriteLine($"  {one}");
    }

    private Dictionary<string, object?> Values()
    {
        var values = _lines.ToDictionary(line => Name(line.Word), line => line.Value);
        values["problems"] = Problems;
        return values;
    }

    // Last event: lastEvent.
    private static string Name(string words) =>
        JsonNamingPolicy.CamelCase.ConvertName(string.Concat(words.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));

    private static string Text(object? value) => value switch
    {
        null => "none",
        long or int => string.Create(CultureInfo.InvariantCulture, $"{value:N0}"),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        IReadOnlyList<string> { Count: 0 } => "none",
        IReadOnlyList<string> some => string.Join(", ", some),
        IReadOnlyDictionary<string, long> counts => string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value:N0}"))),
        _ => value.ToString() ?? "",
    };
}
