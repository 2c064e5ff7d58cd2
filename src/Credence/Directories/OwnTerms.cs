using System.Text.Json.Nodes;
using Credence.Consents;

namespace Credence.Directories;

/// <summary>Our own taxonomy, by which a directory says what HSDS has no field for: whom a service takes, and that an address is confidential.</summary>
public static class OwnTerms
{
    /// <summary>The name of the taxonomy; its terms are attributes of a service, a location or an organization.</summary>
    public const string Taxonomy = "credence";

    /// <summary>The term of an address that must not be given to anybody.</summary>
    public const string ConfidentialAddress = "confidential-address";

    /// <summary>The term of whether there is room: a word and the time, such as "open 2031-06-14T09:00Z".</summary>
    public const string Capacity = "capacity";

    /// <summary>Says something of a service by a term of ours, in the place of what was said by it before.</summary>
    public static void Put(JsonObject service, string code, string value)
    {
        if (service["attributes"] is not JsonArray attributes) service["attributes"] = attributes = [];
        foreach (var before in attributes.OfType<JsonObject>().Where(one => one.Object("taxonomy_term") is { } term && IsOurs(term) && term.Text("code") == code).ToList()) attributes.Remove(before);
        attributes.Add(new JsonObject
        {
            ["id"] = $"{service.Text("id")}-{code}", ["link_type"] = "attribute", ["link_entity"] = "service", ["value"] = value,
            ["taxonomy_term"] = new JsonObject { ["id"] = $"{Taxonomy}-{code}", ["code"] = code, ["name"] = code, ["description"] = "A term of Credence's own", ["taxonomy"] = Taxonomy },
        });
    }

    /// <summary>The codes of our taxonomy on an object, with their values.</summary>
    internal static IEnumerable<(string Code, string? Value)> On(JsonObject from) =>
        from attribute in @from.Objects("attributes")
        let term = attribute.Object("taxonomy_term")
        where term is not null && IsOurs(term)
        where term.Text("code") is not null
        select (term.Text("code")!, attribute.Text("value"));

    /// <summary>What an object says of whom it takes.</summary>
    internal static Dictionary<EligibilityCode, EligibilityAnswer> Answers(JsonObject service)
    {
        var answers = new Dictionary<EligibilityCode, EligibilityAnswer>();
        foreach (var (code, value) in On(service))
            if (EnumWord.Find<EligibilityCode>(code) is { } known && Answer(value) is { } answer) answers[known] = answer;
        return answers;
    }

    private static bool IsOurs(JsonObject term) => term.Text("taxonomy") == Taxonomy || term.Text("taxonomy_id") == Taxonomy || term.Object("taxonomy_detail")?.Text("name") == Taxonomy;

    // A term without a value says yes; another word says nothing.
    private static EligibilityAnswer? Answer(string? value) => value?.ToUpperInvariant() switch
    {
        null or "YES" or "TRUE" or "SI" or "SÍ" => EligibilityAnswer.Yes,
        "NO" or "FALSE" => EligibilityAnswer.No,
        _ => null,
    };
}
