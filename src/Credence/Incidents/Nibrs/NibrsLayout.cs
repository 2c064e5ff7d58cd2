namespace Credence.Incidents.Nibrs;

/// <summary>The layout of one segment level of the flat file (Technical Specification, section 6).</summary>
public sealed class NibrsLayout
{
    private readonly bool[] _used;

    /// <summary>A layout from its fields, those of the header included.</summary>
    public NibrsLayout(int level, string name, IReadOnlyList<int> lengths, IReadOnlyList<NibrsField> fields)
    {
        (Level, Name, Lengths, Fields) = (level, name, lengths, fields);
        Single = [.. fields.Where(field => field.Group is null)];
        Groups = [.. fields.Where(field => field.Group is not null).GroupBy(field => field.Group!)
            .Select(group => new NibrsGroup(group.Key, [.. group]))];
        _used = new bool[lengths.Max()];
        foreach (var field in fields)
            for (var row = 0; row < field.Times; row++)
                Array.Fill(_used, true, field.Column(row) - 1, field.Length);
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
    public NibrsField? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>The first position, from 1, where something stands that no field names; 0 if there is none.</summary>
    internal int TextInUnusedPositions(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
            if (!_used[i] && bytes[i] != (byte)' ') return i + 1;
        return 0;
    }
}
