using System.Text;

namespace Credence.Incidents.Nibrs;

/// <summary>One side of a comparison: a text, a number, or both.</summary>
/// <param name="Text">The text, or null if it is a number only.</param>
/// <param name="Number">The number.</param>
/// <param name="Field">The field it comes from, or null.</param>
/// <param name="Binding">The name the field stands under, or null.</param>
internal sealed record NibrsOperand(NibrsText? Text, NibrsNumber Number, NibrsField? Field = null, NibrsBinding? Binding = null)
{
    public static NibrsOperand Literal(string word)
    {
        var bytes = Encoding.Latin1.GetBytes(word);
        var number = NibrsValue.Number(bytes);
        return new NibrsOperand(_ => bytes, _ => number);
    }

    public static NibrsOperand Of(NibrsNumber number) => new(null, number);

    public static NibrsOperand Of(NibrsField field, NibrsBinding? binding)
    {
        NibrsText text = binding switch
        {
            null => frame => frame.Report.Administrative is { } segment ? segment.Of(field) : default,
            { Group: null, Segment: var slot } => frame => frame.Segments[slot].Of(field),
            { Segment: var slot, Row: var row } => frame => frame.Segments[slot].Of(field, frame.Rows[row]),
        };
        return new NibrsOperand(text, frame => NibrsValue.Number(text(frame)), field, binding);
    }

    public NibrsTest Compare(string sign, NibrsOperand other)
    {
        if (sign is "=" or "!=" && Text is { } left && other.Text is { } right)
        {
            return sign == "="
                ? frame => NibrsValue.IsSame(left(frame), right(frame))
                : frame => !NibrsValue.IsSame(left(frame), right(frame));
        }

        var (one, two) = (Number, other.Number);
        return sign switch
        {
            "=" => frame => one(frame) is { } a && two(frame) is { } b && a == b,
            "!=" => frame => one(frame) is { } a && two(frame) is { } b && a != b,
            "<" => frame => one(frame) is { } a && two(frame) is { } b && a < b,
            "<=" => frame => one(frame) is { } a && two(frame) is { } b && a <= b,
            ">" => frame => one(frame) is { } a && two(frame) is { } b && a > b,
            _ => frame => one(frame) is { } a && two(frame) is { } b && a >= b,
        };
    }
}
