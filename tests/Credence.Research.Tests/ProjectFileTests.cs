using System.Text;
using System.Xml.Linq;
using Credence.Interviews;
using Credence.Interviews.Deidentification;
using Credence.Interviews.Qda;

namespace Credence.Research.Tests;

public class ProjectFileTests
{
    [Fact]
    public void What_is_kept_is_there_when_the_file_is_opened_again()
    {
        using var study = new Study();
        var (interview, trust) = (study.Interview("We do not call. They arrest us.", study.Ana, study.Ben), study.Code("Trust"));
        Assert.Null(study.File.Code(interview, [Study.Words(interview, "They arrest us.")], trust, study.Ana));
        Assert.Null(study.File.AddMemo(MemoSubject.Code, trust.Value, "Ask Ben.", study.Ana));

        var again = Assert.IsType<ProjectAnswer.Opened>(ProjectFile.Open(study.File.Path, study.Clock)).File.Read();

        Assert.Equal(interview, Assert.Single(again.Transcripts));
        Assert.Equal("They arrest us.", Assert.Single(again.Codings).Span.Of(interview.Text));
        Assert.Equal("Ask Ben.", Assert.Single(again.Memos).Text);
        Assert.Equal("Trust", Assert.Single(again.Codebook.Codes).Name);
        Assert.Equal(2, again.Assignments.Count);
    }

