using System.Globalization;
using System.Text.Json.Nodes;
using Credence.Directories;
using Credence.Referrals;
using Credence.Testing;

namespace Credence.Tests.Referrals;

/// <summary>The page specs/referrals/matching.md is the test.</summary>
public class MatcherSpecTests
{
    private static readonly Matcher Matcher = Matcher.From(Cast.Packs);

    public static TheoryData<string> Examples() => SpecPages.ExamplesOf("referrals", "matching");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Found(string example)
    {
        var list = SpecPages.List(SpecPages.Section("referrals", "matching", example));
        SpecPages.OnlyKeys(list, "needs", "applies", "age", "language", "town", "from", "within", "at", "service ", "order", "left out ", "why ", "others");
        var question = Question(list);
        var services = list.Where(pair => pair.Key.StartsWith("service ", StringComparison.Ordinal)).Select(pair => Service(pair.Key[8..], pair.Value, question.At)).ToList();
        var result = Matcher.Match(question, Matcher.Shelve(services));

        Assert.Equal(list.Single(pair => pair.Key == "order").Value, result.Matches.Count == 0 ? "none" : string.Join(", ", result.Matches.Select(match => match.Service.Name)));
        Assert.Equal(
            list.Where(pair => pair.Key.StartsWith("left out ", StringComparison.Ordinal)).Select(pair => (pair.Key[9..], pair.Value)),
            result.LeftOut.Select(one => (one.Service.Name, one.Because)));
        foreach (var (key, value) in list.Where(pair => pair.Key.StartsWith("why ", StringComparison.Ordinal)))
            Assert.Contains(value, result.Matches.Single(match => match.Service.Name == key[4..]).Why);
        foreach (var (_, value) in list.Where(pair => pair.Key == "others")) Assert.Equal(value, result.Others.ToString(CultureInfo.InvariantCulture));
        services.Reverse();
        Assert.Equal(result.Matches.Select(match => match.Service.Id), Matcher.Match(question, Matcher.Shelve(services)).Matches.Select(match => match.Service.Id));
    }

    private static MatchQuestion Question(IReadOnlyList<(string Key, string Value)> list)
    {
        string? Of(string key) => list.Where(pair => pair.Key == key).Select(pair => pair.Value).FirstOrDefault();
        return new MatchQuestion
        {
            Needs = [.. Of("needs")!.Split(", ").Select(word => word.Split(' ')).Select(word => new NeededHelp(SpecPages.Value<Need>(word[0]), SpecPages.Value<Urgency>(word[1])))],
            Applies = (Of("applies") ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(SpecPages.Value<EligibilityCode>).ToHashSet(),
            Age = Of("age") is { } age ? int.Parse(age, CultureInfo.InvariantCulture) : null,
            Language = Of("language"),
            Town = Of("town"),
            From = Of("from") is { } from ? Point(from) : null,
            WithinKm = Of("within") is { } within ? double.Parse(within, CultureInfo.InvariantCulture) : null,
            At = DateTimeOffset.Parse(Of("at") ?? "2031-06-11T10:00:00-04:00", CultureInfo.InvariantCulture),
        };
    }

    private static GeoPoint Point(string text) => text.Split(',') is [var latitude, var longitude]
        ? new GeoPoint(double.Parse(latitude, CultureInfo.InvariantCulture), double.Parse(longitude, CultureInfo.InvariantCulture)) : throw new FormatException(text);

    // By the way that a directory takes: what HSDS says is read as it is read from a file.
    private static ListedService Service(string name, string words, DateTimeOffset now)
    {
        var (attributes, location) = (new JsonArray(), new JsonObject { ["id"] = "place", ["location_type"] = "physical" });
        var service = new JsonObject { ["id"] = name, ["name"] = name, ["status"] = "active", ["attributes"] = attributes };
        foreach (var word in words.Split("; ").Select(word => word.Split(' ', 2)))
        {
            var rest = word.Length > 1 ? word[1] : "";
            switch (word[0])
            {
                case "term": attributes.Add(Term("Open Eligibility", rest, null)); break;
                case "takes": attributes.Add(Term(OwnTerms.Taxonomy, rest, "yes")); break;
                case "not": attributes.Add(Term(OwnTerms.Taxonomy, rest, "no")); break;
                case "confidential": attributes.Add(Term(OwnTerms.Taxonomy, OwnTerms.ConfidentialAddress, null)); break;
                case "room": attributes.Add(Term(OwnTerms.Taxonomy, OwnTerms.Capacity, Room(rest.Split(' '), now))); break;
                case "speaks": service["languages"] = new JsonArray(new JsonObject { ["name"] = rest }); break;
                case "interpreters": service["interpretation_services"] = "By telephone"; break;
                case "says": service["description"] = rest; break;
                case "status": service["status"] = rest; break;
                case "verified": service["assured_date"] = rest; break;
                case "town": location["addresses"] = new JsonArray(new JsonObject { ["city"] = rest }); break;
                case "at": (location["latitude"], location["longitude"]) = (Point(rest).Latitude, Point(rest).Longitude); break;
                case "ages": Ages(service, rest.Split('-')); break;
                case "hours": service["schedules"] = new JsonArray(Hours(rest.Split(' ', '-'))); break;
                default: throw new FormatException($"found {word[0]}, expected a word that the test knows");
            }
        }

        service["service_at_locations"] = new JsonArray(new JsonObject { ["location"] = location });
        return ServiceReading.Of(service)!;
    }

    private static JsonObject Term(string taxonomy, string name, string? value) =>
        new() { ["value"] = value, ["taxonomy_term"] = new JsonObject { ["taxonomy"] = taxonomy, ["code"] = name, ["name"] = name } };

    private static string Room(string[] words, DateTimeOffset now) =>
        $"{words[0]} {(now - TimeSpan.FromHours(int.Parse(words[1], CultureInfo.InvariantCulture))).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)}";

    private static void Ages(JsonObject service, string[] ages)
    {
        service["minimum_age"] = int.Parse(ages[0], CultureInfo.InvariantCulture);
        if (ages[1].Length > 0) service["maximum_age"] = int.Parse(ages[1], CultureInfo.InvariantCulture);
    }

    private static JsonObject Hours(string[] hours) => new() { ["freq"] = "WEEKLY", ["byday"] = hours[0], ["opens_at"] = hours[1], ["closes_at"] = hours[2] };
}
