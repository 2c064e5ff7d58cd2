using Credence.Incidents;
using Credence.Packs;

namespace Credence.Training;

/// <summary>Tells an invented casebook from the stories of a pack.</summary>
public sealed class Storyteller
{
    private readonly StoryBook _book;
    private readonly Dictionary<string, List<Story>> _byKind;

    private Storyteller(StoryBook book) =>
        (_book, _byKind) = (book, book.Stories.GroupBy(story => story.Kind.Id).ToDictionary(same => same.Key, same => same.ToList()));

    /// <summary>The kinds of incidents it plants.</summary>
    public IReadOnlyList<PlantedKind> Kinds => _book.Kinds;

    /// <summary>A storyteller with the stories of these packs.</summary>
    /// <exception cref="ArgumentException">The packs hold no stories, or stories that cannot be told.</exception>
    public static Storyteller From(PackLibrary library)
    {
        var problems = new List<PackProblem>();
        var book = StoryBook.Read(library, problems) ?? throw new ArgumentException("found no pack of stories, expected one", nameof(library));
        return problems.Count == 0 ? new Storyteller(book) : throw new ArgumentException(problems[0].ToString(), nameof(library));
    }

    /// <summary>Tells the casebook of a seed.</summary>
    public InventedCasebook Tell(ulong seed) =>
        new(seed, _book.Stamp, [.. _book.Communities.SelectMany((community, i) => Tell(community, seed, (ulong)i))]);

    private IEnumerable<ToldIncident> Tell(Community community, ulong seed, ulong place)
    {
        // Each incident has a stream of its own, so that a new phrase in one story leaves the other incidents as they were.
        const ulong StreamsOfACommunity = 1_000_000;
        var streams = place * StreamsOfACommunity;
        var plans = Plan(community, background: false, seed, streams)
            .Concat(Plan(community, background: true, seed, streams + (StreamsOfACommunity / 2))).OrderBy(plan => plan.Day).ToList();
        var numbers = new Dictionary<int, int>();
        foreach (var plan in plans)
        {
            var sequence = numbers[plan.Day.Year] = numbers.GetValueOrDefault(plan.Day.Year) + 1;
            var number = new IncidentNumber($"INVENTED-{community.Letters}{plan.Day.Year % 100:00}-{sequence:00000}");
            yield return Tell(community, plan, number, new Draws(seed, plan.Stream));
        }
    }

    private IEnumerable<StoryPlan> Plan(Community community, bool background, ulong seed, ulong streams)
    {
        var draws = new Draws(seed, streams);
        var years = (background ? community.Background : community.Trafficking).OrderBy(year => year.Key)
            .SelectMany(year => Enumerable.Repeat(year.Key, year.Value)).ToList();
        var kinds = _book.Kinds.Where(kind => kind.IsBackground == background && kind.Shares.GetValueOrDefault(community.Id) > 0).ToList();
        var counts = Apportionment.Of(years.Count, [.. kinds.Select(kind => kind.Shares[community.Id])]);
        var stories = draws.Shuffled(kinds.SelectMany((kind, i) => InTurn(draws.Shuffled(_byKind[kind.Id]), counts[i])));
        return stories.Zip(years, (story, year) => (story, Day: new DateOnly(year, 1, 1).AddDays(draws.Between(0, 364))))
            .Select((planned, i) => new StoryPlan(planned.story, planned.Day, streams + 1 + (ulong)i)).ToList();
    }

    private static IEnumerable<Story> InTurn(List<Story> stories, int count) =>
        Enumerable.Range(0, count).Select(i => stories[i % stories.Count]);

    private ToldIncident Tell(Community community, StoryPlan plan, IncidentNumber number, Draws draws)
    {
        var telling = new StoryTelling(_book, plan.Story, draws);
        var first = new Incident(number, telling.Narrative())
        {
            Offenses = telling.Recorded.Codes,
            Date = plan.Day,
            Agency = community.Agency,
            LocationType = telling.Location,
            IdentifiedBy = telling.IdentifiedBy,
            Persons = telling.Persons,
        };
        IReadOnlyList<Incident> reports = plan.Story.Update is null
            ? [first]
            : [first, first with { Narrative = telling.Update(), Date = plan.Day.AddDays(draws.Between(1, 21)) }];
        return new ToldIncident(reports, TruthOf(community, plan.Story, telling, first));
    }

    private static PlantedTruth TruthOf(Community community, Story story, StoryTelling telling, Incident recorded) => new()
    {
        Community = community,
        Kind = story.Kind,
        Story = story.Id,
        Level = story.Truth.Level,
        Type = story.Truth.Type,
        Minor = story.Truth.Minor,
        RecordedAs = telling.Recorded.As,
        Due = story.Truth.Due,
        NeedsReview = story.Truth.NeedsReview,
        Ending = telling.Ending,
        AtRisk = telling.AtRisk,
        Conclusion = story.Truth.Conclusion,
        Misclassified = [.. Misclassifications.Of(recorded, story.Truth)],
    };

    private sealed record StoryPlan(Story Story, DateOnly Day, ulong Stream);
}
