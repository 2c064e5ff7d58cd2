using System.Xml.Linq;
using Credence.Interviews;
using Credence.Interviews.Qda;

namespace Credence.Research.Tests;

/// <summary>Memos on codings: for those who may see the coding, and out and in as the standard's notes.</summary>
public class CodingMemoTests
{
    [Fact]
    public void A_memo_on_a_coding_is_for_those_who_may_see_the_coding()
    {
        using var study = new Study();
        var coding = Coded(study);

        Assert.NotNull(study.File.AddMemo(coding, "Is this trust?", study.Ben));
        Assert.Null(study.File.AddMemo(coding, "Is this trust?", study.Ana));
        Assert.Equal("Is this trust?", Assert.Single(study.File.CodingMemos(coding.Transcript)).Text);
        foreach (var coder in (CoderId[])[study.Ana, study.Ben]) { Assert.Null(study.File.Finish(coding.Transcript, coder)); }

        Assert.Null(study.File.AddMemo(coding, "I think so.", study.Ben));
        Assert.Equal(2, study.File.CodingMemos(coding.Transcript).Count);
        Assert.Null(study.File.TakeBack(coding.Id, study.Ana));
        Assert.Empty(study.File.CodingMemos(coding.Transcript));
        Assert.Null(study.File.Find(coding.Id));
    }

    [Fact]
    public void It_goes_out_as_a_note_that_the_coding_refers_to_and_comes_in_again()
    {
        using var study = new Study();
        var coding = Coded(study);
        Assert.Null(study.File.AddMemo(coding, "Is this trust?", study.Ana));

        var written = study.Exported();
        var root = written.Document.Root!;
        var note = Assert.Single(root.Descendants(Qda + "Note"));
        Assert.Equal("Is this trust?", note.Element(Qda + "PlainTextContent")!.Value);
        Assert.Equal(note.Attribute("guid")!.Value, Assert.Single(root.Descendants(Qda + "Coding").Elements(Qda + "NoteRef")).Attribute("targetGUID")!.Value);
        Assert.Empty(QdaCheck.Of(root));
        using var other = new Study("cleo", "dan");
        other.File.Take(written);
        Assert.Equal("Is this trust?", Assert.Single(other.File.CodingMemos(coding.Transcript)).Text);
        // For whom the coding is hidden, the memo is too.
        Assert.Empty(study.Exported(study.Ben).Document.Root!.Descendants(Qda + "Note"));
    }

    private static readonly XNamespace Qda = "urn:QDA-XML:project:1.0";

    private static Coding Coded(Study study)
    {
        var talk = study.Interview("Nobody asked. She left.", study.Ana, study.Ben);
        Assert.Null(study.File.Code(talk, [Study.Words(talk, "She left.")], study.Code("Trust"), study.Ana));
        return Assert.Single(study.File.Codings(talk.Id));
    }
}
