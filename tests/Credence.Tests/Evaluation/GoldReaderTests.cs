using Credence.Evaluation;
using Credence.Screening;
using CsCheck;

namespace Credence.Tests.Evaluation;

public class GoldReaderTests
{
    private const string Twice = """
        {"contact_id": "C1", "stratum": "work", "narrative": "XXX SAID HE WORKS THE FIELDS.", "weight": 2.5, "coder_a": {"level": 1, "type": "labor", "status": "affirmed", "minor": "u"}, "coder_b": {"level": 2, "type": "labor", "status": "affirmed", "minor": "y"}}
        {"contact_id": "C2", "stratum": "plain", "narrative": "BICYCLE MISSING.", "weight": 10, "coder_a": {"level": 0, "type": "none", "status": "none", "minor": "u"}, "coder_b": {"level": 0, "type": "none", "status": "none", "minor": "u"}}
        """;

    [Fact]
    public void Narratives_coded_by_two_are_recognized()
    {
        var gold = Assert.IsType<CodedGold>(Read(Twice));

        var first = gold.Incidents[0];
        Assert.Equal(2, gold.Incidents.Count);
        Assert.Equal(("C1", "work", 2.5), (first.Incident.Number.Value, first.Stratum, first.Weight));
        Assert.Equal(new Coding(2, ExploitationType.Labor, "affirmed", MinorStatus.Yes), first.CoderB);
        Assert.True(first.AgreedAt(1));
        Assert.False(first.AgreedAt(2));
    }

    [Theory]
    [InlineData("""{"narrative":"He was paid nothing.","level":2,"type":"labor"}""", 2)]
    [InlineData("""{"narrative":"He was paid nothing.","level":"PossibleIndication"}""", 1)]
    [InlineData("""{"narrative":"He was paid nothing.","level":"NoneFound"}""", 0)]
    public void Plain_lines_are_coded_by_one(string line, int level)
    {
        var coded = Assert.Single(Assert.IsType<CodedGold>(Read(line)).Incidents);

        Assert.Equal(level, coded.CoderA.Level);
        Assert.Null(coded.CoderB);
        Assert.Equal(("line 1", "all", 1.0), (coded.Incident.Number.Value, coded.Stratum, coded.Weight));
    }

