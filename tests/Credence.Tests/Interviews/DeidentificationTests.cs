using Credence.Interviews;
using Credence.Interviews.Deidentification;
using CsCheck;
using static Credence.Tests.Interviews.Invented;

namespace Credence.Tests.Interviews;

public class DeidentificationTests
{
    // Every name, place and number here is invented.
    [Theory]
    [InlineData("I met Rosalba Quintero there.", "Person:Rosalba Quintero")]
    [InlineData("INTERVIEWER: Who came?\nP1: Detective Varga came. The Varga case.", "Person:Varga|Person:Varga")]
    [InlineData("Rosalba told me. And then rosalba left.", "")]
    [InlineData("My name is rosalba and I'm from Port Elster.", "Person:rosalba|Place:Port Elster")]
    [InlineData("We called Harbor Light Shelter on May 3rd, 2019 and again in June 2020.", "Organization:Harbor Light Shelter|Date:May 3rd, 2019|Date:June 2020")]
    [InlineData("Llamé el 15 de enero de 2018, señora Ibarra.", "Person:Llamé|Date:15 de enero de 2018|Person:Ibarra")]
    [InlineData("I call (555) 010-4477 or 555-0101, write r.q@example.org, see www.example.org/x.", "Telephone:(555) 010-4477|Telephone:555-0101|OnlineAddress:r.q@example.org|OnlineAddress:www.example.org/x.")]
    [InlineData("It was at 212 North Bell Street, MA 02199, on 3/4/2019, case 19-004412, plate 7ABC123.", "Place:212 North Bell Street|Place:MA 02199|Date:3/4/2019|Number:19-004412|Number:7ABC123")]
    [InlineData("My grandmother is 93 years old, I am 34 years old, aged 91.", "Age:93|Age:91")]
    [InlineData("Police do not ask. In 2019 we had 3 cases. She paid $20000 at 10:30.", "")]
    public void What_may_say_who_somebody_is_is_proposed(string text, string expected)
    {
        var found = IdentifierFinder.Find(text).Select(one => $"{one.Kind}:{one.Span.Of(text)}");

        Assert.Equal(expected, string.Join('|', found));
    }

    [Fact]
    public void One_way_of_writing_is_one_proposal_with_all_its_places_until_it_is_decided()
    {
        Transcript[] transcripts = [Interview(1, "I know Rosalba. I saw Rosalba."), Interview(2, "It was Rosalba, in Elster.")];
        var proposals = IdentifierFinder.Propose(transcripts, []);

        Assert.Equal([("Rosalba", 3), ("Elster", 1)], proposals.Select(one => (one.Written, one.Places.Count)));
        Assert.Equal(["Elster"], IdentifierFinder.Propose(transcripts, [new IdentifierDecision("Rosalba", IdentifierKind.Person, null)]).Select(one => one.Written));
    }

    [Fact]
    public void Pseudonyms_are_new_and_leave_the_year_and_nothing_of_a_great_age()
    {
        IdentifierDecision[] decided = [new("Rosalba", IdentifierKind.Person, "[person 1]")];

        Assert.Equal("[person 2]", Pseudonyms.For(IdentifierKind.Person, "Quintero", decided));
        Assert.Equal("[place 1]", Pseudonyms.For(IdentifierKind.Place, "Elster", decided));
        Assert.Equal("[date in 2019]", Pseudonyms.For(IdentifierKind.Date, "May 3rd, 2019", decided));
        Assert.Equal("[90 or older]", Pseudonyms.For(IdentifierKind.Age, "93", decided));
    }

    [Fact]
    public void Words_are_replaced_where_they_stand_whole_and_codings_go_with_their_words()
    {
        const string Text = "Ana met Anabel. Ana's car, Ana.";
        var replaced = Replacement.Of(Text, "Ana", "[person 1]");

        Assert.Equal("[person 1] met Anabel. [person 1]'s car, [person 1].", replaced.Text);
        Assert.Equal(3, replaced.Places);
        Assert.Equal("met Anabel", replaced.Moved(new TextSpan(4, 14)).Of(replaced.Text));
        // A coding that ended within the name holds all of what stands there now.
        Assert.Equal("[person 1]'s", replaced.Moved(new TextSpan(17, 21)).Of(replaced.Text));
        Assert.Equal("[person 1]", replaced.Moved(new TextSpan(28, 30)).Of(replaced.Text));
    }

    [Fact]
    public void Stretches_beside_what_is_replaced_keep_their_words() => Gen.Select(Gen.String[Gen.Char["anA ."], 0, 40], Gen.Int[0, 40], Gen.Int[0, 40]).Sample((text, from, to) =>
    {
        var (start, end) = (Math.Min(Math.Min(from, to), text.Length), Math.Min(Math.Max(from, to), text.Length));
        var span = new TextSpan(start, end);
        var replaced = Replacement.Of(text, "An", "[x]");
        var touched = Replacement.PlacesOf(text, "An").Any(place => place.Start < end && start < place.End);

        if (!touched && span.Length > 0) { Assert.Equal(span.Of(text), replaced.Moved(span).Of(replaced.Text)); }

        Assert.Empty(Replacement.PlacesOf(replaced.Text, "An"));
    });

    [Theory]
    [InlineData("Then rosalba came.", "rosalba")]
    [InlineData("ROSALBA CAME.", "ROSALBA")]
    [InlineData("Mrs. Quintéro came.", "Quintéro")]
    [InlineData("I saw Rosalva there.", "Rosalva")]
    [InlineData("I saw Rosalbba there.", "Rosalbba")]
    [InlineData("I saw Roslba there.", "Roslba")]
    [InlineData("Rosa came, and a rose.", "")]
    [InlineData("[Marta] came.", "")]
    public void A_name_that_was_replaced_elsewhere_is_shown_where_it_was_missed(string text, string missed)
    {
        var look = new MissedIdentifiers([new("Rosalba Quintero", IdentifierKind.Person, "[Marta]"), new("Maria", IdentifierKind.Person, "[Marte]"), new("Dover", IdentifierKind.Place, null)]);

        Assert.Equal(missed, string.Join('|', look.In(text).Select(place => place.Span.Of(text))));
    }

    [Fact]
    public void Text_that_no_one_spoke_is_read_in_time_too()
    {
        string[] strange = [new('a', 200_000), new string('A', 50_000) + "11_", string.Concat(Enumerable.Repeat("A1-", 50_000)) + "_", string.Concat(Enumerable.Repeat("Aa ", 50_000)), new('1', 200_000), string.Concat(Enumerable.Repeat("1-1.", 50_000))];
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        foreach (var text in strange) { IdentifierFinder.Find(text); }

        TranscriptText.Captions($"WEBVTT\n\n00:01.000 --> 00:02.000\n<v{new string('.', 50_000)}");
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void What_holds_words_does_not_print_them()
    {
        var transcript = Interview(1, "I know Rosalba.");
        var proposal = Assert.Single(IdentifierFinder.Propose([transcript], []));
        object[] things = [transcript, proposal, new IdentifierDecision("Rosalba", IdentifierKind.Person, "[person 1]"), proposal.Places[0], Quotation.Of(transcript, new TextSpan(7, 14), [])];

        Assert.All(things, thing => Assert.DoesNotContain("Rosalba", thing.ToString(), StringComparison.Ordinal));
    }
}
