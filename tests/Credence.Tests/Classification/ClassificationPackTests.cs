using Credence.Classification;
using Credence.Packs;
using Credence.Screening;
using Credence.Testing;
using Credence.Tests.Habits;

namespace Credence.Tests.Classification;

public class ClassificationPackTests
{
    [Fact]
    public void The_packs_that_ship_know_each_other() => Assert.Empty(ClassificationCheck.Run(Cast.Packs));

    [Fact]
    public void Every_indicator_of_a_person_tells_of_a_fact_or_is_said_to_tell_of_none()
    {
        var pack = FactPack.From(Cast.Packs, []);
        var mapped = pack.Facts.SelectMany(fact => fact.Signs.Concat(fact.SignsBeside).Concat(fact.RaisedBy)).Concat(pack.TellNothing).ToList();
        var indicators = Cast.Packs.OfKind(IndicatorPack.Kind).SelectMany(known => IndicatorPack.Read(known, []).Entries)
            .Where(entry => entry.Indicator.About == About.Person).Select(entry => entry.Indicator.Id).Distinct().ToList();
        var unmapped = indicators.Where(id => !mapped.Any(sign => sign == id || (sign.EndsWith(".*", StringComparison.Ordinal) && id.StartsWith(sign[..^1], StringComparison.Ordinal))));

        Assert.True(indicators.Count > 300, $"Only {indicators.Count} indicators were read.");
        Faults.None(unmapped);
    }

    [Fact]
    public void Every_element_that_may_be_asked_has_one_gentle_question()
    {
        var silent = from statute in Known.Classifier.Statutes
                     from element in Elements(statute.Element)
                     where !element.ForCounsel && element.Joining != Joining.All && element.Ask is null && !element.Facts.Contains("patronized")
                     select $"{statute.Id}/{element.Id}";

        // An alternative of other offenses asks what its parts ask.
        Faults.None(silent.Except(["uniform-trafficking/purpose"]));
    }

    [Fact]
    public void What_was_not_read_in_its_source_says_to_be_verified()
    {
        string[] recalled = ["us-1581", "us-1584", "us-1590", "un-trafficking", "un-trafficking-child", "ma-50", "ma-51", "uniform-trafficking"];

        Assert.All(recalled, id => Assert.False(Known.Classifier.Statutes.First(statute => statute.Id == id).Citation.Verified, id));
        Assert.All((string[])["us-severe-sex", "us-1591-means", "us-1589", "nibrs-64a", "uniform-coercion"],
            id => Assert.True(Known.Classifier.Statutes.First(statute => statute.Id == id).Citation.Verified, id));
    }

    [Theory]
    [InlineData("facts: [restraint]", "facts: [restrained]", "found the fact restrained")]
    [InlineData("definition: local-other", "definition: local-none", "found the definition local-none")]
    [InlineData("facts: [force]", "definition: local-main", "inside itself")]
    [InlineData("facts: [force]", "ask: why", "found an element without facts and parts")]
    [InlineData("source: usc-22-7102", "source: memory", "found the source memory")]
    public void A_mistake_in_a_statute_is_told_with_file_and_line(string right, string wrong, string expected)
    {
        const string Statutes = """
            law: local
            title: Local
            statutes:
              - id: local-main
                citation: Local 1
                title: Main
                use: offense
                type: any
                source: usc-22-7102
                pinpoint: "1"
                element:
                  id: main
                  title: both
                  all:
                    - { id: a, title: restraint, facts: [restraint] }
                    - { id: b, definition: local-other }
              - id: local-other
                citation: Local 2
                title: Other
                use: part
                type: any
                source: usc-22-7102
                pinpoint: "2"
                element:
                  id: other
                  title: force
                  facts: [force]
            """;
        Assert.Empty(Problems(Statutes));

        var problem = Problems(Statutes.Replace(right, wrong, StringComparison.Ordinal))[0];
        Assert.Contains(expected, problem.Problem, StringComparison.Ordinal);
        Assert.Equal("statutes/local.yaml", problem.File);
        Assert.True(problem.Line > 1);
    }

    [Theory]
    [InlineData(1, "inside itself")]
    [InlineData(9, "more than 1000 elements")]
    public void Definitions_that_multiply_are_a_problem_and_end(int statutes, string expected)
    {
        var all = string.Concat(Enumerable.Range(0, statutes).Select(i => $"""
              - id: local-{i}
                citation: Local {i}
                title: Main
                use: offense
                type: any
                source: usc-22-7102
                pinpoint: "1"
                element:
                  id: main
                  title: all
                  all: [{string.Join(", ", Enumerable.Range(0, 10).Select(part => $"{{ id: p{part}, definition: local-{(i + 1) % statutes} }}"))}]

            """));
        var problems = Problems($"law: local\ntitle: Local\nstatutes:\n{all}");

        Assert.Contains(problems, problem => problem.Problem.Contains(expected, StringComparison.Ordinal));
        Assert.True(problems.Count < 20_000, $"{problems.Count} problems");
    }

    [Fact]
    public void An_agency_says_once_what_its_own_indicator_tells()
    {
        const string Also = """
            theme: ours
            title: What our indicators tell
            also:
              - fact: documents-held
                indicators: [documents.owner-holds, runaway.left-home]
            """;
        var library = DefaultPacks.Read([new PackFile("facts/ours.yaml", Also, IsLocal: true)]);

        Assert.Empty(ClassificationCheck.Run(library));
        Assert.Contains("runaway.left-home", FactPack.From(library, []).Facts.First(fact => fact.Id == "documents-held").Signs);
        Assert.Contains(ClassificationCheck.Run(DefaultPacks.Read([new PackFile("facts/ours.yaml", Also.Replace("runaway.left-home", "runaway.nobody", StringComparison.Ordinal), IsLocal: true)])),
            problem => problem.Problem.Contains("found the sign runaway.nobody", StringComparison.Ordinal));
    }

    private static IReadOnlyList<PackProblem> Problems(string statutes)
    {
        var library = DefaultPacks.Read([new PackFile("statutes/local.yaml", statutes, IsLocal: true)]);
        return [.. library.Problems, .. ClassificationCheck.Run(library)];
    }

    private static IEnumerable<StatuteElement> Elements(StatuteElement element) => element.Parts.SelectMany(Elements).Prepend(element);
}
