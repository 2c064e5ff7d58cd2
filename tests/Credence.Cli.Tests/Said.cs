using System.Text.Json;

namespace Credence.Cli.Tests;

/// <summary>Runs <c>credence …</c> and keeps what it says.</summary>
internal sealed record Said(int Exit, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static Said By(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CommandLine.Run(arguments, output, error);
        return new Said(exit, output.ToString(), error.ToString());
    }
}
