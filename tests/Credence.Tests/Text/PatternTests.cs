using Credence.Text;

namespace Credence.Tests.Text;

public class PatternTests
{
    private static readonly Dictionary<string, string> Groups = new()
    {
        ["passport"] = "passport*|visa|(i d)|(green card)",
        ["took"] = "took|takes|taken|taking",
        ["both"] = "{took}|{passport}",
    };

    [Theory]
    [InlineData("took her passport", "He TOOK HER PASSPORT away", "TOOK HER PASSPORT")]
    [InlineData("took her passport", "He took, her   (passport) away", "took, her   (passport")]
    [InlineData("took her passport", "He took her. Passport control came", null)]
    [InlineData("took her passport", "He mistook her passport", null)]
    [InlineData("prostitut*", "a KNOWN PROSTITUTE here", "PROSTITUTE")]
    [InlineData("prostitut*", "prostitut", "prostitut")]
    [InlineData("prostitut*", "the substitute", null)]
    [InlineData("night walker", "COMMON NIGHT-WALKER", "NIGHT-WALKER")]
    [InlineData("took|takes her {passport}", "he takes her green card", "takes her green card")]
    [InlineData("took|takes her {passport}", "he takes her green house", null)]
    [InlineData("{took} ..2 {passport}", "TOOK ALL OF THE VISA", null)]
    [InlineData("{took} ..2 {passport}", "TOOK ALL THE VISA", "TOOK ALL THE VISA")]
    [InlineData("{took} .. {passport}", "took away from her the visa", "took away from her the visa")]
    [InlineData("took [his|her] visa", "took visa", "took visa")]
    [InlineData("took [his|her] visa", "took her visa", "took her visa")]
    [InlineData("took [his|her] visa", "took their visa", null)]
    [InlineData("took ..2 [her] visa", "took away again visa", "took away again visa")]
    [InlineData("took (her [own] visa|cash)", "took her own visa", "took her own visa")]
    [InlineData("#1-17 year old", "a 15-YEAR-OLD girl", "15-YEAR-OLD")]
    [InlineData("#1-17 year old", "a 25-year-old woman", null)]
    [InlineData("#13-17 yo", "14YO FEMALE", "14YO")]
    [InlineData("owes # dollars", "owes 3000 dollars", "owes 3000 dollars")]
    [InlineData("xxx was", "XXXXXXWAS STOPPED", "XXXXXXWAS")]
    [InlineData("passenger xxx", "PASSENGERXXX", "PASSENGERXXX")]
    [InlineData("pasaporte|compañía", "la COMPANIA", "COMPANIA")]
    [InlineData("compania", "la compañía", "compañía")]
    [InlineData("cafe", "le cafe\u0301 noir", "cafe\u0301")]
    [InlineData("didn't pay", "he DIDN’T PAY", "DIDN’T PAY")]
    [InlineData("{both} away", "visa away", "visa away")]
    public void A_pattern_finds_its_words(string pattern, string text, string? found) =>
        Assert.Equal(found, First(pattern, text));

    [Theory]
    [InlineData("")]
    [InlineData(".. visa")]
    [InlineData("visa ..")]
    [InlineData("[her] visa")]
    [InlineData("took [her]")]
    [InlineData("took (her")]
    [InlineData("took ()")]
    [InlineData("took {nobody}")]
    [InlineData("pass*port")]
    [InlineData("#20-10 years")]
    [InlineData("a ) b")]
    [InlineData("паспорт")]
    [InlineData("a ..51 b")]
    [InlineData("a ..99999999999 b")]
    [InlineData("#99999999999")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijk")]
    public void A_pattern_that_cannot_be_read_is_refused(string pattern) =>
        Assert.Throws<FormatException>(() => new PatternParser(Groups).Parse(pattern));

    [Theory]
    [InlineData("(")]
    [InlineData("took (her [")]
    public void Brackets_without_end_are_refused(string open) =>
        Assert.Throws<FormatException>(() => new PatternParser(Groups).Parse(string.Concat(Enumerable.Repeat(open, 50_000))));

    [Fact]
    public void Word_groups_inside_each_other_without_end_are_refused()
    {
        var groups = Enumerable.Range(0, 50_000).ToDictionary(i => $"g{i}", i => $"{{g{i + 1}}}|x");

        Assert.Throws<FormatException>(() => new PatternParser(groups).Parse("{g0}"));
    }

    [Fact]
    public void A_word_group_that_contains_itself_is_refused()
    {
        var parser = new PatternParser(new Dictionary<string, string> { ["a"] = "{b}|x", ["b"] = "{a}" });

        Assert.Contains("contains itself", Assert.Throws<FormatException>(() => parser.Parse("{a}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shortest_gap_wins()
    {
        Assert.Equal("took one visa", First("took .. visa", "took one visa and another visa"));
    }

    private static string? First(string pattern, string text)
    {
        var parsed = new PatternParser(Groups).Parse(pattern);
        var vocabulary = VocabularyBuilder.Build(parsed.Words);
        var tokens = new Tokens();
        new Tokenizer(vocabulary).Read(text, tokens);
        var matches = new Reusable<PatternMatch>();
        foreach (var sentence in tokens.Sentences)
        {
            new PatternSet([parsed], vocabulary).Match(0, tokens.Classes, sentence, matches);
        }

        return matches.Count == 0
            ? null
            : text[tokens.Starts[matches.Items[0].FirstToken]..tokens.Ends[matches.Items[0].EndToken - 1]];
    }
}
