using System.Text.Json.Nodes;
using Credence.Directories;

namespace Credence.Tests.Directories;

public class HsdsJsonTests
{
    private static readonly string Line = Invented.Service.ReplaceLineEndings(" ");

    [Fact]
    public void A_list_a_page_of_the_api_lines_and_one_object_are_read_alike()
    {
        foreach (var text in (string[])[Invented.Service, $"[{Invented.Service}]", $"{{\"total_items\":1,\"contents\":[{Invented.Service}]}}", Line + "\n", "\uFEFF" + Line])
        {
            var (entries, problems) = Invented.ReadJson(text);
            Assert.Equal("service s1", $"{Assert.Single(entries).Table} {entries[0].Id}");
            Assert.Empty(problems);
        }
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void Bytes_of_a_file_are_read_in_their_encoding(string encoding)
    {
        var bytes = System.Text.Encoding.GetEncoding(encoding) is var written ? (byte[])[.. written.GetPreamble(), .. written.GetBytes($"{Line}\n{Line}\n")] : [];
        using var text = DirectoryText.Of(new MemoryStream(bytes));

        Assert.Equal(2, HsdsJson.Read("services.json", text, _ => { }).Count());
        Assert.Throws<FormatException>(() => DirectoryText.Of(new MemoryStream([0x50, 0x4B, 0x03, 0x04])));
    }

    [Fact]
    public void What_is_not_understood_is_given_back()
    {
        var (entries, _) = Invented.ReadJson($"[{Invented.Service},{{\"strange\":true}}]");
        var again = Invented.ReadJson(string.Join('\n', entries.Select(HsdsJson.Line))).Entries;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Invented.Service), again[0].Content));
        Assert.Contains("2.50", again[0].Content.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((true, "other"), (again[1].IsLoose, again[1].Table));
        Assert.Equal("{\"strange\":true}", again[1].Content.ToJsonString());
    }

    [Fact]
    public void A_broken_line_costs_that_line()
    {
        var (entries, problems) = Invented.ReadJson($"{Line}\n{{\"id\":\"x\",\"name\":\"open\n{Line.Replace("\"s1\"", "\"s3\"")}\nnot json\n{Line.Replace("\"s1\"", "\"s4\"")}\n{{\"id\":1,\"id\":2}}\n");

        Assert.Equal(["s1", "s3", "s4"], entries.Select(entry => entry.Id));
        Assert.Equal([2, 4, 6], problems.Select(problem => problem.Row));
        Assert.All(problems, problem => Assert.EndsWith("passed over", problem.Expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_problem_says_file_row_field_found_and_expected_and_never_what_stands_there()
    {
        var (_, problems) = Invented.ReadJson("\n" + Line.Replace("\"09:00\"", "\"nine (secret)\"").Replace("\"active\"", "\"busy\""));

        Assert.Equal(
            ["services.json, row 2, status: found another word, expected one of active, inactive, defunct, temporarily closed; kept, and taken as not known.",
             "services.json, row 2, schedules[0].opens_at: found text of 13 characters, expected a time such as 09:00; kept, and taken as not known."],
            problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("/help", false)]
    [InlineData("https://somebody@example.org/", false)]
    [InlineData("https://example.org/help?x=1", true)]
    [InlineData("http://example.org", true)]
    public void A_web_page_that_is_no_whole_address_of_the_web_is_a_problem_and_the_entry_is_read(string url, bool isOne)
    {
        var (entries, problems) = Invented.ReadJson($$"""{"id":"s9","name":"Beds","status":"active","url":"{{url}}"}""");

        Assert.Equal(url, Assert.Single(entries).Content["url"]!.GetValue<string>());
        Assert.Equal(isOne ? [] : ["url: a web address such as https://example.org/; kept, and taken as not known"], problems.Select(problem => $"{problem.Field}: {problem.Expected}"));
        var read = ServiceReading.Of(entries[0].Content)!;
        Assert.Equal((isOne, null), (read.WebPage is not null, read.WebSite));
    }

    [Fact]
    public void A_site_without_its_https_is_a_problem_and_is_read_without_being_an_address_to_follow()
    {
        var (entries, problems) = Invented.ReadJson("""{"id":"s9","name":"Beds","status":"active","organization":{"id":"o1","name":"House","description":"d","website":"www.example.org/help"}}""");

        Assert.Equal("services.json, row 1, organization.website: found a site without https:// before it, expected a web address such as https://example.org/; kept, and shown as text that leads nowhere.", Assert.Single(problems).ToString());
        Assert.Equal((null, "www.example.org/help"), (ServiceReading.Of(entries[0].Content)!.WebPage, ServiceReading.Of(entries[0].Content)!.WebSite));
    }

    [Theory]
    [InlineData("@SUM(A1)", false)]
    [InlineData("=1+1@example.org", false)]
    [InlineData("help@example", false)]
    [InlineData("a@example.org; b@example.org", false)]
    [InlineData("help at example.org", false)]
    [InlineData("help.desk+care@example.org", true)]
    public void An_email_that_looks_like_none_is_a_problem_by_row_and_field(string email, bool isOne)
    {
        var (entries, problems) = Invented.ReadJson($$"""{"id":"s9","name":"Beds","status":"active","email":"{{email}}"}""");

        Assert.Equal(email, Assert.Single(entries).Content["email"]!.GetValue<string>());
        Assert.Equal(isOne ? [] : [(1L, "email")], problems.Select(problem => (problem.Row, problem.Field)));
        Assert.All(problems, problem => Assert.Equal("text that is none", problem.Found));
    }

    [Fact]
    public void An_object_that_is_too_deep_or_not_closed_is_no_fault()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"service_at_locations\":[", 60)) + string.Concat(Enumerable.Repeat("]}", 60));
        Assert.NotEmpty(Invented.ReadJson(deep).Problems);
        Assert.NotEmpty(Invented.ReadJson("[{\"id\":\"a\",\"name\":\"b\"").Problems);
        Assert.Empty(Invented.ReadJson("").Entries);
    }

    [Fact]
    public void Objects_are_read_one_at_a_time()
    {
        var endless = new EndlessText(Line + "\n");
        Assert.Equal(1000, HsdsJson.Read("endless", endless, _ => { }).Take(1000).Count());
        Assert.True(endless.Taken < 1_100L * Line.Length, $"{endless.Taken} characters were read.");
    }

    private sealed class EndlessText(string line) : TextReader
    {
        public long Taken { get; private set; }

        public override int Peek() => line[(int)(Taken % line.Length)];

        public override int Read() => line[(int)(Taken++ % line.Length)];
    }
}
