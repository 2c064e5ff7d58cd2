using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Credence.Interviews;
using Credence.Interviews.Qda;
using static Credence.Tests.Interviews.Invented;

namespace Credence.Tests.Interviews.Qda;

public class QdaTests
{
    private static readonly Transcript Officer = Interview(1, "Nobody trained me. 😀 They fear us.");
    private static readonly Transcript Provider = Interview(2, "They don't call.", "provider", "south");

    private static readonly InterviewProject Study = Project(
        [Officer, Provider], [Coded(1, Officer, "They fear us.", Fear, Ana), Coded(2, Officer, "Nobody trained me.", Trained, Ben), Coded(3, Provider, "They don't call.", Trust, Ana)]) with
    {
        Memos = [new Memo(new MemoId(Id(70)), MemoSubject.Code, Fear.Id.Value, "Ask the second coder.\nTwice.") { Coder = Ana.Id, CreatedAt = Morning },
            new Memo(new MemoId(Id(71)), MemoSubject.Coding, Id(1001), "Strong.") { CreatedAt = Morning }, new Memo(new MemoId(Id(72)), MemoSubject.Project, Id(9), "Saturated?"),
            new Memo(new MemoId(Id(73)), MemoSubject.Transcript, Officer.Id.Value, "Tired.")],
    };

    [Fact]
    public void A_project_of_ours_comes_back_as_it_was()
    {
        var read = QdaReader.Read(Reopened(QdaWriter.Write(Study, "Credence")), Study.Id);

        Assert.Empty(read.Notices);
        Assert.Equal(Study.Codebook.Codes, read.Project.Codebook.Codes);
        Assert.Equal(Study.Transcripts, read.Project.Transcripts);
        Assert.Equal(Study.Codings, read.Project.Codings);
        Assert.Equal(Study.Memos, read.Project.Memos);
        Assert.Equal(Study.Coders, read.Project.Coders);
    }

    [Fact]
    public void What_we_write_has_the_structure_of_the_standard_and_counts_in_code_points()
    {
        var written = QdaWriter.Write(Study, "Credence");
        var selection = written.Document.Descendants(QdaShape.Project + "PlainTextSelection").Single(one => one.Attribute("guid")!.Value == Id(5001).ToString());

        Assert.Empty(StrictReader.Problems(Reopened(written)));
        // The face is one code point and two units.
        Assert.Equal(("21", "34"), (selection.Attribute("startPosition")!.Value, selection.Attribute("endPosition")!.Value));
        Assert.Equal(Officer.Text, Encoding.UTF8.GetString(written.Files[$"sources/{Officer.Id.Value}.txt"]));
    }

    [Fact]
    public void Two_interviews_of_one_name_are_told_apart_because_some_programs_keep_one_of_a_name()
    {
        var named = Study with { Transcripts = [.. Study.Transcripts.Select(one => one with { Name = "Talk" })] };
        var written = QdaWriter.Write(named, "Credence");

        Assert.Equal(["Talk", "Talk (2)"], written.Document.Descendants(QdaShape.Project + "TextSource").Select(one => one.Attribute("name")!.Value));
        Assert.Empty(StrictReader.Problems(written));
        // Written over what it wrote itself, it stays.
        Assert.True(XNode.DeepEquals(written.Document, QdaWriter.Write(QdaReader.Read(written, named.Id).Project, "Credence").Document));
    }

    [Fact]
    public void The_same_project_gives_the_same_bytes()
    {
        using MemoryStream one = new(), other = new();
        QdaArchive.Write(QdaWriter.Write(Study, "Credence"), one);
        QdaArchive.Write(QdaWriter.Write(Study, "Credence"), other);

        Assert.Equal(one.ToArray(), other.ToArray());
    }

