using System.Text;
using Credence.Interviews;
using Credence.Interviews.Qda;

namespace Credence.Research.Tests;

/// <summary>Two people who code on two machines, each with a file of her or his own.</summary>
public class TwoMachinesTests
{
    [Fact]
    public void Whoever_started_a_file_under_the_name_that_the_other_file_knows_codes_and_sends_it_back()
    {
        using Study here = new(), there = new("Ben");
        var (interview, trust) = (here.Interview("They arrest us. Nobody asks.", here.Ana, here.Ben), here.Code("Trust"));
        Assert.Null(here.File.Code(interview, [Study.Words(interview, "They arrest us.")], trust, here.Ana));

        var got = TakeIn(there, "for-ben.qdpx", here.Exported(here.Ben));
        var his = there.File.Find(1)!;
        Assert.Equal(["Ben", "ana"], there.File.Coders().Select(coder => coder.Name));
        Assert.Equal(["Ben"], there.File.CodersHere().Select(coder => coder.Name));
        Assert.Contains(got.Notices, notice => notice.Contains("taken as the same", StringComparison.Ordinal));
        Assert.Equal(there.Ana, Assert.Single(there.File.Assignments()).Coder);
        Assert.Empty(there.File.Codings(his.Id));
        Assert.Null(there.File.Code(his, [Study.Words(his, "They arrest us.")], trust, there.Ana));
        Assert.Null(there.File.Finish(his.Id, there.Ana));

        var back = TakeIn(here, "from-ben.qdpx", there.Exported(there.Ana));

        Assert.Equal((0, 0, 1), (back.Transcripts, back.Codes, back.Codings));
        Assert.Equal(["ana", "ben"], here.File.Coders().Select(coder => coder.Name));
        Assert.Null(here.File.Finish(interview.Id, here.Ana));
        var report = Assert.Single(AgreementReport.Of(here.File.Read(), PassageKind.Sentence, 1));
        Assert.Equal((1, 1.0), (report.Transcripts, Math.Round(Assert.Single(report.Codes).Kappa.Value, 12)));
        Assert.Empty(QdaCheck.Of(here.Exported().Document.Root!));
        Assert.Equal(0, TakeIn(here, "from-ben.qdpx", there.Exported(there.Ana)).Codings);
    }

    [Fact]
    public void Two_of_one_name_in_one_project_are_two_coders()
    {
        using Study here = new(), there = new("cora");
        var project = CarriedProject.Read(
            """
            <Project xmlns="urn:QDA-XML:project:1.0" name="f"><Users><User guid="00000001-0000-0000-0000-000000000001" name="Ana"/><User guid="00000001-0000-0000-0000-000000000002" name="ana"/></Users></Project>
            """,
            new Dictionary<string, byte[]>());
        here.File.Take(project);

        Assert.Equal(["ana", "ben", "ana (2)"], here.File.Coders().Select(coder => coder.Name));
        there.File.Take(project);
        Assert.Equal(["cora", "Ana", "ana (2)"], there.File.Coders().Select(coder => coder.Name));
    }

    [Fact]
    public void A_code_that_both_made_with_one_name_in_one_place_is_one_and_the_other_definition_is_kept()
    {
        using Study here = new(), there = new("ben");
        var interview = here.Interview("They arrest us. Nobody asks.", here.Ana, here.Ben);
        var (trust, other) = (here.Code("Trust"), here.Code("Housing"));
        there.File.Take(here.Exported(here.Ben));
        var his = there.File.Find(1)!;
        Assert.Null(there.File.Describe(his.Id, his.Name, "", "", [there.Ana]));
        // Both add "Fear" below Trust; Ben's is defined.
        var (fear, fears) = (here.Code("Fear", trust), there.Code("fear", trust));
        Assert.Null(there.File.Keep(there.File.Codebook().Find(fears)! with { Definition = "Somebody is afraid." }));
        Assert.Null(there.File.Code(his, [Study.Words(his, "They arrest us.")], fears, there.Ana));

        var taken = here.File.Take(there.Exported());
        here.File.Take(there.Exported());

        Assert.Equal((0, 1), (taken.Codes, taken.Codings));
        Assert.Equal([trust, fear, other], here.File.Codebook().Codes.Select(code => code.Id));
        Assert.Equal(fear, Assert.Single(here.File.Codings(interview.Id)).Code);
        Assert.Equal("Somebody is afraid.", Assert.Single(here.File.Memos(fear.Value)).Text);
    }

