using System.Text;
using Credence.Interviews;
using Credence.Interviews.Deidentification;

namespace Credence.Research.Tests;

/// <summary>What may be mended, and what is refused before it has to be.</summary>
public class NamesAndCodingsTests
{
    [Fact]
    public void A_replacement_that_was_wrong_is_put_back_with_its_codings_and_asked_again()
    {
        using var study = new Study();
        const string Text = "The Tuesday Group met. Only the Tuesday Group helps.";
        var (interview, trust) = (study.Interview(Text, study.Ana), study.Code("Trust"));
        Assert.Null(study.File.Code(interview, [Study.Words(interview, "Only the Tuesday Group helps.")], trust, study.Ana));
        Assert.Null(study.File.AddMemo(MemoSubject.Transcript, interview.Id.Value, "Of the Tuesday Group.", study.Ana));
        Assert.Equal((2, null), study.File.Decide(new("Tuesday Group", IdentifierKind.Person, "[person 8]")));

        Assert.Null(study.File.PutBack("Tuesday Group"));

        Assert.Equal(Text, study.File.Find(1)!.Text);
        Assert.Equal("Only the Tuesday Group helps.", Assert.Single(study.File.Codings(interview.Id)).Span.Of(Text));
        Assert.Equal("Of the Tuesday Group.", Assert.Single(study.File.Memos(interview.Id.Value)).Text);
        Assert.Empty(study.File.Decisions());
    }

    [Fact]
    public void Where_one_pseudonym_stands_for_two_ways_of_writing_nothing_is_put_back()
    {
        using var study = new Study();
        study.Interview("Durr came. Then Dürr left.", study.Ana);
        Assert.Null(study.File.Decide(new("Durr", IdentifierKind.Person, "[person 1]")).Refusal);
        Assert.Null(study.File.Decide(new("Dürr", IdentifierKind.Person, "[person 1]")).Refusal);

        Assert.Contains("other words with the same pseudonym", study.File.PutBack("Durr")!.Sentence, StringComparison.Ordinal);
        Assert.Equal("[person 1] came. Then [person 1] left.", study.File.Find(1)!.Text);
        study.File.ForgetNames();
        Assert.NotNull(study.File.PutBack("Durr"));
    }

