namespace Credence.Text;

/// <summary>
/// Every word that some pattern asks for, as one automaton over folded letters. A word of a text ends in a state, and
/// the state has a <em>class</em>: which words and stems it is. Class 0 is a word nobody asks for.
/// </summary>
internal sealed class Vocabulary
{
    internal const int Start = 1;

    private readonly int[] _next;
    private readonly ushort[] _classOfState;
    private readonly Dictionary<WordForm, ushort[]> _classesOfForm;

    internal Vocabulary(int[] next, ushort[] classOfState, Dictionary<WordForm, ushort[]> classesOfForm)
    {
        _next = next;
        _classOfState = classOfState;
        _classesOfForm = classesOfForm;
        Classes = classOfState.Max() + 1;
    }

    /// <summary>Number of classes, the unknown class included.</summary>
    internal int Classes { get; }

    /// <summary>Transitions: a row of 64 symbols a state.</summary>
    internal ReadOnlySpan<int> Next => _next;

    internal ushort ClassOf(int state) => _classOfState[state];

    /// <summary>The class of a word in symbols.</summary>
    internal ushort ClassOf(ReadOnlySpan<byte> word)
    {
        var state = Start;
        foreach (var symbol in word)
        {
            state = _next[(state << Characters.SymbolBits) + symbol];
        }

        return _classOfState[state];
    }

    /// <summary>The classes of words that are this form.</summary>
    internal IReadOnlyList<ushort> ClassesOf(WordForm form) => _classesOfForm[form];
}
