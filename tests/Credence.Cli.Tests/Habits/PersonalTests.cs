using Credence.Testing;

namespace Credence.Cli.Tests.Habits;

public class PersonalTests
{
    // A description of an option is no description of a person.
    private static readonly Type[] Harmless = [];

    [Fact]
    public void Types_of_the_command_that_hold_a_story_or_a_description_do_not_print_it() =>
        Assert.Empty(Personal.TypesThatPrint(typeof(CommandLine).Assembly, Harmless));
}
