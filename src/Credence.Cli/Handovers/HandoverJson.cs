using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Record.Handovers;

namespace Credence.Cli.Handovers;

/// <summary>Lists of the post as JSON.</summary>
internal static class HandoverJson
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static object Of(PostCard card) => new { Name = card.Name.Value, card.Side, Address = card.Address?.AbsoluteUri, card.Fingerprint };

    public static int Say(ParseResult parsed, object value, int exit = ExitCode.Done)
    {
        parsed.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(value, Form));
        return exit;
    }
}
