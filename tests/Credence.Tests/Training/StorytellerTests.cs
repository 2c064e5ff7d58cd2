using Credence.Incidents;
using Credence.Screening;
using Credence.Testing;
using Credence.Training;

namespace Credence.Tests.Training;

public class StorytellerTests
{
    private static readonly Storyteller Storyteller = Storyteller.From(Cast.Packs);

    [Theory]
    [InlineData("northeast", 420)]
    [InlineData("west", 193)]
    [InlineData("south", 258)]
    public void A_community_has_as_many_incidents_of_trafficking_as_the_study_read_there(string community, int count)
    {
        var own = Cast.Told.Trafficking.Where(told => told.Truth.Community.Id == community).ToList();

        Assert.Equal(count, own.Count);
        Assert.Equal([2013, 2014, 2015, 2016], own.Select(told => told.Reports[0].Date!.Value.Year).Distinct().Order());
    }

    [Fact]
    public void They_lie_among_8000_other_incidents_that_a_reader_would_not_flag()
    {
        var background = Cast.Told.Incidents.Where(told => told.Truth.Kind.IsBackground).ToList();

        Assert.Equal(8000, background.Count);
        Assert.All(background, told => Assert.True(told.Truth.Level <= Level.NoneFound, told.Truth.Story));
        Assert.All(background, told => Assert.DoesNotContain(told.Reports[0].Offenses!, OffenseLookup.IsTrafficking));
    }

    [Fact]
    public void The_same_seed_tells_the_same_and_another_seed_other_words_for_as_many_of_each_kind()
    {
        var again = Storyteller.From(Cast.Packs).Tell(Cast.Told.Seed);
        var other = Storyteller.Tell(Cast.Told.Seed + 1);

        Assert.Equal(Texts(Cast.Told), Texts(again));
        Assert.Equal(Cast.Told.Incidents.Select(told => told.Number), again.Incidents.Select(told => told.Number));
        Assert.NotEqual(Texts(Cast.Told), Texts(other));
        Assert.Equal(Kinds(Cast.Told), Kinds(other));
    }

    [Fact]
    public void Every_number_says_that_it_is_invented_and_belongs_to_one_incident()
    {
        var numbers = Cast.Told.Incidents.Select(told => told.Number.Value).ToList();

        Assert.All(numbers, number => Assert.Matches("^INVENTED-[A-Z]{2}1[3-6]-[0-9]{5}$", number));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(Cast.Told.Incidents, told => Assert.Single(told.Reports.Select(report => report.Number).Distinct()));
        Assert.All(Cast.Told.Communities, community => Assert.StartsWith("ZZ", community.Agency, StringComparison.Ordinal));
    }

    [Fact]
    public void It_does_not_read_like_a_mail_merge()
    {
        var trafficking = Texts(Cast.Told.Trafficking);
        var background = Texts(Cast.Told.Incidents.Where(told => told.Truth.Kind.IsBackground));

        Assert.True(trafficking.Distinct().Count() > 0.985 * trafficking.Count, $"{trafficking.Distinct().Count()} of {trafficking.Count}");
        Assert.True(background.Distinct().Count() > 0.95 * background.Count, $"{background.Distinct().Count()} of {background.Count}");
        Assert.DoesNotContain(trafficking.Zip(trafficking.Skip(1)), pair => pair.First == pair.Second);
        Assert.True(Cast.Told.Trafficking.DistinctBy(told => told.Truth.Story).Count() > 90);
    }

    [Fact]
    public void Every_kind_is_planted_in_each_community_that_has_a_share_of_it()
    {
        var planted = Cast.Told.Incidents.Select(told => (told.Truth.Kind.Id, told.Truth.Community.Id)).ToHashSet();
        var due = Storyteller.Kinds.SelectMany(kind => kind.Shares.Where(share => share.Value > 0).Select(share => (kind.Id, share.Key)));

        Assert.True(Storyteller.Kinds.Count > 60);
        Assert.Empty(due.Except(planted));
    }

