namespace Credence.Browser.Tests.Care;

/// <summary>Every page of the service record that a lead sees.</summary>
internal static class CarePages
{
    public static IReadOnlyList<string> Of(Guid person, Guid handover)
    {
        var file = $"/persons/{person}";
        return
        [
            "/inbox", $"/inbox/{handover}", "/persons", "/persons/new", "/persons?closed=true", file, $"{file}/sheet", $"{file}/needs", $"{file}/safety", $"{file}/told", $"{file}/consents",
            $"{file}/consents/new", $"{file}/referrals", $"{file}/referrals/new", $"{file}/wishes", $"{file}/wishes?lang=es", $"{file}/police", $"{file}/restorative", $"{file}/declarations", $"{file}/releases", $"{file}/card",
            $"{file}/hold", $"{file}/timeline", "/referrals", "/directory", "/directory/services", "/directory/duplicates", "/duties", "/statements", "/feedback", "/erasure", "/events", "/team", "/agency", "/account", "/purpose",
        ];
    }
}
