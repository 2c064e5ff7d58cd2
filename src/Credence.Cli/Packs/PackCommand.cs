using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Packs;

namespace Credence.Cli.Packs;

/// <summary><c>credence pack</c>: checks, lists, shows and imports the packs, which an agency may change without a programmer.</summary>
internal static class PackCommand
{
    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The command, for the root command and for the page of commands.</summary>
    public static Command Create() => new("pack", "Checks, lists, shows and imports packs: what may be changed without a programmer")
    {
        PackCheckCommand.Create(),
        PackListCommand.Create(),
        PackShowCommand.Create(),
        PackImportCommand.Create(),
    };

    /// <summary>The packs that ship with folders laid over them; problems are the library's, not the command's end.</summary>
    public static PackLibrary Library(params IEnumerable<string?> folders) =>
        PackReader.Read([.. DefaultPacks.Files(), .. folders.OfType<string>().SelectMany(PackFolder.Files)]);

    public static void WriteJson(TextWriter to, object value) => to.WriteLine(JsonSerializer.Serialize(value, JsonForm));
}
