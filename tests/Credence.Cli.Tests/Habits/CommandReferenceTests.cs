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
}
