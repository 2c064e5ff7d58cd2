using Credence.Incidents;
using Credence.Packs;

namespace Credence.Screening;

/// <summary>Checks that every signal of a library is given by its examples and not by its counter-examples.</summary>
internal static class SignalCheck
{
    internal static IEnumerable<PackProblem> Run(PackLibrary library)
    {
        var problems = new List<PackProblem>();
        var offenses = new OffenseLookup(library.OfKind(OffensePack.Kind).Select(pack => OffensePack.Read(pack, problems)));
        foreach (var pack in library.OfKind(SignalPack.Kind))
        {
            problems.AddRange(SignalPack.Read(pack, offenses, problems).Rules.SelectMany(rule => ExamplesThatFail(rule, offenses)).ToList());
        }

        return problems;
    }

    private static IEnumerable<PackProblem> ExamplesThatFail(SignalRule rule, OffenseLookup offenses)
    {
        var screener = new RecordScreener([rule], offenses);
        return rule.Examples
            .Where(example => screener.Screen(example.Incident).Count > 0 != example.Gives)
            .Select(example => new PackProblem(rule.File, example.Line, example.Gives
                ? $"{rule.Signal.Id} is not given by this example, expected it to be"
                : $"{rule.Signal.Id} is given by this counter-example, expected it not to be"));
    }
}
