using System.CommandLine;
using Credence.Cli.Classification;
using Credence.Cli.Packs;
using Credence.Packs;
using Credence.Screening.Instruments;

namespace Credence.Cli.Instruments;

/// <summary><c>credence ask INSTRUMENT</c>: a questionnaire on a terminal, or answers from a file.</summary>
internal static class AskCommand
{
    private const string About =
        """
        Asks the questions of a screening instrument, and ends with what the answers mean and what to do now

        Answer y yes, n no, u unknown, r rather not say; b goes back, s stops. Nobody has to answer, and stopping is no
        answer. No words and no names are kept: of an open question only whether the answer raises concern. --save keeps
        answers so that asking can go on later; --answers takes them from a file and asks nothing.
        Without an instrument it lists those there are.
        """;

    private static readonly Argument<string?> Name = new("INSTRUMENT")
    {
        Description = "The instrument, such as hhs-card",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Answers = new("--answers") { Description = "Take the answers from this file and ask nothing", HelpName = "FILE" };

    private static readonly Option<string?> Save = new("--save") { Description = "Keep the answers in this file, and go on from it if it is there", HelpName = "FILE" };

    private static readonly Option<string?> Prevalence = new("--prevalence")
    {
        Description = "How common trafficking is among those who are screened here, such as 0.01 or 1%; for what positive and negative mean",
        HelpName = "SHARE",
    };

    private static readonly Option<string?> Language = new("--lang") { Description = "Language of the questions, where there is a pack in it", HelpName = "es" };

    private static readonly Option<string?> Packs = CommonOptions.Packs();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("ask", About) { Name, Answers, Save, Prevalence, Language, Packs, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var library = PackFolder.Library(parsed.GetValue(Packs));
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Name) is not { } name)
        {
            InstrumentList.Write(library, parsed.GetValue(Json), output);
            return ExitCode.Done;
        }

        var instrument = Usable(AnswersFile.InstrumentOf(IdOf(name, parsed.GetValue(Language), library), library));
        var prevalence = PrevalenceOf(parsed);
        var asked = Asked(instrument, library, parsed);
        var result = asked.Result();
        if (parsed.GetValue(Json)) PackCommand.WriteJson(output, AskJson.Of(asked, result, prevalence));
        else new AskText(Terminal.On(output)).WriteEnd(result, prevalence, asked.IsStopped);
        return ExitCode.Done;
    }

    private static Questionnaire Asked(Instrument instrument, PackLibrary library, ParseResult parsed)
    {
        if (parsed.GetValue(Answers) is { } path)
            return OfInstrument(path, instrument, AnswersFile.Read(path, library)) ?? Questionnaire.Begin(instrument);
        var save = parsed.GetValue(Save);
        var begun = save is not null && File.Exists(save) ? OfInstrument(save, instrument, AnswersFile.Read(save, library)) : null;
        // The questions go to standard error where standard output is for a program.
        var console = Terminal.On(parsed.GetValue(Json) ? parsed.InvocationConfiguration.Error : parsed.InvocationConfiguration.Output);
        return new AskSession(console, Console.In, asked => Keep(save, asked)).Run(begun?.GoOn() ?? Questionnaire.Begin(instrument));
    }

    private static Questionnaire? OfInstrument(string path, Instrument instrument, AnswersFile answers) =>
        answers.Asked is { } asked && asked.Instrument.Id != instrument.Id
            ? throw CommandEnd.WrongUse($"{path}: found answers to {asked.Instrument.Id}, expected answers to {instrument.Id}.")
            : answers.Asked;

    private static void Keep(string? path, Questionnaire asked)
    {
        if (path is null) return;
        using var file = new StringWriter();
        PackCommand.WriteJson(file, AskJson.Answers(asked));
        OwnFile.Write(path, System.Text.Encoding.UTF8.GetBytes(file.ToString()));
    }

    private static string IdOf(string name, string? language, PackLibrary library) =>
        language is null || library.Find(name)?.Language == language ? name
        : library.Find($"{name}-{language}") is not null ? $"{name}-{language}"
        : throw CommandEnd.WrongUse($"--lang: found no {name} in {language}, expected {library.Find(name)?.Language ?? "another instrument"}.");

    private static Instrument Usable(Instrument instrument) => instrument.Wording == InstrumentWording.Missing
        ? throw CommandEnd.Refused($"{instrument.Id}: the wording of its {instrument.Items.Count} items is not here, because its owner has not given it to everybody. "
            + $"An agency that may use it: credence pack import {instrument.Id} FILE --into DIR, then --packs DIR.")
        : instrument;

    private static double? PrevalenceOf(ParseResult parsed)
    {
        if (parsed.GetValue(Prevalence) is not { } text) return null;
        var isPercent = text.EndsWith('%');
        return double.TryParse(text.TrimEnd('%', ' '), System.Globalization.CultureInfo.InvariantCulture, out var number)
            && (isPercent ? number / 100 : number) is >= 0 and <= 1 and var share
                ? share
                : throw CommandEnd.WrongUse($"--prevalence: found {text}, expected a share such as 0.01 or 1%.");
    }
}
