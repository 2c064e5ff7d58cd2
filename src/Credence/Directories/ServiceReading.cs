using System.Globalization;
using System.Text.Json.Nodes;
using Credence.Consents;

namespace Credence.Directories;

/// <summary>Reads the object of a service for matching. What is not said in a form that a program may read is unknown.</summary>
public static class ServiceReading
{
    private const int Adult = 18;

    /// <summary>The service; null if the object has no id.</summary>
    public static ListedService? Of(JsonObject content)
    {
        if (content.Text("id") is not { } id) return null;
        var organization = content.Object("organization");
        return new ListedService
        {
            Id = id,
            Name = content.Text("name") ?? id,
            Organization = organization?.Text("id") ?? content.Text("organization_id"),
            OrganizationName = organization?.Text("name"),
            Description = content.Text("description"),
            Status = StatusOf(content.Text("status")),
            Terms = [.. content.Objects("attributes").Concat(content.Objects("service_at_locations").SelectMany(place => place.Objects("attributes")))
                .Select(attribute => attribute.Object("taxonomy_term")).OfType<JsonObject>().Select(TermOf)],
            Eligibility = EligibilityOf(content),
            RequiredDocuments = [.. content.Objects("required_documents").Select(one => one.Text("document")).OfType<string>()],
            Cost = CostOf(content),
            CostWords = content.Text("fees_description"),
            Languages = [.. LanguagesOf(content).Distinct()],
            Interpreters = content.Text("interpretation_services"),
            Places = ServicePlaces.Of(content),
            Schedules = ScheduleReading.Of(content),
            Phones = [.. PhonesOf(content).DistinctBy(phone => (phone.Number, phone.Extension))],
            WebPage = ReachedBy.WebPage(content.Text("url")) ?? ReachedBy.WebPage(organization?.Text("website") ?? organization?.Text("url")),
            WebSite = ReachedBy.Site(content.Text("url")) ?? ReachedBy.Site(organization?.Text("website") ?? organization?.Text("url")),
            Email = ReachedBy.Email(content.Text("email")) ?? ReachedBy.Email(organization?.Text("email")),
            HowToApply = content.Text("application_process"),
            Capacity = CapacityOf(content),
            VerifiedOn = content.Date("assured_date"),
        };
    }

    private static ServiceStatus StatusOf(string? word) => word?.ToUpperInvariant() switch
    {
        "ACTIVE" => ServiceStatus.Active,
        "INACTIVE" => ServiceStatus.Inactive,
        "DEFUNCT" => ServiceStatus.Defunct,
        "TEMPORARILY CLOSED" => ServiceStatus.TemporarilyClosed,
        _ => ServiceStatus.Unknown,
    };

    private static ServiceTerm TermOf(JsonObject term) =>
        new(term.Text("taxonomy") ?? term.Object("taxonomy_detail")?.Text("name") ?? term.Text("vocabulary") ?? term.Text("taxonomy_id"), term.Text("code"), term.Text("name"));

    // A least age says of minors in general only where none is old enough.
    private static Eligibility EligibilityOf(JsonObject content)
    {
        var answers = OwnTerms.Answers(content);
        var (least, most) = (Age(content, "minimum_age"), Age(content, "maximum_age"));
        if (least >= Adult) answers[EligibilityCode.Minor] = EligibilityAnswer.No;
        else if (least is not null || most < Adult) answers.TryAdd(EligibilityCode.Minor, EligibilityAnswer.Yes);
        return new Eligibility(answers) { MinimumAge = least, MaximumAge = most, Words = content.Text("eligibility_description") };
    }

    // Where the greatest is 0, a form was left as it was.
    private static int? Age(JsonObject content, string key) =>
        content.Number(key) is { } age and >= 0 and <= 130 && !(key == "maximum_age" && age == 0) ? (int)Math.Floor(age) : null;

    private static Cost CostOf(JsonObject content)
    {
        var amounts = content.Objects("cost_options").Select(one => one.Number("amount")).OfType<double>().ToList();
        if (amounts.Count > 0) return amounts.Contains(0) ? Cost.Free : Cost.Charged;
        return content.Text("fees_description")?.Trim('.', ' ').ToUpperInvariant() switch
        {
            "FREE" or "NONE" or "NO FEE" or "NO FEES" or "NO COST" or "NO CHARGE" or "FREE OF CHARGE" or "$0" or "0" or "GRATIS" or "GRATUITO" => Cost.Free,
            _ => Cost.Unknown,
        };
    }

    private static IEnumerable<string> LanguagesOf(JsonObject content) =>
        content.Objects("languages").Concat(Locations(content).SelectMany(location => location.Objects("languages")))
            .Select(one => LanguageCode.Of(one.Text("code") ?? one.Text("name"))).OfType<string>();

    private static IEnumerable<JsonObject> Locations(JsonObject content) =>
        content.Objects("service_at_locations").Select(place => place.Object("location")).OfType<JsonObject>();

    private static IEnumerable<ServicePhone> PhonesOf(JsonObject content) =>
        content.Objects("phones").Concat(content.Objects("service_at_locations").SelectMany(place => place.Objects("phones")))
            .Concat(Locations(content).SelectMany(location => location.Objects("phones"))).Concat(content.Object("organization")?.Objects("phones") ?? [])
            .Where(one => one.Text("number") is not null).Select(one => new ServicePhone(one.Text("number")!, one.Text("extension"), one.Text("description")));

    // HSDS 3.1: units that are free, each with the time at which somebody said so.
    private static Capacity CapacityOf(JsonObject content)
    {
        var said = content.Objects("capacities").Where(one => one.Number("available") is not null).ToList();
        var own = OwnTerms.On(content).Where(term => term.Code == OwnTerms.Capacity).Select(term => Own(term.Value)).FirstOrDefault();
        if (said.Count == 0) return own;
        var units = new Capacity(said.Any(one => one.Number("available") > 0) ? CapacityState.Open : CapacityState.Full, said.Select(one => Time(one.Text("updated"))).Max());
        return own.At > units.At ? own : units;
    }

    private static Capacity Own(string? value) => value?.Split(' ') is [var word, var at] && EnumWord.Find<CapacityState>(word) is { } state ? new Capacity(state, Time(at)) : default;

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
