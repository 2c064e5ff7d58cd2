using Credence.Packs;
using Credence.Training;

namespace Credence.Tests.Training;

public class ScenarioCheckTests
{
    private const string Begins = """
        scenario: example
        title: An example
        minutes: 3
        learnable:
          - { id: alone, says: you spoke alone }
        scenes:
          - id: begin
            text: You are here.
            choices:
              - { id: go, text: Go., to: end, serves: 1, rule: model-agency/before, source: ovc-guide, because: It is so. }
          - { id: end, ending: It ends., text: It ends. }
        report: { id: example, number: INVENTED-X1, date: 2031-01-01, recorded-as: Trespass, offenses: [90J], location: "13", persons: [], narrative: Nothing., level: none, type: none, minor: "unknown", conclusion: Nothing. }
        """;

    [Fact]
    public void A_short_scenario_without_a_fault_has_no_problem() => Assert.Equal([], Problems(Begins));

    [Theory]
    [InlineData("to: end,", "to: nowhere,", "found no scene nowhere")]
    [InlineData("to: end,", "to: begin,", "from the scene begin some plays never come to an ending")]
    [InlineData("to: end,", "to: begin,", "no choice leads to the scene end")]
    [InlineData("serves: 1,", "if: [alone], serves: 1,", "the choice go is never offered")]
    [InlineData("serves: 1,", "if: [alone], serves: 1,", "the scene begin is a dead end")]
    [InlineData("serves: 1,", "unless: [other], serves: 1,", "found other, expected one of what can be learned")]
    [InlineData("serves: 1,", "", "found neither serves nor breaks")]
    [InlineData("serves: 1,", "breaks: 1,", "no play has only choices that serve")]
    [InlineData("model-agency/before", "model-agency/whatever", "found the rule model-agency/whatever")]
    [InlineData("source: ovc-guide", "source: hearsay", "found the source hearsay")]
    [InlineData("source: ovc-guide, ", "", "found no key source")]
    [InlineData("says: you spoke alone", "says: you spoke alone, fact: telepathy", "found the fact telepathy")]
    [InlineData("because: It is so.", "because: Notwithstanding considerable institutional heterogeneity interdepartmental communication necessitates standardization.", "reads at grade")]
    [InlineData("scenario: example", "scenario: traffic-stop", "found the scenario traffic-stop a second time")]
    public void A_fault_is_said_with_what_was_found_and_expected(string right, string wrong, string said)
    {
        var text = Begins.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEqual(Begins, text);
        Assert.Contains(Problems(text), problem => problem.Contains(said, StringComparison.Ordinal) && problem.StartsWith("scenarios/zz-example.yaml:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_source_that_does_not_exist_is_one_problem_and_not_a_dead_end_too() =>
        Assert.StartsWith("scenarios/zz-example.yaml:10: found the source hearsay", Assert.Single(Problems(Begins.Replace("source: ovc-guide", "source: hearsay", StringComparison.Ordinal))), StringComparison.Ordinal);

    private static List<string> Problems(string text)
    {
        var library = DefaultPacks.Read([new PackFile("scenarios/zz-example.yaml", text, IsLocal: true)]);
        return [.. library.Problems.Concat(library.Problems.Count == 0 ? ScenarioCheck.Run(library) : []).Select(problem => problem.ToString())];
    }
}
