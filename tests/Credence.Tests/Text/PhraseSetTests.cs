using CsCheck;
using Credence.Text;

namespace Credence.Tests.Text;

public class PhraseSetTests
{
    private static readonly string[] Words = ["id", "her", "took", "passport", "works", "a", "16", "xxx"];

    private static readonly string[] Gaps = [" ", "  ", "_", "-", ", ", "\n", "", "é", "ß"];

    [Theory]
    [InlineData("took her passport", "He TOOK HER PASSPORT.", 3, 20)]
    [InlineData("id", "id", 0, 2)]
    [InlineData("a", "is a b", 3, 4)]
    [InlineData("senorita", "la SEÑORITA", 3, 11)]
    public void A_phrase_is_found_in_any_case_and_with_its_accents(string phrase, string text, int start, int end) =>
        Assert.Equal([new PhraseMatch(0, start, end)], new PhraseReader(new PhraseSet([phrase])).Read(text).ToArray());

    [Theory]
    [InlineData("id", "idle did 1id id2 id_ éid")]
    [InlineData("her passport", "her  passport, her-passport, her\npassport, her passports, another passport")]
    public void Only_whole_words_with_one_space_between_them_are_a_phrase(string phrase, string text) =>
        Assert.Equal(0, new PhraseReader(new PhraseSet([phrase])).Read(text).Length);

    [Fact]
    public void The_tables_find_what_looking_everywhere_finds() =>
        (from phrases in From(Words).Array[1, 6].Select(words => string.Join(' ', words)).Array[1, 8]
         from pieces in Gen.Select(From(Words), From(Gaps)).Array[0, 80]
         select (phrases, text: string.Concat(pieces.Select(piece => piece.Item1 + piece.Item2)))).Sample((phrases, text) =>
        {
            var found = new PhraseReader(new PhraseSet(phrases)).Read(text).ToArray();

            Assert.Equal(Everywhere(phrases, text), found.OrderBy(match => match.Start).ThenBy(match => match.Phrase));
        }, iter: 5000);

    [Theory]
    [InlineData("")]
    [InlineData("two  spaces")]
    [InlineData("a-b")]
    public void What_is_no_row_of_words_is_refused(string phrase) => Assert.Throws<ArgumentException>(() => new PhraseSet([phrase]));

    [Fact]
    public void A_set_without_phrases_finds_nothing() => Assert.Equal(0, new PhraseReader(new PhraseSet([])).Read("took her passport").Length);

    private static IEnumerable<PhraseMatch> Everywhere(string[] phrases, string text) =>
        from start in Enumerable.Range(0, text.Length)
        from phrase in Enumerable.Range(0, phrases.Length)
        let end = start + phrases[phrase].Length
        where end <= text.Length && text[start..end].Equals(phrases[phrase], StringComparison.OrdinalIgnoreCase)
            && (start == 0 || !IsWord(text[start - 1])) && (end == text.Length || !IsWord(text[end]))
        select new PhraseMatch(phrase, start, end);

    private static bool IsWord(char unit) => unit == '_' || char.IsLetterOrDigit(unit);

    private static Gen<string> From(string[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);
}
