using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Credence.Record.Keys;

internal static class SealedJson
{
    internal static byte[] Seal<T>(this ContentKey key, T value, JsonTypeInfo<T> type, SealedPlace place)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var bytes = key.Seal(plain, place);
        Array.Clear(plain);
        return bytes;
    }

    /// <summary>The value, or null if there is no key, or these bytes were not sealed by it for this place.</summary>
    internal static T? TryOpen<T>(this ContentKey? key, byte[] bytes, JsonTypeInfo<T> type, SealedPlace place) where T : class
    {
        if (key?.TryOpen(bytes, place) is not { } plain) return null;
        try
        {
            return JsonSerializer.Deserialize(plain, type);
        }
        finally
        {
            Array.Clear(plain);
        }
    }
}
