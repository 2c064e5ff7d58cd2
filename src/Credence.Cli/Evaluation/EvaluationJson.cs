using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Incidents;
using Credence.Statistics;

namespace Credence.Cli.Evaluation;

/// <summary>Measures as JSON: shares with their counts and Wilson's interval, what cannot be computed as null.</summary>
internal static class EvaluationJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters =
        {
            new JsonStringEnumConverter(),
            new Written<IncidentNumber>((json, number, _) => json.WriteStringValue(number.Value)),
            new Written<double>((json, value, _) => Write(json, value)),
            new Written<Proportion>(Write),
            new Written<Estimate>((json, estimate, _) => Write(json, estimate.Value, estimate.Interval, null)),
        },
    };

    private static void Write(Utf8JsonWriter json, Proportion share, JsonSerializerOptions options) =>
        Write(json, share.Share, share.Of == 0 ? Interval.Undefined : share.Wilson(), share);

    private static void Write(Utf8JsonWriter json, double value, Interval interval, Proportion? counts)
    {
        json.WriteStartObject();
        if (counts is { } share)
        {
            json.WriteNumber("count", share.Count);
            json.WriteNumber("of", share.Of);
        }

        json.WritePropertyName("value");
        Write(json, value);
        json.WritePropertyName("low");
        Write(json, interval.Low);
        json.WritePropertyName("high");
        Write(json, interval.High);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value)) { json.WriteNumberValue(value); } else { json.WriteNullValue(); }
    }

    private sealed class Written<T>(Action<Utf8JsonWriter, T, JsonSerializerOptions> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Measures are only written.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value, options);
    }
}
