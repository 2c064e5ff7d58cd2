namespace Credence.Evaluation;

/// <summary>Text that was read already, followed by the rest of its reader.</summary>
internal sealed class PrefixedReader(string prefix, TextReader rest) : TextReader
{
    private int _at;

    public override int Peek() => _at < prefix.Length ? prefix[_at] : rest.Peek();

    public override int Read() => _at < prefix.Length ? prefix[_at++] : rest.Read();

    public override int Read(char[] buffer, int index, int count)
    {
        if (_at >= prefix.Length) { return rest.Read(buffer, index, count); }

        var taken = Math.Min(count, prefix.Length - _at);
        prefix.CopyTo(_at, buffer, index, taken);
        _at += taken;
        return taken;
    }
}
