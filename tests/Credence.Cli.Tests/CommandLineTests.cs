namespace Credence.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("scren x", "Found no command scren, expected one of screen, explain,", "credence --help")]
    [InlineData("", "Found no command, expected one of screen, explain,", "credence --help")]
    [InlineData("pack chek", "Found no command chek, expected one of check, list, show, import.", "credence pack --help")]
    [InlineData("pack show", "show", "credence pack show --help")]
    [InlineData("screen --purpos x", "Found the option --purpos, expected one of --out,", "credence screen --help")]
    [InlineData("exchange fhir --record r --as a --purpose Help --referral abc --out o", "--referral: found abc, expected an id such as 3f0b1c36-9f0f-4a54-9b53-6f2c0d0f9b11.", "credence exchange fhir --help")]
    [InlineData("screen x --jobs abc", "--jobs: found abc, expected a whole number.", "credence screen --help")]
    [InlineData("explain She said ZELDA --age", "Found several words, expected the narrative in quotes.", "credence explain --help")]
    [InlineData("classify She said ZELDA", "Found several words, expected the narrative in quotes.", "credence classify --help")]
    [InlineData("explain", "Found no TEXT, expected one.", "credence explain --help")]
    [InlineData("explain x --lang", "--lang: found nothing behind it, expected en,es|auto.", "credence explain --help")]
    [InlineData("evaluate x --format nix", "--format: found nix, expected one of coded, cases,", "credence evaluate --help")]
    public void Wrong_words_are_one_sentence_that_names_them(string words, string sentence, string help)
    {
        var (code, output, errors) = Run(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.Empty(output);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("ZELDA", errors, StringComparison.Ordinal);
        Assert.EndsWith($"See: {help}", errors.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_marks_the_words_and_names_the_rule()
    {
        var (code, output, _) = Run("explain", "The foreman took his passport and told him he must work until he pays.", "--offense", "90J");

        Assert.Equal(ExitCode.Done, code);
        Assert.StartsWith("Strong indication · type labor", output, StringComparison.Ordinal);
        Assert.Contains("took his passport", output[output.IndexOf('«', StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("Rule clear-fact:", output, StringComparison.Ordinal);
        Assert.Contains("a person decides", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_for_programs_gives_each_finding_its_words()
    {
        var (_, output, _) = Run("explain", "XXX IS A KNOWN PROSTITUTE", "--json");

        using var json = System.Text.Json.JsonDocument.Parse(output);
        Assert.Equal("PossibleIndication", json.RootElement.GetProperty("level").GetString());
        Assert.Contains(json.RootElement.GetProperty("findings").EnumerateArray(), finding =>
            finding.GetProperty("words").GetString()!.Contains("PROSTITUTE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nowhere.txt", null, "found no such file")]
    [InlineData("scan.txt", "%PDF-1.7 …", "found a PDF")]
    [InlineData("export.csv", "id,narrative\n1,nothing\n", "credence screen")]
    [InlineData("empty.txt", " \n", "Found an empty text")]
    public void What_cannot_be_explained_is_never_called_none_found(string name, string? content, string sentence)
    {
        var path = content is null ? Path.Combine(_place.Root, name) : _place.Write(name, content);

        var (code, output, errors) = Run("explain", path);

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.Empty(output);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_narrative_in_a_file_of_Windows_is_read()
    {
        var path = Path.Combine(_place.Root, "report.txt");
        File.WriteAllBytes(path, System.Text.Encoding.Latin1.GetBytes("Su patrón le quitó el pasaporte y no la deja salir de la casa donde trabaja."));

        Assert.StartsWith("Strong indication", Run("explain", path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_figures_is_written_over_such_a_page_only()
    {
        var (gold, mine) = (_place.Write("gold.jsonl", "{\"narrative\":\"x\",\"level\":0}\n"), _place.Write("mine.md", "my notes"));

        Assert.Equal(ExitCode.Refused, Run("evaluate", gold, "--out", gold).Code);
        Assert.Equal(ExitCode.Refused, Run("evaluate", gold, "--out", mine).Code);
        Assert.Equal("my notes", File.ReadAllText(mine));
        var page = Path.Combine(_place.Root, "page.md");
        Assert.Equal(ExitCode.Done, Run("evaluate", gold, "--out", page).Code);
        Assert.Equal(ExitCode.Done, Run("evaluate", gold, "--out", page).Code);
    }

    private static (int Code, string Output, string Error) Run(params string[] words) => Workplace.Run(words);
}
