using Credence.Care.Cards;

namespace Credence.Record.Tests.Care;

public class EntryWordsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Five_of_256_different_words_that_any_keyboard_has_are_40_bits(string language)
    {
        var words = EntryWords.Of(language);
        Assert.Equal(256, words.Distinct().Count());
        Assert.All(words, word => Assert.Equal(word, EntryWords.Plain(word)));
        Assert.Equal(40, EntryWords.Count * Math.Log2(words.Count));
    }

    [Theory]
    [InlineData(" Limón,  ÁRBOL\tniño. ", "limon arbol nino")]
    [InlineData("lamp-lamp LAMP", "lamp lamp lamp")]
    [InlineData("", "")]
    public void Words_are_compared_without_accents_capitals_and_what_stands_between_them(string typed, string plain) => Assert.Equal(plain, EntryWords.Plain(typed));
}
