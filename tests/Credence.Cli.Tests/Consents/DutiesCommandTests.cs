namespace Credence.Cli.Tests.Consents;

public class DutiesCommandTests
{
    private static readonly string[] Officer = ["consent", "duties", "--where", "us-ma", "--who", "police-officer"];

    [Fact]
    public void What_is_said_before_comes_first_and_then_what_is_due_by_when()
    {
        var said = Said.By([.. Officer, "--known", "under18,possible-trafficking", "--known", "foreign-national", "--learned", "2031-06-14T09:00Z"]);

        Assert.Equal(0, said.Exit);
        Assert.StartsWith("Say before the person tells anything:", said.Output, StringComparison.Ordinal);
        Assert.Contains("by 2031-06-15 09:00 UTC: Notify the Secretary", said.Output, StringComparison.Ordinal);
        Assert.Contains("tell only: identity, contact, age, language", said.Output, StringComparison.Ordinal);
        Assert.Contains("Public Law 110-457", said.Output, StringComparison.Ordinal);
        Assert.Contains("to be verified", said.Output, StringComparison.Ordinal);
        Assert.Contains("May arise: Report abuse or neglect of a child (us-ma), if child-abuse-suspected.", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_learned_long_ago_is_overdue() =>
        Assert.Contains(", OVERDUE: Report by telephone", Said.By([.. Officer, "--known", "under18,possible-trafficking", "--learned", "2020-01-01"]).Output, StringComparison.Ordinal);

    [Fact]
    public void It_is_said_in_spanish() =>
        Assert.Contains("Tú decides qué me cuentas.", Said.By([.. Officer, "--lang", "es"]).Output, StringComparison.Ordinal);

    [Fact]
    public void For_an_adult_nothing_is_due_and_no_warning_is_given()
    {
        var json = Said.By([.. Officer, "--known-not", "under18", "--json"]).Json;

        Assert.Equal(0, json.GetProperty("before").GetArrayLength());
        Assert.Equal(0, json.GetProperty("due").GetArrayLength());
        Assert.Equal(0, json.GetProperty("mayArise").GetArrayLength());
    }

    [Fact]
    public void Where_no_pack_names_a_listener_it_does_not_say_that_nothing_is_to_be_said()
    {
        var said = Said.By("consent", "duties", "--where", "us-ma", "--who", "community-advocate");

        Assert.StartsWith("No pack names a duty of a community-advocate in us-ma. That is no proof that there is none", said.Output, StringComparison.Ordinal);
        Assert.StartsWith("What is known rules out every duty", Said.By([.. Officer, "--known-not", "under18"]).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--where", "us-zz", "--where: found us-zz, for which no pack has duties; expected one of us, us-ma.")]
    [InlineData("--who", "cop", "--who: found cop, expected one of police-officer,")]
    [InlineData("--known", "tourist", "--known: found tourist, expected one of under18,")]
    [InlineData("--learned", "soon", "--learned: found another text, expected a time such as")]
    public void A_word_on_no_list_is_wrong_use(string option, string word, string expected)
    {
        string[] usual = ["--where", "us", "--who", "lawyer"];
        var said = Said.By(["consent", "duties", .. usual.Contains(option) ? usual.Select((one, i) => i > 0 && usual[i - 1] == option ? word : one) : [.. usual, option, word]]);

        Assert.Equal(2, said.Exit);
        Assert.StartsWith(expected, said.Error, StringComparison.Ordinal);
    }
}
