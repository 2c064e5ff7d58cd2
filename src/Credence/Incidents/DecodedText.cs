using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Credence.Incidents;

/// <summary>The characters of a stream of bytes. Bytes that are no UTF-8 are read as Windows-1252 and remembered.</summary>
/// <remarks>One wrong byte late in a large file must neither end the run nor damage the words beside it.</remarks>
internal sealed class DecodedText : TextReader
{
    private const int ChunkLength = 1 << 16;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly Stream _stream;
    private readonly Decoder? _decoder;
    private readonly Queue<long> _mended = new();
    private byte[] _bytes;
    private int _start;
    private int _end;
    private bool _ended;
    private long _position;

    /// <param name="stream">Where further bytes come from.</param>
    /// <param name="first">Bytes already read from it, after any byte order mark.</param>
    /// <param name="encoding">How to read them.</param>
    public DecodedText(Stream stream, ReadOnlySpan<byte> first, SourceEncoding encoding)
    {
        _stream = stream;
        _bytes = new byte[Math.Max(ChunkLength, first.Length)];
        first.CopyTo(_bytes);
        _end = first.Length;
        _decoder = encoding switch
        {
            SourceEncoding.Utf16LittleEndian => Encoding.Unicode.GetDecoder(),
            SourceEncoding.Utf16BigEndian => Encoding.BigEndianUnicode.GetDecoder(),
            SourceEncoding.Windows1252 => Windows1252.GetDecoder(),
            _ => null,
        };
    }

    /// <summary>How many bytes before this character position were no UTF-8, since the last time it was asked.</summary>
    public int TakeMendedBefore(long position)
    {
        var count = 0;
        for (; _mended.TryPeek(out var mended) && mended < position; count++) _mended.Dequeue();
        return count;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_start == _end && !Refill()) break;
            var written = _decoder is null ? DecodeUtf8(buffer) : Decode(_decoder, buffer);
            _position += written;
            if (written > 0) return written;
            if (!Refill() && _start == _end) break;
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _stream.Dispose();
        base.Dispose(disposing);
    }

    private int Decode(Decoder decoder, Span<char> buffer)
    {
        decoder.Convert(_bytes.AsSpan(_start, _end - _start), buffer, _ended, out var used, out var written, out _);
        _start += used;
        return written;
    }

    private int DecodeUtf8(Span<char> buffer)
    {
        var bytes = _bytes.AsSpan(_start, _end - _start);
        var status = Utf8.ToUtf16(bytes, buffer, out var used, out var written, replaceInvalidSequences: false, _ended);
        _start += used;
        if (status != OperationStatus.InvalidData || written == buffer.Length) return written;
        _mended.Enqueue(_position + written);
        return written + Windows1252.GetChars(_bytes.AsSpan(_start++, 1), buffer[written..]);
    }

    private bool Refill()
    {
        if (_ended) return false;
        _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
        (_start, _end) = (0, _end - _start);
        if (_end == _bytes.Length) Array.Resize(ref _bytes, 2 * _end);
        var read = _stream.Read(_bytes.AsSpan(_end));
        _end += read;
        _ended = read == 0;
        return read > 0;
    }
}
