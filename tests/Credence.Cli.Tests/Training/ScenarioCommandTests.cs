using Credence.Cli.Tests.Packs;
using Credence.Cli.Training;
using Credence.Testing;
using Credence.Training;

namespace Credence.Cli.Tests.Training;

public class ScenarioCommandTests
{
    [Fact]
    public void The_list_names_each_scenario_and_gives_nothing_away()
    {
        var said = Said.By("scenario", "list");

        Assert.Equal(0, said.Exit);
        Assert.All(ScenarioPack.From(Cast.Packs, []), scenario => Assert.Contains(scenario.Title, said.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("traffick", said.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_scenarios_that_ship_pass_the_check() => Assert.Equal((0, 9), (Said.By("scenario", "check").Exit, Said.By("scenario", "check", "--json").Json.GetProperty("scenarios").GetInt32()));

    [Fact]
    public void The_example_of_the_paper_is_a_scenario_without_a_problem_and_can_be_played()
    {
        var paper = Repository.Text("docs/scenarios.md");
        var example = paper.Split("```yaml\n")[1].Split("```")[0];
        using var folder = new LocalFolder().With("scenarios/bus-stop.yaml", example);

        var said = Said.By("scenario", "check", "--packs", folder.FullName);

        Assert.True(said.Exit == 0, said.Output);
        var play = Said.By("scenario", "play", "bus-stop", "--choices", "sit", "--packs", folder.FullName);
        Assert.Equal(0, play.Exit);
        Assert.Contains("What decides is unknown.", string.Join(' ', play.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("possible indication", play.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_paper_names_every_source_that_can_be_cited_without_writing_it_down() =>
        Assert.All(Cast.Packs.OfKind(ScenarioPack.Kind).Single().Sources.Keys, source => Assert.Contains($"`{source}`", Repository.Text("docs/scenarios.md"), StringComparison.Ordinal));

    [Theory]
    [InlineData("rule: model-agency/before", "rule: model-agency/whatever", "found the rule model-agency/whatever")]
    [InlineData("to: gone", "to: nowhere", "found no scene nowhere")]
    [InlineData("fact: labor", "fact: telepathy", "found the fact telepathy")]
    [InlineData("because: He moves on. You do not know why he sleeps here.", "because: Notwithstanding considerable institutional heterogeneity interdepartmental communication necessitates standardization.", "move reads at grade")]
    public void A_fault_is_told_by_its_own_line(string right, string wrong, string said)
    {
        var example = Repository.Text("docs/scenarios.md").Split("```yaml\n")[1].Split("```")[0];
        var at = example.IndexOf(right, StringComparison.Ordinal);
        using var folder = new LocalFolder().With("scenarios/bus-stop.yaml", example[..at] + wrong + example[(at + right.Length)..]);

        var line = example[..at].Count(letter => letter == '\n') + 1;
        Assert.Contains($"scenarios/bus-stop.yaml:{line}: {said}", Said.By("scenario", "check", "--packs", folder.FullName).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_s_level_of_none_for_a_report_that_the_screener_calls_strong_is_a_problem()
    {
        var told = Repository.Text("packs/scenarios/traffic-stop.yaml").Replace("scenario: traffic-stop", "scenario: mine", StringComparison.Ordinal);
        var at = told.IndexOf("level: strong", StringComparison.Ordinal);
        using var folder = new LocalFolder().With("scenarios/mine.yaml", told[..at] + "level: none" + told[(at + "level: strong".Length)..]);

        var said = Said.By("scenario", "check", "--packs", folder.FullName);

        Assert.Equal(1, said.Exit);
        Assert.Contains($"scenarios/mine.yaml:{told[..at].Count(letter => letter == '\n') + 1}: found none for a report in which the screener finds a strong indication", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_with_a_dead_end_is_told_with_file_and_line()
    {
        var broken = Repository.Text("packs/scenarios/traffic-stop.yaml").Replace("scenario: traffic-stop", "scenario: mine", StringComparison.Ordinal).Replace("to: fine", "to: nowhere", StringComparison.Ordinal);
        using var folder = new LocalFolder().With("scenarios/mine.yaml", broken);

        var said = Said.By("scenario", "check", "--packs", folder.FullName);

        Assert.Equal(1, said.Exit);
        Assert.Matches(@"scenarios/mine\.yaml:\d+: found no scene nowhere", said.Output);
    }

    [Fact]
    public void Choices_that_are_given_are_played_to_the_debrief_which_runs_screener_classifier_and_policy()
    {
        var said = Said.By("scenario", "play", "traffic-stop", "--choices", "part,needs,ask-more,wish");

        Assert.Equal(0, said.Exit);
        Assert.Contains("4 of 4 served", said.Output, StringComparison.Ordinal);
        Assert.Contains("The screener: strong indication", said.Output, StringComparison.Ordinal);
        Assert.Contains("The policy on 40A", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_that_broke_a_recommendation_comes_with_what_follows_and_what_would_have_served()
    {
        var debrief = Said.By("scenario", "play", "traffic-stop", "--choices", "ticket", "--json").Json;

        var choice = debrief.GetProperty("choices")[0];
        Assert.False(choice.GetProperty("serves").GetBoolean());
        Assert.Equal("part", choice.GetProperty("instead")[0].GetString());
        Assert.NotEmpty(choice.GetProperty("because").GetString()!);
    }

    [Theory]
    [InlineData("part,ticket", "expected one of needs, why, bag")]
    [InlineData("ticket,part", "expected nothing more")]
    public void A_choice_that_is_not_offered_is_wrong_use(string choices, string said) =>
        Assert.Contains(said, Refused("scenario", "play", "traffic-stop", "--choices", choices), StringComparison.Ordinal);

    [Fact]
    public void A_scenario_that_is_not_there_is_wrong_use_with_those_there_are() =>
        Assert.Contains("expected one of denies-everything", Refused("scenario", "draw", "nothing"), StringComparison.Ordinal);

    [Fact]
    public void On_a_terminal_one_answers_by_numbers_goes_back_and_stops()
    {
        using var screen = new StringWriter();
        var scenario = ScenarioPack.From(Cast.Packs, []).Single(one => one.Id == "traffic-stop");

        var play = ScenarioPlayCommand.Asked(scenario, Terminal.On(screen), new StringReader("9\n1\n"));
        var back = ScenarioPlayCommand.Asked(scenario, Terminal.On(screen), new StringReader("2\nb\ns\n"));

        Assert.Equal("gone", play.Scene.Id);
        Assert.Contains("Expected a number from 1 to 3", screen.ToString(), StringComparison.Ordinal);
        Assert.Empty(back.Steps);
    }

    [Fact]
    public void The_drawing_is_a_chart() => Assert.StartsWith("flowchart TD", Said.By("scenario", "draw", "farm-housing").Output, StringComparison.Ordinal);

    private static string Refused(params string[] arguments)
    {
        var said = Said.By(arguments);
        Assert.Equal(2, said.Exit);
        return said.Error;
    }
}
