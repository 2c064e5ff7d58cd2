using System.Text;
using System.Text.Json.Nodes;
using Credence.Police.Web.Pages;
using Credence.Protection;
using Credence.Training;

namespace Credence.Police.Web.Training;

/// <summary>The scenarios as JSON, for a device without a connection: words of packs, and what the program reads in their invented reports.</summary>
internal static class ScenarioJson
{
    public static byte[] Of(TrainingRoom room) => Encoding.UTF8.GetBytes(new JsonArray([.. room.Scenarios.Select(scenario => Of(scenario, room.Debriefer))]).ToJsonString());

    private static JsonObject Of(Scenario scenario, Debriefer debriefer)
    {
        var read = debriefer.OfReport(scenario);
        return new JsonObject
        {
            ["id"] = scenario.Id, ["title"] = scenario.Title, ["minutes"] = scenario.Minutes,
            ["learnable"] = new JsonArray([.. scenario.Learnables.Select(one => new JsonObject { ["id"] = one.Id, ["says"] = one.Says, ["isFact"] = one.Fact is not null })]),
            ["known"] = Known(scenario, debriefer),
            ["scenes"] = new JsonArray([.. scenario.Scenes.Select(scene => Of(scene, debriefer))]),
            ["report"] = scenario.Report.Incident.Narrative.Text,
            ["reader"] = scenario.Report.Conclusion,
            ["program"] = Lines(
            [
                $"The screener: {TrainingWords.Of(read.Screened.Level)}. {read.Screened.Reason}",
                .. Law(read.Review),
                .. read.Differs,
            ]),
        };
    }

    private static IEnumerable<string> Law(ArrestReview review) =>
    [
        $"The classifier: {review.Classification.Offense.Because}", .. review.Charges.Select(charge => $"The policy on {charge.Charge}: {Words.Of(charge.Outcome)}. {charge.Because}"),
    ];

    // By what of it tells the law something, in the order of the scenario: a device has no classifier.
    private static JsonObject Known(Scenario scenario, Debriefer debriefer)
    {
        List<string> facts = [.. scenario.Learnables.Where(one => one.Fact is not null).Select(one => one.Id)];
        var learned = scenario.Learned().Select(known => facts.Where(known.Contains).ToList()).DistinctBy(known => string.Join(' ', known));
        return new JsonObject(learned.Select(known => KeyValuePair.Create<string, JsonNode?>(string.Join(' ', known), Lines(Law(debriefer.Known(scenario, known.ToHashSet()))))));
    }

    private static JsonObject Of(Scene scene, Debriefer debriefer) => new()
    {
        ["id"] = scene.Id, ["text"] = Lines(scene.Text.Split("\n\n")), ["ending"] = scene.Ending,
        ["choices"] = new JsonArray([.. scene.Choices.Select(choice => new JsonObject
        {
            ["id"] = choice.Id, ["text"] = choice.Text, ["to"] = choice.To, ["if"] = Lines(choice.If), ["unless"] = Lines(choice.Unless), ["learns"] = Lines(choice.Learns),
            ["serves"] = choice.Serves, ["means"] = TrainingWords.Of(choice), ["because"] = choice.Because, ["rule"] = debriefer.RuleOf(choice), ["source"] = TrainingWords.Source(choice),
        })]),
    };

    private static JsonArray Lines(IEnumerable<string> lines) => new([.. lines.Select(line => JsonValue.Create(line))]);
}
