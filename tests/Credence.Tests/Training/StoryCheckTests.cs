using Credence.Packs;
using Credence.Testing;
using Credence.Training;

namespace Credence.Tests.Training;

public class StoryCheckTests
{
    private const string File = "casebook/stories/mine.yaml";

    private const string Mine = """
        theme: mine
        title: Stories of our task force
        stories:
          - id: my-story
            kind: labor-under-theft
            recorded: [{ as: Theft, codes: [23H] }]
            location: "20"
            persons:
              v: { part: suspect, ages: 19-40, sex: F M }
            conclusion: No pay and no leaving.
            narrative: |
              {v}, {v.age}, stated {v.she} was never paid (and may not leave|and sleeps in the shed).
            endings: worker-arrested worker-helped
        """;

    [Fact]
    public void A_story_of_an_agency_is_told_among_those_that_ship()
    {
        var library = Library(Mine);

        Assert.Empty(library.Problems);
        Assert.Empty(StoryCheck.Run(library));
        Assert.Contains(Storyteller.From(library).Tell(1).Incidents, told => told.Truth.Story == "my-story");
    }

    [Fact]
    public void The_story_of_the_docs_can_be_told()
    {
        var story = Repository.Text("docs/casebook.md").Split("```yaml\n")[1].Split("```")[0];
        var library = Library(story);

        Assert.Empty(library.Problems);
        Assert.Empty(StoryCheck.Run(library));
        Assert.Contains(Storyteller.From(library).Tell(1).Incidents, told => told.Truth.Story == "salon-tips");
    }

    [Fact]
    public void The_stories_that_ship_have_no_problem() => Assert.Empty(StoryCheck.Run(Cast.Packs));

    [Theory]
    [InlineData("kind: labor-under-theft", "kind: labor-under-moon", 4, "found the kind labor-under-moon")]
    [InlineData("{v.age}", "{v.shoe}", 4, "expected one of she, him, his")]
    [InlineData("{v.age}", "{w.age}", 4, "expected one of its persons: v")]
    [InlineData("{v.age}", "{no-such-place}", 4, "expected a group of phrases")]
    [InlineData("{v.age}", "{90 of close}", 4, "expected at most the")]
    [InlineData("(and may not leave|and", "(and may not leave and", 11, "found ( without its )")]
    [InlineData("part: suspect", "part: arrestee", 4, "an ending without an arrest")]
    [InlineData("endings: worker-arrested worker-helped", "endings: worker-abducted", 4, "found the endings worker-abducted")]
    [InlineData("id: my-story", "id: housekeeper-theft", 4, "a second time")]
    [InlineData("      v: { part: suspect, ages: 19-40, sex: F M }", "      x: { part: suspect, ages: 19-40, sex: F M }", 4, "expected a person v")]
    public void A_story_that_cannot_be_told_is_named_with_its_file_and_line(string right, string wrong, int line, string says)
    {
        var problems = StoryCheck.Run(Library(Mine.Replace(right, wrong, StringComparison.Ordinal).Replace(").", wrong.StartsWith("(and", StringComparison.Ordinal) ? "." : ").", StringComparison.Ordinal)));

        Assert.Contains(problems, problem => problem.Problem.Contains(says, StringComparison.Ordinal)
            && (says == "a second time" || (problem.File == File && Math.Abs(problem.Line - line) <= 1)));
    }

    [Theory]
    [InlineData("    location: \"20\"\n", "", 4, "location")]
    [InlineData("sex: F M", "sex: F Q", 9, "sex")]
    [InlineData("part: suspect", "part: hero", 9, "expected one of victim, suspect")]
    [InlineData("codes: [23H]", "code: [23H]", 6, "code")]
    [InlineData("    conclusion:", "    due: trafficking\n    conclusion:", 10, "due")]
    public void A_wrong_shape_is_named_with_its_file_and_line(string right, string wrong, int line, string says)
    {
        var library = Library(Mine.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(library.Problems, problem =>
            problem.File == File && Math.Abs(problem.Line - line) <= 1 && problem.Problem.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void Phrases_that_hold_themselves_are_a_problem_and_not_an_endless_telling()
    {
        var problems = StoryCheck.Run(Library(Mine.Replace("stories:", "phrases:\n  egg: [\"{hen}\"]\n  hen: [\"{egg}\"]\nstories:", StringComparison.Ordinal)
            .Replace("{v.age}", "{egg}", StringComparison.Ordinal)));

        Assert.Contains(problems, problem => problem.Problem.Contains("inside itself", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("egg")]
    [InlineData("")]
    public void Phrases_that_multiply_are_a_problem_and_not_a_telling_without_end(string last)
    {
        var phrases = string.Concat(Enumerable.Range(0, 15).Select(i => $"  egg-{i}: [\"{string.Concat(Enumerable.Repeat($"{{egg-{i + 1}}}", 10))}\"]\n"));
        var problems = ProblemsWith($"{phrases}  egg-15: [\"{last}\"]\n", "{egg-0}");

        Assert.Contains("can grow beyond", Assert.Single(problems).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{egg-0}")]
    [InlineData("{egg-4980} {egg-4965} {egg-4950} {egg-0}")]
    public void A_chain_of_thousands_of_phrases_is_a_problem_and_ends_nothing(string told)
    {
        var phrases = string.Concat(Enumerable.Range(0, 5000).Select(i => $"  egg-{i}: [\"{{egg-{i + 1}}}\"]\n"));

        Assert.Contains(ProblemsWith($"{phrases}  egg-5000: [egg]\n", told), problem => problem.Problem.Contains("inside each other", StringComparison.Ordinal));
    }

    private static IReadOnlyList<PackProblem> ProblemsWith(string phrases, string told) => StoryCheck.Run(Library(
        Mine.Replace("stories:", $"phrases:\n{phrases}stories:", StringComparison.Ordinal).Replace("{v.age}", told, StringComparison.Ordinal)));

    private static PackLibrary Library(string mine) => DefaultPacks.Read([new PackFile(File, mine, IsLocal: true)]);
}