    [Fact]
    public void Words_that_stand_nowhere_are_not_kept_as_replaced()
    {
        using var study = new Study();
        study.Interview("Rosalba came.", study.Ana);

        Assert.Contains("nowhere", study.File.Decide(new("Rosalva", IdentifierKind.Person, "[person 1]")).Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Empty(study.File.Decisions());
        Assert.Null(study.File.Describe(study.File.Find(1)!.Id, "Talk with Quintero", "", "", [study.Ana]));
        Assert.Equal((0, null), study.File.Decide(new("Quintero", IdentifierKind.Person, "[person 1]")));
        Assert.Equal("Talk with [person 1]", study.File.Find(1)!.Name);
    }

    [Fact]
    public void The_same_words_are_coded_once_with_one_code_by_one_coder()
    {
        using var study = new Study();
        var (interview, trust, fear) = (study.Interview("They arrest us.", study.Ana, study.Ben), study.Code("Trust"), study.Code("Fear"));
        TextSpan[] all = [new(0, 15)];
        Assert.Null(study.File.Code(interview, all, trust, study.Ana));

        Assert.Contains("coded with it by you already", study.File.Code(interview, all, trust, study.Ana)!.Sentence, StringComparison.Ordinal);
        Assert.Null(study.File.Code(interview, all, fear, study.Ana));
        Assert.Null(study.File.Code(interview, all, trust, study.Ben));
        Assert.Null(study.File.Code(interview, [new(0, 15), new(0, 4)], trust, study.Ana));
        Assert.Equal(4, study.File.Codings(interview.Id).Count);
    }

    [Fact]
    public void A_measure_that_there_is_not_is_refused_with_those_that_there_are()
    {
        using var study = new Study();
        var fear = study.Code("Fear");
        var code = study.File.Codebook().Find(fear)!;

        var refusal = study.File.Keep(code with { Measure = "no-such-measure" });

        Assert.Contains("arrested-or-cited", refusal!.Sentence, StringComparison.Ordinal);
        Assert.Null(study.File.Codebook().Find(code.Id)!.Measure);
        Assert.Null(study.File.Keep(code with { Measure = " arrested-or-cited " }));
        Assert.Equal("arrested-or-cited", study.File.Codebook().Find(code.Id)!.Measure);
    }

    [Theory]
    [InlineData("j.qdpx", "junk", "expected the project of REFI-QDA")]
    [InlineData("x.qdc", "<CodeBook/>", "expected the codebook of REFI-QDA")]
    [InlineData("talk.rtf", "{\\rtf1\\ansi They arrest us.}", "found rich text (RTF)")]
    [InlineData("talk.html", "<!DOCTYPE html><p>They arrest us.", "HTML")]
    [InlineData("talk.txt", "<?xml version='1.0'?><a>They arrest us.</a>", "XML")]
    public void A_file_of_another_kind_is_no_interview(string name, string content, string why)
    {
        using var study = new Study();

        Assert.Contains(why, Assert.IsType<IntakeAnswer.Refused>(study.File.TakeIn(Encoding.UTF8.GetBytes(content), name, "", "", [])).Why.Sentence, StringComparison.Ordinal);
        Assert.Empty(study.File.Transcripts());
    }

    [Fact]
    public void Captions_of_SubRip_are_read_without_their_numbers_and_times()
    {
        using var study = new Study();
        const string Captions = "1\r\n00:00:01,000 --> 00:00:03,500\r\nANA: Who calls\r\nyou?\r\n\r\n2\r\n00:00:04,000 --> 00:00:06,000\r\n<i>Tell me.</i>\r\n\r\n3\r\n00:00:06,500 --> 00:00:08,000\r\nP1: Nobody.\r\n";
        study.File.TakeIn(Encoding.UTF8.GetBytes(Captions), "talk.srt", "", "", []);

        Assert.Equal(("talk", "ANA: Who calls you? Tell me.\nP1: Nobody."), (study.File.Find(1)!.Name, study.File.Find(1)!.Text));
    }

    [Fact]
    public void Pseudonyms_of_ones_own_are_not_proposed_as_names()
    {
        Transcript[] talks = [new(new TranscriptId(Guid.NewGuid()), 1, "", "I saw [Client A] there. Then Client came, and [Client A] left.")];
        IdentifierDecision[] decided = [new("Rosalba", IdentifierKind.Person, "[Client A]")];

        var proposal = Assert.Single(IdentifierFinder.Propose(talks, decided));

        Assert.Equal(("Client", 1), (proposal.Written, proposal.Places.Count));
        Assert.Equal(29, proposal.Places[0].Span.Start);
    }

    [Fact]
    public void A_whole_name_is_proposed_before_one_name_of_it_and_what_looks_like_it_is_said()
    {
        Transcript[] talks = [new(new TranscriptId(Guid.NewGuid()), 1, "", "Okafor came. Okafor left. I know Jim Okafor well. We met Durr, and Dürr spoke.")];
        IdentifierDecision[] decided = [new("Quintero", IdentifierKind.Person, "[person 1]"), new("Durr", IdentifierKind.Person, "[person 2]")];

        var proposals = IdentifierFinder.Propose(talks, decided);

        Assert.Equal(["Jim Okafor", "Okafor", "Dürr"], proposals.Select(proposal => proposal.Written));
        Assert.Equal([("Okafor", null)], IdentifierFinder.Like(proposals[0], proposals, decided));
        Assert.Equal([("Jim Okafor", null)], IdentifierFinder.Like(proposals[1], proposals, decided));
        Assert.Equal([("Durr", "[person 2]")], IdentifierFinder.Like(proposals[2], proposals, decided));
    }
}
