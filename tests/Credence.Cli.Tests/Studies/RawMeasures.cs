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

    public static string GroupOf(RawIncident one, string by, bool isOfRecord = false) => by switch
    {
        "site" => "all",
        "unit" => UnitOf(one),
        "year" => one.Year,
        "type" => ((isOfRecord ? null : one.Read?["type"]) ?? one.Type) is var type and not "none" ? type : "unknown",
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

    /// <summary>Share, low and high for a part of a stratified sample, as the page of measures says: the shares that the linear interval does not refuse, on a grid made ever finer.</summary>
    public static (double Share, double Low, double High) Design(string measure, IReadOnlyList<(string Stratum, double Weight, bool Counted, bool Hit)> sample, bool isCompared = false)
    {
        var strata = sample.GroupBy(unit => unit.Stratum).Select(stratum => (N: stratum.Sum(unit => unit.Weight), n: stratum.Count(), Can: Can(measure, stratum.Key),
            a: stratum.Count(unit => unit.Hit) / (double)stratum.Count(), b: stratum.Count(unit => unit.Counted && !unit.Hit) / (double)stratum.Count())).ToList();
        var share = strata.Sum(h => h.N * h.a) / strata.Sum(h => h.N * (h.a + h.b));
        bool Refuses(double theta)
        {
            double d = 0, low = 0, high = 0;
            foreach (var (size, n, can, a, b) in strata)
            {
                var ((la, ua), (lb, ub)) = (can.Hit ? Limits(a, n, isCompared ? double.PositiveInfinity : size) : (a, a), can.Miss ? Limits(b, n, isCompared ? double.PositiveInfinity : size) : (b, b));
                var rho = a + b > 1 - 1e-12 ? -1 : a * b == 0 ? 0 : -Math.Sqrt(a * b / Math.Max(1e-12, (1 - a) * (1 - b)));
                d += size * (((1 - theta) * a) - (theta * b));
                var (x, y) = ((1 - theta) * (a - la) * size, theta * (ub - b) * size);
                low += (x * x) + (y * y) - (2 * rho * x * y);
                (x, y) = ((1 - theta) * (ua - a) * size, theta * (b - lb) * size);
                high += (x * x) + (y * y) - (2 * rho * x * y);
            }

            return d - Math.Sqrt(low) > 0 || d + Math.Sqrt(high) < 0;
        }

        return (share, Bisect(0, share, Refuses), Bisect(share, 1, theta => !Refuses(theta)));
    }

    // Level and code are the same in all of a stratum, so they decide for what was not drawn too.
    private static (bool Hit, bool Miss) Can(string measure, string stratum)
    {
        var (coded, indicated) = (stratum.Contains("coded as trafficking", StringComparison.Ordinal), stratum[0] is '1' or '2');
        return measure switch
        {
            "missed" => (!coded, coded),
            "screener-recall" => (indicated, !indicated),
            "missed-among-others" => (!coded, !coded),
            "false-label" => (coded, coded),
            "screener-precision" => (indicated, indicated),
            "missed-by-screener" => (!indicated, !indicated),
            _ => (true, true),
        };
    }

    private static (double Low, double High) Limits(double share, int n, double size)
    {
        if (size - n < 1e-9) return (share, share);
        var worth = double.IsPositiveInfinity(size) ? n : n * (size - 1) / (size - n);
        const double z = 1.959963984540054;
        var half = z * Math.Sqrt((share * (1 - share) / worth) + (z * z / (4 * worth * worth))) / (1 + (z * z / worth));
        var center = (share + (z * z / (2 * worth))) / (1 + (z * z / worth));
        return (share == 0 ? 0 : Math.Min(center - half, Fewest(share * worth) / worth), share == 1 ? 1 : Math.Max(center + half, 1 - (Fewest((1 - share) * worth) / worth)));
    }

    // The mean at which a Poisson count is so large with a chance of 5 %: one less the sum over smaller counts, between whole counts by the gamma function.
    private static double Fewest(double count) => count is > 0 and <= 3 ? Bisect(0, 3, mean => MathNet.Numerics.SpecialFunctions.GammaLowerRegularized(count, mean) < 0.05) : double.PositiveInfinity;

    public static string UnitOf(RawIncident one) => one.Unit == "specialized" ? "specialized unit" : one.Unit;

    public static bool Coded(RawIncident one) => one.Codes.Contains("64A") || one.Codes.Contains("64B");

    private static bool Victim(RawIncident one) => one.Read?["victim"] == "yes";

    private static bool InCustody(RawIncident one) => one.Read!["arrest"] is "arrest" or "citation";

    private static bool Indicated(RawIncident one) => one.Level is "StrongIndication" or "PossibleIndication";

    private static string YesNo(bool holds) => holds ? "yes" : "no";

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
