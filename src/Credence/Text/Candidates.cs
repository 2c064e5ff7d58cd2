namespace Credence.Text;

/// <summary>How far each pattern was tried in a sentence; memory that the next sentence uses again.</summary>
internal sealed class Candidates
{
    private readonly Reusable<int> _touched = new();
    private int[] _triedTo = [];

    internal void Clear(int patterns)
    {
        foreach (var pattern in _touched.Items)
        {
            _triedTo[pattern] = 0;
        }

        _touched.Clear();
        if (_triedTo.Length < patterns)
        {
            _triedTo = new int[patterns];
        }
    }

    /// <summary>The first token at which a pattern was not tried yet, when it now is tried up to a token.</summary>
    internal int Advance(int pattern, int to)
    {
        var from = _triedTo[pattern];
        if (from == 0)
        {
            _touched.Add(pattern);
        }

        _triedTo[pattern] = to;
        return from;
    }
}