    [Fact]
    public void An_interview_that_was_taken_out_leaves_nothing_in_the_file_and_comes_back_with_no_project()
    {
        using Study here = new(), there = new("ben");
        var stays = here.Interview("I know Quintero.", here.Ana);
        var (gone, trust) = (here.Interview("Rosalba told me. Quintero knows.", here.Ana, here.Ben), here.Code("Trust"));
        Assert.Null(here.File.Code(gone, [Study.Words(gone, "Rosalba told me.")], trust, here.Ana));
        Assert.Null(here.File.AddMemo(MemoSubject.Coding, here.File.Codings(gone.Id)[0].Id.Value, "Rosalba is sure.", here.Ana));
        Assert.Null(here.File.AddMemo(MemoSubject.Transcript, gone.Id.Value, "A memo of Rosalba.", here.Ana));
        // Once through another file, so that it is carried too.
        there.File.Take(here.Exported());
        here.File.Take(there.Exported());
        foreach (var (name, pseudonym) in new[] { ("Rosalba", "[person 1]"), ("Quintero", "[person 2]") }) { Assert.Null(here.File.Decide(new(name, Credence.Interviews.Deidentification.IdentifierKind.Person, pseudonym)).Refusal); }

        Assert.Equal((1, 2), (here.File.RemovalOf(gone.Id).Codings, here.File.RemovalOf(gone.Id).Memos));
        Assert.Equal(["ana"], here.File.RemovalOf(gone.Id).Coders);
        Assert.Null(here.File.RemoveTranscript(gone.Id));

        Assert.Equal(stays.Id, Assert.Single(here.File.Transcripts()).Id);
        Assert.Equal("Quintero", Assert.Single(here.File.Decisions()).Written);
        var bytes = Encoding.UTF8.GetString(File.ReadAllBytes(here.File.Path));
        Assert.All(["Rosalba", "told me", "is sure", "A memo of"], words => Assert.DoesNotContain(words, bytes, StringComparison.Ordinal));
        var written = here.Exported();
        Assert.DoesNotContain(gone.Id.Value.ToString(), written.Written(), StringComparison.Ordinal);
        Assert.Single(written.Files);
        Assert.Empty(QdaCheck.Of(written.Document.Root!));

        var again = here.File.Take(there.Exported());
        Assert.Equal((0, 0), (again.Transcripts, again.Codings));
        Assert.Contains("1 interviews were taken out here before: left out.", again.Notices);
        Assert.DoesNotContain("told me", Encoding.UTF8.GetString(File.ReadAllBytes(here.File.Path)), StringComparison.Ordinal);
        Assert.NotNull(here.File.RemoveTranscript(gone.Id));
    }

    [Fact]
    public void With_a_transcript_of_another_program_go_its_files_its_notes_and_the_case_of_who_spoke()
    {
        using var study = new Study();
        const string Id = "00000003-0000-0000-0000-00000000000";
        study.File.Take(CarriedProject.Read(
            $"""
            <Project xmlns="urn:QDA-XML:project:1.0" name="f">
              <Cases><Case guid="00000007-0000-0000-0000-000000000001" name="P1"><SourceRef targetGUID="{Id}1"/></Case><Case guid="00000007-0000-0000-0000-000000000002" name="both"><SourceRef targetGUID="{Id}1"/><SourceRef targetGUID="{Id}2"/></Case></Cases>
              <Sources><TextSource guid="{Id}1" richTextPath="internal://one.docx" plainTextPath="internal://one.txt"><NoteRef targetGUID="00000008-0000-0000-0000-000000000001"/></TextSource>
                <TextSource guid="{Id}2"><PlainTextContent>Two.</PlainTextContent></TextSource></Sources>
              <Notes><Note guid="00000008-0000-0000-0000-000000000001" plainTextPath="internal://note.txt"/></Notes>
              <Links><Link guid="00000009-0000-0000-0000-000000000001" originGUID="{Id}1" targetGUID="{Id}2"/></Links>
              <Sets><Set guid="0000000a-0000-0000-0000-000000000001" name="s"><MemberSource targetGUID="{Id}1"/></Set></Sets>
            </Project>
            """,
            new Dictionary<string, byte[]> { ["sources/one.docx"] = [1], ["sources/one.txt"] = "One."u8.ToArray(), ["sources/note.txt"] = "A note."u8.ToArray() }));
        var first = study.File.Transcripts().Single(transcript => transcript.Text == "One.");
        Assert.Equal(3, study.File.RemovalOf(first.Id).Files);

        Assert.Null(study.File.RemoveTranscript(first.Id));

        var left = study.Exported();
        Assert.Empty(left.Files);
        Assert.DoesNotContain($"{Id}1", left.Written(), StringComparison.Ordinal);
        Assert.Equal(["both"], left.Document.Descendants().Where(element => element.Name.LocalName == "Case").Select(element => element.Attribute("name")!.Value));
        Assert.DoesNotContain(left.Document.Descendants(), element => element.Name.LocalName is "Note" or "Notes" or "Link" or "Links");
    }

    [Fact]
    public void A_file_of_the_version_before_is_brought_forward_with_its_coders_here()
    {
        using var study = new Study();
        study.Interview("They arrest us.", study.Ana);
        study.GoBackTo(5);

        var again = Assert.IsType<ProjectAnswer.Opened>(ProjectFile.Open(study.File.Path, study.Clock)).File;

        Assert.Equal(["ana", "ben"], again.CodersHere().Select(coder => coder.Name));
        Assert.Null(again.RemoveTranscript(again.Find(1)!.Id));
    }

    private static Taken TakeIn(Study study, string name, CarriedProject project)
    {
        var file = new MemoryStream();
        QdaArchive.Write(project, file);
        return Assert.IsType<IntakeAnswer.Project>(study.File.TakeIn(file.ToArray(), name, "", "", [.. study.File.CodersHere().Select(coder => coder.Id)])).Taken;
    }
}
