using System.Text.Json.Nodes;

namespace Credence.Directories;

/// <summary>
/// Finds entries that are probably the same. The rule: the same name, or most of its words; and one thing beside it that two strangers do not
/// share: a telephone number, a street address, an address for e-mail or a web page. A service is held against those of its own organization too, where the
/// organization counts for nothing, since all its services share its number: there the name must be the same, and the place.
/// </summary>
public sealed class DuplicateFinder
{
    private const double MostWords = 0.7;

    // What more entries share than this is a call center or a town hall, and says nothing of any two of them.
    private const int MostSharing = 200;

    private readonly List<Listed> _listed = [];

    /// <summary>Adds an object; only services and organizations are held against each other.</summary>
    public void Add(DirectoryEntry entry)
    {
        if (entry.Table is not ("service" or "organization") || entry.IsLoose || entry.Id is not { } id || entry.Content.Text("name") is not { } name) return;
        _listed.Add(new Listed(entry.Table, id, ListedName.Of(name), TraitsOf(entry.Content), entry.Content.Object("organization")?.Text("id") ?? entry.Content.Text("organization_id")));
        if (entry.Content.Object("organization") is { } organization) Add(entry with { Table = "organization", Content = organization });
    }

    /// <summary>The pairs, by table and ids.</summary>
    public IReadOnlyList<ProbableDuplicate> Find()
    {
        var different = _listed.GroupBy(one => (one.Table, one.Id)).Select(Together).ToList();
        var pairs = new Dictionary<(string, string, string), ProbableDuplicate>();
        foreach (var sharing in different.SelectMany(one => one.Traits.Select(trait => (one, trait))).GroupBy(pair => (pair.one.Table, pair.trait)).Where(group => group.Count() > 1))
        {
            var group = sharing.Select(pair => pair.one).OrderBy(one => one.Id, StringComparer.Ordinal).ToList();
            foreach (var few in group.Count <= MostSharing ? [group] : group.GroupBy(one => one.Name.Key).Select(same => same.Take(MostSharing).ToList()))
            {
                for (var i = 0; i < few.Count; i++)
                    for (var j = i + 1; j < few.Count; j++)
                        if (Compare(few[i], few[j]) is { } found) pairs.TryAdd((found.Table, found.First, found.Second), found);
            }
        }

        return [.. pairs.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }

    private static ProbableDuplicate? Compare(Listed one, Listed other)
    {
        var likeness = one.Name.Likeness(other.Name);
        if (likeness < MostWords) return null;
        var shared = one.Traits.Intersect(other.Traits).Select(trait => trait.Kind).Distinct().Order().ToList();
        var isWithin = one.Table == "service" && one.Organization is not null && one.Organization == other.Organization;
        // Branches of one service differ by their place and share all else.
        if (isWithin && (likeness < 1 || !shared.Contains(SameTrait.Address))) return null;
        return new ProbableDuplicate(one.Table, one.Id, other.Id, [likeness >= 1 ? SameTrait.Name : SameTrait.MostOfTheName, .. shared, .. isWithin ? [SameTrait.Organization] : Array.Empty<SameTrait>()]);
    }

    // An organization stands in each of its services.
    private static Listed Together(IGrouping<(string Table, string Id), Listed> same) =>
        same.First() with { Traits = same.SelectMany(one => one.Traits).ToHashSet() };

    private static HashSet<Trait> TraitsOf(JsonObject content)
    {
        var locations = content.Objects("service_at_locations").Select(place => place.Object("location")).OfType<JsonObject>().Concat(content.Objects("locations")).ToList();
        var phones = content.Objects("phones").Concat(content.Objects("service_at_locations").SelectMany(place => place.Objects("phones"))).Concat(locations.SelectMany(place => place.Objects("phones")));
        return
        [
            .. phones.Select(phone => Digits(phone.Text("number"))).OfType<string>().Select(digits => new Trait(SameTrait.Phone, digits)),
            .. locations.SelectMany(place => place.Objects("addresses")).Select(Street).OfType<string>().Select(street => new Trait(SameTrait.Address, street)),
            .. ((string[])["url", "website"]).Select(key => Page(content.Text(key))).OfType<string>().Select(page => new Trait(SameTrait.WebPage, page)),
            .. content.Text("email") is { } email ? [new Trait(SameTrait.Email, email.ToLowerInvariant())] : Array.Empty<Trait>(),
        ];
    }

    private static string? Digits(string? number)
    {
        var digits = string.Concat((number ?? "").Where(char.IsAsciiDigit));
        return digits.Length < 7 ? null : digits[^Math.Min(10, digits.Length)..];
    }

    private static string? Street(JsonObject address) =>
        address.Text("address_1") is { } street && street.Any(char.IsAsciiDigit) ? $"{ListedName.Of(street).Key}|{ListedName.Of(address.Text("city") ?? "").Key}" : null;

    private static string? Page(string? address)
    {
        var page = (address ?? "").ToLowerInvariant().TrimEnd('/');
        if (page.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at) page = page[(at + 3)..];
        if (page.StartsWith("www.", StringComparison.Ordinal)) page = page[4..];
        return page.Contains('.') ? page : null;
    }

    private sealed record Listed(string Table, string Id, ListedName Name, HashSet<Trait> Traits, string? Organization);

    private readonly record struct Trait(SameTrait Kind, string Value);
}
