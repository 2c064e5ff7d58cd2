using System.Text.Json.Nodes;
using Credence.Care.Access;
using Credence.Care.Directories;
using Credence.Care.Storage;
using Credence.Directories;
using Credence.Record.Storage;
using Credence.Record.Tests.Care;
using Credence.Referrals;

namespace Credence.Record.Tests.Directories;

/// <summary>An invented directory in a service record: a shelter of Harbor House and a law office of somebody else.</summary>
internal static class CareDirectory
{
    public const string Source = "example-211";
    public const string Beds = "s1";
    public const string Law = "s2";

    public static readonly MatchQuestion Question = new() { Needs = [new NeededHelp(Need.Shelter, Urgency.Now)], At = new DateTimeOffset(2031, 6, 11, 14, 0, 0, TimeSpan.Zero) };

    public static IReadOnlyList<DirectoryEntry> Entries =>
    [
        Service(Beds, "Emergency Shelter", "o1", "Harbor House"),
        Service(Law, "Legal aid", "o2", "Meadow Legal"),
        new("beds", new JsonObject { ["bed"] = "1" }, "beds.csv", 2) { IsLoose = true },
    ];

    public static CareAccess Keeper => CareCast.At(CareCast.Harbor, CareRole.ProviderLead);

    public static DirectoryEntry Service(string id, string name, string organization, string named) => new("service", JsonNode.Parse($$$"""
        {"id":"{{{id}}}","name":"{{{name}}}","status":"active","strange":{"kept":1.50},"organization":{"id":"{{{organization}}}","name":"{{{named}}}"},"phones":[{"id":"p{{{id}}}","number":"555-0101"}],
         "service_at_locations":[{"id":"sl{{{id}}}","location":{"id":"w{{{id}}}","location_type":"physical","latitude":40.25,"longitude":-75.5,
           "addresses":[{"id":"a{{{id}}}","address_1":"1 Quay Street","city":"Riverton","state_province":"EX","postal_code":"00001","country":"US","address_type":"physical"}]}}],
         "attributes":[{"id":"t{{{id}}}","link_type":"service","taxonomy_term":{"id":"term-{{{id}}}","code":"{{{id}}}","name":"A term","description":"d","taxonomy_id":"tax-1"}}]}
        """)!.AsObject(), "services.json", 1);

    public static async Task<DirectoryImport> Fill(this RecordStore<CareContext> record, IEnumerable<DirectoryEntry>? entries = null)
    {
        using var shelf = new DirectoryShelf(Credence.Testing.Cast.Packs);
        return (await new DirectoryDesk(record, shelf).Import(Keeper, Source, entries ?? Entries, default))!;
    }

    public static async Task Claim(this RecordStore<CareContext> record) =>
        Assert.IsType<DirectoryAnswer.Done>(await new ListingDesk(record).Claim(CareCast.At(CareCast.Harbor, CareRole.Administrator), "o1", default));
}
