using System.Collections.Frozen;

namespace Credence.Incidents.Nibrs;

/// <summary>The layout of one segment level of the flat file (Technical Specification, section 6).</summary>
public sealed class NibrsLayout
{
    private readonly (int Start, int Length)[] _unused;
    private readonly FrozenDictionary<string, NibrsField> _byName;

    /// <summary>A layout from its fields, those of the header included.</summary>
    public NibrsLayout(int level, string name, IReadOnlyList<int> lengths, IReadOnlyList<NibrsField> fields)
    {
        (Level, Name, Lengths, Fields) = (level, name, lengths, fields);
        Single = [.. fields.Where(field => field.Group is null)];
        Groups = [.. fields.Where(field => field.Group is not null).GroupBy(field => field.Group!)
            .Select(group => new NibrsGroup(group.Key, [.. group]))];
        _unused = [.. Unused(fields, lengths.Max())];
        _byName = fields.ToFrozenDictionary(field => field.Name);
        Ori = Find("ori")!;
        Number = Find("incidentNumber") ?? Find("transaction")!;
    }

    /// <summary>Segment level, 0 to 7.</summary>
    public int Level { get; }

    /// <summary>What the segment holds, such as victim.</summary>
    public string Name { get; }

    /// <summary>How long a segment of this level may be, the shortest first.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <summary>All values, in order of position.</summary>
    public IReadOnlyList<NibrsField> Fields { get; }

    /// <summary>The values that stand once.</summary>
    public IReadOnlyList<NibrsField> Single { get; }

    /// <summary>The values that occur together several times.</summary>
    public IReadOnlyList<NibrsGroup> Groups { get; }

    internal NibrsField Ori { get; }

    internal NibrsField Number { get; }

    /// <summary>The field of that name, or null.</summary>
    public NibrsField? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The first position, from 1, where something stands that no field names; 0 if there is none.</summary>
    internal int TextInUnusedPositions(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, length) in _unused)
        {
            if (start >= bytes.Length) break;
            var at = bytes.Slice(start, Math.Min(length, bytes.Length - start)).IndexOfAnyExcept((byte)' ');
            if (at >= 0) return start + at + 1;
        }

        return 0;
    }

    private static IEnumerable<(int Start, int Length)> Unused(IReadOnlyList<NibrsField> fields, int length)
    {
        var used = new bool[length];
        foreach (var field in fields)
            for (var row = 0; row < field.Times; row++)
                Array.Fill(used, true, field.Column(row) - 1, field.Length);
        for (var start = 0; start < length;)
        {
            var end = start;
            while (end < length && !used[end]) end++;
            if (end > start) yield return (start, end - start);
            start = end + 1;
        }
    }
}
