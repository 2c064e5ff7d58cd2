namespace Credence.Text;

/// <summary>A list whose memory the next text uses again.</summary>
internal sealed class Reusable<T>
    where T : struct
{
    private T[] _items = new T[64];

    internal int Count { get; set; }

    internal Span<T> Items => _items.AsSpan(0, Count);

    internal void Clear() => Count = 0;

    internal void Add(T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, 2 * Count);
        }

        _items[Count++] = item;
    }
}
