using Credence.Incidents;
using Credence.Packs;
using Credence.Testing;
using Credence.Tests.Habits;
using Credence.Wording;
using CsCheck;

namespace Credence.Tests.Wording;

public class WordingCheckerTests
{
    private static readonly WordingChecker Checker = WordingChecker.From(Cast.Packs);

    private static readonly IReadOnlyList<WordingEntry> Entries =
        [.. Cast.Packs.OfKind(WordingPack.Kind).SelectMany(pack => WordingPack.Read(pack, []).Entries)];

    private static readonly string[] Oddities =
    [
        "\"", "“", "”", "''", "'", "«", "»", "\n\n", ":", "[x]", "XXX", "5'10\"", "\0", "\ud800", "é", "Ж", "😀", "V1", "PROSTITUTE", "claims",
    ];

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("\"“”«»'");

    /// <summary>Sentences of the packs that are flagged, beside letters and marks that nobody expects.</summary>
    private static readonly Gen<string> Texts =
        Gen.OneOf(
            Gen.Int[0, Entries.Count - 1].Select(i => Entries[i].Match[0]),
            Gen.Int[0, Oddities.Length - 1].Select(i => Oddities[i]),
            Gen.String[0, 8]).List[0, 30].Select(words => string.Join(' ', words));

    [Fact]
    public void Every_rule_flags_its_examples_and_not_its_counter_examples() =>
        Assert.Empty(WordingCheck.Run(PackReader.Read(DefaultPacks.Files())).Select(problem => problem.ToString()));

    [Fact]
    public void A_whole_sentence_in_quotation_marks_is_never_flagged()
    {
        (string Open, string Close)[] marks = [("\"", "\""), ("“", "”"), ("''", "''"), ("``", "''"), ("‘", "’"), ("\"", ""), ("“", "")];
        var quoted = from entry in Entries
                     where !entry.Rule.IsQuoted
                     from sentence in entry.Match
                     where !sentence.AsSpan().ContainsAny(Marks)
                     where sentence.Split(' ').Length > 2
                     from mark in marks
                     from lead in new[] { "She told the officers that night, ", "ELLA DIJO A LOS AGENTES: ", "", "HE IS 5'10\" TALL. HE SAID " }
                     select $"{lead}{mark.Open}{sentence}{mark.Close}";
        var all = quoted.ToList();

        Assert.True(all.Count > 1500, $"Only {all.Count} quotations were tried.");
        Faults.None(all.SelectMany(text => Flags(text).Select(flag => $"{flag.Rule.Id}: {text}")));
    }

    [Fact]
    public void Flags_stand_inside_the_text_in_order_and_do_not_overlap() =>
        Texts.Sample(text =>
        {
            var end = 0;
            foreach (var flag in Flags(text))
            {
                Assert.InRange(flag.Start, end, flag.End - 1);
                Assert.InRange(flag.End, flag.Start + 1, text.Length);
                end = flag.End;
            }
        }, iter: 3000);

    [Fact]
    public void Capital_letters_change_nothing()
    {
        static IEnumerable<(string, int, int)> Placed(string text) => Flags(text).Select(flag => (flag.Rule.Id, flag.Start, flag.End));

        foreach (var text in Entries.SelectMany(entry => entry.Match.Concat(entry.NoMatch)))
        {
            Assert.Equal(Placed(text.ToLowerInvariant()), Placed(text.ToUpperInvariant()));
        }
    }

    [Fact]
    public void Reading_twice_gives_the_same() =>
        Texts.Sample(text => Assert.Equal(Flags(text), Flags(text)), iter: 1000);

