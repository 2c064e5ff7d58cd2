using Credence.Statistics;

namespace Credence.Evaluation;

/// <summary>How far two coders agree on one question.</summary>
/// <param name="Question">Level, type, status or minor.</param>
/// <param name="Agreed">Incidents on which they say the same.</param>
/// <param name="Kappa">Cohen's kappa, unweighted.</param>
public sealed record CoderAgreement(string Question, Proportion Agreed, Estimate Kappa)
{
    /// <summary>All four questions; empty if there was one coder.</summary>
    public static IReadOnlyList<CoderAgreement> Measure(IReadOnlyList<Judged> judged)
    {
        var twice = judged.Where(j => j.Gold.CoderB is not null).Select(j => (A: j.Gold.CoderA, B: j.Gold.CoderB!)).ToList();
        return twice.Count == 0
            ? []
            :
            [
                On("level", c => c.Level.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                On("type", c => c.Type.ToString()),
                On("status", c => c.Status),
                On("minor", c => c.Minor.ToString()),
            ];

        CoderAgreement On(string question, Func<Coding, string> said)
        {
            var kappa = CohensKappa.Of(twice.Select(pair => (said(pair.A), said(pair.B))));
            return new CoderAgreement(question, kappa.Agreement, kappa.Estimate());
        }
    }
}
