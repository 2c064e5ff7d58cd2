using System.Text.Json.Nodes;
using Credence.Directories;

namespace Credence.Tests.Directories;

public class DuplicateFinderTests
{
    [Fact]
    public void The_same_name_and_a_number_are_probably_the_same()
    {
        var found = Assert.Single(Find(Of("a", "The Harbor House, Inc.", "(555) 010-1234"), Of("b", "HARBOR HOUSE", "555-010-1234")));
        Assert.Equal(("organization", "a", "b"), (found.Table, found.First, found.Second));
        Assert.Equal([SameTrait.Name, SameTrait.Phone], found.Because);
    }

    [Fact]
    public void Most_of_the_name_and_an_address_are_probably_the_same() =>
        Assert.Equal([SameTrait.MostOfTheName, SameTrait.Address], Assert.Single(Find(
            Of("a", "Harbor House Family Shelter", null, "1 Quay St."), Of("b", "Harbor House Family Shelter Program", null, "1 Quay Street"))).Because);

    [Theory]
    [InlineData("Harbor House", "Meadow Legal", "555-010-1234", "555-010-1234")]
    [InlineData("Harbor House", "Harbor House", "555-010-1234", "555-010-9999")]
    [InlineData("Harbor House", "Harbor House", null, null)]
    public void A_number_or_a_name_alone_is_not_enough(string one, string other, string? phone, string? second) =>
        Assert.Empty(Find(Of("a", one, phone), Of("b", other, second)));

    [Fact]
    public void Branches_of_one_service_are_not_each_other()
    {
        JsonObject Branch(string id, string street) => new()
        {
            ["id"] = id, ["name"] = "Meals", ["status"] = "active", ["organization"] = new JsonObject { ["id"] = "o", ["name"] = "Harbor House" },
            ["phones"] = new JsonArray(new JsonObject { ["number"] = "555-010-1234" }),
            ["service_at_locations"] = new JsonArray(new JsonObject { ["location"] = Place(street) }),
        };
        Assert.Empty(Find(Branch("a", "1 Quay Street"), Branch("b", "9 Hill Road")));
        Assert.Contains(SameTrait.Organization, Assert.Single(Find(Branch("a", "1 Quay Street"), Branch("b", "1 quay st"))).Because);
    }

    [Fact]
    public void The_order_of_what_is_added_does_not_matter()
    {
        JsonObject[] many = [.. Enumerable.Range(0, 40).Select(number => Of($"id{number}", $"Harbor House {number % 7}", $"555-010-{1000 + (number % 5)}"))];
        Assert.NotEmpty(Find(many));
        Assert.Equal(Find(many).Select(one => one.ToString()), Find([.. many.Reverse()]).Select(one => one.ToString()).ToList(), (a, b) => a[..a.IndexOf("Because", StringComparison.Ordinal)] == b[..b.IndexOf("Because", StringComparison.Ordinal)]);
    }

    private static JsonObject Place(string street) => new() { ["addresses"] = new JsonArray(new JsonObject { ["address_1"] = street, ["city"] = "Riverton" }) };

    private static JsonObject Of(string id, string name, string? phone, string? street = null) => new()
    {
        ["id"] = id, ["name"] = name,
        ["phones"] = phone is null ? null : new JsonArray(new JsonObject { ["number"] = phone }),
        ["locations"] = street is null ? null : new JsonArray(Place(street)),
    };

    private static IReadOnlyList<ProbableDuplicate> Find(params JsonObject[] all)
    {
        var finder = new DuplicateFinder();
        foreach (var one in all) finder.Add(new DirectoryEntry(one.ContainsKey("status") ? "service" : "organization", one, "test", 1));
        return finder.Find();
    }
}
