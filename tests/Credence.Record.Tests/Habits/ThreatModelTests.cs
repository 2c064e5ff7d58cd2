using System.Text;
using System.Text.RegularExpressions;
using Credence.Care.Access;
using Credence.Police.Access;
using Credence.Testing;

namespace Credence.Record.Tests.Habits;

public partial class ThreatModelTests
{
    private const string Page = "docs/threat-model.md";
    private const string Begin = "<!-- rights -->\n";
    private const string End = "<!-- end of rights -->";

    [Fact]
    public void The_table_of_rights_is_what_the_code_says()
    {
        var rights = Table<PoliceRole, PoliceAct>("Police record", PoliceRights.May) + "\n" + Table<CareRole, CareAct>("Service record", CareRights.May) + "\n";
        var page = Repository.Text(Page);
        if (Environment.GetEnvironmentVariable("CREDENCE_APPROVE") == "1")
            File.WriteAllText(Repository.Path(Page), page = Between().Replace(page, Begin + rights + End));

        Assert.Equal(Begin + rights + End, Between().Match(page).Value);
    }

    [Fact]
    public void Every_test_that_the_page_names_exists()
    {
        // Of every test project: pages are tested in a browser.
        var tests = Repository.Files("tests", "*Tests.cs").Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();
        var named = TestName().Matches(Repository.Text(Page)).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.True(named.Count > 3);
        Assert.Equal([], named.Except(tests));
    }

    private static string Table<TRole, TAct>(string title, Func<TRole, TAct, bool> may)
        where TRole : struct, Enum where TAct : struct, Enum
    {
        var roles = Enum.GetValues<TRole>();
        var text = new StringBuilder($"| {title} | {string.Join(" | ", roles.Select(role => Words(role.ToString())))} |\n");
        text.Append($"| --- |{string.Concat(roles.Select(_ => " :-: |"))}\n");
        foreach (var act in Enum.GetValues<TAct>())
            text.Append($"| {Words(act.ToString())} | {string.Join(" | ", roles.Select(role => may(role, act) ? "yes" : "–"))} |\n");
        return text.ToString();
    }

    private static string Words(string name) => Capital().Replace(name, " $0").Trim().ToLowerInvariant();

    [GeneratedRegex("<!-- rights -->.*?<!-- end of rights -->", RegexOptions.Singleline)]
    private static partial Regex Between();

    [GeneratedRegex("`([A-Z][A-Za-z]+Tests)`")]
    private static partial Regex TestName();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
