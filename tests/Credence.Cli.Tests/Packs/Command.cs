using System.CommandLine;
using Credence.Cli.Packs;

namespace Credence.Cli.Tests.Packs;

/// <summary>Runs <c>credence pack …</c> and keeps what it writes.</summary>
internal sealed record Command(int Exit, string Output, string Error)
{
    public static Command Pack(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = PackCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return new Command(exit, output.ToString(), error.ToString());
    }
}

/// <summary>A folder of packs that is gone after the test.</summary>
internal sealed class PackFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("credence-packs-");

    public string FullName => _folder.FullName;

    public PackFolder With(string path, string text)
    {
        var file = Path.Combine(FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
