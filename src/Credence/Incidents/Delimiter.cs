namespace Credence.Incidents;

/// <summary>The sign between the fields, guessed from the line of headers.</summary>
internal static class Delimiter
{
    private const string Candidates = ",;\t|";

    /// <summary>The candidate that stands most often outside quotes; a comma where there is none.</summary>
    public static char Guess(ReadOnlySpan<char> headerLine)
    {
        Span<int> counts = stackalloc int[Candidates.Length];
        var quoted = false;
        foreach (var c in headerLine)
        {
            if (c == '"') quoted = !quoted;
            var candidate = quoted ? -1 : Candidates.IndexOf(c, StringComparison.Ordinal);
            if (candidate >= 0) counts[candidate]++;
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
            if (counts[i] > counts[best]) best = i;
        return Candidates[best];
    }

    /// <summary>The sign that a first line <c>sep=;</c> names (Excel writes it), or null.</summary>
    public static char? Named(ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim("\r\n\" ");
        return trimmed.Length == 5 && trimmed.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? trimmed[4] : null;
    }
}
