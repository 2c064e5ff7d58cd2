using Credence.Consents;
using Credence.Packs;
using Credence.Text;

namespace Credence.Referrals;

/// <summary>Checks what a schema cannot: that packs of needs have each need once, and phrases that can be looked for.</summary>
public static class NeedCheck
{
    /// <summary>Every problem, beside those of shape, in order of file and line.</summary>
    public static IReadOnlyList<PackProblem> Run(PackLibrary library)
    {
        var problems = new List<PackProblem>();
        NeedPack.From(library, problems);
        var documents = library.OfKind(NeedPack.Kind).SelectMany(pack => pack.Documents).ToList();
        var needs = documents.SelectMany(document => document.Items("needs").Select(node => (document, node))).ToList();
        foreach (var (document, node) in needs.GroupBy(one => one.node.Required("need")).SelectMany(same => same.Skip(1)))
            problems.Add(document.ProblemAt(node, $"found the need {node.Required("need")} a second time, expected it once"));
        foreach (var (document, node) in needs)
        {
            foreach (var phrase in node.Texts("phrases").Where(phrase => !CanBeLookedFor(phrase.Value!)))
                problems.Add(document.ProblemAt(phrase, $"found the phrase \"{phrase.Value}\", expected words of letters and digits with single spaces between them"));
        }

        if (documents.Count > 0 && Enum.GetValues<Need>().Where(need => needs.All(one => one.node.Required("need") != EnumWord.Of(need))).ToList() is { Count: > 0 } missing)
            problems.Add(documents[0].ProblemAt(documents[0].Root, $"found no {string.Join(", ", missing.Select(need => EnumWord.Of(need)))}, expected every need"));
        return [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    private static bool CanBeLookedFor(string phrase)
    {
        try
        {
            _ = new PhraseSet([phrase]);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
