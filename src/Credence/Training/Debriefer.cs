using Credence.Classification;
using Credence.Packs;
using Credence.Protection;
using Credence.Screening;
using Credence.Screening.Instruments;

namespace Credence.Training;

/// <summary>Says after a play what each choice meant, and holds the screener, the classifier and the policy beside it. Immutable; one serves many threads.</summary>
public sealed class Debriefer
{
    private readonly Screener _screener;
    private readonly ArrestReviewer _reviewer;
    private readonly ScenarioRules _rules;

    private Debriefer(Screener screener, ArrestReviewer reviewer, ScenarioRules rules) => (_screener, _reviewer, _rules) = (screener, reviewer, rules);

    /// <summary>A debriefer with the packs and one policy of a library.</summary>
    /// <exception cref="ArgumentException">The library has no such policy, or nothing to screen with.</exception>
    public static Debriefer From(PackLibrary library, string policy = ArrestReviewer.DefaultPolicy) =>
        new(Screener.From(library), ArrestReviewer.From(library, policy), ScenarioRules.From(library));

    /// <summary>The debrief of a play, ended or not.</summary>
    public Debrief Of(Play play)
    {
        var scenario = play.Scenario;
        return new Debrief
        {
            Play = play,
            Choices = Meanings(play),
            NotLearned = [.. scenario.Learnables.Where(one => !play.Learned.Contains(one.Id))],
            Report = OfReport(scenario),
            Known = Known(scenario, play.Learned),
        };
    }

    /// <summary>What classifier and policy say to somebody who learned this much.</summary>
    public ArrestReview Known(Scenario scenario, IReadOnlySet<string> learned) => _reviewer.Review(CaseEvidence.Of(Answers(scenario, learned)), scenario.Report.Incident.Offenses ?? []);

    /// <summary>What the program reads in the report of a scenario, and where that is less than can be learned in it.</summary>
    public ReportReading OfReport(Scenario scenario)
    {
        var read = OfReport(scenario.Report);
        var all = Known(scenario, scenario.Learnables.Select(one => one.Id).ToHashSet()).Classification.Offense;
        return all is OffenseProposal.Trafficking supported && read.Review.Classification.Offense is not OffenseProposal.Trafficking
            ? read with { Differs = [.. read.Differs, $"Who asks and looks as far as can be learns more than the program reads in the report: {supported.Because} What the program lacks may stand there in words that it does not know."] }
            : read;
    }

    /// <summary>What the program reads in an invented report.</summary>
    public ReportReading OfReport(InventedIncident report)
    {
        var screened = _screener.Screen(report.Incident);
        return new ReportReading(report, screened, _reviewer.Review(CaseEvidence.Of(report.Incident, screened), report.Incident.Offenses ?? []))
        {
            Differs = screened.Level == report.Level ? [] : ["The careful reader and the screener differ. A person decides, and the program can miss what stands there."],
        };
    }

    /// <summary>The rule that a choice keeps or breaks, in words.</summary>
    public string RuleOf(SceneChoice choice) => _rules.TitleOf(choice.Rule) ?? choice.Rule;

    private IReadOnlyList<ChoiceMeaning> Meanings(Play play)
    {
        var meanings = new List<ChoiceMeaning>();
        var learned = new HashSet<string>();
        foreach (var step in play.Steps)
        {
            meanings.Add(new ChoiceMeaning(step, RuleOf(step.Choice), step.Instead(learned)));
            learned.UnionWith(step.Choice.Learns);
        }

        return meanings;
    }

    private static IEnumerable<FactAnswer> Answers(Scenario scenario, IReadOnlySet<string> learned) =>
        scenario.Learnables.Where(one => one.Fact is not null && learned.Contains(one.Id)).Select(one => new FactAnswer(one.Fact!, one.Answer, $"{scenario.Id}/{one.Id}", one.Says));
}

/// <summary>What a play meant.</summary>
public sealed record Debrief
{
    /// <summary>The play.</summary>
    public required Play Play { get; init; }

    /// <summary>What each choice meant, first to last.</summary>
    public required IReadOnlyList<ChoiceMeaning> Choices { get; init; }

    /// <summary>What could have been learned and was not.</summary>
    public required IReadOnlyList<Learnable> NotLearned { get; init; }

    /// <summary>What the program reads in the report of an officer who asked and looked.</summary>
    public required ReportReading Report { get; init; }

    /// <summary>What classifier and policy say with what was learned in this play alone.</summary>
    public required ArrestReview Known { get; init; }

    /// <summary>How many of the choices served a recommendation.</summary>
    public int Served => Choices.Count(meaning => meaning.Step.Choice.Serves);

    /// <summary>The scenario only: what somebody chose is that person's.</summary>
    public override string ToString() => $"Debrief({Play.Scenario.Id})";
}

/// <summary>What one choice meant.</summary>
/// <param name="Step">The choice and its scene.</param>
/// <param name="Rule">The rule it kept or broke, in words.</param>
/// <param name="Instead">What served in that scene, where this choice did not.</param>
public sealed record ChoiceMeaning(StepTaken Step, string Rule, IReadOnlyList<SceneChoice> Instead);

/// <summary>What the program reads in an invented report, beside what a careful reader concludes.</summary>
/// <param name="Report">The report with the careful reader's conclusion.</param>
/// <param name="Screened">What the screener finds.</param>
/// <param name="Review">What classifier and policy say.</param>
public sealed record ReportReading(InventedIncident Report, ScreeningResult Screened, ArrestReview Review)
{
    /// <summary>Where the program reads less, or other things, than the careful reader or than can be learned; one sentence each.</summary>
    public IReadOnlyList<string> Differs { get; init; } = [];

    /// <summary>The id of the report.</summary>
    public override string ToString() => $"ReportReading({Report.Id})";
}
