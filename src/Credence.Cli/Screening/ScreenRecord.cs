using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Credence.Cli.Screening;

/// <summary>What a complete run was: <c>run.json</c>. No times are in it, so the same run gives the same bytes.</summary>
internal sealed record ScreenRecord
{
    /// <summary>Version of this program.</summary>
    public static string Version { get; } =
        typeof(ScreenRecord).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public required string Credence { get; init; }

    public required string Purpose { get; init; }

    public required IReadOnlyList<string> Packs { get; init; }

    public required Dictionary<string, string> Settings { get; init; }

    public required IReadOnlyList<ScreenedInput> Inputs { get; init; }

    public required Tally Counts { get; init; }

    public required long MissedRows { get; init; }

    public required long MissedIncidents { get; init; }

    public required bool Complete { get; init; }

    public string ToJson() => Text.Of(this);

    /// <summary>JSON of records of this program.</summary>
    public static class Text
    {
        private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

        public static string Of<T>(T record) => JsonSerializer.Serialize(record, Options);

        public static T? Read<T>(string path)
        {
            try
            {
                return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Options);
            }
            catch (JsonException)
            {
                return default;
            }
        }
    }
}

/// <summary>An input that was read to its end.</summary>
internal sealed record ScreenedInput
{
    public required string File { get; init; }

    public required long Bytes { get; init; }

    public required string Sha256 { get; init; }

    public required string Encoding { get; init; }

    public required string Format { get; init; }

    /// <summary>Which header was read as what, as a column map says it.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    public required long Rows { get; init; }
}
