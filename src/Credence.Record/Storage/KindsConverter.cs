using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Consents;

namespace Credence.Record.Storage;

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
