using Credence.Packs;
using Credence.Screening;
using Credence.Screening.Instruments;

namespace Credence.Classification;

/// <summary>Checks what a schema cannot: that facts, signs, statutes and instruments know each other.</summary>
public static class ClassificationCheck
{
    /// <summary>Every problem, beside those of shape, in order of file and line.</summary>
    public static IReadOnlyList<PackProblem> Run(PackLibrary library)
    {
        var problems = new List<PackProblem>();
        var pack = FactPack.From(library, problems);
        StatutePack.From(library, pack.Facts, problems);
        var facts = pack.Facts.Select(fact => fact.Id).ToHashSet();
        problems.AddRange(InstrumentPack.From(library, problems).SelectMany(instrument => UnknownFacts(library, instrument, facts)));
        problems.AddRange(UnknownSigns(library));
        problems.AddRange(pack.Facts.Where(fact => fact.Beside is { } other && !facts.Contains(other))
            .Select(fact => ProblemOf(library, FactPack.Kind, $"found {fact.Id} beside {fact.Beside}, expected one of {string.Join(", ", facts)}")));
        return [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    private static IEnumerable<PackProblem> UnknownFacts(PackLibrary library, Instrument instrument, HashSet<string> facts) =>
        from item in instrument.Items
        from fact in item.Facts.Concat(item.Suggests).Concat(item.Hints)
        where !facts.Contains(fact)
        let document = library.Find(instrument.Id)!.Documents[^1]
        select document.ProblemAt(document.Root, $"{item.Id}: found the fact {fact}, expected one of {string.Join(", ", facts)}");

    private static IEnumerable<PackProblem> UnknownSigns(PackLibrary library)
    {
        var known = library.OfKind(IndicatorPack.Kind).SelectMany(pack => pack.Documents).SelectMany(document => document.Items("indicators"))
            .Select(item => item.Text("id")).OfType<string>().ToHashSet();
        return from pack in library.OfKind(FactPack.Kind)
               from document in pack.Documents
               from item in document.Items("facts").Concat(document.Items("also")).Append(document.Root)
               from list in (string[])["indicators", "indicators-beside", "raised-by", "tell-nothing"]
               from sign in item.Texts(list)
               where !known.Any(id => FactTable.Names([sign.Value!], id))
               select document.ProblemAt(sign, $"found the sign {sign.Value}, expected the id of an indicator or theme.*");
    }

    private static PackProblem ProblemOf(PackLibrary library, string kind, string problem) =>
        new(library.OfKind(kind).FirstOrDefault()?.Documents[0].File.Path ?? kind, 1, problem);
}
