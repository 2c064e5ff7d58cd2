using System.Globalization;
using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Incidents.Nibrs;

/// <summary>Reads the rules of an edition: one for every field that a rule names.</summary>
internal static class NibrsRuleReader
{
    public static IEnumerable<NibrsRule> Read(Pack pack, NibrsEdition edition, ICollection<PackProblem> problems)
    {
        foreach (var document in pack.Documents)
        {
            foreach (var item in document.Items("rules"))
            {
                var rules = new List<NibrsRule>();
                try
                {
                    rules.AddRange(Rules(pack, edition, document, item));
                }
                catch (FormatException wrong)
                {
                    problems.Add(document.ProblemAt(item, $"{item.Text("error")}: {wrong.Message}"));
                }

                foreach (var rule in rules) yield return rule;
            }
        }
    }

    public static IEnumerable<(string Error, string Why)> Uncovered(Pack pack) =>
        from document in pack.Documents
        from item in document.Items("uncovered")
        from error in item.Texts("errors")
        select (error.Value!, item.Required("why"));

    private static IEnumerable<NibrsRule> Rules(Pack pack, NibrsEdition edition, PackDocument document, YamlMappingNode item)
    {
        var level = item.Number("segment")!.Value;
        var layout = edition.Layout(level) ?? throw new FormatException($"found segment {level}, expected one with a layout");
        var names = item.Texts("fields").Select(name => name.Value!).ToList();
        if (names.Count == 0) return [Rule(pack, edition, document, item, layout, null)];
        return names.Select(name => Rule(pack, edition, document, item, layout, layout.Find(name)
            ?? throw new FormatException($"found the field {name}, expected one of the layout of {layout.Name}")));
    }

    private static NibrsRule Rule(
        Pack pack, NibrsEdition edition, PackDocument document, YamlMappingNode item, NibrsLayout layout, NibrsField? field)
    {
        var condition = item.Text("if");
        return new NibrsRule
        {
            Error = item.Required("error"),
            Segment = layout.Level,
            Element = item.Text("element") ?? field?.Element ?? throw new FormatException("found neither element nor fields, expected one of them"),
            Says = item.Required("says"),
            Citation = Cite(pack, document, item),
            Note = item.Text("note"),
            Needs = item.Text("needs"),
            From = Month(item.Text("from")) ?? 0,
            Until = Month(item.Text("until")) ?? int.MaxValue,
            IsWhole = item.Flag("whole"),
            IsWarning = item.Flag("warning"),
            Actions = item.Texts("actions").ToList() is { Count: > 0 } actions ? string.Concat(actions.Select(action => action.Value)) : "IAMW",
            Check = item.Text("check"),
            If = condition,
            Condition = condition is null ? null : NibrsConditionReader.Read(condition, edition, item.Text("for") ?? layout.Name, field),
            File = document.File.Path,
            Line = (int)item.Start.Line,
        };
    }

    private static Citation Cite(Pack pack, PackDocument document, YamlMappingNode item)
    {
        var key = item.Text("source") ?? document.Root.Required("source");
        if (!pack.Sources.TryGetValue(key, out var source))
            throw new FormatException($"found the source {key}, expected one of {string.Join(", ", pack.Sources.Keys)}");
        var place = item.Text("pinpoint") ?? document.Root.Text("pinpoint");
        return new Citation(key, source.Title, item.Text("page") is { } page ? $"{place}, page {page}" : place, source.Verified);
    }

    private static int? Month(string? text) =>
        text is null ? null : int.Parse(text.Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
