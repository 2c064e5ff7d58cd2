using System.Text;
using System.Xml.Linq;
using Credence.Interviews;
using Credence.Interviews.Deidentification;
using Credence.Interviews.Qda;

namespace Credence.Research.Tests;

public class MissedNamesTests
{
    private static readonly IdentifierDecision Rosalba = new("Rosalba", IdentifierKind.Person, "[person 1]");

    [Fact]
    public void Who_stands_behind_a_pseudonym_is_not_lost_by_another_decision()
    {
        using var study = new Study();
        study.Interview("I know Rosalba.", study.Ana);
        study.File.Decide(Rosalba);

        Assert.Contains("left in one place", study.File.Decide(Rosalba with { Pseudonym = null }).Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Contains("another pseudonym stands", study.File.Decide(Rosalba with { Pseudonym = "[person 2]" }).Refusal!.Sentence, StringComparison.Ordinal);
        study.File.LeaveHere("Rosalba", IdentifierKind.Person, "anywhere");
        Assert.Equal([Rosalba], study.File.Decisions());
    }

    [Fact]
    public void Words_that_mean_something_else_are_left_in_that_interview_and_still_asked_about_in_the_next()
    {
        using var study = new Study();
        study.Interview("I know Rosalba.", study.Ana);
        study.File.Decide(Rosalba);
        var ship = study.Interview("The ship is called Rosalba.", study.Ana);
        study.File.Take(study.Exported(withMissed: true));
        var missed = Assert.Single(study.File.FindMissed().InInterviews);
        study.File.LeaveHere("Rosalba", missed.Decision.Kind, MissedPlaces.PlaceOf(missed));
        Assert.Equal(0, study.File.Missed());

        var next = study.Interview("Then Rosalba left.", study.Ana);
        Assert.Equal(next.Number, Assert.Single(study.File.FindMissed().InInterviews).Transcript.Number);
        Assert.Equal((1, null), study.File.Decide(Rosalba));

        Assert.Equal("Then [person 1] left.", study.File.Find(next.Number)!.Text);
        Assert.Equal("The ship is called Rosalba.", study.File.Find(ship.Number)!.Text);
        // What is written for others has the same words, so that codings stand where they stood.
        Assert.Contains("The ship is called Rosalba.", study.Exported().Files.Values.Select(Encoding.UTF8.GetString));
    }

    [Fact]
    public void That_a_word_may_stay_says_nothing_of_the_name_that_was_replaced()
    {
        var missed = new MissedIdentifiers([new("Rose", IdentifierKind.Person, "[person 1]"), new("rose", IdentifierKind.Person, null)]);

        Assert.Equal(["Rose"], missed.In("A rose for Rose.").Select(place => place.Span.Of("A rose for Rose.")));
    }

    [Theory]
    [InlineData("UPDATE transcript SET name = 'rosalba'", TextPlace.Label)]
    [InlineData("UPDATE transcript SET role = 'ROSALBA'", TextPlace.Label)]
    [InlineData("UPDATE transcript SET site = 'house of Rosalba'", TextPlace.Label)]
    [InlineData("UPDATE code SET name = 'Rosalba'", TextPlace.Label)]
    [InlineData("UPDATE project SET name = 'Rosalba'", TextPlace.Label)]
    [InlineData("UPDATE code SET definition = 'What Rosalba says'", TextPlace.Words)]
    [InlineData("UPDATE memo SET text = 'Ask Rosalba.'", TextPlace.Words)]
    public void A_name_that_stands_beside_the_interviews_is_missed_and_replaced_like_others(string typed, TextPlace place)
    {
        using var study = new Study();
        var interview = study.Interview("I know Rosalba.", study.Ana);
        Assert.Null(study.File.AddMemo(MemoSubject.Code, study.Code("Trust").Value, "A thought.", study.Ana));
        study.File.Decide(Rosalba);
        study.Run(typed);

        var missed = Assert.Single(study.File.FindMissed().Elsewhere);
        Assert.Equal((place, Rosalba), (missed.Place, missed.Decision));
        Assert.Equal(new ExportAnswer.HasMissed(1), study.File.Export());
        Assert.Null(study.File.Decide(Rosalba with { Written = missed.Span.Of(missed.Text) }).Refusal);
        Assert.Equal(0, study.File.Missed());
        Assert.DoesNotContain("rosalba", Written(study.Exported()), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(interview.Number, study.File.Find(1)!.Number);
    }

    [Fact]
    public void A_name_left_in_one_text_is_asked_about_when_the_text_is_another()
    {
        using var study = new Study();
        study.Interview("I know Rosalba.", study.Ana);
        study.File.Decide(Rosalba);
        study.Run("UPDATE project SET name = 'The good ship Rosalba'");
        var missed = Assert.Single(study.File.FindMissed().Elsewhere);
        study.File.LeaveHere("Rosalba", missed.Decision.Kind, MissedPlaces.PlaceOf(missed));

        Assert.Equal(0, study.File.Missed());
        study.File.Decide(Rosalba);
        Assert.Equal("The good ship Rosalba", study.File.Name);
        study.Run("UPDATE project SET name = 'Rosalba'");
        Assert.Equal(1, study.File.Missed());
    }

    [Fact]
    public void A_transcript_that_is_called_by_a_name_that_was_replaced_says_so_when_it_is_taken_in()
    {
        using var study = new Study();
        study.Interview("I know Rosalba.", study.Ana);
        study.File.Decide(Rosalba);

        Assert.Equal(new IntakeAnswer.Interview(2, 1), study.File.TakeIn("Nobody asks."u8.ToArray(), "talk with Rosalba", "", "", []));
    }

    [Fact]
    public void Names_of_carried_files_and_paths_are_searched_and_replaced_and_still_lead_to_the_same_files()
    {
        using var study = new Study();
        study.Interview("I know Rosalba.", study.Ana);
        study.File.Decide(Rosalba);
        study.File.Take(new CarriedProject(
            XDocument.Parse(
                """
                <Project xmlns="urn:QDA-XML:project:1.0" name="f"><Users><User guid="00000001-0000-0000-0000-000000000001" name="Rosalba"/></Users><Sources>
                  <TextSource guid="00000003-0000-0000-0000-000000000001" name="two" plainTextPath="internal://Rosalba2.txt"/>
                  <PDFSource guid="00000006-0000-0000-0000-000000000001" path="internal://Rosalba.pdf" currentPath="absolute:///archive/Rosalba.pdf"/>
                  <PictureSource guid="{A0000007-0000-0000-0000-000000000001}" path="internal://a0000007-ada0-0000-0000-000000000001.png"/></Sources></Project>
                """),
            new Dictionary<string, byte[]> { ["sources/Rosalba2.txt"] = "One."u8.ToArray(), ["sources/Rosalba.pdf"] = [1, 2, 3], ["sources/[person 1].pdf"] = [4], ["sources/a0000007-ada0-0000-0000-000000000001.png"] = [5] }));

        // Three attributes and two files; who coded is named on purpose.
        Assert.Equal([TextPlace.FileName], study.File.FindMissed().Elsewhere.Select(missed => missed.Place).Distinct());
        Assert.Equal(5, study.File.Missed());
        study.File.Decide(Rosalba);

        Assert.Equal(0, study.File.Missed());
        var written = Assert.IsType<ExportAnswer.Written>(study.File.Export(originals: Originals.With)).Project;
        Assert.Equal(["sources/2-[person 1].pdf", "sources/[person 1].pdf", "sources/[person 1]2.txt", "sources/a0000007-ada0-0000-0000-000000000001.png"], written.Files.Keys.Where(name => !IsTranscript(study, name)).Order(StringComparer.Ordinal));
        Assert.Equal([1, 2, 3], written.Files["sources/2-[person 1].pdf"]);
        Assert.Contains("internal://2-[person 1].pdf", written.Document.ToString(), StringComparison.Ordinal);
        Assert.Contains("absolute:///archive/[person 1].pdf", written.Document.ToString(), StringComparison.Ordinal);
        Assert.Equal("One.", study.File.Find(2)!.Text);
    }

    private static bool IsTranscript(Study study, string name) => study.File.Transcripts().Any(one => name == $"sources/{one.Id.Value}.txt");

    private static string Written(CarriedProject project) =>
        project.Document + string.Join('\n', project.Files.Select(file => file.Key + Encoding.UTF8.GetString(file.Value)));
}
