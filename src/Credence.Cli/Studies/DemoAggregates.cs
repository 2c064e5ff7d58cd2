using System.Globalization;
using System.Text;

namespace Credence.Cli.Studies;

/// <summary>Invented counts of the service side, a provider to each community, so that a newcomer sees what such counts tell and where they are withheld.</summary>
internal static class DemoAggregates
{
    // Persons with a file at the provider of the first community, the second, and so on; the shares below are the same everywhere but for a drift.
    private static readonly int[] Persons = [212, 64, 131];

    private static readonly (string Id, double OfPersons, double Share)[] Told =
    [
        ("referral-consented", 1.9, .81), ("referral-sent", 1.9, .74), ("referral-accepted", 1.9, .46), ("referral-started", 1.9, .33), ("need-met", 1.2, .38),
        ("needs-first", .7, .56), ("told-again", .5, .43), ("new-interviewer", .5, .61), ("wishes-asked", 1, .41), ("wishes-answered", .41, .78), ("wishes-honored", .25, .29),
    ];

    /// <summary>The counts as <c>--aggregates</c> takes them.</summary>
    /// <param name="sites">The communities, in their order.</param>
    public static string Of(IEnumerable<string> sites)
    {
        var text = new StringBuilder("site,measure,numerator,denominator\n");
        foreach (var (site, i) in sites.Select((site, i) => (site, i)))
            foreach (var (id, ofPersons, share) in Told)
            {
                var of = (int)(Persons[i % Persons.Length] * ofPersons);
                text.Append(CultureInfo.InvariantCulture, $"{site},{id},{(int)(of * (share - (.04 * i)))},{of}\n");
            }

        return text.ToString();
    }
}
