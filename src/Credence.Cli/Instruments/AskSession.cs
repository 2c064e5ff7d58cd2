using Credence.Screening.Instruments;
using Spectre.Console;

namespace Credence.Cli.Instruments;

/// <summary>Asks the items of an instrument one after the other, until the end or until the person stops.</summary>
internal sealed class AskSession(IAnsiConsole console, TextReader input, Action<Questionnaire> keep)
{
    private readonly Stack<string> _asked = [];

    public Questionnaire Run(Questionnaire asked)
    {
        new AskText(console).WriteBeginning(asked.Instrument);
        while (asked.Next is { } item)
        {
            Show(item);
            if (Read() is not { } word)
            {
                asked = asked.Stop();
                keep(asked);
                return asked;
            }

            asked = Take(asked, item, word);
            keep(asked);
        }

        return asked;
    }

    private Questionnaire Take(Questionnaire asked, InstrumentItem item, string word)
    {
        if (word != "b")
        {
            _asked.Push(item.Id);
            return asked.With(item.Id, word switch { "y" => Answer.Yes, "n" => Answer.No, "u" => Answer.Unknown, _ => Answer.Refused });
        }

        return _asked.TryPop(out var last) ? asked.With(last, Answer.NotAsked) : asked;
    }

    private void Show(InstrumentItem item)
    {
        console.WriteLine();
        Paragraphs.Write(console, 0, item.Ask ?? item.Topic, "bold");
        var how = item.Kind switch
        {
            ItemKind.Open => "Let the person tell. Does the answer raise concern?",
            ItemKind.Observed => "Observe, do not ask.",
            _ => "Ask.",
        };
        Paragraphs.Write(console, 2, $"{how} y yes, n no, u unknown, r rather not say, b back, s stop", "dim");
    }

    /// <summary>One of the letters, or null to stop: also where the input ends.</summary>
    private string? Read()
    {
        while (input.ReadLine()?.Trim().ToLowerInvariant() is { } line)
        {
            switch (line)
            {
                case "y" or "yes" or "sí" or "si":
                    return "y";
                case "n" or "no":
                    return "n";
                case "u" or "unknown":
                    return "u";
                case "r" or "refused":
                    return "r";
                case "b" or "back":
                    return "b";
                case "s" or "stop":
                    return null;
                default:
                    Paragraphs.Write(console, 2, "Found another answer, expected y, n, u, r, b or s.");
                    break;
            }
        }

        return null;
    }
}
