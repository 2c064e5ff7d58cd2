using System.Text.RegularExpressions;
using Credence.Testing;

namespace Credence.Record.Tests.Habits;

/// <summary>The log's page offers every word that an event of a record may begin with.</summary>
public partial class EventWordTests
{
    // Of an organization, a directory, numbers, or no event at all.
    private static readonly string[] OfNoPerson =
    [
        "caseload.opened", "design.db", "directory.exported", "directory.imported", "directory.part-imported", "feedback.change-told", "feedback.counted", "inbox.opened", "measures.counted",
        "organization.claimed", "organization.reach-set", "organization.released", "partner.called", "persons.identity", "service.address-hidden", "service.address-shown", "service.capacity-set", "service.verified",
    ];

    [Theory]
    [InlineData("Credence.Police", "src/Credence.Police.Web/Events/EventWords.cs")]
    [InlineData("Credence.Care", "src/Credence.Care.Web/Pages/EventWords.cs")]
    public void Every_kind_of_event_can_be_chosen_in_the_log(string side, string words)
    {
        var root = Repository.Root;
        var offered = Words().Matches(Regex.Match(File.ReadAllText(Path.Combine(root, words)), @"\[(.*?)\]", RegexOptions.Singleline).Groups[1].Value)
            .Select(word => word.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var used = ((string[])["Credence.Record", side, "Credence.Web"])
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(root, "src", project), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Kinds().Matches(File.ReadAllText(file))).Select(kind => kind.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        Assert.True(used.Count > 20, $"Only {used.Count} words were found.");
        Assert.Equal([], used.Except(offered).Order());
    }

    [Fact]
    public void Whatever_is_done_with_a_persons_record_has_words_on_the_own_pages_in_every_language()
    {
        var noted = Directory.EnumerateFiles(Repository.Path("src/Credence.Care"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Dotted().Matches(File.ReadAllText(file))).Select(kind => kind.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(noted.Count > 60, $"Only {noted.Count} kinds were found.");
        foreach (var language in Credence.Portal.Words.Languages)
            Assert.Equal(OfNoPerson, noted.Except(language.Happened.Keys));
    }

    [GeneratedRegex("\"([a-z-]+\\.[a-z-]+)\"")]
    private static partial Regex Dotted();

    [GeneratedRegex("\"([a-z-]+)\"")]
    private static partial Regex Words();

    [GeneratedRegex("(?:EventKind(?: [A-Z][A-Za-z]* = new)?\\(|EventKind [A-Za-z]+ = new\\()\\$?\"([a-z-]+)\\.")]
    private static partial Regex Kinds();
}
