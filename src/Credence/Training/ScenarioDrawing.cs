using System.Text;

namespace Credence.Training;

/// <summary>Draws a scenario's tree as text of Mermaid, for whoever writes or teaches it. It gives everything away.</summary>
public static class ScenarioDrawing
{
    private const int Longest = 60;

    /// <summary>A flow chart: scenes, endings in rounded boxes, and choices as arrows; broken lines for those that break a recommendation.</summary>
    public static string Mermaid(Scenario scenario)
    {
        var numbers = scenario.Scenes.Select((scene, at) => (scene.Id, at)).ToDictionary(one => one.Id, one => one.at);
        var drawn = new StringBuilder("flowchart TD\n");
        foreach (var scene in scenario.Scenes)
        {
            var label = $"\"{scene.Id}: {Short(scene.Ending ?? scene.Text)}\"";
            drawn.Append(scene.Ending is null ? $"  s{numbers[scene.Id]}[{label}]\n" : $"  s{numbers[scene.Id]}([{label}])\n");
        }

        foreach (var scene in scenario.Scenes)
        {
            foreach (var choice in scene.Choices.Where(choice => numbers.ContainsKey(choice.To)))
                drawn.Append($"  s{numbers[scene.Id]} {(choice.Serves ? "-->" : "-.->")}|\"{Short(choice.Text)}{Condition(choice)}\"| s{numbers[choice.To]}\n");
        }

        return drawn.ToString();
    }

    private static string Condition(SceneChoice choice)
    {
        List<string> parts = [.. choice.If.Select(word => $"if {word}"), .. choice.Unless.Select(word => $"unless {word}"), .. choice.Learns.Select(word => $"learns {word}")];
        return parts.Count == 0 ? "" : $" ({string.Join(", ", parts)})";
    }

    // Mermaid reads quotes and the number sign as its own.
    private static string Short(string text)
    {
        var plain = text.Replace('\n', ' ').Replace('"', '\'').Replace("#", "no. ", StringComparison.Ordinal);
        return plain.Length <= Longest ? plain : $"{plain[..plain.LastIndexOf(' ', Longest)]} …";
    }
}
