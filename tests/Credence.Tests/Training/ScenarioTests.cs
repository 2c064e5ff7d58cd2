using Credence.Classification;
using Credence.Screening;
using Credence.Testing;
using Credence.Training;

namespace Credence.Tests.Training;

public class ScenarioTests
{
    private static readonly IReadOnlyList<Scenario> All = ScenarioPack.From(Cast.Packs, []);

    private static readonly Debriefer Debriefer = Debriefer.From(Cast.Packs);

    [Fact]
    public void The_scenarios_that_ship_have_no_problem() => Assert.Equal([], ScenarioCheck.Run(Cast.Packs));

    [Fact]
    public void At_least_eight_ship_of_sex_and_labor_a_minor_and_one_that_is_no_trafficking()
    {
        Assert.True(All.Count >= 8);
        Assert.Superset(new HashSet<ExploitationType> { ExploitationType.None, ExploitationType.Sex, ExploitationType.Labor }, All.Select(one => one.Report.Type).ToHashSet());
        Assert.Contains(All, one => one.Report.Minor == MinorStatus.Yes);
        Assert.Equal(5, All.SelectMany(one => one.Scenes).SelectMany(scene => scene.Choices).Select(choice => choice.Recommendation).Distinct().Count());
    }

    public static TheoryData<string> Ids => [.. All.Select(one => one.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Every_ending_is_played_and_every_play_has_its_debrief(string id)
    {
        var scenario = All.Single(one => one.Id == id);

        var ended = ScenarioStates.Of(scenario).Plays.Where(play => play.IsOver).ToList();

        Assert.Equal(scenario.Scenes.Where(scene => scene.Ending is not null).Select(scene => scene.Id).Order(), ended.Select(play => play.Scene.Id).Distinct().Order());
        Assert.All(ended, play =>
        {
            var debrief = Debriefer.Of(Play.Again(scenario, play.Path)!);
            Assert.Equal(play.Scene, debrief.Play.Scene);
            Assert.Equal(play.Steps.Count, debrief.Choices.Count);
            Assert.All(debrief.Choices, meaning => Assert.True(meaning.Step.Choice.Serves || meaning.Instead.Count > 0, $"{id}: nothing instead of {meaning.Step.Choice.Id}"));
        });
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_program_reads_the_report_as_its_careful_reader_does(string id)
    {
        var report = All.Single(one => one.Id == id).Report;

        var read = Debriefer.OfReport(report);

        Assert.True((report.Level, report.Type, report.Minor) == (read.Screened.Level, read.Screened.Type, read.Screened.Minor is MinorStatus.Unknown ? report.Minor : read.Screened.Minor),
            $"{read.Screened.Level} {read.Screened.Type} {read.Screened.Minor}: {read.Screened.Reason}");
    }

    [Fact]
    public void What_was_not_asked_stays_unknown_to_the_law_and_the_report_of_one_who_asked_shows_what_it_was()
    {
        var farm = All.Single(one => one.Id == "farm-housing");

        var asked = Debriefer.Of(Play.Again(farm, ["shade", "how", "all"])!);
        var notAsked = Debriefer.Of(Play.Again(farm, ["order"])!);

        Assert.Empty(asked.NotLearned);
        Assert.True(asked.Known.IsPossibleVictim);
        Assert.Equal(farm.Learnables.Count, notAsked.NotLearned.Count);
        Assert.False(notAsked.Known.IsPossibleVictim);
        Assert.Equal(Level.StrongIndication, notAsked.Report.Screened.Level);
        Assert.True(notAsked.Report.Review.IsPossibleVictim);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Whoever_asks_and_looks_as_far_as_can_be_learns_what_the_law_asks_for_where_the_report_has_it(string id)
    {
        var scenario = All.Single(one => one.Id == id);
        var all = Debriefer.Known(scenario, scenario.Learnables.Select(one => one.Id).ToHashSet());

        // The one who denies may be right, and the roofer is no victim of trafficking: nothing to learn makes them one.
        Assert.Equal(scenario.Report.Level == Level.StrongIndication, all.Classification.Offense is OffenseProposal.Trafficking);
    }

    [Fact]
    public void Where_the_program_reads_less_than_can_be_learned_the_debrief_says_so()
    {
        Assert.Contains("learns more than the program reads", Assert.Single(Read("hotel-call").Differs), StringComparison.Ordinal);
        Assert.Empty(Read("traffic-stop").Differs);
        Assert.Empty(Read("denies-everything").Differs);

        static ReportReading Read(string id) => Debriefer.OfReport(All.Single(one => one.Id == id));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Each_set_of_what_was_learned_at_an_ending_is_known(string id)
    {
        var scenario = All.Single(one => one.Id == id);

        Assert.Contains(scenario.Learned(), learned => learned.Count == scenario.Learnables.Count);
        Assert.All(ScenarioStates.Of(scenario).Plays.Where(play => play.IsOver), play => Assert.Contains(scenario.Learned(), learned => learned.SetEquals(play.Learned)));
    }

    [Fact]
    public void A_choice_that_is_not_offered_cannot_be_made()
    {
        var scenario = All[0];

        Assert.Null(Play.Begin(scenario).Choose("no-such-choice"));
        Assert.Null(Play.Again(scenario, [scenario.Scenes[0].Choices[0].Id, "no-such-choice"]));
    }

    [Fact]
    public void A_play_and_its_debrief_do_not_print_what_somebody_chose()
    {
        var play = Play.Begin(All[0]).Choose(All[0].Scenes[0].Choices[0].Id)!;

        Assert.DoesNotContain(play.Path[0], play.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(play.Path[0], Debriefer.Of(play).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_drawing_has_every_scene_and_every_choice()
    {
        var drawn = ScenarioDrawing.Mermaid(All[0]);

        Assert.All(All[0].Scenes, scene => Assert.Contains($"{scene.Id}: ", drawn, StringComparison.Ordinal));
        Assert.Equal(All[0].Scenes.Sum(scene => scene.Choices.Count), drawn.Split('\n').Count(line => line.Contains("->", StringComparison.Ordinal)));
    }
}
