using System.IO.Compression;
using Credence.Interviews;
using Credence.Interviews.Deidentification;
using Credence.Research;

namespace Credence.Cli.Tests.Interviews;

public class InterviewsCommandTests
{
    private const string Talk = "INTERVIEWER: Who calls you?\nP1: Nobody calls. They fear that we arrest them.";

    [Fact]
    public void A_study_goes_from_its_transcripts_to_its_agreement_its_matrix_and_another_program()
    {
        using var place = new Workplace();
        var file = place.PathOf("study.credence");
        Assert.Equal(0, Said.By("interviews", "start", file, "--name", "Invented", "--coder", "ana", "--coder", "ben").Exit);
        Assert.Equal(0, Said.By("interviews", "import", file, place.Write("one.txt", Talk), "--role", "police", "--site", "north").Exit);
        var codebook = place.Write("book.qdc",
            """
            <CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="00000001-0000-0000-0000-000000000001" name="Fear of arrest" isCodable="true"/></Codes></CodeBook>
            """);
        Assert.Contains("1 codes that were new", Said.By("interviews", "import", file, codebook).Output, StringComparison.Ordinal);
        BothCode(file);

        var agreement = Said.By("interviews", "agreement", file, "--json").Json[0];
        Assert.Equal((1, 3), (agreement.GetProperty("interviews").GetInt32(), agreement.GetProperty("passages").GetInt32()));
        Assert.Equal(1, agreement.GetProperty("codes")[0].GetProperty("kappa").GetProperty("value").GetDouble(), 1e-12);
        Assert.Contains("1.000", Said.By("interviews", "agreement", file).Output, StringComparison.Ordinal);

        var theme = Assert.Single(Said.By("interviews", "matrix", file, "--json").Json.GetProperty("themes").EnumerateArray());
        Assert.Equal("They fear that we arrest them.", theme.GetProperty("quotations")[0].GetProperty("text").GetString());
        Assert.Equal(("north", 1, 1), (theme.GetProperty("sites")[0].GetProperty("site").GetString(), theme.GetProperty("sites")[0].GetProperty("interviews").GetInt32(), theme.GetProperty("sites")[0].GetProperty("of").GetInt32()));
        Assert.Equal("arrested-or-cited", theme.GetProperty("measure").GetString());
        Assert.Contains("1 of 1", Said.By("interviews", "matrix", file).Output, StringComparison.Ordinal);

        Assert.Equal(0, Said.By("interviews", "export", file, "--to", place.PathOf("study.qdpx")).Exit);
        var again = place.PathOf("again.credence");
        Said.By("interviews", "start", again, "--coder", "cora");
        Assert.Contains("1 interviews, 1 codes and 2 codings that were new", Said.By("interviews", "import", again, place.PathOf("study.qdpx")).Output, StringComparison.Ordinal);
        Assert.Equal(0, Said.By("interviews", "export", file, "--to", place.PathOf("book2.qdc")).Exit);
        Assert.Contains("speaks to measure arrested-or-cited", place.Text("book2.qdc"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_missed_name_is_not_written_and_no_export_holds_the_name_or_the_decision()
    {
        using var place = new Workplace();
        var file = Started(place, "I know Rosalba. Then rosalba left.");
        Opened(file).Decide(new("Rosalba", IdentifierKind.Person, "[person 1]"));

        var refused = Said.By("interviews", "export", file, "--to", place.PathOf("out.qdpx"));
        Assert.Equal(ExitCode.Refused, refused.Exit);
        Assert.Contains("1 places", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("osalba", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(place.PathOf("out.qdpx")));
        Opened(file).Decide(new("rosalba", IdentifierKind.Person, "[person 1]"));
        Assert.Equal(0, Said.By("interviews", "export", file, "--to", place.PathOf("out.qdpx")).Exit);
        using var archive = ZipFile.OpenRead(place.PathOf("out.qdpx"));
        Assert.DoesNotContain(archive.Entries, entry => new StreamReader(entry.Open()).ReadToEnd().Contains("osalba", StringComparison.Ordinal));
        Assert.Contains("1 places hold a name", Said.By("interviews", "import", file, place.Write("two.txt", "Rosalba again.")).Output, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Refused, Said.By("interviews", "forget-names", file).Exit);
        Assert.Contains("Forgot 2", Said.By("interviews", "forget-names", file, "--for-good").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_people_code_on_two_machines_as_the_paper_says()
    {
        using var place = new Workplace();
        var (ana, ben) = (place.PathOf("study.credence"), place.PathOf("ben.credence"));
        Said.By("interviews", "start", ana, "--coder", "ana", "--coder", "ben");
        Said.By("interviews", "import", ana, place.Write("one.txt", "who calls? they fear that we arrest them."));
        Assert.Null(Opened(ana).Keep(new Code(new CodeId(Guid.NewGuid()), "Fear")));
        Assert.Equal(0, Said.By("interviews", "export", ana, "--to", place.PathOf("for-ben.qdpx"), "--coder", "ben").Exit);

        Said.By("interviews", "start", ben, "--coder", "ben");
        Assert.Contains("1 coders have the name of one here: taken as the same.", Said.By("interviews", "import", ben, place.PathOf("for-ben.qdpx")).Output, StringComparison.Ordinal);
        var his = Opened(ben);
        Assert.Null(his.Code(his.Find(1)!, [new TextSpan(0, 10)], his.Codebook().Codes[0].Id, his.Coders()[0].Id));
        Assert.Equal(0, Said.By("interviews", "export", ben, "--to", place.PathOf("from-ben.qdpx")).Exit);

        Assert.Contains("0 interviews, 0 codes and 1 codings that were new", Said.By("interviews", "import", ana, place.PathOf("from-ben.qdpx")).Output, StringComparison.Ordinal);
        var hers = Opened(ana);
        Assert.Equal(["ana", "ben"], hers.Coders().Select(coder => coder.Name));
        Assert.Null(hers.Code(hers.Find(1)!, [new TextSpan(0, 10)], hers.Codebook().Codes[0].Id, hers.Coders()[0].Id));
        Assert.Null(hers.Finish(hers.Find(1)!.Id, hers.Coders()[0].Id));
        var agreement = Said.By("interviews", "agreement", ana).Output;
        Assert.Contains("1 interviews that both have done", agreement, StringComparison.Ordinal);
        Assert.Contains("only ben", agreement, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interview_is_taken_out_once_what_goes_with_it_was_said()
    {
        using var place = new Workplace();
        var file = Started(place, "they arrest us.");
        var project = Opened(file);
        Assert.Null(project.Keep(new Code(new CodeId(Guid.NewGuid()), "Fear")));
        Assert.Null(project.Code(project.Find(1)!, [new TextSpan(0, 4)], project.Codebook().Codes[0].Id, project.Coders()[0].Id));

        var asked = Said.By("interviews", "remove", file, "1");
        Assert.Equal(ExitCode.Refused, asked.Exit);
        Assert.Contains("Found interview 1 with 1 codings of ana, 0 memos and 0 files of another program, expected --for-good", asked.Error, StringComparison.Ordinal);
        Assert.NotNull(project.Find(1));
        Assert.Equal(0, Said.By("interviews", "remove", file, "1", "--for-good").Exit);
        Assert.Null(project.Find(1));
        Assert.DoesNotContain("they arrest us", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("NUMBER: found no interview 1", Said.By("interviews", "remove", file, "1", "--for-good").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_says_how_much_nobody_has_decided_yet()
    {
        using var place = new Workplace();
        var file = Started(place, "I know Rosalba. She met Quintero.");

        var said = Said.By("interviews", "export", file, "--to", place.PathOf("out.qdpx"));

        Assert.Equal(ExitCode.DoneWithProblems, said.Exit);
        Assert.StartsWith("Of 2 ways of writing", said.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(place.PathOf("out.qdpx")));
        foreach (var name in new[] { "Rosalba", "Quintero" }) { Opened(file).Decide(new(name, IdentifierKind.Person, null)); }

        Assert.Equal(0, Said.By("interviews", "export", file, "--to", place.PathOf("again.qdpx")).Exit);
    }

    [Fact]
    public void A_broken_file_is_told_by_a_sentence_and_the_others_are_taken_in()
    {
        using var place = new Workplace();
        var file = Started(place, Talk);
        var said = Said.By("interviews", "import", file, place.Write("broken.docx", "PK\u0003\u0004 and no more"), place.Write("two.txt", "I was trained."));

        Assert.Equal(ExitCode.DoneWithProblems, said.Exit);
        Assert.Contains("found an archive that is no whole Word document", said.Error, StringComparison.Ordinal);
        Assert.Contains("interview 2.", said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Found no --coder, expected --coder NAME.", 2, "interviews", "start", "@new")]
    [InlineData("Found no --to, expected --to FILE.qdpx|FILE.qdc.", 2, "interviews", "export", "@alone")]
    [InlineData("--coder: found nothing behind it, expected NAME.", 2, "interviews", "start", "@new", "--coder")]
    [InlineData("found another kind of file", 3, "interviews", "matrix", "@other")]
    [InlineData("found no such file", 2, "interviews", "agreement", "@none")]
    [InlineData("found no such file", 2, "serve", "interviews", "@none")]
    [InlineData("no interview that two coders", 3, "interviews", "agreement", "@alone")]
    [InlineData("found something of that name", 3, "interviews", "start", "@other", "--coder", "ana")]
    [InlineData("found one name twice", 2, "interviews", "start", "@new", "--coder", "ana", "--coder", "Ana")]
    [InlineData("found no coder of this name", 2, "interviews", "matrix", "@alone", "--coder", "nobody")]
    [InlineData("found another ending", 2, "interviews", "export", "@alone", "--to", "x.txt")]
    [InlineData("found no such file, expected one to take in", 2, "interviews", "import", "@alone", "nothing.txt")]
    [InlineData("found -1, expected 0 or more", 2, "interviews", "matrix", "@alone", "--quotations", "-1")]
    [InlineData("found no coder of this name", 2, "serve", "interviews", "@alone", "--coder", "nobody")]
    public void Wrong_use_is_told_in_one_sentence(string sentence, int exit, params string[] arguments)
    {
        using var place = new Workplace();
        var alone = place.PathOf("alone.credence");
        Said.By("interviews", "start", alone, "--coder", "ana");
        var other = place.Write("other", "nothing of it");
        var said = Said.By([.. arguments.Select(word => word switch { "@other" => other, "@alone" => alone, "@none" => place.PathOf("none"), "@new" => place.PathOf("new"), _ => word })]);

        Assert.Equal(exit, said.Exit);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.Single(said.Error.Trim().Split('\n'));
    }

    private static string Started(Workplace place, string talk)
    {
        var file = place.PathOf("study.credence");
        Said.By("interviews", "start", file, "--coder", "ana");
        Said.By("interviews", "import", file, place.Write("one.txt", talk));
        return file;
    }

    private static void BothCode(string path)
    {
        var file = Opened(path);
        var (interview, code) = (file.Find(1)!, file.Codebook().Codes[0]);
        Assert.Null(file.Keep(code with { Measure = "arrested-or-cited" }));
        var at = interview.Text.IndexOf("They fear", StringComparison.Ordinal);
        foreach (var coder in file.Coders())
        {
            Assert.Null(file.Code(interview, [new TextSpan(at, interview.Text.Length)], code.Id, coder.Id));
            Assert.Null(file.Finish(interview.Id, coder.Id));
        }
    }

    private static ProjectFile Opened(string path) => Assert.IsType<ProjectAnswer.Opened>(ProjectFile.Open(path, TimeProvider.System)).File;
}
