namespace Credence.Incidents.Nibrs;

/// <summary>The lines of a flat file, from a stream of bytes, in constant memory. Nothing is lost: every byte is in one line.</summary>
public sealed class NibrsReader
{
    /// <summary>Bytes of a line that are kept together; a longer one comes in pieces, none of which is a segment.</summary>
    public const int LongestLine = 4096;

    private static readonly byte[] NoEnd = [];
    private static readonly byte[] LineFeed = [(byte)'\n'];
    private static readonly byte[] CarriageReturn = [(byte)'\r'];
    private static readonly byte[] Both = [(byte)'\r', (byte)'\n'];

    private readonly Stream _stream;
    private readonly List<NibrsLineProblem> _problems = [];
    private readonly byte[] _buffer;
    private int _start;
    private int _end;
    private bool _ended;
    private bool _inLongLine;
    private long _number;

    /// <summary>A reader of a stream, by the layouts of an edition.</summary>
    /// <param name="stream">Where the bytes come from; who opened it closes it.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="first">Bytes already taken from the stream.</param>
    public NibrsReader(Stream stream, NibrsEdition edition, ReadOnlySpan<byte> first = default)
    {
        (_stream, Edition, _end) = (stream, edition, first.Length);
        _buffer = new byte[Math.Max(1 << 16, first.Length)];
        first.CopyTo(_buffer);
    }

    /// <summary>The layouts it reads by.</summary>
    public NibrsEdition Edition { get; }

    /// <summary>Reads the next line.</summary>
    public bool TryRead(out NibrsLine line)
    {
        line = null!;
        if (!Find(out var length, out var end)) return false;
        var bytes = _buffer.AsSpan(_start, length).ToArray();
        var isPiece = _inLongLine || (length == LongestLine && end.Length == 0 && !AtEnd(length));
        if (!_inLongLine) _number++;
        _start += length + end.Length;
        line = new NibrsLine(_number, bytes, end, isPiece ? null : SegmentOf(bytes), isPiece ? [TooLong] : Problems());
        _inLongLine = isPiece && end.Length == 0;
        return true;
    }

    /// <summary>True if bytes begin, after empty lines, with a segment of the flat file.</summary>
    public static bool IsFlatFile(ReadOnlySpan<byte> bytes, NibrsEdition edition)
    {
        using var stream = new MemoryStream(bytes[..Math.Min(bytes.Length, LongestLine)].ToArray());
        var reader = new NibrsReader(stream, edition);
        while (reader.TryRead(out var line))
            if (!line.IsBlank) return line.Segment is not null && !line.Problems.Any(problem => problem.Fault == NibrsLineFault.Action);
        return false;
    }

    /// <summary>True if bytes begin like a segment, whatever the edition: length, level and action type. Told without a pack.</summary>
    public static bool MayBeFlatFile(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.TrimStart("\r\n "u8);
        return start.Length > 5 && NibrsValue.IsDigits(start[..4]) && start[4] is >= (byte)'0' and <= (byte)'7' && start[5] is >= (byte)'A' and <= (byte)'Z';
    }

    private static NibrsLineProblem TooLong { get; } = new(
        NibrsLineFault.Length, LongestLine + 1, "a line of more than 4096 characters", "a segment of at most 307");

    private NibrsSegment? SegmentOf(byte[] bytes)
    {
        _problems.Clear();
        return NibrsLineForm.Read(Edition, bytes, _number, _problems);
    }

    private NibrsLineProblem[] Problems() => _problems.Count == 0 ? [] : [.. _problems];

    private bool AtEnd(int length) => _ended && _start + length == _end;

    private bool Find(out int length, out byte[] end)
    {
        for (; ; )
        {
            var ahead = _buffer.AsSpan(_start, Math.Min(_end - _start, LongestLine + 2));
            length = ahead.IndexOfAny((byte)'\r', (byte)'\n');
            if (length >= 0 && length <= LongestLine && (ahead[length] == '\n' || length + 1 < ahead.Length || _ended))
            {
                end = ahead[length] == '\n' ? LineFeed : length + 1 < ahead.Length && ahead[length + 1] == '\n' ? Both : CarriageReturn;
                return true;
            }

            if (ahead.Length < LongestLine + 2 && Refill()) continue;
            end = NoEnd;
            length = Math.Min(ahead.Length, LongestLine);
            return ahead.Length > 0;
        }
    }

    private bool Refill()
    {
        if (_ended) return false;
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = _stream.Read(_buffer.AsSpan(_end));
        _end += read;
        _ended = read == 0;
        return true;
    }
}
