using System.Collections.Concurrent;
using Credence.Incidents;

namespace Credence.Screening;

/// <summary>Codes or words that a field of a record may hold, such as a location type: "14", "hotel".</summary>
internal sealed class RecordedWords(IEnumerable<string> named)
{
    private const int Remembered = 10_000;

    private readonly IReadOnlyList<string> _named = [.. named.Select(Normalize)];
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>True if the field begins with one of the codes, or one of the words stands in it.</summary>
    public bool Holds(string? recorded)
    {
        if (recorded is null)
        {
            return false;
        }

        if (_known.TryGetValue(recorded, out var holds))
        {
            return holds;
        }

        holds = HoldsAnew(Normalize(recorded));
        return _known.Count < Remembered ? _known.GetOrAdd(recorded, holds) : holds;
    }

    private bool HoldsAnew(string words) => _named.Any(name => IsCode(name)
        ? words.StartsWith(name, StringComparison.Ordinal)
        : words.Contains(name, StringComparison.Ordinal));

    // Spreadsheets eat the zero of location type 06.
    private static string Normalize(string text) => OffenseWords.Normalize(text.Trim().TrimStart('0'));

    // A code (14, D) stands first in its field; as a word of its own elsewhere it means something else.
    private static bool IsCode(string name) => char.IsDigit(name[1]) || name.Length == 3;
}
