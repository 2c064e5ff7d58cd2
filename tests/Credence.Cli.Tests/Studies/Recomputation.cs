using System.Globalization;
using Credence.Evaluation.Measures;

namespace Credence.Cli.Tests.Studies;

/// <summary>Every figure of a study once more, from the raw rows alone.</summary>
internal sealed class Recomputation(IReadOnlyList<RawIncident> raw)
{
    // Tables have the digits of the report: a tenth of a percent.
    private const double HalfADigit = 0.0005 + 1e-7;

    /// <summary>What is wrong with a row of the table of measures; null if it comes out again.</summary>
    public string? Wrong(Dictionary<string, string> row)
    {
        var members = In(row).Where(one => one.Answer.Length > 0).ToList();
        var (count, of) = (members.Count(one => one.Answer == row["answer"]), members.Count);
        var expected = MeasureCatalog.Find(row["measure"])!.Basis == MeasureBasis.Record ? Plain(count, of) : Behind(row, members);
        double[] found = [Number(row["count"]), Number(row["of"]), Number(row["share"]), Number(row["low"]), Number(row["high"])];
        double[] wanted = [count, of, expected.Share, expected.Low, expected.High];
        return found.Zip(wanted).All(pair => Math.Abs(pair.First - pair.Second) < HalfADigit) ? null
            : $"{row["measure"]} {row["site"]} {row["by"]} {row["group"]} {row["answer"]}: found {string.Join(' ', found)}, expected {string.Join(' ', wanted)}";
    }

    /// <summary>What is wrong with a difference between shares of readings; null if it comes out again, from strata that are taken as one outcome of many.</summary>
    public string? WrongDifference(Dictionary<string, string> row)
    {
        var isOfSites = row["between"] == "sites";
        (double Share, double Low, double High) Of(string name)
        {
            var one = new Dictionary<string, string>
            {
                ["measure"] = row["measure"], ["site"] = isOfSites ? name : row["site"], ["by"] = isOfSites ? "site" : row["between"], ["group"] = name, ["answer"] = MeasureCatalog.Find(row["measure"])!.Answers[0],
            };
            return Behind(one, [.. In(one).Where(member => member.Answer.Length > 0)], isCompared: true);
        }

        var (first, second) = (Of(row["first"]), Of(row["second"]));
        var difference = first.Share - second.Share;
        double[] wanted = [difference, difference - Apart(first.Share - first.Low, second.High - second.Share), difference + Apart(first.High - first.Share, second.Share - second.Low)];
        double[] found = [Number(row["difference"]), Number(row["low"]), Number(row["high"])];
        return found.Zip(wanted).All(pair => Math.Abs(pair.First - pair.Second) < HalfADigit) ? null
            : $"{row["measure"]} {row["site"]} {row["between"]} {row["first"]} {row["second"]}: found {string.Join(' ', found)}, expected {string.Join(' ', wanted)}";
    }

    private static double Apart(double one, double other) => Math.Sqrt((one * one) + (other * other));

    /// <summary>The sum of weights behind a row.</summary>
    public double Total(Dictionary<string, string> row) => In(row).Where(one => one.Answer == row["answer"]).Sum(one => one.Incident.Weight);

    private IEnumerable<(RawIncident Incident, string Answer)> In(Dictionary<string, string> row)
    {
        var site = raw.Where(one => one.Site == row["site"]);
        if (row["measure"] != "minor-40a")
            return site.Where(one => row["by"] == "site" || RawMeasures.GroupOf(one, row["by"], MeasureCatalog.Find(row["measure"])!.Basis == MeasureBasis.Record) == row["group"])
                .Select(one => (one, Answer: RawMeasures.Answers[row["measure"]](one))).Where(one => one.Answer is not null).Select(one => (one.one, one.Answer!));
        return RawMeasures.Arrested(site)
            .Where(one => row["by"] switch { "sex" => one.Sex == (row["group"] == "female" ? "F" : "M"), "race" or "site" => true, var by => RawMeasures.GroupOf(one.Incident, by) == row["group"] })
            .Select(one => (one.Incident, one.Age.Length == 0 ? "" : int.Parse(one.Age, CultureInfo.InvariantCulture) < 18 ? "yes" : "no"));
    }

    private (double Share, double Low, double High) Behind(Dictionary<string, string> row, List<(RawIncident Incident, string Answer)> members, bool isCompared = false)
    {
        var answers = members.ToDictionary(one => one.Incident, one => one.Answer);
        return RawMeasures.Design(row["measure"], [.. raw.Where(one => one.Site == row["site"] && one.Read is not null)
            .Select(one => (one.Stratum, one.Weight, answers.ContainsKey(one), answers.GetValueOrDefault(one) == row["answer"]))], isCompared);
    }

    private static (double Share, double Low, double High) Plain(int count, int of)
    {
        var (low, high) = RawMeasures.Wilson(count, of);
        return ((double)count / of, low, high);
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
