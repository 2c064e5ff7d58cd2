using System.CommandLine;
using System.Globalization;
using Credence.Cli.Packs;
using Credence.Packs;
using Credence.Training;
using Spectre.Console;

namespace Credence.Cli.Training;

/// <summary><c>credence scenario play</c>: a scenario on the terminal, or by choices that are given, and its debrief.</summary>
internal static class ScenarioPlayCommand
{
    private const string About =
        """
        Plays a scenario and ends with its debrief

        Answer with the number of what you would do; b goes back, s stops. Nothing is kept. --choices plays choices that are
        given by their ids, without asking.
        """;

    private static readonly Option<string?> Choices = new("--choices") { Description = "Play these choices and ask nothing, such as part,needs,ask-more,wish", HelpName = "IDS" };

    public static Command Create()
    {
        var (id, packs, json) = (ScenarioCommand.Id(), CommonOptions.Packs(), CommonOptions.Json());
        var command = new Command("play", About) { id, Choices, packs, json };
        command.SetAction(parsed =>
        {
            var library = PackFolder.Library(parsed.GetValue(packs));
            var scenario = ScenarioCommand.Find(library, parsed.GetValue(id)!);
            var output = parsed.InvocationConfiguration.Output;
            // The scenes go to standard error where standard output is for a program.
            var console = Terminal.On(parsed.GetValue(json) ? parsed.InvocationConfiguration.Error : output);
            var play = parsed.GetValue(Choices) is { } given ? Given(scenario, given) : Asked(scenario, console, Console.In);
            return End(play, library, parsed.GetValue(json), output);
        });
        return command;
    }

    internal static Play Asked(Scenario scenario, IAnsiConsole console, TextReader input)
    {
        var play = Play.Begin(scenario);
        while (!play.IsOver)
        {
            Show(play, console);
            switch (input.ReadLine()?.Trim().ToLowerInvariant())
            {
                case null or "s": return play;
                case "b": play = Play.Again(scenario, play.Path.SkipLast(1))!; break;
                case { } word when int.TryParse(word, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= play.Offered.Count:
                    play = play.Choose(play.Offered[number - 1].Id)!;
                    break;
                default: console.WriteLine($"Expected a number from 1 to {play.Offered.Count}, b or s."); break;
            }
        }

        return play;
    }

    private static Play Given(Scenario scenario, string given)
    {
        var play = Play.Begin(scenario);
        foreach (var word in given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            play = play.Choose(word) ?? throw CommandEnd.WrongUse(play.IsOver
                ? $"--choices: found {word} after the ending {play.Scene.Id}, expected nothing more."
                : $"--choices: found {word} in the scene {play.Scene.Id}, expected one of {string.Join(", ", play.Offered.Select(choice => choice.Id))}.");
        }

        return play;
    }

    private static void Show(Play play, IAnsiConsole console)
    {
        console.WriteLine();
        foreach (var paragraph in play.Scene.Text.Split("\n\n")) Paragraphs.Write(console, 0, paragraph, "bold");
        for (var i = 0; i < play.Offered.Count; i++) Paragraphs.Write(console, 2, $"{i + 1} {play.Offered[i].Text}");
        Paragraphs.Write(console, 2, "number, b back, s stop", "dim");
    }

    private static int End(Play play, PackLibrary library, bool asJson, TextWriter output)
    {
        var debrief = Debriefer.From(library).Of(play);
        if (asJson) PackCommand.WriteJson(output, DebriefJson.Of(debrief));
        else new DebriefText(Terminal.On(output)).Write(debrief);
        return play.IsOver ? ExitCode.Done : ExitCode.DoneWithProblems;
    }
}
