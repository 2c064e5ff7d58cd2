using System.Text;

namespace Credence.Record.Tests.Incidents;

/// <summary>An export of so many invented incidents of a kilobyte each, made while it is read.</summary>
internal sealed class GeneratedCsv(int rows) : Stream
{
    private byte[] _line = Encoding.UTF8.GetBytes(Imports.Header);
    private int _at;
    private int _row;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_at == _line.Length && !Next()) return 0;
        var count = Math.Min(buffer.Length, _line.Length - _at);
        _line.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Next()
    {
        if (_row == rows) return false;
        _row++;
        (_line, _at) = (Encoding.UTF8.GetBytes(Imports.Row($"2031-{_row}", string.Concat(Enumerable.Range(_row, 60).Select(i => $"Officer met w{i * 7919 % 20011} there. ")))), 0);
        return true;
    }
}
