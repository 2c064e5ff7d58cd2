using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Credence.Cli.Tests.Studies;

/// <summary>The measures written down a second time, from what the page of measures says; and their intervals from the published formulas.</summary>
internal static class RawMeasures
{
    private static readonly string[] Refused = ["to-obtain-evidence", "own-safety", "until-advocate-comes", "no-shelter-open"];

    private static readonly string[] Prostitution = ["40A", "40B", "40C"];

    /// <summary>The answer of an incident, "" if not known, null if it is not in the population. Of persons see <see cref="Arrested"/>.</summary>
    public static readonly Dictionary<string, Func<RawIncident, string?>> Answers = new()
    {
        ["coded-trafficking"] = one => YesNo(Coded(one)),
        ["indicated"] = one => one.Level switch { "StrongIndication" => "strong indication", "PossibleIndication" => "possible indication", "NoneFound" => "none found", _ => "not screened" },
        ["identified-by"] = one => Coded(one) ? UnitOf(one) : null,
        ["sold-without-victim"] = one => one.Codes.Contains("40A") && one.Codes.All(Prostitution.Contains) ? YesNo(!one.HasVictim) : null,
        ["read-possible"] = one => one.Read?["victim"],
        ["read-type"] = one => Victim(one) ? one.Read!["type"] : null,
        ["read-identified-by"] = one => Victim(one) ? UnitOf(one) : null,
        ["missed"] = one => Victim(one) ? YesNo(!Coded(one)) : null,
        ["missed-among-others"] = one => Coded(one) ? null : one.Read?["victim"],
        ["false-label"] = one => Coded(one) ? one.Read?["victim"] : null,
        ["arrested-or-cited"] = one => Victim(one) ? YesNo(InCustody(one)) : null,
        ["arrest-reason"] = one => Victim(one) && InCustody(one) ? (one.Read!["reason"] == "none" ? "not stated" : one.Read["reason"]) : null,
        ["refused-reason"] = one => Victim(one) && InCustody(one) ? (one.Read!["reason"] == "" ? "" : YesNo(Refused.Contains(one.Read["reason"]))) : null,
        ["help-written"] = one => Victim(one) ? one.Read!["help"] : null,
        ["screener-recall"] = one => Victim(one) ? YesNo(Indicated(one)) : null,
        ["screener-precision"] = one => Indicated(one) ? one.Read?["victim"] : null,
        ["missed-by-screener"] = one => Indicated(one) ? null : one.Read?["victim"],
    };

    /// <summary>The persons behind minor-40a: age and sex of whoever is recorded as arrested where 40A is coded.</summary>
    public static IEnumerable<(RawIncident Incident, string Age, string Sex)> Arrested(IEnumerable<RawIncident> incidents) =>
        incidents.Where(one => one.Codes.Contains("40A")).SelectMany(one => one.Arrestees.Select(person => (one, person.Age, person.Sex)));

    public static string GroupOf(RawIncident one, string by) => by switch
    {
        "site" => "all",
        "unit" => UnitOf(one),
        "year" => one.Year,
        "type" => (one.Read?["type"] ?? one.Type) is var type and not "none" ? type : "unknown",
        "sex" => one.Read?["sex"] switch { "F" => "female", "M" => "male", "X" => "another sex as recorded", _ => "not recorded" },
        "age" => one.Read?["minor"] switch { "yes" => "under 18", "no" => "18 and over", _ => "not recorded" },
        _ => "not recorded",
    };

    /// <summary>Wilson 1927.</summary>
    public static (double Low, double High) Wilson(int count, int of)
    {
        const double z = 1.959963984540054;
        var (p, n) = ((double)count / of, (double)of);
        var half = z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n))) / (1 + (z * z / n));
        var center = (p + (z * z / (2 * n))) / (1 + (z * z / n));
        return (count == 0 ? 0 : center - half, count == of ? 1 : center + half);
    }

    /// <summary>Share, low and high of Korn and Graubard 1998 for a part of a stratified sample without replacement.</summary>
    public static (double Share, double Low, double High) Design(IReadOnlyList<(string Stratum, double Weight, bool Counted, bool Hit)> sample)
    {
        var size = sample.Where(unit => unit.Counted).Sum(unit => unit.Weight);
        var share = sample.Where(unit => unit.Hit).Sum(unit => unit.Weight) / size;
        var (variance, strata) = (0.0, sample.GroupBy(unit => unit.Stratum).ToList());
        foreach (var stratum in strata)
        {
            var z = stratum.Select(unit => unit.Counted ? unit.Weight * ((unit.Hit ? 1 : 0) - share) / size : 0).ToList();
            var (n, mean) = (z.Count, z.Average());
            var fpc = 1 - (n / stratum.Sum(unit => unit.Weight));
            if (n > 1) variance += Math.Max(0, fpc) * n / (n - 1) * z.Sum(value => (value - mean) * (value - mean));
        }

        var degrees = sample.Count - strata.Count;
        var ratio = T(sample.Count - 1) / T(degrees);
        var effective = variance > 1e-24 ? share * (1 - share) / variance * ratio * ratio : size * size / sample.Where(unit => unit.Counted).Sum(unit => unit.Weight * unit.Weight);
        var (hits, misses) = (effective * share, effective * (1 - share));
        return (share, hits < 1e-12 ? 0 : BetaQuantile(hits, misses + 1, 0.025), misses < 1e-12 ? 1 : BetaQuantile(hits + 1, misses, 0.975));
    }

    public static string UnitOf(RawIncident one) => one.Unit == "specialized" ? "specialized unit" : one.Unit;

    public static bool Coded(RawIncident one) => one.Codes.Contains("64A") || one.Codes.Contains("64B");

    private static bool Victim(RawIncident one) => one.Read?["victim"] == "yes";

    private static bool InCustody(RawIncident one) => one.Read!["arrest"] is "arrest" or "citation";

    private static bool Indicated(RawIncident one) => one.Level is "StrongIndication" or "PossibleIndication";

    private static string YesNo(bool holds) => holds ? "yes" : "no";

    private static double T(double degrees) => Bisect(0, 50, t => StudentT.CDF(0, 1, degrees, t) < 0.975);

    private static double BetaQuantile(double a, double b, double p) => Bisect(0, 1, x => SpecialFunctions.BetaRegularized(a, b, x) < p);

    private static double Bisect(double low, double high, Func<double, bool> isBelow)
    {
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            if (isBelow(middle)) low = middle; else high = middle;
        }

        return (low + high) / 2;
    }
}
