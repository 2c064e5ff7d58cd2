using CsCheck;

namespace Credence.Cli.Tests;

public class ShownTextTests
{
    [Theory]
    [InlineData("José said “no”.\tNext\n", "José said “no”.\tNext\n")]
    [InlineData("a\u202Egpj.exe\u202C", "a\uFFFDgpj.exe\uFFFD")]
    [InlineData("\u2066x\u2069\u200E\u200F\u061C", "\uFFFDx\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("pass\u200Bport\u200D\u2060\uFEFF", "pass\uFFFDport\uFFFD\uFFFD\uFFFD")]
    [InlineData("a\0b\u0007c\u009Fd\u007F", "a\uFFFDb\uFFFDc\uFFFDd\uFFFD")]
    [InlineData("one\r\ntwo\rthree\u2028four", "one \ntwo\nthree\nfour")]
    [InlineData("\U0001F600 stays", "\U0001F600 stays")]
    public void What_hides_or_reorders_text_is_shown_and_the_rest_stays(string text, string shown) => Assert.Equal(shown, ShownText.Of(text));

    [Fact]
    public void Half_a_character_is_shown_as_one_that_is_missing() => Assert.Equal("a\uFFFDb\uFFFD", ShownText.Of("a\uD83Db\uDE00"));

    [Fact]
    public void Every_place_stays_where_it_was_and_twice_is_once() => Gen.Char.Array[0, 40].Select(text => new string(text)).Sample(text =>
    {
        var shown = ShownText.Of(text);
        return shown.Length == text.Length && ShownText.Of(shown) == shown;
    });
}
