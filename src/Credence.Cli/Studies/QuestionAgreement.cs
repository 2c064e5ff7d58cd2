using Credence.Statistics;

namespace Credence.Cli.Studies;

/// <summary>How far the two coders agree on one question, before anybody decided.</summary>
/// <param name="Question">The question.</param>
/// <param name="Agreed">Cases on which they say the same, of those that both answered.</param>
/// <param name="Kappa">Cohen's kappa.</param>
/// <param name="Gwet">Gwet's AC1, which a rare answer does not drag down.</param>
internal sealed record QuestionAgreement(string Question, Proportion Agreed, Estimate Kappa, Estimate Gwet)
{
    /// <summary>Of every question; those that need an answer even where nobody is seen, once more without the cases in which a coder sees nobody.</summary>
    public static IReadOnlyList<QuestionAgreement> OfAll(IReadOnlyList<(IReadOnlyDictionary<string, string> A, IReadOnlyDictionary<string, string> B)> both)
    {
        var seen = both.Where(pair => Sees(pair.A) && Sees(pair.B)).ToList();
        return
        [
            .. CodingQuestion.All.SelectMany(question => question.IsRequired && question.Name != CodingQuestion.Victim
                ? new[] { Of(question.Name, question, both), Of($"{question.Name}, where neither says no victim", question, seen) }
                : [Of(question.Name, question, both)]),
        ];
    }

    /// <summary>True if so few cases have an answer that their number is withheld.</summary>
    public bool IsTooFew(int k) => Agreed.Of > 0 && Agreed.Of < k;

    private static bool Sees(IReadOnlyDictionary<string, string> said) => !said[CodingQuestion.Victim].Equals("no", StringComparison.OrdinalIgnoreCase);

    private static QuestionAgreement Of(string name, CodingQuestion question, IReadOnlyList<(IReadOnlyDictionary<string, string> A, IReadOnlyDictionary<string, string> B)> both)
    {
        var pairs = both.Select(pair => (A: pair.A[question.Name].ToLowerInvariant(), B: pair.B[question.Name].ToLowerInvariant())).Where(pair => pair.A.Length > 0 && pair.B.Length > 0).ToList();
        if (pairs.Count == 0) return new QuestionAgreement(name, new Proportion(0, 0), Estimate.Undefined, Estimate.Undefined);
        var kappa = CohensKappa.Of(pairs);
        var answers = pairs.SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Order(StringComparer.Ordinal).ToList();
        var gwet = answers.Count < 2 ? Estimate.Undefined : RatingTable.Of(pairs.Select(pair => new[] { pair.A, pair.B }), answers).Gwet.Estimate();
        return new QuestionAgreement(name, kappa.Agreement, kappa.Estimate(), gwet);
    }
}
