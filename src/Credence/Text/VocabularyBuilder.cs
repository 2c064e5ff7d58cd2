namespace Credence.Text;

/// <summary>Builds a <see cref="Vocabulary"/>: a trie of the words, then a class for each state.</summary>
internal sealed class VocabularyBuilder
{
    private const int Dead = 0;
    private const int Row = 1 << Characters.SymbolBits;

    private readonly List<int> _next = [];
    private readonly List<List<WordForm>> _forms = [];
    private readonly List<ushort> _classes = [];
    private readonly Dictionary<string, int> _anyEnding = [];
    private readonly Dictionary<string, ushort> _numbers = new() { [""] = 0 };
    private readonly Dictionary<WordForm, SortedSet<ushort>> _classesOfForm = [];

    private VocabularyBuilder()
    {
        NewState();
        NewState();
    }

    internal static Vocabulary Build(IEnumerable<WordForm> forms)
    {
        var builder = new VocabularyBuilder();
        foreach (var form in forms.Distinct())
        {
            builder.Add(form);
        }

        builder.Classify(Vocabulary.Start, []);
        return new Vocabulary([.. builder._next], [.. builder._classes],
            builder._classesOfForm.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()));
    }

    private void Add(WordForm form)
    {
        var state = Vocabulary.Start;
        foreach (var letter in form.Letters)
        {
            var at = (state << Characters.SymbolBits) + Characters.Symbols[letter];
            if (_next[at] == Dead)
            {
                _next[at] = NewState();
            }

            state = _next[at];
        }

        _forms[state].Add(form);
    }

    private int NewState()
    {
        _next.AddRange(new int[Row]);
        _forms.Add([]);
        _classes.Add(0);
        return _forms.Count - 1;
    }

    /// <summary>Gives a state its class and, below a stem, leads every letter that no word goes on with to "any ending".</summary>
    private void Classify(int state, WordForm[] stemsAbove)
    {
        WordForm[] stems = [.. stemsAbove, .. _forms[state].Where(form => form.IsStem)];
        _classes[state] = ClassOf([.. _forms[state].Where(form => !form.IsStem), .. stems]);
        var fallback = stems.Length == 0 ? Dead : AnyEnding(stems);
        for (var symbol = 1; symbol < Row; symbol++)
        {
            var at = (state << Characters.SymbolBits) + symbol;
            if (symbol == Characters.Ignorable)
            {
                _next[at] = state;
            }
            else if (_next[at] == Dead)
            {
                _next[at] = fallback;
            }
            else
            {
                Classify(_next[at], stems);
            }
        }
    }

    /// <summary>One state that loops on every letter.</summary>
    private int AnyEnding(WordForm[] stems)
    {
        var key = KeyOf(stems);
        if (!_anyEnding.TryGetValue(key, out var state))
        {
            state = NewState();
            _anyEnding.Add(key, state);
            _classes[state] = ClassOf(stems);
            for (var symbol = 1; symbol < Row; symbol++)
            {
                _next[(state << Characters.SymbolBits) + symbol] = state;
            }
        }

        return state;
    }

    private ushort ClassOf(WordForm[] forms)
    {
        var key = KeyOf(forms);
        if (!_numbers.TryGetValue(key, out var number))
        {
            number = checked((ushort)_numbers.Count);
            _numbers.Add(key, number);
        }

        foreach (var form in forms)
        {
            (_classesOfForm.TryGetValue(form, out var classes) ? classes : _classesOfForm[form] = []).Add(number);
        }

        return number;
    }

    private static string KeyOf(WordForm[] forms) =>
        string.Join('|', forms.Select(form => form.ToString()).Distinct().Order(StringComparer.Ordinal));
}
