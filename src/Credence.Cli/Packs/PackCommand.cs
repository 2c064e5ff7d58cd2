using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Packs;

namespace Credence.Cli.Packs;

/// <summary><c>credence pack</c>: checks, lists and shows the packs, which an agency may change without a programmer.</summary>
internal static class PackCommand
{
    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal static Option<DirectoryInfo[]> PacksOption() => new("--packs")
    {
        Description = "A folder of packs to lay over those that ship.",
        HelpName = "DIR",
    };

    internal static Option<bool> JsonOption() => new("--json") { Description = "Write JSON instead of text." };

    /// <summary>The command, for the root command and for the page of commands.</summary>
    public static Command Create() => new("pack", "Checks, lists and shows packs: indicators, context, offenses, signals and so on.")
    {
        PackCheckCommand.Create(),
        PackListCommand.Create(),
        PackShowCommand.Create(),
    };

    internal static void WriteJson(TextWriter to, object value) => to.WriteLine(JsonSerializer.Serialize(value, JsonForm));

    /// <summary>Reads the packs and runs; wrong use is 2, a file that cannot be read is 4.</summary>
    internal static int Run(ParseResult parsed, IEnumerable<DirectoryInfo> folders, Func<PackLibrary, TextWriter, int> run)
    {
        var errors = parsed.InvocationConfiguration.Error;
        try
        {
            return run(LocalPacks.Read(folders), parsed.InvocationConfiguration.Output);
        }
        catch (WrongUseException wrong)
        {
            errors.WriteLine(wrong.Message);
            return 2;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(failed.Message);
            return 4;
        }
    }
}
