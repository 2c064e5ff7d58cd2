using System.Globalization;
using Credence.Evaluation.Release;

namespace Credence.Cli.Publishing;

/// <summary>Reads <c>epsilon=1,delta=1e-6</c>.</summary>
internal static class PrivacyOption
{
    // Beyond these a budget promises nothing, or noise drowns everything.
    private const decimal LeastEpsilon = 0.001m;
    private const decimal MostEpsilon = 20;
    private const decimal MostDelta = 0.001m;

    public static PrivacyBudget Read(string typed, int tables, int cap)
    {
        var (epsilon, delta) = (default(decimal?), 0m);
        foreach (var part in typed.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', StringSplitOptions.TrimEntries) is not [var name, var number]
                || !decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) throw Wrong(typed);
            if (name.Equals("epsilon", StringComparison.OrdinalIgnoreCase)) epsilon = value;
            else if (name.Equals("delta", StringComparison.OrdinalIgnoreCase)) delta = value;
            else throw Wrong(typed);
        }

        return epsilon is >= LeastEpsilon and <= MostEpsilon && delta is 0 or (>= 1e-15m and <= MostDelta) && epsilon is not null
            ? new PrivacyBudget(epsilon.Value, delta, tables, cap)
            : throw Wrong(typed);
    }

    private static CommandEnd Wrong(string typed) => CommandEnd.WrongUse(string.Create(CultureInfo.InvariantCulture,
        $"--privacy: found {typed}, expected epsilon={LeastEpsilon} to {MostEpsilon} and, for Gaussian noise, a delta of at most {MostDelta}, such as epsilon=1,delta=1e-6."));
}
