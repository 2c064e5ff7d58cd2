using Credence.Testing;

namespace Credence.Research.Tests;

public class ResearchWallTests
{
    [Fact]
    public void The_file_of_interviews_knows_no_record_and_no_record_knows_it()
    {
        var known = typeof(ProjectFile).Assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Credence", StringComparison.Ordinal));
        var knowing = Repository.Files("src", "*.csproj").Where(file => Repository.Text(file).Contains("Credence.Research", StringComparison.Ordinal));

        Assert.Equal(["Credence"], known);
        Assert.Equal(["src/Credence.Cli/Credence.Cli.csproj", "src/Credence.Research.Web/Credence.Research.Web.csproj"], knowing);
    }

    [Fact]
    public void Pages_of_interviews_open_no_record() => Assert.Equal([], Repository.Files("src/Credence.Research.Web", "*").Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Where(file => Repository.Text(file).Contains("RecordStore", StringComparison.Ordinal)));

    [Fact]
    public void Types_that_hold_words_of_an_interview_do_not_print_them() => Assert.Empty(Personal.TypesThatPrint(typeof(ProjectFile).Assembly, [typeof(Refusal)]));
}
