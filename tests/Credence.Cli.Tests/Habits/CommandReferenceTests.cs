using Credence.Testing;

namespace Credence.Cli.Tests.Habits;

public class CommandReferenceTests
{
    private const string Page = "docs/cli.md";

    [Fact]
    public void The_page_of_commands_says_what_the_commands_say()
    {
        var reference = CommandReference.Of(CommandLine.Root());
        if (Environment.GetEnvironmentVariable("CREDENCE_APPROVE") == "1") File.WriteAllText(Repository.Path(Page), reference);

        Assert.Equal(reference, Repository.Text(Page), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Every_command_and_option_says_what_it_is_for()
    {
        var commands = CommandLine.Root().Subcommands.SelectMany(command => command.Subcommands.Append(command)).ToList();

        Assert.True(commands.Count >= 2);
        Assert.All(commands, command => Assert.False(string.IsNullOrWhiteSpace(command.Description), command.Name));
        Assert.All(commands.SelectMany(command => command.Options), option => Assert.False(string.IsNullOrWhiteSpace(option.Description), option.Name));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("screen", "--help")]
    [InlineData("pack", "check", "--help")]
    public void Every_help_ends_with_the_exit_codes(params string[] args) =>
        Assert.EndsWith(ExitCode.Help, Help(args).TrimEnd(), StringComparison.Ordinal);

    [Fact]
    public void The_list_of_commands_gives_each_a_line_and_its_own_help_gives_it_all()
    {
        Assert.DoesNotContain("problems.csv", Help("--help"), StringComparison.Ordinal);
        Assert.Contains("problems.csv", Help("screen", "--help"), StringComparison.Ordinal);
    }

    private static string Help(params string[] args)
    {
        using var output = new StringWriter();
        Assert.Equal(ExitCode.Done, CommandLine.Run(args, output, TextWriter.Null));
        return output.ToString();
    }
}
