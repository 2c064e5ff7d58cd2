namespace Credence.Incidents.Nibrs;

/// <summary>Reads the condition of a rule (docs/nibrs.md explains how one is written) into something that can be asked.</summary>
internal sealed class NibrsConditionReader
{
    private const int Deepest = 20;

    private static readonly string[] Signs = ["=", "!=", "<", "<=", ">", ">="];

    private readonly NibrsWords _words;
    private readonly NibrsScope _scope;
    private readonly NibrsOperandReader _operands;
    private int _depth;

    private NibrsConditionReader(string text, NibrsScope scope)
    {
        (_words, _scope) = (new NibrsWords(text), scope);
        _operands = new NibrsOperandReader(_words, scope, Or);
    }

    /// <summary>Reads a condition; throws <see cref="FormatException"/> with one sentence if it cannot be read.</summary>
    /// <param name="text">The condition.</param>
    /// <param name="edition">Layouts, values and sets it may name.</param>
    /// <param name="over">What it is asked of: a segment, a group of one (victim.relations), or the incident.</param>
    /// <param name="it">The field that "it" means, or null.</param>
    public static NibrsCondition Read(string text, NibrsEdition edition, string over, NibrsField? it)
    {
        var scope = new NibrsScope(edition) { It = it };
        var group = Enter(scope, edition, over, it);
        var reader = new NibrsConditionReader(text, scope);
        var test = reader.Or();
        if (reader._words.Peek is { } more) throw new FormatException($"found {more}, expected and, or, or the end");
        if (scope.Slots > NibrsFrame.MostSlots) throw new FormatException($"found {scope.Slots} names in use, expected at most {NibrsFrame.MostSlots}");
        return new NibrsCondition(test, group, it, scope.IsCross || over == "incident", over == "incident");
    }

    private static NibrsGroup? Enter(NibrsScope scope, NibrsEdition edition, string over, NibrsField? it)
    {
        if (over == "incident") return null;
        var (name, groupName) = over.Split('.') is [var first, var second] ? (first, second) : (over, it?.Group);
        var layout = edition.Layouts.FirstOrDefault(layout => layout.Name == name)
            ?? throw new FormatException($"found for: {over}, expected one of {string.Join(", ", edition.Layouts.Select(known => known.Name))}, incident");
        var segment = scope.Push(layout.Name, layout);
        if (groupName is null) return null;
        var group = layout.Groups.FirstOrDefault(group => group.Name == groupName)
            ?? throw new FormatException($"found for: {over}, expected one of {string.Join(", ", layout.Groups.Select(known => $"{name}.{known.Name}"))}");
        scope.Push(group.Name, segment, group);
        return group;
    }

    // Everything that stands inside something else comes through here; a mistake of thousands of brackets must not end the program.
    private NibrsTest Or()
    {
        if (_depth++ == Deepest) throw new FormatException($"found conditions inside each other, expected at most {Deepest}");
        var test = And();
        while (_words.TakeIf("or"))
        {
            var (left, right) = (test, And());
            test = frame => left(frame) || right(frame);
        }

        _depth--;
        return test;
    }

    private NibrsTest And()
    {
        var test = Not();
        while (_words.TakeIf("and"))
        {
            var (left, right) = (test, Not());
            test = frame => left(frame) && right(frame);
        }

        return test;
    }

    private NibrsTest Not()
    {
        var isNot = false;
        while (_words.TakeIf("not")) isNot = !isNot;
        var test = Single();
        return isNot ? frame => !test(frame) : test;
    }

    private NibrsTest Single()
    {
        if (_words.TakeIf("(")) return Inner();
        if (_words.TakeIf("any")) return Exists(expected: true);
        if (_words.TakeIf("no")) return Exists(expected: false);
        return _words.TakeIf("pair") ? Pair() : Rest(_operands.Read());
    }

    private NibrsTest Exists(bool expected)
    {
        var counted = _operands.Counted(most: 1);
        return frame => counted(frame) > 0 == expected;
    }

    private NibrsTest Inner()
    {
        var test = Or();
        _words.Expect(")");
        return test;
    }

    private NibrsTest Pair()
    {
        _words.Expect("(");
        var one = _operands.Text();
        _words.Expect(",");
        var other = _operands.Text();
        _words.Expect(")");
        _words.Expect("in");
        var pairs = _scope.Edition.Pairs(_words.Take());
        return frame => pairs.Contains((NibrsCodes.Pack(one(frame)) ?? 0, NibrsCodes.Pack(other(frame)) ?? 0));
    }

    private NibrsTest Rest(NibrsOperand operand)
    {
        var word = _words.Take();
        if (Signs.Contains(word)) return operand.Compare(word, _operands.Read());
        if (word == "in" || (word == "not" && _words.TakeIf("in")))
        {
            var (text, codes) = (TextOf(operand), Codes());
            return word == "in" ? frame => codes.Contains(text(frame)) : frame => !codes.Contains(text(frame));
        }

        return word == "not" ? throw new FormatException($"found not {_words.Peek}, expected not in") : Quality(word, operand);
    }

    private NibrsCodes Codes()
    {
        if (!_words.TakeIf("(")) return _scope.Edition.Set(_words.Take());
        var codes = new List<string>();
        do codes.Add(_words.Take());
        while (_words.TakeIf(","));
        _words.Expect(")");
        return new NibrsCodes(codes);
    }

    private NibrsTest Quality(string word, NibrsOperand operand)
    {
        var text = TextOf(operand);
        return word switch
        {
            "given" => frame => !NibrsValue.IsBlank(text(frame)),
            "blank" => frame => NibrsValue.IsBlank(text(frame)),
            "date" => frame => NibrsValue.IsDate(text(frame)),
            "digits" => frame => NibrsValue.IsDigits(text(frame)),
            "number" => frame => NibrsValue.Number(text(frame)) is not null,
            "range" => frame => NibrsValue.IsRange(text(frame)),
            "exact-age" => frame => NibrsValue.IsExactAge(text(frame)),
            "starts-blank" => frame => text(frame) is [(byte)' ', ..],
            "inner-blank" => frame => NibrsValue.HasInnerBlank(text(frame)),
            "odd-characters" => frame => NibrsValue.HasOddCharacters(text(frame)),
            "ori" => frame => NibrsValue.IsOri(text(frame)),
            "county" => frame => NibrsValue.IsOfCounty(text(frame)),
            "valid" => Valid(operand),
            "repeats" => Repeats(operand),
            _ => throw new FormatException($"found {word}, expected a comparison, in, or a quality such as given or blank"),
        };
    }

    private NibrsTest Valid(NibrsOperand operand)
    {
        var (text, table) = (TextOf(operand), operand.Field?.Values ?? throw new FormatException("found valid of what has no table of values"));
        var codes = _scope.Edition.Values(table);
        return frame => codes.Contains(text(frame));
    }

    // True at the second and every later place of a value, so that each is said once.
    private static NibrsTest Repeats(NibrsOperand operand)
    {
        if (operand is not { Field: { } field, Binding: { Group: not null, Segment: var slot, Row: var row } })
            throw new FormatException("found repeats of a value that stands once");
        return frame =>
        {
            var (segment, at) = (frame.Segments[slot], frame.Rows[row]);
            if (segment.IsBlank(field, at)) return false;
            for (var i = 0; i < at; i++)
                if (NibrsValue.IsSame(segment.Of(field, i), segment.Of(field, at))) return true;
            return false;
        };
    }

    private static NibrsText TextOf(NibrsOperand operand) =>
        operand.Text ?? throw new FormatException("found a number, expected a value of a segment");
}
