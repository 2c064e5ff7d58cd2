using System.Text;
using System.Text.Json.Nodes;
using Credence.Police.Web.Pages;
using Credence.Training;

namespace Credence.Police.Web.Training;

/// <summary>The scenarios as JSON, for a device without a connection: words of packs, and what the program reads in their invented reports.</summary>
internal static class ScenarioJson
{
    public static byte[] Of(TrainingRoom room) => Encoding.UTF8.GetBytes(new JsonArray([.. room.Scenarios.Select(scenario => Of(scenario, room.Debriefer))]).ToJsonString());

    private static JsonObject Of(Scenario scenario, Debriefer debriefer)
    {
        var read = debriefer.OfReport(scenario.Report);
        return new JsonObject
        {
            ["id"] = scenario.Id, ["title"] = scenario.Title, ["minutes"] = scenario.Minutes,
            ["learnable"] = new JsonArray([.. scenario.Learnables.Select(one => new JsonObject { ["id"] = one.Id, ["says"] = one.Says })]),
            ["scenes"] = new JsonArray([.. scenario.Scenes.Select(Of)]),
            ["report"] = scenario.Report.Incident.Narrative.Text,
            ["reader"] = scenario.Report.Conclusion,
            ["program"] = Lines(
            [
                $"The screener: {TrainingWords.Of(read.Screened.Level)}. {read.Screened.Reason}",
                $"The classifier: {read.Review.Classification.Offense.Because}",
                .. read.Review.Charges.Select(charge => $"The policy on {charge.Charge}: {Words.Of(charge.Outcome)}. {charge.Because}"),
            ]),
        };
    }

    private static JsonObject Of(Scene scene) => new()
    {
        ["id"] = scene.Id, ["text"] = Lines(scene.Text.Split("\n\n")), ["ending"] = scene.Ending,
        ["choices"] = new JsonArray([.. scene.Choices.Select(choice => new JsonObject
        {
            ["id"] = choice.Id, ["text"] = choice.Text, ["to"] = choice.To, ["if"] = Lines(choice.If), ["unless"] = Lines(choice.Unless), ["learns"] = Lines(choice.Learns),
            ["serves"] = choice.Serves, ["means"] = TrainingWords.Of(choice), ["because"] = choice.Because, ["source"] = TrainingWords.Source(choice),
        })]),
    };

    private static JsonArray Lines(IEnumerable<string> lines) => new([.. lines.Select(line => JsonValue.Create(line))]);
}
