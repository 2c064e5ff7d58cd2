using System.CommandLine;
using Credence.Classification;
using Credence.Cli.Packs;

namespace Credence.Cli.Classification;

/// <summary><c>credence classify CASE</c>: per statute and element what is supported, what is missing, what may be asked.</summary>
internal static class ClassifyCommand
{
    private const string About =
        """
        Holds what is known of a case against the elements of statutes: supported, not supported or unknown

        Takes a narrative, an incident of a file (--incident), answers (--answers), codes and an age, alone or together.
        Says for each element what supports it, what is missing, and one gentle question for each gap. It proposes an
        offense code and whether somebody is to be treated as a possible victim; it determines neither, and no charge.
        Unknown means or unknown age are reviewed and never 40A. A person under 18 in commercial sex needs no means.
        """;

    private static readonly CaseOptions Case = new();

    private static readonly Option<string[]> Laws = new("--law")
    {
        Description = "Laws to read: us, un, nibrs, ma, uniform; the FBI's codes are always read. Without it: us and nibrs",
        HelpName = "us,un,…",
    };

    private static readonly Option<bool> All = new("--all") { Description = "Show every statute, also those of which nothing speaks" };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("classify", About) { Case.Case };
        foreach (var option in Case.All.Concat([Laws, All, Json])) command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var input = CaseInput.Read(Case, parsed);
        var result = ClassifierFor(input, parsed.GetValue(Laws) ?? []).Classify(input.Evidence);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json)) PackCommand.WriteJson(output, ClassificationJson.Of(result));
        else new ClassificationText(Terminal.On(output), parsed.GetValue(All), input.OneNarrative).Write(result);
        return input.Exit;
    }

    private static Classifier ClassifierFor(CaseInput input, string[] asked)
    {
        var known = Classifier.From(input.Library).Statutes.Select(statute => statute.Law).Distinct().ToList();
        var laws = asked.SelectMany(word => word.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        return laws.Find(law => !known.Contains(law)) is { } other
            ? throw CommandEnd.WrongUse($"--law: found {other}, expected some of {string.Join(", ", known)}.")
            : Classifier.From(input.Library, laws.Count == 0 ? ["us"] : laws);
    }
}