    [Fact]
    public void Only_the_account_that_made_the_file_can_open_it()
    {
        if (OperatingSystem.IsWindows()) { Assert.Skip("Windows has no such modes."); return; }

        using var study = new Study();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(study.File.Path));
    }

    [Theory]
    [InlineData("nothing of it")]
    [InlineData("")]
    public void Another_file_is_refused_in_a_sentence_and_left_alone(string content)
    {
        using var study = new Study();
        File.WriteAllText(study.PathOf("other"), content);

        Assert.Contains("another kind of file", Assert.IsType<ProjectAnswer.Refused>(ProjectFile.Open(study.PathOf("other"), study.Clock)).Why.Sentence, StringComparison.Ordinal);
        Assert.Contains("something of that name", Assert.IsType<ProjectAnswer.Refused>(ProjectFile.Create(study.PathOf("other"), "x", study.Clock)).Why.Sentence, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(study.PathOf("other")));
    }

    [Fact]
    public void A_project_of_a_later_Credence_is_refused_and_one_step_behind_is_brought_forward()
    {
        using var study = new Study();
        study.Run("PRAGMA user_version = 99");
        Assert.Contains("later Credence", Assert.IsType<ProjectAnswer.Refused>(ProjectFile.Open(study.File.Path, study.Clock)).Why.Sentence, StringComparison.Ordinal);

        study.GoBackTo(1);
        Assert.Equal(2, Assert.IsType<ProjectAnswer.Opened>(ProjectFile.Open(study.File.Path, study.Clock)).File.Coders().Count);
        Assert.False(study.File.WasReplaced);
    }

    [Theory]
    [InlineData("DELETE FROM project")]
    [InlineData("PRAGMA user_version = 0")]
    public void A_project_that_was_never_wholly_made_is_refused(string undone)
    {
        using var study = new Study();
        study.Run(undone);

        Assert.Contains("never wholly made", Assert.IsType<ProjectAnswer.Refused>(ProjectFile.Open(study.File.Path, study.Clock)).Why.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void One_who_is_done_can_add_nothing_while_another_still_codes_and_both_can_once_both_are()
    {
        using var study = new Study();
        var (interview, trust) = (study.Interview("They arrest us.", study.Ana, study.Ben), study.Code("Trust"));
        TextSpan[] all = [new(0, 15)];
        Assert.Null(study.File.Code(interview, all, trust, study.Ana));
        Assert.Null(study.File.Finish(interview.Id, study.Ana));

        Assert.Contains("done by you", study.File.Code(interview, all, trust, study.Ana)!.Sentence, StringComparison.Ordinal);
        Assert.Contains("done by you", study.File.TakeBack(study.File.Codings(interview.Id)[0].Id, study.Ana)!.Sentence, StringComparison.Ordinal);
        Assert.Null(study.File.Finish(interview.Id, study.Ben));
        Assert.NotNull(study.File.Finish(interview.Id, study.Ben));
        Assert.Null(study.File.Code(interview, all, trust, study.Ben));
        Assert.Null(study.File.TakeBack(study.File.Codings(interview.Id)[0].Id, study.Ana));

        // Agreement is that of the blind coding: the one had it, the other had not.
        var report = Assert.Single(AgreementReport.Of(study.File.Read(), PassageKind.Sentence, 1));
        Assert.Equal((0, 1, 0, 0), Assert.Single(report.Codes).Passages);
    }

    [Fact]
    public void Nobody_codes_what_is_not_hers_or_his_nor_takes_back_another_s_coding()
    {
        using var study = new Study();
        var (interview, trust) = (study.Interview("They arrest us.", study.Ana), study.Code("Trust"));
        Assert.Null(study.File.Code(interview, [new(0, 15)], trust, study.Ana));

        Assert.NotNull(study.File.Code(interview, [new(0, 15)], trust, study.Ben));
        Assert.NotNull(study.File.TakeBack(study.File.Codings(interview.Id)[0].Id, study.Ben));
        Assert.NotNull(study.File.Code(interview, [new(0, 16)], trust, study.Ana));
        Assert.NotNull(study.File.Code(interview, [], trust, study.Ana));
        Assert.NotNull(study.File.Describe(interview.Id, "x", "", "", [study.Ben]));
        Assert.Single(study.File.Codings(interview.Id));
    }

    [Fact]
    public void One_who_is_done_cannot_be_taken_out_also_if_there_was_nothing_to_code()
    {
        using var study = new Study();
        var interview = study.Interview("They arrest us.", study.Ana, study.Ben);
        Assert.Null(study.File.Finish(interview.Id, study.Ana));

        Assert.Contains("is done with it", study.File.Describe(interview.Id, "x", "", "", [study.Ben])!.Sentence, StringComparison.Ordinal);
        Assert.Single(study.File.Assignments(), one => one.IsDone && one.Coder == study.Ana);
    }

    [Fact]
    public void One_who_comes_when_all_are_done_has_seen_their_codings_and_is_in_no_agreement()
    {
        using var study = new Study("ana", "ben", "cora");
        var (interview, trust, cora) = (study.Interview("They arrest us.", study.Ana, study.Ben), study.Code("Trust"), study.File.Coders()[2].Id);
        // Ben gives up: with Ana done, all is open, and he has seen it when he comes again.
        Assert.Null(study.File.Code(interview, [new(0, 15)], trust, study.Ana));
        Assert.Null(study.File.Finish(interview.Id, study.Ana));
        Assert.Null(study.File.Describe(interview.Id, "x", "", "", [study.Ana]));
        Assert.Null(study.File.Describe(interview.Id, "x", "", "", [study.Ana, study.Ben, cora]));
        foreach (var late in new[] { study.Ben, cora })
        {
            Assert.Null(study.File.Code(interview, [new(0, 15)], trust, late));
            Assert.Null(study.File.Finish(interview.Id, late));
        }

        var project = study.File.Read();
        Assert.Equal([study.Ana], project.Assignments.Where(one => !one.HasSeen).Select(one => one.Coder));
        Assert.Empty(AgreementReport.Of(project, PassageKind.Sentence, 1));
        Assert.Equal([study.Ana], new Blinding(project.Assignments).Independent(project.Codings).Select(coding => coding.Coder));
    }

    [Fact]
    public void A_coder_whom_the_file_does_not_know_is_a_sentence_and_no_fault()
    {
        using var study = new Study();
        var (interview, nobody) = (study.Interview("They arrest us.", study.Ana), new CoderId(Guid.NewGuid()));

        Assert.Contains("no such coder", study.File.Describe(interview.Id, "x", "", "", [study.Ana, nobody])!.Sentence, StringComparison.Ordinal);
        Assert.Contains("no such coder", Assert.IsType<IntakeAnswer.Refused>(study.File.TakeIn("Nobody asks."u8.ToArray(), "two", "", "", [nobody])).Why.Sentence, StringComparison.Ordinal);
        Assert.Null(study.File.Find(2));
        Assert.Equal("Interview", study.File.Find(1)!.Name);
    }

    [Fact]
    public void A_code_with_codings_stays_and_names_are_unique_below_one_parent()
    {
        using var study = new Study();
        var (interview, trust) = (study.Interview("They arrest us.", study.Ana), study.Code("Trust"));
        var fear = study.Code("Fear", trust);
        Assert.Null(study.File.Code(interview, [new(0, 4)], fear, study.Ana));

        Assert.Contains("codings with it", study.File.Remove(fear)!.Sentence, StringComparison.Ordinal);
        Assert.Contains("codes below it", study.File.Remove(trust)!.Sentence, StringComparison.Ordinal);
        Assert.Contains("of this name", study.File.Keep(new Code(new CodeId(Guid.NewGuid()), "fear") { Parent = trust })!.Sentence, StringComparison.Ordinal);
        Assert.Contains("below itself", study.File.Keep(study.File.Codebook().Find(trust)! with { Parent = fear })!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_replaced_in_every_interview_and_is_in_no_byte_of_the_file_but_the_list()
    {
        using var study = new Study();
        var (first, trust) = (study.Interview("I know Rosalba well. Rosalba fears us.", study.Ana), study.Code("Trust"));
        study.Interview("It was rosalba.", study.Ana);
        Assert.Null(study.File.Code(first, [Study.Words(first, "Rosalba fears us.")], trust, study.Ana));
        Assert.Null(study.File.AddMemo(MemoSubject.Transcript, first.Id.Value, "About Rosalba.", study.Ana));
        Assert.Null(study.File.Describe(first.Id, "Talk with Rosalba", "Rosalba", "house of Rosalba", [study.Ana]));

        Assert.Equal((2, null), study.File.Decide(new("Rosalba", IdentifierKind.Person, "[person 1]")));

        var now = study.File.Find(first.Number)!;
        Assert.Equal("I know [person 1] well. [person 1] fears us.", now.Text);
        Assert.Equal("[person 1] fears us.", Assert.Single(study.File.Codings(first.Id)).Span.Of(now.Text));
        Assert.Equal("About [person 1].", Assert.Single(study.File.Memos(first.Id.Value)).Text);
        Assert.Equal(("Talk with [person 1]", "[person 1]", "house of [person 1]"), (now.Name, now.Role, now.Site));
        Assert.Equal(1, study.File.Missed());
        Assert.Equal((1, null), study.File.Decide(new("rosalba", IdentifierKind.Person, "[person 1]")));
        Assert.Equal(0, study.File.Missed());

        Assert.Equal(2, study.File.ForgetNames());
        study.Run("VACUUM");
        Assert.DoesNotContain("rosalba", Encoding.UTF8.GetString(File.ReadAllBytes(study.File.Path)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_was_replaced_leaves_no_trace_in_free_pages_before_any_clean_up()
    {
        using var study = new Study();
        study.Interview(string.Concat(Enumerable.Repeat("Rosalba came and went. ", 2000)), study.Ana);
        study.File.Decide(new("Rosalba", IdentifierKind.Person, "[person 1]"));

        Assert.Equal(1, Encoding.UTF8.GetString(File.ReadAllBytes(study.File.Path)).Split("Rosalba").Length - 1 - Indexed(study));
    }

    [Fact]
    public void A_pseudonym_that_holds_the_name_is_refused()
    {
        using var study = new Study();

        Assert.NotNull(study.File.Decide(new("Rosalba", IdentifierKind.Person, "the Rosalba")).Refusal);
        Assert.NotNull(study.File.Decide(new("Rosalba", IdentifierKind.Person, " ")).Refusal);
    }

    [Fact]
    public void Two_coders_on_two_machines_send_each_other_theirs()
    {
        using Study here = new(), there = new("ben");
        var (interview, trust) = (here.Interview("They arrest us. Nobody asks.", here.Ana, here.Ben), here.Code("Trust"));
        Assert.Null(here.File.Code(interview, [Study.Words(interview, "They arrest us.")], trust, here.Ana));

        // Ben gets the interview and the codebook, and not what Ana coded.
        there.File.Take(here.Exported(here.Ben));
        Assert.Empty(there.File.Codings(there.File.Find(1)!.Id));
        var ben = there.File.Coders().Single(coder => coder.Name == "ben");
        var his = there.File.Find(1)!;
        Assert.Null(there.File.Describe(his.Id, his.Name, his.Role, his.Site, [ben.Id]));
        Assert.Null(there.File.Code(his, [Study.Words(his, "They arrest us.")], trust, ben.Id));

        var taken = here.File.Take(there.Exported());

        Assert.Equal((0, 0, 1), (taken.Transcripts, taken.Codes, taken.Codings));
        Assert.False(new Blinding(here.File.Assignments()).IsFinished(interview.Id));
        Assert.Null(here.File.Finish(interview.Id, here.Ana));
        var report = AgreementReport.Of(here.File.Read(), PassageKind.Sentence, 1).Single(one => one.Transcripts == 1);
        Assert.Equal(1, Assert.Single(report.Codes).Kappa.Value, 1e-12);
        Assert.Equal(0, here.File.Take(there.Exported()).Codings);
    }

    [Fact]
    public void What_a_coder_may_not_see_yet_is_in_no_part_of_a_file_for_her_eyes()
    {
        using Study here = new(), there = new();
        var (interview, trust) = (here.Interview("They arrest us.", here.Ana, here.Ben), here.Code("Trust"));
        Assert.Null(here.File.Code(interview, [new(0, 15)], trust, here.Ben));
        var coding = here.File.Codings(interview.Id)[0].Id;
        Assert.Null(here.File.AddMemo(MemoSubject.Coding, coding.Value, "Sure of it.", here.Ben));
        // Once through another file, so that it stands in what is carried too.
        there.File.Take(here.Exported());
        there.File.Describe(interview.Id, "x", "", "", [there.Ana, there.Ben]);

        var seen = there.Exported(there.Ana).Document.ToString();

        Assert.Contains($"{coding.Value}", there.Exported().Document.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain($"{coding.Value}", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Sure of it.", seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_project_comes_out_of_the_file_as_it_went_in()
    {
        using var study = new Study();
        var foreign = CarriedProject.Read(
            """
            <Project xmlns="urn:QDA-XML:project:1.0" xmlns:v="urn:vendor" name="f" v:x="1"><Users><User guid="00000001-0000-0000-0000-000000000001"/></Users>
              <CodeBook><Codes><Code guid="{00000002-0000-0000-0000-000000000001}" name="a" isCodable="1" colour="x"/></Codes></CodeBook>
              <Sources><TextSource guid="00000003-0000-0000-0000-000000000001"><PlainTextContent>One.&#xD;
            Two.</PlainTextContent>
              <PlainTextSelection guid="00000004-0000-0000-0000-000000000001" startPosition="6" endPosition="10"><Coding guid="00000005-0000-0000-0000-000000000001"><CodeRef targetGUID="{00000002-0000-0000-0000-000000000001}"/></Coding></PlainTextSelection></TextSource>
              <PDFSource guid="00000006-0000-0000-0000-000000000001" path="internal://a.pdf"/></Sources><v:More> kept </v:More></Project>
            """,
            new Dictionary<string, byte[]> { ["sources/a.pdf"] = [1, 2, 3] });

        var taken = study.File.Take(foreign);
        var back = study.Exported();

        Assert.Equal((1, 1, 1), (taken.Transcripts, taken.Codes, taken.Codings));
        Assert.Equal("Two.", study.File.Codings(study.File.Find(1)!.Id).Single().Span.Of(study.File.Find(1)!.Text));
        Assert.Equal(foreign.Files, back.Files);
        // What is new are the two coders of this file and the one of whom nothing is stated: only the two have a name.
        back.Document.Root!.Elements().First().Elements().Skip(1).Remove();
        Assert.True(XNode.DeepEquals(foreign.Document, back.Document), back.Written());
    }

    [Fact]
    public void The_same_transcript_is_taken_in_once()
    {
        using var study = new Study();

        Assert.IsType<IntakeAnswer.Interview>(study.File.TakeIn("They arrest us."u8.ToArray(), "one", "", "", []));
        Assert.Contains("words of interview 1", Assert.IsType<IntakeAnswer.Refused>(study.File.TakeIn("They arrest us.\n"u8.ToArray(), "two", "", "", [])).Why.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_transcript_taken_in_by_many_at_once_is_taken_in_once()
    {
        using var study = new Study();
        var file = "They arrest us."u8.ToArray();

        var answers = new IntakeAnswer[8];
        Parallel.For(0, answers.Length, new ParallelOptions { MaxDegreeOfParallelism = answers.Length }, i => answers[i] = study.File.TakeIn(file, $"{i}", "", "", []));

        Assert.Single(answers.OfType<IntakeAnswer.Interview>());
        Assert.Single(study.File.Transcripts());
    }

    private static int Indexed(Study study) => study.File.Decisions().Count;
}
