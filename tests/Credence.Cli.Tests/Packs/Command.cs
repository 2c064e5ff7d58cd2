namespace Credence.Cli.Tests.Packs;

/// <summary>Runs <c>credence pack …</c> and keeps what it writes.</summary>
internal sealed record Command(int Exit, string Output, string Error)
{
    public static Command Pack(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CommandLine.Run(["pack", .. arguments], output, error);
        return new Command(exit, output.ToString(), error.ToString());
    }
}
