namespace Credence.Incidents.Nibrs;

/// <summary>Reads what stands on a side of a comparison, and what is counted.</summary>
internal sealed class NibrsOperandReader(NibrsWords words, NibrsScope scope, Func<NibrsTest> condition)
{
    private const int Deepest = 20;

    private static readonly string[] Which = ["other", "earlier", "later"];

    private int _depth;

    /// <summary>A value, a code, a number, or what is reckoned from them.</summary>
    public NibrsOperand Read()
    {
        if (_depth++ == Deepest) throw new FormatException($"found values inside each other, expected at most {Deepest}");
        var operand = Of(words.Take());
        _depth--;
        return operand;
    }

    /// <summary>A value of a segment.</summary>
    public NibrsText Text() => Read().Text ?? throw new FormatException("found a number, expected a value of a segment");

    /// <summary>How many there are of something: [other|earlier|later] NAME [as NAME] [(CONDITION)].</summary>
    /// <param name="most">Where to stop counting.</param>
    public Func<NibrsFrame, int> Counted(int most)
    {
        var which = Which.Contains(words.Peek) ? words.Take() : null;
        var name = words.Take();
        if (scope.Edition.Layouts.FirstOrDefault(layout => layout.Name == name) is { } layout) return Segments(layout, which, most);
        return scope.GroupOf(name) is var (segment, group)
            ? Rows(segment, group, which, most)
            : throw new FormatException($"found {name}, expected a segment or a group of values");
    }

    private NibrsOperand Of(string word) => word switch
    {
        "count" => Count(),
        "number" when words.Peek == "(" => OfText(text => frame => NibrsValue.Number(text(frame))),
        "years" => OfText(text => frame => NibrsValue.Years(text(frame))),
        "low" => OfText(text => frame => NibrsValue.Low(text(frame))),
        "high" => OfText(text => frame => NibrsValue.High(text(frame))),
        "difference" => Difference(),
        "first" => First(),
        "position" => Position(),
        "submission-end" => OfSubmission(month => month * 100 + 31),
        "base-date" => OfSubmission(month => (month / 100 - 1) * 10000 + 101),
        "agency-start" => NibrsOperand.Of(frame => frame.AgencyStart),
        "zero-end" => ZeroEnd(),
        _ => Named(word),
    };

    private Func<NibrsFrame, int> Segments(NibrsLayout layout, string? which, int most)
    {
        scope.Cross();
        var current = which is null ? -1 : scope.SegmentOf(layout)?.Segment
            ?? throw new FormatException($"found {which} {layout.Name} where no {layout.Name} is looked at");
        var slot = scope.Push(Alias(which ?? layout.Name), layout).Segment;
        var test = Bracketed();
        var level = layout.Level;
        return frame =>
        {
            var (count, isPast) = (0, false);
            var segments = frame.Report.Level(level);
            for (var i = 0; i < segments.Count && count < most; i++)
            {
                var isCurrent = current >= 0 && ReferenceEquals(segments[i], frame.Segments[current]);
                isPast |= isCurrent;
                if (isCurrent || (which == "earlier" && isPast) || (which == "later" && !isPast)) continue;
                frame.Segments[slot] = segments[i];
                if (test?.Invoke(frame) != false) count++;
            }

            return count;
        };
    }

    private Func<NibrsFrame, int> Rows(NibrsBinding segment, NibrsGroup group, string? which, int most)
    {
        var current = which is null ? -1 : scope.RowOf(group)?.Row
            ?? throw new FormatException($"found {which} {group.Name} where none is looked at");
        var row = scope.Push(Alias(which ?? group.Name), segment, group).Row;
        var test = Bracketed();
        var slot = segment.Segment;
        return frame =>
        {
            var at = current < 0 ? -1 : frame.Rows[current];
            var (first, end) = which switch { "earlier" => (0, at), "later" => (at + 1, group.Times), _ => (0, group.Times) };
            var count = 0;
            for (var i = first; i < end && count < most; i++)
            {
                if ((which == "other" && i == at) || frame.Segments[slot].IsBlank(group, i)) continue;
                frame.Rows[row] = i;
                if (test?.Invoke(frame) != false) count++;
            }

            return count;
        };
    }

    private NibrsOperand Count()
    {
        var counted = Counted(int.MaxValue);
        return NibrsOperand.Of(frame => counted(frame));
    }

    private string Alias(string name) => words.TakeIf("as") ? words.Take() : name;

    private NibrsTest? Bracketed()
    {
        var test = words.TakeIf("(") ? condition() : null;
        if (test is not null) words.Expect(")");
        scope.Pop();
        return test;
    }

    private NibrsOperand OfText(Func<NibrsText, NibrsNumber> number)
    {
        words.Expect("(");
        var text = Text();
        words.Expect(")");
        return NibrsOperand.Of(number(text));
    }

    private NibrsOperand Difference()
    {
        words.Expect("(");
        var one = Text();
        words.Expect(",");
        var other = Text();
        words.Expect(")");
        return NibrsOperand.Of(frame => Math.Abs((NibrsValue.Years(one(frame)) ?? 0) - (NibrsValue.Years(other(frame)) ?? 0)));
    }

    // The first two characters: a code such as NN, or the first age.
    private NibrsOperand First()
    {
        words.Expect("(");
        var text = Text();
        words.Expect(")");
        NibrsText first = frame => text(frame) is { Length: > 2 } whole ? whole[..2] : text(frame);
        return new NibrsOperand(first, frame => NibrsValue.Number(first(frame)));
    }

    private NibrsOperand Position()
    {
        var (level, slot) = scope.OutermostSegment is { } segment
            ? (segment.Layout.Level, segment.Segment)
            : throw new FormatException("found position where no segment is looked at");
        return NibrsOperand.Of(frame =>
        {
            var segments = frame.Report.Level(level);
            for (var i = 0; i < segments.Count; i++)
                if (ReferenceEquals(segments[i], frame.Segments[slot])) return i + 1;
            return null;
        });
    }

    private NibrsOperand OfSubmission(Func<long, long> reckon)
    {
        var slot = scope.OutermostSegment?.Segment ?? throw new FormatException("found a date of submission where no segment is looked at");
        return NibrsOperand.Of(frame => frame.Segments[slot].Submission is var month and > 0 ? reckon(month) : null);
    }

    private NibrsOperand ZeroEnd()
    {
        var (month, year) = (Named("zeroMonth").Number, Named("zeroYear").Number);
        return NibrsOperand.Of(frame => month(frame) is { } m and >= 1 and <= 12 && year(frame) is { } y ? y * 10000 + m * 100 + 31 : null);
    }

    private NibrsOperand Named(string word)
    {
        if (word == "it")
        {
            var it = scope.It ?? throw new FormatException("found it in a rule without fields");
            var binding = scope.Find(null, it.Name)?.Binding;
            return NibrsOperand.Of(it, binding ?? throw new FormatException("found it where its segment is not looked at"));
        }

        if (!char.IsAsciiLetterLower(word[0])) return NibrsOperand.Literal(word);
        var (alias, name) = word.Split('.') is [var first, var second] ? (first, second) : (null, word);
        return scope.Find(alias, name) is var (field, where)
            ? NibrsOperand.Of(field, where)
            : throw new FormatException($"found {word}, expected a value that is known here");
    }
}
