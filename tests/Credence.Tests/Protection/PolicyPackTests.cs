using Credence.Packs;
using Credence.Protection;
using Credence.Testing;

namespace Credence.Tests.Protection;

public class PolicyPackTests
{
    private static readonly IReadOnlyList<Policy> Policies = PolicyPack.From(Cast.Packs, []);

    [Fact]
    public void There_is_a_model_policy_in_two_languages_a_principle_a_model_act_and_a_state_with_immunity() =>
        Assert.Equal(["minor-immunity", "model-agency", "model-agency-es", "osce-non-punishment", "uniform-act-protection"], Policies.Select(policy => policy.Id));

    [Fact]
    public void The_packs_that_ship_have_no_problem() => Assert.Empty(PolicyCheck.Run(Cast.Packs));

    [Fact]
    public void Every_rule_cites_its_source_with_a_place()
    {
        var citations = Policies.SelectMany(Citations).ToList();

        Assert.True(citations.Count > 25, $"Only {citations.Count} rules were read.");
        Assert.All(citations, citation => Assert.False(string.IsNullOrWhiteSpace(citation.Pinpoint)));
    }

    [Fact]
    public void What_was_not_read_says_to_be_verified() =>
        Assert.All(Policies.Where(policy => policy.Id is not ("model-agency" or "model-agency-es")), policy => Assert.All(Citations(policy), citation => Assert.False(citation.Verified)));

    [Fact]
    public void The_model_policy_refuses_the_reasons_that_the_study_and_its_companions_name()
    {
        var model = Policies.First(policy => policy.Id == "model-agency");

        Assert.Superset(new HashSet<string> { "testimony", "own-safety", "until-advocate", "no-shelter" }, model.RefusedReasons.Select(reason => reason.Id).ToHashSet());
        Assert.Equal(18, model.Immunity!.Under);
        Assert.Contains("protecting life", model.Life, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_that_is_refused_and_excepted_is_a_problem()
    {
        var text = DefaultPacks.Files().Single(file => file.Path == "protection/model-agency/policy.yaml").Text;
        var library = DefaultPacks.Read([new PackFile("protection/model-agency/policy.yaml", text.Replace("id: warrant", "id: testimony", StringComparison.Ordinal), IsLocal: true)]);

        Assert.Empty(library.Problems);
        Assert.Contains("testimony", Assert.Single(PolicyCheck.Run(library)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_example_that_is_printed_is_known_and_is_held_by_its_own_rule()
    {
        var offenses = Credence.Incidents.OffenseLookup.From(Cast.Packs);
        var examples = Policies.SelectMany(policy => policy.Covered.Concat(policy.NotCovered).Append(policy.Immunity?.Rule).OfType<CoveredOffense>())
            .SelectMany(rule => rule.Examples, (rule, example) => (rule, example)).ToList();

        Assert.True(examples.Count > 30, $"Only {examples.Count} examples were read.");
        Habits.Faults.None(examples.Where(one => !new PolicyOffenses(one.rule, offenses).Holds(offenses.Read(new(one.example)))).Select(one => $"{one.rule.Id}: {one.example}"));
    }

    private static IEnumerable<Citation> Citations(Policy policy) =>
    [
        policy.Citation,
        .. policy.Covered.Concat(policy.NotCovered).Select(rule => rule.Citation),
        .. policy.RefusedReasons.Select(reason => reason.Citation),
        .. policy.Immunity is { } immunity ? [immunity.Rule.Citation] : Array.Empty<Citation>(),
        .. policy.Exceptions is { } exceptions ? [exceptions.Citation] : Array.Empty<Citation>(),
    ];
}
