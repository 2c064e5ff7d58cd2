using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Credence.Care.Persons;
using Credence.Care.Releases;
using Credence.Care.Statements;
using Credence.Consents;
using Credence.Record.Keys;

namespace Credence.Care.Storage;

/// <summary>What is sealed, as it is written: words for values of closed lists, and null for what is not known.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = [typeof(KindsConverter)])]
[JsonSerializable(typeof(FaceSheet))]
[JsonSerializable(typeof(Consent))]
[JsonSerializable(typeof(StatementText))]
[JsonSerializable(typeof(WrittenRelease))]
internal sealed partial class CareJson : JsonSerializerContext;

/// <summary>Kinds of information as their words, in the order of the list; a word that is not known is a fault, since it cannot be kept to.</summary>
internal sealed class KindsConverter : JsonConverter<IReadOnlySet<InformationKind>>
{
    public override IReadOnlySet<InformationKind> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var kinds = new HashSet<InformationKind>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            kinds.Add(EnumWord.Find<InformationKind>(reader.GetString()) ?? throw new JsonException("Found a kind of information that is not known."));
        return kinds;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlySet<InformationKind> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var kind in value.Order()) writer.WriteStringValue(EnumWord.Of(kind));
        writer.WriteEndArray();
    }
}

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
