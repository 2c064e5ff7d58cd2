using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Credence.Care.Persons;
using Credence.Care.Releases;
using Credence.Care.Statements;
using Credence.Consents;
using Credence.Record.Keys;

namespace Credence.Care.Storage;

/// <summary>What is sealed, as it is written: words for values of closed lists, and nothing that is not known.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(FaceSheet))]
[JsonSerializable(typeof(Consent))]
[JsonSerializable(typeof(StatementText))]
[JsonSerializable(typeof(WrittenRelease))]
internal sealed partial class CareJson : JsonSerializerContext;

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
