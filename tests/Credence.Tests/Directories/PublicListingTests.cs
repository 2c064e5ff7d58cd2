using System.Text.Json.Nodes;
using Credence.Directories;

namespace Credence.Tests.Directories;

public class PublicListingTests
{
    private static JsonObject Service => JsonNode.Parse(Invented.Service)!.AsObject();

    [Fact]
    public void An_open_address_is_given_as_it_is() => Assert.True(JsonNode.DeepEquals(Service, PublicListing.Of(Service)));

    [Theory]
    [InlineData("location")]
    [InlineData("service")]
    [InlineData("organization")]
    [InlineData("a person")]
    [InlineData("words of the place")]
    [InlineData("words of the address")]
    public void Of_a_confidential_place_only_the_town_is_given_however_that_is_said(string by)
    {
        var service = Service;
        var location = service.Objects("service_at_locations").Single().Object("location")!;
        location["entrance"] = "Green door in Quay Street";
        service["full_address"] = "Green door, 1 Quay-Street";
        service["lat"] = 40.5;
        service["description"] = "Come to 1 Quay Street, 00001 Riverton. Call first.";
        if (by is "location") Mark(location);
        if (by is "service") OwnTerms.Put(service, OwnTerms.ConfidentialAddress, "yes");
        if (by is "organization") Mark(service.Object("organization")!);
        if (by is "words of the place") location["description"] = "The location of this shelter is confidential.";
        if (by is "words of the address") location.Objects("addresses").Single()["address_2"] = "Confidential";
        var listing = PublicListing.Of(service, by == "a person").ToJsonString();

        Assert.DoesNotContain("Quay", listing, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("00001", listing, StringComparison.Ordinal);
        Assert.DoesNotContain("40.5", listing, StringComparison.Ordinal);
        Assert.DoesNotContain("-75.25", listing, StringComparison.Ordinal);
        Assert.DoesNotContain("entrance", listing, StringComparison.Ordinal);
        Assert.Contains("Riverton", listing, StringComparison.Ordinal);
        Assert.Contains("555-0102", listing, StringComparison.Ordinal);
        Assert.Contains("Call first.", listing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_read_for_matching_has_no_more_than_the_town()
    {
        var service = Service;
        Mark(service.Objects("service_at_locations").Single().Object("location")!);
        var place = Assert.Single(ServiceReading.Of(service)!.Places);

        Assert.Equal((true, null, null, "Riverton"), (place.IsConfidential, place.Address, place.Point, place.Town));
        Assert.DoesNotContain("Quay", place.ToString(), StringComparison.Ordinal);
    }

    private static void Mark(JsonObject one) => OwnTerms.Put(one, OwnTerms.ConfidentialAddress, "yes");
}
