using System.Globalization;
using System.Text.Json.Serialization;

namespace Credence.Review;

/// <summary>Whether reading may stop.</summary>
/// <param name="MayStop">True if it may.</param>
/// <param name="Chance">The chance of finding so little, had the recall not been reached.</param>
/// <param name="Recall">The share that is to be found.</param>
/// <param name="Confidence">How sure one wants to be of it.</param>
/// <param name="Found">Incidents found that may hold a possible victim.</param>
public sealed record StopStatus(bool MayStop, double Chance, double Recall, double Confidence, int Found)
{
    /// <summary>What the rule says, in one sentence.</summary>
    [JsonIgnore]
    public string Sentence => Found == 0
        ? "Nothing was found so far, and so nothing can be said of what share it is."
        : $"Had less than {Percent(Recall)} been found of the incidents that hold a possible victim, so little would turn up by chance with "
            + $"probability {Chance.ToString("0.####", CultureInfo.InvariantCulture)} at most; reading may stop below {Percent(1 - Confidence)}.";

    /// <summary>What the rule of the plan says of a state.</summary>
    public static StopStatus Of(ReviewState state)
    {
        var (rule, isRelevant) = (state.Plan.Rule, state.IsRelevant);
        var chance = rule.Chance(isRelevant, state.Incidents.Count);
        return new StopStatus(chance < 1 - rule.Confidence, chance, rule.Recall, rule.Confidence, isRelevant.Count(relevant => relevant));
    }

    /// <summary>The numbers without the sentence.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"StopStatus({MayStop}, {Chance:0.####}, {Found} found)");

    private static string Percent(double share) => $"{(share * 100).ToString("0.##", CultureInfo.InvariantCulture)} %";
}
