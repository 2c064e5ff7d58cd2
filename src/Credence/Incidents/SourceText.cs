namespace Credence.Incidents;

/// <summary>Text that can be read again from a place not long ago: what a reader needs to recover from a broken row.</summary>
internal sealed class SourceText : TextReader
{
    private const int ChunkLength = 1 << 14;

    private readonly TextReader _inner;
    private char[] _kept = new char[4 * ChunkLength];
    private int _first;
    private int _next;
    private int _end;
    private long _position;
    private bool _ended;

    public SourceText(TextReader inner) => _inner = inner;

    /// <summary>Places in the text where bytes were mended, counted up to a position; see <see cref="DecodedText"/>.</summary>
    public int TakeMendedBefore(long position) => (_inner as DecodedText)?.TakeMendedBefore(position) ?? 0;

    /// <summary>Forgets what lies before a position.</summary>
    public void Release(long position) => _first = checked((int)(position - _position));

    /// <summary>Reads on from a position that is still kept.</summary>
    public void Rewind(long position) => _next = checked((int)(position - _position));

    /// <summary>What comes next, up to so many characters, without taking it.</summary>
    public ReadOnlySpan<char> Peek(int length)
    {
        while (_end - _next < length && Fill()) { }
        return _kept.AsSpan(_next, Math.Min(length, _end - _next));
    }

    /// <summary>
    /// Takes the rest of the line, its end included; empty at the end of the text. Of a line longer than the limit only
    /// the beginning is returned and the rest is passed over; <paramref name="length"/> is the whole length either way.
    /// </summary>
    public ReadOnlySpan<char> TakeLine(int limit, out long length)
    {
        var scanned = 0;
        var complete = FindEnd(ref scanned);
        while (!complete && scanned <= limit && Fill()) complete = FindEnd(ref scanned);
        if (!complete && scanned <= limit) complete = FindEnd(ref scanned);
        var line = _kept.AsSpan(_next, Math.Min(scanned, limit));
        if (scanned > limit)
        {
            line = line.ToArray();
            length = PassLine();
            return line;
        }

        _next += scanned;
        length = scanned;
        return line;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    // Fills the buffer as far as it can: after a short answer a reader looks at an unfinished row from its start again,
    // and a pipe gives short answers only.
    public override int Read(Span<char> buffer)
    {
        var total = 0;
        while (total < buffer.Length && (_next < _end || Fill()))
        {
            var count = Math.Min(buffer.Length - total, _end - _next);
            _kept.AsSpan(_next, count).CopyTo(buffer[total..]);
            _next += count;
            total += count;
        }

        return total;
    }

    public override Task<int> ReadAsync(char[] buffer, int index, int count) =>
        Task.FromResult(Read(buffer, index, count));

    public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadBlockAsync(char[] buffer, int index, int count) =>
        Task.FromResult(ReadBlock(buffer, index, count));

    public override ValueTask<int> ReadBlockAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReadBlock(buffer.Span));

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }

    private long PassLine()
    {
        for (long length = 0; ;)
        {
            var scanned = 0;
            var complete = FindEnd(ref scanned);
            length += scanned;
            _next += scanned;
            _first = _next;
            if (complete || (!Fill() && _next == _end)) return length;
        }
    }

    // True if the line ends in what is kept; scanned then counts the line with its end, otherwise what is known of it.
    private bool FindEnd(ref int scanned)
    {
        var end = _kept.AsSpan(_next + scanned, _end - _next - scanned).IndexOfAny('\r', '\n');
        scanned = end < 0 ? _end - _next : scanned + end;
        if (end < 0) return false;
        var at = _next + scanned;
        if (_kept[at] == '\r' && at + 1 == _end && !_ended) return false;
        scanned += _kept[at] == '\r' && at + 1 < _end && _kept[at + 1] == '\n' ? 2 : 1;
        return true;
    }

    private bool Fill()
    {
        if (_ended) return false;
        if (_first > 0) Compact();
        if (_kept.Length - _end < ChunkLength) Array.Resize(ref _kept, _kept.Length * 2);
        var read = _inner.Read(_kept.AsSpan(_end));
        _end += read;
        _ended = read == 0;
        return read > 0;
    }

    private void Compact()
    {
        _kept.AsSpan(_first, _end - _first).CopyTo(_kept);
        _position += _first;
        _next -= _first;
        _end -= _first;
        _first = 0;
    }
}