    [Fact]
    public void A_strict_reader_sees_what_is_wrong()
    {
        var written = QdaWriter.Write(Study, "Credence");
        var root = written.Document.Root!;
        root.Descendants(QdaShape.Project + "CodeRef").First().SetAttributeValue("targetGUID", Fear.Id.Value.ToString().ToUpperInvariant());
        root.Descendants(QdaShape.Project + "PlainTextSelection").First().SetAttributeValue("endPosition", 900);
        root.Descendants(QdaShape.Project + "PlainTextSelection").Last().SetAttributeValue("creationDateTime", null);

        Assert.Equal(3, StrictReader.Problems(written).Count);
    }

    [Fact]
    public void A_codebook_goes_out_and_in_with_its_order_its_definitions_and_its_measures()
    {
        using var stream = new MemoryStream();
        QdaCodebook.Write(Study.Codebook, Study.Id, "Credence", stream);
        stream.Position = 0;
        Assert.Empty(QdaCheck.Of(XDocument.Load(stream).Root!));
        stream.Position = 0;

        Assert.Equal(Study.Codebook.Codes, QdaCodebook.Read(stream, out _)!.Codes);
    }

    [Fact]
    public void What_was_taken_out_here_is_out_of_the_file_and_what_is_left_has_the_structure_still()
    {
        var carried = Reopened(QdaWriter.Write(Study, "Credence"));
        var emptied = Study with
        {
            Carried = carried,
            Codebook = Codebook.Empty,
            RemovedCodes = [.. Study.Codebook.Codes.Select(code => code.Id)],
            Codings = [.. Study.Codings.Select(coding => coding with { RemovedAt = Morning })],
            Memos = [.. Study.Memos.Select(memo => memo with { RemovedAt = Morning })],
        };
        var written = QdaWriter.Write(emptied, "Credence");
        var again = QdaReader.Read(written, Study.Id).Project;

        Assert.Empty(QdaCheck.Of(written.Document.Root!));
        Assert.Equal((0, 0, 0, 2), (again.Codings.Count, again.Memos.Count, again.Codebook.Codes.Count, again.Transcripts.Count));
        Assert.DoesNotContain(written.Document.Descendants(), element => element.Name.LocalName is "NoteRef" or "Set" or "Notes");
    }

    [Fact]
    public void What_is_deeper_than_anybody_writes_is_refused_and_does_not_end_the_program()
    {
        var deep = string.Concat(Enumerable.Repeat("<Code>", 20_000)) + string.Concat(Enumerable.Repeat("</Code>", 20_000));

        Assert.Null(QdaCodebook.Read(new MemoryStream(Encoding.UTF8.GetBytes($"<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes>{deep}</Codes></CodeBook>")), out var why));
        Assert.Contains("elements more than 256 deep", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing of it")]
    [InlineData("<CodeBook><Codes/></CodeBook>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes>&b;</Codes></CodeBook>")]
    public void What_is_no_codebook_is_refused_in_a_sentence(string file)
    {
        Assert.Null(QdaCodebook.Read(new MemoryStream(Encoding.UTF8.GetBytes(file)), out var why));
        Assert.Matches("found no .*, expected .*REFI-QDA", why);
    }

    [Theory]
    [InlineData(null, "found no archive")]
    [InlineData("", "found no project.qde")]
    [InlineData("<Project", "no well-formed XML")]
    [InlineData("<Project xmlns=\"urn:else\"/>", "another kind of document")]
    public void What_is_no_project_is_refused_in_a_sentence(string? qde, string why)
    {
        using var stream = new MemoryStream();
        if (qde is null) { stream.Write("PK\u0003\u0004 and no more"u8); }
        else
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            using var entry = archive.CreateEntry(qde.Length > 0 ? "project.qde" : "else.txt").Open();
            entry.Write(Encoding.UTF8.GetBytes(qde));
        }

        stream.Position = 0;

        Assert.Contains(why, Assert.IsType<QdaAnswer.Refused>(QdaArchive.Read(stream)).Why, StringComparison.Ordinal);
    }

    internal static CarriedProject Reopened(CarriedProject project)
    {
        using var stream = new MemoryStream();
        QdaArchive.Write(project, stream);
        stream.Position = 0;
        return Assert.IsType<QdaAnswer.Opened>(QdaArchive.Read(stream)).Project;
    }
}