    [Fact]
    public void Every_way_of_identifying_arresting_referring_and_recording_wrongly_occurs()
    {
        var truths = Cast.Told.Incidents.Select(told => told.Truth).ToList();

        Assert.Equal(["detective", "patrol", "specialized", "tip", "vice"], Cast.Told.Trafficking.Select(told => told.Reports[0].IdentifiedBy).Distinct().Order());
        Assert.Equal(Enum.GetValues<ArrestKind>(), truths.Select(truth => truth.Ending.Arrest).Distinct().Order());
        Assert.Equal(Enum.GetValues<ArrestReason>(), truths.Select(truth => truth.Ending.Reason).Distinct().Order());
        Assert.Equal(Enum.GetValues<ReferralKind>(), truths.Select(truth => truth.Ending.Referral).Distinct().Order());
        Assert.Equal(Enum.GetValues<Practice>(), truths.Select(truth => truth.Ending.Practice).Distinct().Order());
        Assert.Equal(Enum.GetValues<Misclassification>(), truths.SelectMany(truth => truth.Misclassified).Distinct().Order());
    }

    [Fact]
    public void Women_men_and_transgender_people_adults_and_children_are_in_sex_and_in_labor()
    {
        foreach (var type in new[] { ExploitationType.Sex, ExploitationType.Labor })
        {
            var own = Cast.Told.Trafficking.Where(told => told.Truth.Type == type).ToList();
            Assert.Equal(["F", "M"], own.SelectMany(told => told.Reports[0].Persons!).Where(person => person.Involvement == Involvement.Victim).Select(person => person.Sex).Distinct().Order());
            Assert.Contains(own, told => told.Truth.Minor == MinorStatus.Yes);
            Assert.Contains(own, told => told.Truth.Minor == MinorStatus.No);
            Assert.Contains(own, told => told.Reports[0].Narrative.Text.Contains("transgender", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void What_is_planted_as_recorded_wrongly_is_in_the_record()
    {
        foreach (var told in Cast.Told.Incidents)
        {
            var (report, truth) = (told.Reports[0], told.Truth);
            var says = report.Offenses!.Any(OffenseLookup.IsTrafficking);
            Assert.Equal(truth.Misclassified.Contains(Misclassification.Miss), !says && truth.Due.Any(OffenseLookup.IsTrafficking));
            if (truth.Misclassified.Contains(Misclassification.FalseLabel)) Assert.True(says && truth.Level == Level.NoneFound, told.Number.Value);
            if (truth.Misclassified.Contains(Misclassification.MinorArrested))
                Assert.Contains(report.Persons!, person => person is { Involvement: Involvement.Arrestee, Age: < 18 });
            if (truth.Misclassified.Contains(Misclassification.NoVictim))
                Assert.DoesNotContain(report.Persons!, person => person.Involvement == Involvement.Victim);
        }
    }

    [Fact]
    public void A_strong_story_that_is_recorded_otherwise_names_the_code_that_was_due() => Assert.All(
        Cast.Told.Incidents.Where(told => told.Truth.Level == Level.StrongIndication && !told.Reports[0].Offenses!.Any(OffenseLookup.IsTrafficking)),
        told => Assert.True(told.Truth.Misclassified.Contains(Misclassification.Miss), told.Truth.Story));

    [Fact]
    public void Stories_hold_no_mark_of_the_template() =>
        Assert.All(Texts(Cast.Told), text => Assert.True(!text.Any("{}[]()|".Contains) && !text.Contains("  ", StringComparison.Ordinal), text));

    [Fact]
    public void A_later_report_keeps_number_and_offense_and_comes_later()
    {
        var updated = Cast.Told.Incidents.Where(told => told.Reports.Count > 1).ToList();

        Assert.True(updated.Count > 20);
        Assert.All(updated, told => Assert.True(told.Reports[1].Date > told.Reports[0].Date && told.Reports[1].Offenses == told.Reports[0].Offenses));
    }

    private static List<KeyValuePair<string, int>> Kinds(InventedCasebook casebook) =>
        [.. casebook.Incidents.CountBy(told => told.Truth.Kind.Id).OrderBy(kind => kind.Key, StringComparer.Ordinal)];

    private static List<string> Texts(InventedCasebook casebook) => Texts(casebook.Incidents);

    // Rows without a narrative say nothing, and so say the same.
    private static List<string> Texts(IEnumerable<ToldIncident> told) =>
        [.. told.Select(one => one.Reports[0].Narrative.Text).Where(text => text.Length > 0)];
}
