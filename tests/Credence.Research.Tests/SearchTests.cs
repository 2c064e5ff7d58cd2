using Credence.Interviews;
using Credence.Interviews.Deidentification;
using Microsoft.Data.Sqlite;

namespace Credence.Research.Tests;

/// <summary>Searching by the index: it finds what a reading of every text finds, whatever was changed, and keeps nothing that was replaced.</summary>
public class SearchTests
{
    private const string Talk = "OFFICER: We found a bed. It was late.\n\nP1: Nobody asked her. The BED was cold, she said; embedded \"so\" in snow.\nP1: 她没有护照。 Ο Οδυσσέας.";

    [Theory]
    [InlineData("bed", 3)]
    [InlineData("found a bed", 1)]
    [InlineData("a", 6)]
    [InlineData("\"so\"", 1)]
    [InlineData("said; embedded", 1)]
    [InlineData("没有护照", 1)]
    [InlineData("ΟΔΥΣΣΈΑΣ", 1)]
    [InlineData("bed in", 0)]
    [InlineData("late.\n\nP1", 0)]
    [InlineData("AND", 0)]
    [InlineData("", 0)]
    public void Words_are_found_without_regard_to_case_within_words_and_in_any_writing(string words, int places)
    {
        using var study = new Study();
        study.Interview(Talk, study.Ana);

        Assert.Equal(places, study.File.Search(words, 100).Count);
    }

    [Fact]
    public void A_place_says_where_it_stands_with_its_sentence_and_no_more_are_given_than_asked_for()
    {
        using var study = new Study();
        study.Interview("Nothing here.", study.Ana);
        var talk = study.Interview(Talk, study.Ana);

        var found = study.File.Search("bed", 2);

        Assert.Equal(["bed", "BED"], found.Select(one => one.Span.Of(talk.Text)));
        Assert.Equal(["bed", "BED"], found.Select(one => one.Marked.Of(one.Quoted)));
        Assert.Equal([(2, 1), (2, 4)], found.Select(one => (one.Transcript.Number, one.Sentence)));
        Assert.Equal(found.Select(one => one.Quoted), found.Select(one => Passages.Of(talk.Text)[one.Sentence - 1].Span.Of(talk.Text)));
        Assert.Equal("FoundPlace(2, 1)", found[0].ToString());
    }

    [Fact]
    public void What_is_replaced_is_found_no_more_and_what_stands_behind_it_where_it_stands_now()
    {
        using var study = new Study();
        var talk = study.Interview("I know Zyxquin. Zyxquin left.\nShe stayed in Harbor Street.", study.Ana);
        study.File.Decide(new IdentifierDecision("Zyxquin", IdentifierKind.Person, "[person 1]"));

        Assert.Empty(study.File.Search("Zyxquin", 9));
        Assert.Equal(0, Rows(study, "SELECT count(*) FROM paragraph_words WHERE paragraph_words MATCH 'ZYX'"));
        Assert.Equal("[person 1] left", Assert.Single(study.File.Search("[person 1] left", 9)).Marked.Of("[person 1] left."));
        var street = Assert.Single(study.File.Search("harbor street", 9));
        Assert.Equal("Harbor Street", street.Span.Of(study.File.Find(talk.Number)!.Text));
        Assert.Equal(3, street.Sentence);
    }

    [Fact]
    public void A_file_of_an_earlier_Credence_gets_the_index_when_it_is_opened()
    {
        using var study = new Study();
        study.Interview(Talk, study.Ana);
        study.GoBackTo(1);

        var opened = Assert.IsType<ProjectAnswer.Opened>(ProjectFile.Open(study.File.Path, study.Clock)).File;

        Assert.Equal(3, opened.Search("bed", 9).Count);
    }

    [Fact]
    public void The_index_finds_what_a_reading_of_every_text_finds_after_any_replacing()
    {
        using var study = new Study();
        var chance = new Random(31);
        string[] words = ["Ana", "said", "bed", "Bedford", "no", "her.", "\n", "it", "ΣΑΣ", "so-so"];
        for (var number = 0; number < 12; number++) { study.Interview(string.Join(' ', Enumerable.Range(0, 120).Select(_ => words[chance.Next(words.Length)])), study.Ana); }

        foreach (var (written, pseudonym) in ((string, string)[])[("Bedford", "[town]"), ("Ana", "[a much longer pseudonym]"), ("so-so", "x")])
        {
            study.File.Decide(new IdentifierDecision(written, IdentifierKind.Person, pseudonym));
            foreach (var looked in (string[])["bed", "said no", "town", "much longer", "so-so", "σας", "o", "her. it"])
            {
                var read = study.File.Transcripts().SelectMany(one => InterviewSearch.Find(one.Text, looked).Select(span => (one.Number, span)));
                Assert.Equal(read, study.File.Search(looked, int.MaxValue).Select(one => (one.Transcript.Number, one.Span)));
            }
        }
    }

    private static long Rows(Study study, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={study.File.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as long? ?? 0;
    }
}