    [Fact]
    public void A_flag_says_nothing_that_the_narrative_says()
    {
        var flag = Assert.Single(Flags("OFFICERS SAW KNOWN PROSTITUTE ZYXWV LAST NIGHT."));

        Assert.DoesNotContain("ZYXWV", flag.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("LAST NIGHT", flag.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_rule_has_a_reason_an_alternative_and_a_source_that_its_pack_names()
    {
        Assert.True(Entries.Count > 30);
        Assert.All(Entries, entry =>
        {
            Assert.NotEmpty(entry.Rule.Reason);
            Assert.NotEmpty(entry.Rule.Alternative);
            Assert.NotEmpty(entry.Rule.Source.Title);
            Assert.NotEqual(entry.Rule.Written, entry.Rule.Alternative);
        });
        Assert.All(Enum.GetValues<WordingKind>(), kind => Assert.Contains(Entries, entry => entry.Rule.Kind == kind));
    }

    [Fact]
    public void A_suggested_sentence_is_not_flagged_itself()
    {
        // What stands between marks in an alternative is an example of what to write.
        var suggested = from entry in Entries
                        from sentence in entry.Rule.Alternative.Split('"').Where((_, i) => i % 2 == 1)
                        where sentence.Contains(' ', StringComparison.Ordinal)
                        from flag in Flags(sentence)
                        select $"{entry.Rule.Id} suggests what {flag.Rule.Id} flags: {sentence}";

        Faults.None(suggested);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("Die Frau sagte, dass sie nicht gehen durfte und dass er ihren Pass hat und sie nicht bezahlt wird.")]
    public void Nothing_to_read_or_a_language_that_no_pack_covers_is_not_called_clean(string text)
    {
        var result = Checker.Check(new Narrative(text));

        Assert.False(result.WasRead);
        Assert.Empty(result.Flags);
    }

    [Fact]
    public void A_result_names_the_packs_that_made_it()
    {
        var packs = Checker.Check(new Narrative("She was there.")).Packs;

        Assert.Equal(["wording-en", "wording-es"], packs.Select(stamp => stamp.Split('@')[0]));
    }

    [Fact]
    public void A_language_without_a_pack_is_refused_by_name()
    {
        var refused = Assert.Throws<ArgumentException>(() => WordingChecker.From(Cast.Packs, ["en", "fr"]));

        Assert.Contains("no wording pack for fr", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agency_adds_a_rule_and_takes_one_away_without_a_programmer()
    {
        const string Ours = """
            theme: ours
            title: Ours
            rules:
              - id: ours.client
                kind: label
                title: a label
                why: It names.
                instead: Describe.
                source: house
                pinpoint: minutes
                patterns: ["repeat customer"]
                match: ["He is a repeat customer of the jail.", "REPEAT CUSTOMER"]
                no-match: ["The customer came in again."]
            """;
        const string None = "theme: minimizing\ntitle: None\nrules: []\n";
        var library = DefaultPacks.Read([new PackFile("wording/en/ours.yaml", Ours, IsLocal: true), new PackFile("wording/en/minimizing.yaml", None, IsLocal: true)]);
        var result = WordingChecker.From(library).Check(new Narrative("He is a repeat customer of the jail and her pimp."));

        Assert.Empty(library.Problems);
        Assert.Empty(WordingCheck.Run(library, onlyLocal: true));
        Assert.Equal("ours.client", Assert.Single(result.Flags).Rule.Id);
        Assert.Contains(result.Packs, stamp => stamp.Contains("+local.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_that_does_not_do_what_its_examples_say_is_told_by_file_and_line()
    {
        const string Wrong = """
            theme: ours
            title: Ours
            rules:
              - id: ours.one
                kind: blame
                title: t
                why: w
                instead: i
                source: house
                pinpoint: p
                patterns: ["zebra"]
                match: ["A zebra.", "A horse."]
                no-match: ["The zebra came."]
            """;
        var library = DefaultPacks.Read([new PackFile("wording/en/ours.yaml", Wrong, IsLocal: true)]);

        var problems = WordingCheck.Run(library, onlyLocal: true);
        Assert.Equal(2, problems.Count);
        Assert.All(problems, problem => Assert.Equal(("wording/en/ours.yaml", 4), (problem.File, problem.Line)));
        Assert.Contains(problems, problem => problem.Problem.Contains("A horse.", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Problem.Contains("The zebra came.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_report_with_many_marks_is_read_to_its_end()
    {
        var text = string.Concat(Enumerable.Repeat("She said \"no\" to the 'man' and the known prostitute's \"john\" left. ", 3000));

        Assert.True(Flags(text).Count >= 3000);
    }

    private static IReadOnlyList<WordingFlag> Flags(string text) => Checker.Check(new Narrative(text)).Flags;
}
