using Credence.Cli.Screening;
using Credence.Screening;
using Credence.Testing;
using NJsonSchema;

namespace Credence.Cli.Tests.Screening;

public sealed class ScreenedSchemaTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Every_line_follows_the_schema_of_the_docs()
    {
        var schema = await Schema();
        _place.Job(new ScreenOptions { Files = [_place.WriteIncidents(40)] }, "out").Execute(TestContext.Current.CancellationToken);

        var lines = _place.Lines("out/screened.ndjson");

        Assert.Contains(lines, line => line.Contains("\"assertion\":\"someoneElse\"", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Empty(schema.Validate(line)));
    }

    [Fact]
    public async Task The_schema_refuses_a_line_that_lacks_a_level_or_spells_it_in_another_way()
    {
        var schema = await Schema();
        _place.Job(new ScreenOptions { Files = [_place.WriteIncidents(1)] }, "out").Execute(TestContext.Current.CancellationToken);
        var line = _place.Lines("out/screened.ndjson")[0];

        Assert.NotEmpty(schema.Validate(line.Replace("\"level\":\"NoneFound\",", "", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(line.Replace("NoneFound", "none-found", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(line.Replace("\"row\"", "\"narrative\":\"x\",\"row\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_schema_names_every_word_that_a_result_can_say()
    {
        var schema = await Schema();
        var finding = schema.Properties["findings"].Item!.ActualSchema;

        Assert.Equal(Enum.GetValues<Level>().Select(Spelling.Of).Order(), Words(schema.Properties["level"]));
        Assert.Equal(Enum.GetValues<ExploitationType>().Select(Spelling.Of).Order(), Words(schema.Properties["type"]));
        Assert.Equal(Enum.GetValues<MinorStatus>().Select(Spelling.Of).Order(), Words(schema.Properties["minor"]));
        Assert.Equal(Enum.GetValues<Assertion>().Select(Spelling.Of).Order(), Words(finding.Properties["assertion"]));
        Assert.Equal(Enum.GetValues<Dimension>().Select(Spelling.Of).Order(), Words(finding.Properties["dimension"]));
        Assert.Equal(Enum.GetValues<Strength>().Select(Spelling.Of).Order(), Words(finding.Properties["strength"]));
    }

    private static IEnumerable<string> Words(JsonSchemaProperty property) =>
        property.ActualSchema.Enumeration.Select(word => (string)word!).Order();

    private static Task<JsonSchema> Schema() =>
        JsonSchema.FromJsonAsync(Repository.Text("docs/screened.schema.json"), TestContext.Current.CancellationToken);
}
