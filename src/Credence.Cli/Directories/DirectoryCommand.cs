using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Credence.Cli.Directories;

/// <summary><c>credence directory</c>: directories of services in HSDS.</summary>
internal static class DirectoryCommand
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static readonly Argument<string[]> Paths = new("PATH") { Description = "Files in JSON or NDJSON, or folders that hold a package of CSV files", Arity = ArgumentArity.OneOrMore };

    public static readonly Option<string?> Problems = new("--problems") { Description = "Write every problem into this CSV file", HelpName = "FILE" };

    public static Command Create() => new("directory",
        "Directories of services in the Human Services Data Specification: HSDS 3.0 as JSON, NDJSON or a package of CSV files, with the capacity of 3.1; packages of "
        + "HSDS 1.x are brought forward.")
    {
        DirectoryCheckCommand.Create(),
        DirectoryImportCommand.Create(),
        DirectoryExportCommand.Create(),
    };

    public static void WriteJson(TextWriter output, object value) => output.WriteLine(JsonSerializer.Serialize(value, Form));
}
