using Credence.Screening.Instruments;
using Credence.Statistics;

namespace Credence.Cli.Instruments;

/// <summary>Answers, in the form in which they can be read again, and what they mean.</summary>
internal static class AskJson
{
    public static Dictionary<string, object> Answers(Questionnaire asked)
    {
        var answers = asked.Instrument.Items.Where(item => asked[item.Id] != Answer.NotAsked)
            .ToDictionary(item => item.Id, item => asked[item.Id].ToString().ToLowerInvariant());
        return new() { ["instrument"] = asked.Instrument.Id, ["pack"] = asked.Instrument.Pack, ["answers"] = answers, ["stopped"] = asked.IsStopped };
    }

    public static Dictionary<string, object> Of(Questionnaire asked, InstrumentResult result, double? prevalence)
    {
        var json = Answers(asked);
        json["result"] = new
        {
            Outcome = result.Outcome.ToString(),
            Says = AskText.Outcome(result, asked.IsStopped),
            Means = AskText.Meaning(result),
            Concerns = result.Concerns.Select(item => item.Id),
            Open = result.Open.Select(item => item.Id),
            result.DoNow,
            Studies = result.Instrument.Studies.Select(study => new
            {
                study.Population,
                Sensitivity = Of(study.Sensitivity),
                Specificity = Of(study.Specificity),
                study.Screened,
                study.Trafficked,
                study.Citation,
                At = (prevalence is { } given ? [given] : AskText.Examples).Select(share => new
                {
                    Prevalence = share,
                    Positive = Of(study.At(share).Positive),
                    Negative = Of(study.At(share).Negative),
                }),
            }),
        };
        return json;
    }

    private static object Of(Estimate estimate) => double.IsNaN(estimate.Interval.Low)
        ? new { Value = Math.Round(estimate.Value, 4), Low = (double?)null, High = (double?)null }
        : new { Value = Math.Round(estimate.Value, 4), Low = (double?)Math.Round(estimate.Interval.Low, 4), High = (double?)Math.Round(estimate.Interval.High, 4) };
}
