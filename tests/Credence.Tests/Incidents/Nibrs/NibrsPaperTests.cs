using System.Text;
using Credence.Incidents.Nibrs;
using Credence.Testing;

namespace Credence.Tests.Incidents.Nibrs;

public class NibrsPaperTests
{
    private const string Page = "docs/nibrs.md";
    private const string Begin = "<!-- made from the pack: CREDENCE_APPROVE=1 makes it anew -->\n";
    private const string End = "<!-- end -->";

    [Fact]
    public void The_page_lists_every_message_as_the_pack_has_it()
    {
        var page = Repository.Text(Page).ReplaceLineEndings("\n");
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var tables = Tables(NibrsEdition.Shipped);
        if (Environment.GetEnvironmentVariable("CREDENCE_APPROVE") == "1") File.WriteAllText(Repository.Path(Page), page[..from] + tables + page[to..]);
        else Assert.Equal(tables, page[from..to]);
    }

    private static string Tables(NibrsEdition edition)
    {
        var page = new StringBuilder("\n| error | element | what is wrong, in our words | where |\n| --- | --- | --- | --- |\n");
        foreach (var same in edition.Rules.GroupBy(rule => (rule.Error, rule.Segment, rule.Says, Where(rule)))
            .OrderBy(same => same.Key.Error.Length).ThenBy(same => same.Key.Error, StringComparer.Ordinal))
            page.Append($"| {same.Key.Error} | {string.Join(", ", same.Select(rule => rule.Element).Distinct())} | {same.Key.Says} | {same.Key.Item4} |\n");
        page.Append("\n### Not checked\n| error | why |\n| --- | --- |\n");
        foreach (var why in edition.Uncovered.GroupBy(entry => entry.Why))
            page.Append($"| {string.Join(", ", why.Select(entry => entry.Error))} | {why.Key} |\n");
        return page.Append('\n').ToString();
    }

    private static string Where(NibrsRule rule)
    {
        var place = rule.Citation.Source == "nibrs-spec" ? rule.Citation.Pinpoint! : $"edits of about 2015, {rule.Citation.Pinpoint}";
        var time = (rule.From > 0 ? $"; from {Month(rule.From)}" : "") + (rule.Until < int.MaxValue ? $"; until {Month(rule.Until)}" : "");
        return place + time + (rule.IsWarning ? "; a warning" : "") + (rule.Needs is null ? "" : "; needs --start");
    }

    private static string Month(int month) => $"{month / 100}-{month % 100:00}";
}
