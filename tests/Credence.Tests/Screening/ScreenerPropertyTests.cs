using CsCheck;
using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;

namespace Credence.Tests.Screening;

public class ScreenerPropertyTests
{
    private static readonly Screener Screener = Screener.From(DefaultPacks.Read());

    /// <summary>Words that packs know beside letters that nobody expects.</summary>
    private static readonly string[] Words =
    [
        "PROSTITUTE", "PASSPORT", "TOOK", "HER", "XXX", "DENIED", "15", "YEAR OLD", "HOTEL", "RUNAWAY", "OWES", "prostitución",
        "no", "THREATENED", "DEPORTED", "\"", ".", "\n\n", "\0", "\ud800", "é", "Ж", "😀", "—", "(", "TRAFFICKING", "COCAINE",
    ];

    private static readonly Gen<string> Texts =
        Gen.OneOf(Gen.Int[0, Words.Length - 1].Select(i => Words[i]), Gen.String[0, 8])
            .List[0, 40].Select(words => string.Join(' ', words));

    [Fact]
    public void Screening_never_throws_and_its_spans_lie_inside_the_text() =>
        Texts.Sample(text =>
        {
            var result = Screen(text);

            Assert.All(result.Findings, finding =>
            {
                Assert.InRange(finding.Start, finding.SentenceStart, finding.End - 1);
                Assert.InRange(finding.End, finding.Start + 1, finding.SentenceEnd);
                Assert.InRange(finding.SentenceStart, 0, text.Length);
                Assert.InRange(finding.SentenceEnd, 0, text.Length);
            });
        }, iter: 3000);

    [Fact]
    public void Screening_twice_gives_the_same() =>
        Texts.Sample(text =>
        {
            var (first, again) = (Screen(text), Screen(text));

            Assert.Equal(first.Findings, again.Findings);
            Assert.Equal((first.Level, first.Type, first.Minor, first.Score, first.Reason), (again.Level, again.Type, again.Minor, again.Score, again.Reason));
        }, iter: 1000);

    [Fact]
    public void A_reason_never_repeats_words_that_only_the_narrative_has() =>
        Texts.Sample(text =>
            Assert.DoesNotContain("zyxwv", Screen(text + " ZYXWV " + text).Reason, StringComparison.OrdinalIgnoreCase), iter: 500);

    [Fact]
    public void Findings_come_in_order() =>
        Texts.Sample(text =>
        {
            var starts = Screen(text).Findings.Select(finding => finding.Start).ToList();

            Assert.Equal(starts.Order(), starts);
        }, iter: 500);

    private static ScreeningResult Screen(string text) => Screener.Screen(new Incident(new IncidentNumber("1"), new Narrative(text)));
}
