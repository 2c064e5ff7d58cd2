using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Credence.Care.Access;
using Credence.Care.Persons;
using Credence.Cli;
using Credence.Testing;

namespace Credence.Record.Tests.Handovers;

/// <summary>An officer hands over from a file, as the page shows it.</summary>
public partial class HandoverFileTests
{
    [Fact]
    public async Task The_file_of_the_page_goes_the_whole_way_by_commands()
    {
        await using var hosts = await Now();
        var file = hosts.PolicePlace.File("signed.json");
        await File.WriteAllTextAsync(file, Example());

        var made = Run(hosts.PolicePlace, "new", file, "--as", Officer, "--json");
        Assert.Equal((ExitCode.Done, ""), (made.Exit, made.Error));
        var ids = JsonDocument.Parse(made.Output).RootElement;
        Assert.Equal(["incident", "handover", "consent", "problems"], ids.EnumerateObject().Select(one => one.Name));
        var stick = hosts.PolicePlace.File("stick");
        Assert.Equal(ExitCode.Done, Run(hosts.PolicePlace, "export", "--to", stick).Exit);
        Assert.Equal(ExitCode.Done, Run(hosts.CarePlace, ["import", .. Directory.GetFiles(stick, "*.envelope")]).Exit);
        Assert.Equal("Rosa (invented)", Assert.Single(await new PersonDesk(hosts.Care).Caseload(TwoHosts.CareAs(CareRole.Advocate), false, 0, 10, default)).CalledName);

        var listed = Run(hosts.PolicePlace, "list", ids.GetProperty("incident").GetString()!, "--as", Officer);
        Assert.Equal(ExitCode.Done, listed.Exit);
        Assert.EndsWith("UTC: identity, contact, language, needs\n", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("harbor", listed.Output, StringComparison.OrdinalIgnoreCase);
        var withdrawn = Run(hosts.PolicePlace, "withdraw", ids.GetProperty("consent").GetString()!, "--as", Officer);
        Assert.Equal(ExitCode.Done, withdrawn.Exit);
        Assert.Contains("recipient is told: True", withdrawn.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Rosa", made.Output + listed.Output + withdrawn.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_twice_makes_one_handover_also_after_it_was_taken_back()
    {
        await using var hosts = await Now();
        var file = hosts.PolicePlace.File("signed.json");
        await File.WriteAllTextAsync(file, Example());

        var first = Run(hosts.PolicePlace, "new", file, "--as", Officer);
        var second = Run(hosts.PolicePlace, "new", file, "--as", Officer);

        Assert.Equal((ExitCode.Done, first.Output + "handed over before: True\n"), (second.Exit, second.Output));
        Assert.Single(await hosts.WaitingAt(police: true));
        var consent = first.Output.Split("consent: ")[1].Trim();
        Assert.Equal(ExitCode.Done, Run(hosts.PolicePlace, "withdraw", consent, "--as", Officer).Exit);
        Assert.Contains("handed over before: True\ntaken back at: 20", Run(hosts.PolicePlace, "new", file, "--as", Officer).Output, StringComparison.Ordinal);
        Assert.Empty(await hosts.WaitingAt(police: true));
    }

    [Fact]
    public async Task What_is_wrong_is_one_sentence_that_never_says_what_stands_there()
    {
        await using var hosts = await Now();
        foreach (var (from, to, exit, expected) in new (string, string, int, string)[]
        {
            ("\"2031-000012\"", "\"2031-9\"", ExitCode.Refused, "incident: found no incident of this number"),
            ("\"harbor-house\"", "\"meadow-legal\"", ExitCode.Refused, "to: found no provider of this short name"),
            ("\"language\", \"needs\"]", "\"needs\"]", ExitCode.Refused, "The consent does not name language."),
            ("\"age\": 34", "\"age\": null", ExitCode.Refused, "How old are you?"),
            ("\"us-ma\"", "\"atlantis\"", ExitCode.WrongUse, "signing.place: found one for which no pack has a law"),
            ("\"toldHelpDoesNotDependOnIt\": true", "\"secretly\": true", ExitCode.WrongUse, "FILE: found another form at line"),
            ("\"shelter\", \"urgency\"", "\"SECRETLY\", \"urgency\"", ExitCode.WrongUse, "FILE: found another form at line"),
            ("{", "", ExitCode.WrongUse, "FILE: found another form at line 2"),
        })
        {
            var file = hosts.PolicePlace.File("wrong.json");
            var text = Example();
            Assert.Contains(from, text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(file, new Regex(Regex.Escape(from)).Replace(text, to, 1));

            var said = Run(hosts.PolicePlace, "new", file, "--as", Officer);

            Assert.Equal((exit, ""), (said.Exit, said.Output));
            Assert.Contains(expected, said.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("SECRETLY", said.Error, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Rosa", said.Error, StringComparison.Ordinal);
        }

        Assert.Empty(await hosts.WaitingAt(police: true));
    }

    [Fact]
    public async Task Who_may_not_hand_over_and_a_record_of_the_other_side_are_refused()
    {
        await using var hosts = await Now();
        var file = hosts.PolicePlace.File("signed.json");
        await File.WriteAllTextAsync(file, Example());
        var analyst = Cast.At(Cast.Riverton, Credence.Police.Access.PoliceRole.Analyst).Account.Value.ToString();

        Assert.Equal(ExitCode.Refused, Run(hosts.PolicePlace, "new", file, "--as", analyst).Exit);
        Assert.Equal(ExitCode.Refused, Run(hosts.CarePlace, "new", file, "--as", Officer).Exit);
        Assert.Equal(ExitCode.Failed, Run(hosts.PolicePlace, "new", hosts.PolicePlace.File("nothing.json"), "--as", Officer).Exit);
        Assert.Equal(ExitCode.Refused, Run(hosts.PolicePlace, "withdraw", Guid.NewGuid().ToString(), "--as", Officer).Exit);
        Assert.Equal("No handovers.\n", Run(hosts.PolicePlace, "list", Guid.NewGuid().ToString(), "--as", Officer).Output);
    }

    private static string Officer => Cast.At(Cast.Riverton, Credence.Police.Access.PoliceRole.Officer).Account.Value.ToString();

    // The times of the page are long ago, or far.
    private static string Example()
    {
        var now = TimeProvider.System.GetUtcNow();
        return Block().Match(Repository.Text("docs/handover.md")).Groups[1].Value
            .Replace("2031-06-14T09:20:00Z", Text(now.AddMinutes(-10)), StringComparison.Ordinal).Replace("2031-06-14T09:30:00Z", Text(now.AddMinutes(-5)), StringComparison.Ordinal)
            .Replace("2031-07-14T00:00:00Z", Text(now.AddDays(30)), StringComparison.Ordinal);
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static async Task<TwoHosts> Now()
    {
        var hosts = await TwoHosts.Make(DatabaseKind.Sqlite);
        hosts.Clock.Now = TimeProvider.System.GetUtcNow();
        await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-000012");
        return hosts;
    }

    private static (int Exit, string Output, string Error) Run(Workplace place, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CommandLine.Run(["handover", .. arguments, "--record", place.Place.ToString(), "--keys", Cast.Keys(place).Path], output, error);
        return (exit, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
