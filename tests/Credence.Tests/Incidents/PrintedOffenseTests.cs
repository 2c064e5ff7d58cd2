using Credence.Incidents;
using Credence.Packs;

namespace Credence.Tests.Incidents;

public class PrintedOffenseTests
{
    [Theory]
    [InlineData("She said ZELDA made her work")]
    [InlineData("ZELDA AND TWO OTHERS CAME OUT OF THE WHITE VAN AT NOON")]
    [InlineData("was forced into prostitution by ZELDA")]
    public void What_reads_like_a_story_is_never_printed(string cell)
    {
        Assert.Equal(PrintedOffense.NoOffense, Print(cell, redact: false));
        Assert.Equal(PrintedOffense.NoOffense, Print(cell, redact: true));
    }

    [Theory]
    [InlineData("Assault, Simple", "assault simple")]
    [InlineData("PROSTITUTION - ZELDA", "prostitution")]
    [InlineData("64A ZELDA", "64A")]
    [InlineData("40B", "40B")]
    [InlineData("promoting ZELDA to prostitution", "prostitution")]
    [InlineData("deriving support from ZELDA prostitutes", "(words for 40B or 64A)")]
    [InlineData("ZELDA OF FIFTH ST", "(words that are no offense)")]
    public void Redacted_it_holds_codes_and_words_of_the_tables_only(string cell, string printed)
    {
        Assert.Equal(printed, Print(cell, redact: true), ignoreCase: true);
        Assert.Equal(cell, Print(cell, redact: false));
    }

    // Words with the syntax of patterns are no cell that anybody writes.
    [Fact]
    public void No_offense_of_the_tables_reads_like_a_story()
    {
        var plain = OffensePack.Read(DefaultPacks.Read().Find("offenses")!, []).Entries.Select(entry => entry.Offense)
            .Where(offense => offense.IndexOfAny(['*', '|', '[']) < 0);

        Assert.Equal("", string.Join('\n', plain.Where(offense => PrintedOffense.IsStory(new OffenseCode(offense), OffenseLookup.Shipped))));
    }

    private static string Print(string cell, bool redact) => PrintedOffense.Of(new OffenseCode(cell), OffenseLookup.Shipped, redact).Value;
}
