using System.Text;
using System.Text.Json;

namespace Credence.Incidents;

/// <summary>The names in the objects of the first lines: they stand for the row of headers.</summary>
internal static class NdjsonNames
{
    private const int Lines = 100;

    /// <summary>Names in order of appearance; lines that are no objects are passed over.</summary>
    public static IReadOnlyList<string> In(ReadOnlySpan<char> text)
    {
        var names = new List<string>();
        var lines = 0;
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsWhiteSpace()) continue;
            Add(line, names);
            if (++lines == Lines) break;
        }

        return names;
    }

    private static void Add(ReadOnlySpan<char> line, List<string> names)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(line.ToString()));
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                if (!names.Contains(name)) names.Add(name);
                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A broken line, or one cut where the look ahead ends: the names before the break count.
        }
    }
}
