using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Credence.Incidents;

/// <summary>The headers a person names herself, where guessing would fail: <c>id=contact_id,narrative=text</c>.</summary>
public sealed partial class ColumnMap
{
    private readonly List<(IncidentColumn Column, string Header)> _named = [];

    /// <summary>A map that names nothing: every column is guessed.</summary>
    public static ColumnMap Empty { get; } = new();

    /// <summary>The keys a map may use.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Enum.GetValues<IncidentColumn>().Select(KeyOf)];

    /// <summary>Headers named for columns, in the order given.</summary>
    public IReadOnlyList<(IncidentColumn Column, string Header)> Named => _named;

    /// <summary>The key of a column: lower case with hyphens, such as <c>victim-age</c>.</summary>
    public static string KeyOf(IncidentColumn column) => Hump().Replace(column.ToString(), "-$1").ToLowerInvariant();

    /// <summary>Reads <c>key=header,key=header</c>; a header may hold commas as long as no key follows them.</summary>
    public static bool TryParse(
        IEnumerable<string> texts, [NotNullWhen(true)] out ColumnMap? map, [NotNullWhen(false)] out string? problem)
    {
        map = new ColumnMap();
        problem = null;
        foreach (var entry in texts.SelectMany(text => NextKey().Split(text)))
        {
            if (map.Add(entry) is not { } refusal) continue;
            (map, problem) = (null, refusal);
            return false;
        }

        return true;
    }

    private string? Add(string entry)
    {
        var sign = entry.IndexOf('=', StringComparison.Ordinal);
        var key = sign < 0 ? entry.Trim() : entry[..sign].Trim();
        var header = sign < 0 ? "" : entry[(sign + 1)..].Trim();
        var column = Array.FindIndex(Keys.ToArray(), k => k.Equals(key, StringComparison.OrdinalIgnoreCase));
        if (header.Length == 0) return $"found '{entry}', expected KEY=HEADER.";
        if (column < 0) return $"found the key '{key}', expected one of {string.Join(", ", Keys)}.";
        _named.Add(((IncidentColumn)column, header));
        return null;
    }

    [GeneratedRegex("(?<=[a-z])([A-Z])")]
    private static partial Regex Hump();

    [GeneratedRegex(@",(?=\s*[A-Za-z-]+\s*=)")]
    private static partial Regex NextKey();
}
