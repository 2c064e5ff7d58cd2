using System.Globalization;
using System.Text;
using Credence.Directories;
using Credence.Packs;
using Credence.Referrals;

namespace Credence.Bench;

/// <summary>
/// 10,000 invented services: reading them, and one question, a bed now and a lawyer soon for a Spanish speaker of 16, within 30 km. Beside the matcher stands what
/// somebody would write by hand, a scan of the same services in memory. It does less: no reasons, no hours, no room, and an unknown is a no.
/// </summary>
internal static class DirectoryBench
{
    private const int Count = 10_000;

    public static void Run(int rounds)
    {
        var text = string.Join('\n', InventedDirectory.Services(Count).Select(service => service.ToJsonString()));
        var services = HsdsJson.Read("invented", new StringReader(text), _ => { }).Select(entry => ServiceReading.Of(entry.Content)!).ToList();
        var matcher = Matcher.From(DefaultPacks.Read());
        var shelf = matcher.Shelve(services);
        var question = new MatchQuestion
        {
            Needs = [new NeededHelp(Need.Shelter, Urgency.Now), new NeededHelp(Need.Legal, Urgency.Soon)], Age = 16, Language = "es",
            Applies = new HashSet<EligibilityCode> { EligibilityCode.NoId }, From = new GeoPoint(40.5, -74.5), WithinKm = 30, At = new DateTimeOffset(2031, 6, 11, 10, 0, 0, TimeSpan.FromHours(-4)),
        };
        var found = matcher.Match(question, shelf);
        var took = Rounds.Medians(
            rounds,
            Rounds.Timed(() => matcher.Match(question, shelf)),
            Rounds.Timed(() => _ = matcher.Match(question, shelf).Matches.Take(20).Sum(match => match.Why.Count)),
            Rounds.Timed(() => ByHand(services, question)),
            Rounds.Timed(() => matcher.Shelve(services)),
            Rounds.Timed(() => _ = HsdsJson.Read("invented", new StringReader(text), _ => { }).Count()));
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"## Directory: {Count:N0} services, {Encoding.UTF8.GetByteCount(text) / 1e6:0.0} MB of JSON, {found.Matches.Count} matches, {found.LeftOut.Count} left out; by hand {ByHand(services, question)}"));
        Console.WriteLine("| what | ms |");
        Console.WriteLine("| --- | --- |");
        foreach (var (name, seconds) in ((string[])["one question, in order, with those left out", "the same, with the reasons of the first 20", "a scan by hand with LINQ", "making the services ready once", "reading and checking the JSON"]).Zip(took))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {seconds * 1e3:0.00} |"));
    }

    private static int ByHand(List<ListedService> services, MatchQuestion question) => services
        .Where(service => service.Status == ServiceStatus.Active && service.Terms.Any(term => term.Name is "Emergency Shelter" or "Legal"))
        .Where(service => !(service.Eligibility.MinimumAge > question.Age))
        .Select(service => (service, Km: service.Places.Where(place => place.Point is not null).Select(place => question.From!.Value.KmTo(place.Point!.Value)).DefaultIfEmpty(double.MaxValue).Min()))
        .Where(one => one.Km <= question.WithinKm)
        .OrderByDescending(one => one.service.Languages.Contains(question.Language!)).ThenBy(one => one.Km)
        .ToList().Count;
}
