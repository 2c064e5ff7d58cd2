using System.Text.RegularExpressions;
using Credence.Testing;

namespace Credence.Tests.Habits;

public partial class NoMachinePathsTests
{
    private static readonly string[] Kinds =
        ["*.cs", "*.razor", "*.js", "*.css", "*.py", "*.md", "*.yaml", "*.yml", "*.json", "*.csproj", "*.props", "*.slnx", "*.txt", "*.sh", "run"];

    [Fact]
    public void No_file_names_a_folder_of_somebody_s_machine()
    {
        var files = Kinds.SelectMany(kind => Repository.Files(".", kind)).Concat(Repository.Files("bin", "*")).Concat(Repository.Files("bench", "*")).Distinct().ToList();
        var wrong = files.Where(file => MachinePath().IsMatch(Repository.Text(file)));

        Assert.All((string[])["README.md", "bin/test", "bin/accuracy", "bench/Credence.Bench/ContextBench.cs"], known => Assert.Contains(known, files));
        Assert.All((string[])[".razor", ".js", ".css", ".py"], kind => Assert.Contains(files, file => file.EndsWith(kind, StringComparison.Ordinal)));
        Faults.None(wrong);
    }

    [Fact]
    public void A_path_of_a_home_folder_is_noticed() => Assert.Matches(MachinePath(), "see /" + "home/someone/notes.txt");

    [GeneratedRegex(@"(?<![\w.~*\]>-])/(?:work|root|home|Users)/|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();
}
