using Credence.Cli.Reports.Plots;
using Credence.Testing;

namespace Credence.Cli.Tests.Habits;

public class PersonalTests
{
    // What a bar of a plot says is a count.
    private static readonly Type[] Harmless = [typeof(Bar)];

    [Fact]
    public void Types_of_the_command_that_hold_a_story_or_a_description_do_not_print_it() =>
        Assert.Empty(Personal.TypesThatPrint(typeof(CommandLine).Assembly, Harmless));

    [Fact]
    public void Types_of_the_pages_of_interviews_do_not_print_what_was_said() => Assert.Empty(Personal.TypesThatPrint(typeof(Credence.Research.Web.Room).Assembly, []));
}