    [Theory]
    [InlineData("""{"narrative":"x","level":3}""", "'level' of 0, 1 or 2")]
    [InlineData("""{"narrative":"x","level":"2"}""", "'level' of 0, 1 or 2")]
    [InlineData("""{"narrative":"x","coder_a":{"type":"sex"}}""", "'coder_a.level'")]
    [InlineData("""{"narrative":"x","level":1,"type":"other"}""", "another word in 'type', expected none, sex")]
    [InlineData("""{"level":1}""", "no text 'narrative'")]
    [InlineData("""{"narrative":"x","level":1,"weight":0}""", "'weight'")]
    [InlineData("""{"narrative":"x","level":1""", "found no JSON")]
    public void A_line_that_cannot_be_used_is_left_out_with_one_sentence(string line, string says)
    {
        var gold = Assert.IsType<CodedGold>(Read(Twice + "\n" + line));

        Assert.Equal(2, gold.Incidents.Count);
        var problem = Assert.Single(gold.Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.IsType<UnreadableGold>(Read(line));
    }

    [Fact]
    public void Case_summaries_with_statutes_are_recognized()
    {
        const string Csv = """
            case_id,n_minors,statutes,summary
            7,0,"1324 ['1589', '1594']","They kept the papers of the cooks, and ""fined"" them."
            8,,['1591'],A motel.
            9,many,1591,Short.
            """;

        var gold = Assert.IsType<CaseGold>(Read(Csv));

        Assert.Equal(["7", "8", "9"], gold.Cases.Select(c => c.Incident.Number.Value));
        Assert.Equal([0, null, null], gold.Cases.Select(c => c.Minors));
        Assert.Equal("They kept the papers of the cooks, and \"fined\" them.", gold.Cases[0].Incident.Narrative.Text);
        Assert.Equal(4, Assert.Single(gold.Problems).Line);
    }

    [Theory]
    [InlineData("1324 ['1589', '1594']", ExploitationType.Labor, ExploitationType.Labor)]
    [InlineData("['1591', '2421_to_2424']", ExploitationType.Sex, ExploitationType.Sex)]
    [InlineData("1591 ['1590']", ExploitationType.Labor, ExploitationType.Both)]
    [InlineData("1591", ExploitationType.None, ExploitationType.Sex)]
    [InlineData("['1581_to_1588']", ExploitationType.Labor, ExploitationType.Labor)]
    [InlineData("['1592', '1591']", ExploitationType.Both, ExploitationType.Both)]
    [InlineData("2421_to_2424 ['1594']", ExploitationType.None, ExploitationType.None)]
    [InlineData("", ExploitationType.None, ExploitationType.None)]
    public void Statutes_tell_sex_from_labor_or_do_not_tell(string cell, ExploitationType byList, ExploitationType byAny)
    {
        var statutes = ChargedStatutes.Read(cell);

        Assert.Equal((byList, byAny), (statutes.ByList, statutes.ByAnyPart));
    }

    [Fact]
    public void Narratives_only_stream_and_rows_without_a_number_are_named_by_their_place()
    {
        var gold = Assert.IsType<NarrativeGold>(Read("Incident ID,Narrative\nM-1,\"Two\nlines.\"\n,Another.\n"));

        var incidents = gold.Incidents.ToList();
        Assert.Equal(["M-1", "row 3"], incidents.Select(i => i.Number.Value));
        Assert.Equal("Two\nlines.", incidents[0].Narrative.Text);
        Assert.Empty(gold.Problems);
    }

    [Fact]
    public void Annotated_sentences_are_recognized()
    {
        const string Kit = "line number\tCondition\tsentence\tnegation_status (a)\ttemporality (b)\texperiencer (c)\n"
            + "3\tfever\tHe denied FEVER.\tNegated\tNot particular\tPatient\n"
            + "4\tcough\tHis MOTHER HAD COUGH\tAffirmed\tHistorical\tFamily member\n"
            + "5\tonly\tthree\n";

        var gold = Assert.IsType<AnnotatedGold>(Read(Kit));

        Assert.Equal(new ContextReading(true, false, true, false), gold.Phrases[0].Truth);
        Assert.Equal(new ContextReading(false, true, false, true), gold.Phrases[1].Truth);
        Assert.Equal("found 3 columns, expected 6", Assert.Single(gold.Problems).Message);
    }

    [Theory]
    [InlineData("", "found nothing")]
    [InlineData("[{\"narrative\":\"x\"}]", "JSON array")]
    [InlineData("PK\0\0", "no text")]
    [InlineData("id,title\n1,x", "2 columns")]
    [InlineData("hello", "5 characters")]
    public void A_file_of_no_known_kind_is_refused_with_one_sentence(string text, string says)
    {
        var message = Assert.IsType<UnreadableGold>(Read(text)).Message;

        Assert.StartsWith("line 1: found", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.Contains("expected", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_asked_for_that_the_file_is_not_is_refused() =>
        Assert.All(Enum.GetValues<GoldFormat>(), format =>
            Assert.IsType<UnreadableGold>(GoldReader.Read(new StringReader("a,b\n1,2"), format)));

    [Fact]
    public void No_text_at_all_makes_reading_fail() =>
        Gen.Select(Gen.OneOf("", "id,narrative\n", "id,statutes,summary,n_minors\n", "{\"narrative\":", "{"), Pieces)
            .Sample((start, rest) =>
            {
                var gold = Read(start + rest);
                if (gold is NarrativeGold narratives) { Assert.All(narratives.Incidents, i => Assert.NotNull(i.Narrative.Text)); }

                _ = FlagJudgments.Read(new StringReader("id,judgment" + rest));
            }, iter: 2000);

    private static Gen<string> Pieces =>
        Gen.OneOf("\"", ",", "\n", "\r", ";", "\t", "a", "1", "}", "]", "\"level\":1", "\"x\"", "summary", "statutes", "\0", "\uFEFF", "é")
            .Array[0, 25].Select(string.Concat);

    private static Gold Read(string text) => GoldReader.Read(new StringReader(text));
}
