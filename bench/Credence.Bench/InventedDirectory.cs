using System.Globalization;
using System.Text.Json.Nodes;

namespace Credence.Bench;

/// <summary>Invented services, always the same: some thousand of them on a plain of 100 by 100 km, each sorted by one or two terms.</summary>
internal static class InventedDirectory
{
    private static readonly string[] Terms = ["Emergency Shelter", "Food Pantry", "Legal", "Clothing", "Medical Care", "Counseling", "Childcare", "Translation & Interpretation", "Citizenship & Immigration", "Transit"];

    public static IEnumerable<JsonObject> Services(int count) => Enumerable.Range(0, count).Select(Service);

    private static JsonObject Service(int number)
    {
        // A step that has no divisor with the sizes of the lists spreads them evenly, without chance.
        var spread = (long)number * 7919;
        string Id(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number}");
        JsonObject Term(long at) => new()
        {
            ["id"] = Id($"t{at % 10}-"), ["link_type"] = "service",
            ["taxonomy_term"] = new JsonObject { ["id"] = Terms[at % 10], ["code"] = Terms[at % 10], ["name"] = Terms[at % 10], ["description"] = "A term.", ["taxonomy"] = "Open Eligibility" },
        };
        return new JsonObject
        {
            ["id"] = Id("s"), ["name"] = string.Create(CultureInfo.InvariantCulture, $"Service {number}"), ["status"] = number % 20 == 0 ? "inactive" : "active",
            ["description"] = "An invented service that gives what its term says, on weekdays and to whom it names.", ["minimum_age"] = number % 3 == 0 ? 18 : 0, ["assured_date"] = "2031-05-01",
            ["organization"] = new JsonObject { ["id"] = string.Create(CultureInfo.InvariantCulture, $"o{number / 4}"), ["name"] = string.Create(CultureInfo.InvariantCulture, $"Organization {number / 4}"), ["description"] = "Invented." },
            ["phones"] = new JsonArray(new JsonObject { ["id"] = Id("p"), ["number"] = string.Create(CultureInfo.InvariantCulture, $"555-01{number % 100:00}") }),
            ["languages"] = new JsonArray(new JsonObject { ["id"] = Id("l"), ["code"] = number % 4 == 0 ? "es" : "en" }),
            ["schedules"] = new JsonArray(new JsonObject { ["id"] = Id("c"), ["freq"] = "WEEKLY", ["byday"] = "MO,TU,WE,TH,FR", ["opens_at"] = "09:00", ["closes_at"] = "17:00" }),
            ["service_at_locations"] = new JsonArray(new JsonObject
            {
                ["id"] = Id("sl"),
                ["location"] = new JsonObject
                {
                    ["id"] = Id("w"), ["location_type"] = "physical", ["latitude"] = 40 + (spread % 1000 / 1000.0), ["longitude"] = -75 + (spread % 997 / 997.0),
                    ["addresses"] = new JsonArray(new JsonObject
                    {
                        ["id"] = Id("a"), ["address_1"] = string.Create(CultureInfo.InvariantCulture, $"{number} Example Street"), ["city"] = string.Create(CultureInfo.InvariantCulture, $"Town {spread % 40}"),
                        ["state_province"] = "EX", ["postal_code"] = "00001", ["country"] = "US", ["address_type"] = "physical",
                    }),
                },
            }),
            ["attributes"] = new JsonArray(Term(spread % 10), Term((spread / 10 % 10) + 10)),
        };
    }
}
