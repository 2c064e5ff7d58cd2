namespace Credence.Incidents.Nibrs;

/// <summary>A name that a condition can use: a segment, or one row of a group in it.</summary>
/// <param name="Alias">The name.</param>
/// <param name="Layout">The layout of the segment.</param>
/// <param name="Segment">Its slot in the frame.</param>
/// <param name="Group">The group, or null for the segment itself.</param>
/// <param name="Row">The row's slot in the frame.</param>
internal sealed record NibrsBinding(string Alias, NibrsLayout Layout, int Segment, NibrsGroup? Group = null, int Row = 0);

/// <summary>The names in use at a place of a condition, the outermost first.</summary>
internal sealed class NibrsScope(NibrsEdition edition)
{
    private readonly List<NibrsBinding> _bindings = [];

    public int Slots { get; private set; }

    public bool IsCross { get; private set; }

    /// <summary>The field that "it" means.</summary>
    public NibrsField? It { get; set; }

    public NibrsEdition Edition => edition;

    public NibrsBinding? OutermostSegment => _bindings.FirstOrDefault(binding => binding.Group is null);

    public NibrsBinding Push(string alias, NibrsLayout layout)
    {
        var binding = new NibrsBinding(alias, layout, Slots++);
        _bindings.Add(binding);
        return binding;
    }

    public NibrsBinding Push(string alias, NibrsBinding of, NibrsGroup group)
    {
        var binding = new NibrsBinding(alias, of.Layout, of.Segment, group, Slots++);
        _bindings.Add(binding);
        return binding;
    }

    public void Pop() => _bindings.RemoveAt(_bindings.Count - 1);

    public void Cross() => IsCross = true;

    /// <summary>The innermost segment of a level, or null.</summary>
    public NibrsBinding? SegmentOf(NibrsLayout layout) => _bindings.LastOrDefault(binding => binding.Group is null && binding.Layout == layout);

    /// <summary>The innermost segment that has such a group, and the group; null if none has.</summary>
    public (NibrsBinding Segment, NibrsGroup Group)? GroupOf(string name)
    {
        foreach (var binding in _bindings.Where(binding => binding.Group is null).Reverse())
            if (binding.Layout.Groups.FirstOrDefault(group => group.Name == name) is { } group) return (binding, group);
        return null;
    }

    /// <summary>The row of a group that is being looked at, the innermost; null if none is.</summary>
    public NibrsBinding? RowOf(NibrsGroup group) => _bindings.LastOrDefault(binding => binding.Group == group);

    /// <summary>Where a value comes from: its field, and the name it stands under; null if there is no such value.</summary>
    public (NibrsField Field, NibrsBinding? Binding)? Find(string? alias, string name)
    {
        for (var i = _bindings.Count - 1; i >= 0; i--)
        {
            var binding = _bindings[i];
            if (alias is not null && binding.Alias != alias) continue;
            var fields = binding.Group?.Fields ?? binding.Layout.Single;
            if (fields.FirstOrDefault(field => field.Name == name) is { } field) return (field, binding);
        }

        if (alias != "administrative" || edition.Layout(1)?.Single.FirstOrDefault(field => field.Name == name) is not { } administrative)
            return null;
        IsCross = true;
        return (administrative, null);
    }
}
