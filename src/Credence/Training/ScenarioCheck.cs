using System.Globalization;
using Credence.Classification;
using Credence.Packs;
using Credence.Screening;
using Credence.Text;
using YamlDotNet.RepresentationModel;

namespace Credence.Training;

/// <summary>
/// Checks what a schema cannot: that every scene is reached, that every choice can be taken and leads on, that every play can
/// end, that rules and facts exist, and that the words are plain.
/// </summary>
public sealed class ScenarioCheck
{
    /// <summary>The highest grade of Flesch and Kincaid that the words of a scenario may have.</summary>
    public const double HighestGrade = 8;

    private readonly List<PackProblem> _problems;
    private readonly PackDocument _document;
    private readonly Scenario _scenario;

    private ScenarioCheck(PackDocument document, Scenario scenario, List<PackProblem> problems) =>
        (_document, _scenario, _problems) = (document, scenario, problems);

    /// <summary>Every problem, beside those of shape, in order of file and line.</summary>
    public static IReadOnlyList<PackProblem> Run(PackLibrary library)
    {
        var problems = new List<PackProblem>();
        var (rules, facts) = (ScenarioRules.From(library), FactPack.From(library, []).Facts.Select(fact => fact.Id).ToHashSet());
        var (ids, screener) = (new HashSet<string>(), library.OfKind("indicators").Any() ? Screener.From(library) : null);
        foreach (var (pack, document) in library.OfKind(ScenarioPack.Kind).SelectMany(pack => ScenarioPack.DocumentsOf(pack).Select(document => (pack, document))))
        {
            var told = problems.Count;
            var check = new ScenarioCheck(document, ScenarioPack.Read(pack, document, problems), problems);
            // A choice without a source is left out: what then leads nowhere would be told a second time.
            var isWhole = problems.Count == told;
            if (!ids.Add(check._scenario.Id)) check.Say(document.Root, $"found the scenario {check._scenario.Id} a second time, expected a new id");
            check.Names(rules, facts);
            if (isWhole) check.Walk();
            check.Words();
            if (screener is not null) check.Report(screener);
        }

        return [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    private void Names(ScenarioRules rules, HashSet<string> facts)
    {
        var learnable = _scenario.Learnables.Select(one => one.Id).ToHashSet();
        foreach (var (node, fact) in _document.Items("learnable").Select(node => (node, node.Text("fact"))).Where(one => one.Item2 is { } fact && !facts.Contains(fact)))
            Say(At(node, "fact"), $"found the fact {fact}, expected one of packs/facts");
        foreach (var twice in SceneNodes().GroupBy(node => node.Required("id")).SelectMany(same => same.Skip(1)))
            Say(twice, $"found the scene {twice.Required("id")} a second time, expected a new id");
        foreach (var scene in SceneNodes())
        {
            if (scene.Text("ending") is null == !ChoicesOf(scene).Any()) Say(scene, $"the scene {scene.Required("id")}: found neither choices nor an ending, or both, expected one of them");
            foreach (var twice in ChoicesOf(scene).GroupBy(node => node.Required("id")).SelectMany(same => same.Skip(1)))
                Say(twice, $"found the choice {twice.Required("id")} a second time in its scene, expected a new id");
            foreach (var choice in ChoicesOf(scene)) Names(choice, rules, learnable);
        }
    }

    private void Names(YamlMappingNode choice, ScenarioRules rules, HashSet<string> learnable)
    {
        if (choice.Text("serves") is null == choice.Text("breaks") is null) Say(choice, "found neither serves nor breaks, or both, expected the recommendation, 1 to 5, that it serves or breaks");
        if (rules.TitleOf(choice.Required("rule")) is null)
            Say(At(choice, "rule"), $"found the rule {choice.Required("rule")}, expected one of a pack, such as model-agency/own-safety or statutes/nibrs-64a");
        if (_scenario.Find(choice.Required("to")) is null) Say(At(choice, "to"), $"found no scene {choice.Required("to")}, expected one of {string.Join(", ", _scenario.Scenes.Select(scene => scene.Id))}");
        foreach (var unknown in ((string[])["if", "unless", "learns"]).SelectMany(key => choice.Texts(key)).Where(word => !learnable.Contains(word.Value!)))
            Say(unknown, $"found {unknown.Value}, expected one of what can be learned: {string.Join(", ", learnable)}");
    }

    private void Walk()
    {
        var states = ScenarioStates.Of(_scenario);
        if (states.IsCut)
        {
            Say(_document.Root, $"found more than {ScenarioStates.Most} states, expected fewer: what is learned in any order makes many");
            return;
        }

        var reached = states.Plays.Select(play => play.Scene.Id).ToHashSet();
        var offered = states.Plays.SelectMany(play => play.Offered.Select(choice => (play.Scene.Id, choice.Id))).ToHashSet();
        var stuck = states.Plays.Where(play => !play.IsOver && play.Offered.Count == 0).Select(play => play.Scene.Id).ToHashSet();
        var endless = states.WithoutExit().Where(play => play.Offered.Count > 0).Select(play => play.Scene.Id).ToHashSet();
        foreach (var node in SceneNodes())
        {
            var id = node.Required("id");
            if (!reached.Contains(id)) Say(node, $"no choice leads to the scene {id}, expected one");
            else if (stuck.Contains(id)) Say(node, $"the scene {id} is a dead end for some plays: found no choice that is offered there, expected one always");
            else if (endless.Contains(id)) Say(node, $"from the scene {id} some plays never come to an ending, expected a way out");
            foreach (var choice in ChoicesOf(node).Where(choice => reached.Contains(id) && !offered.Contains((id, choice.Required("id")))))
                Say(choice, $"the choice {choice.Required("id")} is never offered: found a condition that is never true, expected one that some play meets");
        }

        if (!states.Plays.Any(play => play.IsOver && play.Steps.All(step => step.Choice.Serves)))
            Say(_document.Root, "no play has only choices that serve, expected one at least");
    }

    private void Words()
    {
        foreach (var (node, key) in SceneNodes().Select(node => (node, Key: "text")).Concat(SceneNodes().SelectMany(ChoicesOf).Select(node => (node, Key: "because"))))
        {
            if (Readability.FleschKincaid(node.Required(key)) is var grade && grade > HighestGrade)
                Say(At(node, key), string.Create(CultureInfo.InvariantCulture, $"{node.Required("id")} reads at grade {grade:0.0}, expected {HighestGrade:0} or lower: shorter sentences, plainer words"));
        }
    }

    // A debrief shows both side by side: an officer would not know whom to believe.
    private void Report(Screener screener)
    {
        if (_scenario.Report.Level == Level.NoneFound && screener.Screen(_scenario.Report.Incident).Level == Level.StrongIndication)
            Say(At(_document.Root.Mapping("report") ?? _document.Root, "level"), "found none for a report in which the screener finds a strong indication, expected the level of a careful reader: possible or strong, or a report that tells it otherwise");
    }

    // The line of the words that are wrong, not of what they stand in.
    private static YamlNode At(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : node;

    private IEnumerable<YamlMappingNode> SceneNodes() => _document.Items("scenes");

    private static IEnumerable<YamlMappingNode> ChoicesOf(YamlMappingNode scene) => scene.Sequence("choices").OfType<YamlMappingNode>();

    private void Say(YamlNode node, string problem) => _problems.Add(_document.ProblemAt(node, problem));
}
