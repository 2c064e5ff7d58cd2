using Credence.Cli.Reports;
using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;
using CsCheck;

namespace Credence.Cli.Tests.Reports;

public class ReportPieceTests
{
    private const string Text = "He keeps her passport and her pay.";

    [Fact]
    public void A_narrative_is_cut_where_its_findings_begin_and_end()
    {
        var it = Incident(Found("papers", 3, 21), Found("pay", 30, 33, Assertion.Denied));

        Assert.Equal(["He ", "keeps her passport", " and her ", "pay", "."], it.Narrative!.Select(piece => piece.Text));
        Assert.Equal([[], [0], [], [1], []], it.Narrative!.Select(piece => piece.Findings ?? []));
    }

    [Fact]
    public void Findings_that_overlap_share_a_piece_and_the_weightiest_comes_first()
    {
        var it = Incident(Found("weak", 3, 12, strength: Strength.Weak), Found("denied", 9, 21, Assertion.Denied, Strength.Strong), Found("strong", 9, 12, strength: Strength.Strong));

        var mark = Assert.Single(it.Narrative!, piece => piece.Findings is not null);
        Assert.Equal("keeps her passport", mark.Text);
        Assert.Equal(["strong", "weak", "denied"], mark.Findings!.Select(number => it.Findings[number].Indicator.Split('~')[0]));
    }

    [Fact]
    public void A_sign_that_stands_twice_has_one_number_and_a_sign_that_is_also_denied_has_two()
    {
        var it = Incident(Found("her", 9, 12), Found("her", 26, 29), Found("her", 30, 33, Assertion.Denied));

        Assert.Equal([0, 0, 1], it.Narrative!.SelectMany(piece => piece.Findings ?? []));
        Assert.Equal(["affirmed", "denied"], it.Findings.Select(finding => finding.Assertion));
    }

    [Fact]
    public void What_the_reason_names_decides_where_it_weighs_most()
    {
        var it = Incident(Found("her", 9, 12, Assertion.Denied), Found("her", 26, 29), Found("pay", 30, 33));

        Assert.Equal([true, false, false], it.Findings.Select(finding => finding.Decides));
        Assert.Equal("affirmed", it.Findings[0].Assertion);
    }

    [Fact]
    public void The_pieces_together_are_the_narrative() =>
        Gen.Select(Gen.Int[0, Text.Length - 1], Gen.Int[1, 12], Gen.Int[0, 6]).Array[0, 8].Sample(spans =>
        {
            var findings = spans.Select((span, i) => Found($"f{i % 3}", span.Item1, Math.Min(Text.Length, span.Item1 + span.Item2), (Assertion)span.Item3));
            var it = Incident([.. findings.OrderBy(finding => finding.Start)]);
            return string.Concat(it.Narrative!.Select(piece => piece.Text)) == Text
                && it.Narrative!.SelectMany(piece => piece.Findings ?? []).Distinct().Order().SequenceEqual(Enumerable.Range(0, it.Findings.Count));
        });

    [Fact]
    public void Without_narratives_nothing_of_one_is_left()
    {
        var it = Incident(redact: true, Found("her", 9, 12));

        Assert.Null(it.Narrative);
        Assert.Equal("affirmed", Assert.Single(it.Findings).Assertion);
    }

    private static ReportIncident Incident(params Finding[] findings) => Incident(false, findings);

    private static ReportIncident Incident(bool redact, params Finding[] findings) => ReportIncident.Of(
        new IncidentRow(1, new Incident(new IncidentNumber("2031-1"), new Narrative(Text)), []),
        Workplace.Screen(new Incident(new IncidentNumber("2031-1"), new Narrative(Text))) with
        {
            Findings = findings,
            Deciding = [.. findings.Where(finding => finding.Indicator.Id == "her").OrderBy(finding => finding.Assertion).Take(1)],
        },
        "in.csv",
        redact);

    private static Finding Found(string id, int start, int end, Assertion assertion = Assertion.Affirmed, Strength strength = Strength.Medium) =>
        new(
            new Indicator
            {
                Id = id,
                Title = id,
                Theme = id,
                Type = ExploitationType.Labor,
                Dimension = Dimension.Coercion,
                Element = Element.Means,
                Strength = strength,
                About = About.Person,
                Minor = false,
                Citation = new Citation("invented", "Invented", null, true),
            },
            start, end, 0, Text.Length, assertion);
}
