using System.Xml.Linq;
using Credence.Interviews.Deidentification;
using Credence.Interviews.Qda;

namespace Credence.Research.Tests;

public class ExportTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Files_that_cannot_be_searched_wait_for_a_word_also_once_it_is_forgotten_what_was_replaced(bool forgotten)
    {
        using var study = new Study();
        study.Interview("I know Rosalba.", study.Ana);
        study.File.Take(WithRecording);
        Assert.Single(study.Exported().Files, file => file.Key == "sources/talk.mp3");

        study.File.Decide(new("Rosalba", IdentifierKind.Person, "[person 1]"));
        if (forgotten) { study.File.ForgetNames(); }

        Assert.Equal(new ExportAnswer.HasOriginals(1), study.File.Export());
        Assert.DoesNotContain("sources/talk.mp3", Assert.IsType<ExportAnswer.Written>(study.File.Export(originals: Originals.Without)).Project.Files.Keys);
        Assert.Contains("sources/talk.mp3", Assert.IsType<ExportAnswer.Written>(study.File.Export(originals: Originals.With)).Project.Files.Keys);
    }

    [Fact]
    public void A_name_that_still_stands_waits_for_a_word()
    {
        using var study = new Study();
        study.Interview("I know Rosalba. Then rosalba left.", study.Ana);
        study.File.Decide(new("Rosalba", IdentifierKind.Person, "[person 1]"));

        Assert.Equal(new ExportAnswer.HasMissed(1), study.File.Export());
        Assert.IsType<ExportAnswer.Written>(study.File.Export(withMissed: true));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("INSERT INTO decision VALUES ('Rosalba', 'Person', '[person 1]', 1)", true)]
    [InlineData("INSERT INTO decision VALUES ('May', 'Date', NULL, 1)", false)]
    [InlineData("UPDATE project SET carried = '<Project/>'", true)]
    public void A_file_of_before_says_whether_anything_was_replaced_and_where_nobody_knows_it_counts_as_yes(string before, bool expected)
    {
        using var study = new Study();
        study.GoBackTo(1, before);

        Assert.Equal(expected, Assert.IsType<ProjectAnswer.Opened>(ProjectFile.Open(study.File.Path, study.Clock)).File.WasReplaced);
    }

    private static CarriedProject WithRecording => new(
        XDocument.Parse("""<Project xmlns="urn:QDA-XML:project:1.0" name="f"><Sources><AudioSource guid="00000006-0000-0000-0000-000000000001" path="internal://talk.mp3"/></Sources></Project>"""),
        new Dictionary<string, byte[]> { ["sources/talk.mp3"] = [1, 2, 3] });
}
