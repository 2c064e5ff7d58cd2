using Credence.Text;

namespace Credence.Tests.Text;

public class FoldedWordsTests
{
    [Theory]
    [InlineData("The FOREMAN kept it.", "the foreman kept it")]
    [InlineData("El dueño, ¿dónde?", "el dueno donde")]
    [InlineData("cafe\u0301 at G28", "cafe at g 28")]
    [InlineData("XXXWAS STOPPED", "xxx was stopped")]
    [InlineData("Иван и Анна", "иван и анна")]
    [InlineData(" ... ", "")]
    public void Words_lose_case_and_accents_and_nothing_else(string text, string words)
    {
        var heard = new List<string>();

        new FoldedWords().Read(text, word => heard.Add(word.ToString()));

        Assert.Equal(words, string.Join(' ', heard));
    }

    [Fact]
    public void One_reader_reads_many_texts()
    {
        var (reader, heard) = (new FoldedWords(), new List<string>());

        foreach (var text in (string[])["one two", "u\u0301nico", "three"]) reader.Read(text, word => heard.Add(word.ToString()));

        Assert.Equal(["one", "two", "unico", "three"], heard);
    }
}
