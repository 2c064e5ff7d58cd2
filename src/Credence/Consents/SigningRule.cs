namespace Credence.Consents;

/// <summary>Who signs: the minor alone where a law says so, else minor and parent; never somebody suspected; what is unknown is asked.</summary>
internal static class SigningRule
{
    private const string AskAge = "How old are you? You do not have to show anything.";
    private const string AskService = "What kind of help is it for?";
    private const string AskEmancipated = "Has a court, marriage or military service made you independent of your parents before the law?";
    private const string AskParent = "Is there a parent or guardian whom you trust to know this? Is anybody at home part of what happened?";

    internal static SigningAnswer Answer(ConsentLaw law, SigningFacts facts)
    {
        if (facts.HasCourtGuardian) return Guardian(facts);
        if (facts.Age is not { } age) return new SigningAnswer.Ask([AskAge]);
        if (age >= law.AgeOfMajority || facts.IsEmancipated == true) return new SigningAnswer.Person();

        var rules = law.Minors.Where(rule => age >= rule.FromAge && (facts.Service is not { } service || rule.Services.Contains(service))).ToList();
        if (facts.Service is not null && rules.Find(rule => rule.Conditions.All(one => facts.Conditions.GetValueOrDefault(one.Id))) is { } holds)
            return new SigningAnswer.MinorAlone(holds, $"{law.Pack.Stamp}/{holds.Id}");

        var questions = Questions(facts, rules).ToList();
        return questions.Count > 0 ? new SigningAnswer.Ask(questions) : WithParent(law, facts);
    }

    private static SigningAnswer Guardian(SigningFacts facts) => facts.IsGuardianSuspected
        ? new SigningAnswer.Nobody("The guardian is suspected of trafficking or abuse and cannot sign: ask counsel for another whom a court appoints.")
        : new SigningAnswer.Guardian();

    private static IEnumerable<string> Questions(SigningFacts facts, List<MinorRule> rules)
    {
        if (facts.Service is null) yield return AskService;
        if (facts.Service is not null)
        {
            // A rule of which one condition is denied cannot hold any more: nothing is asked for it.
            foreach (var condition in rules.Where(rule => !rule.Conditions.Any(IsDenied)).SelectMany(rule => rule.Conditions).Where(IsOpen).DistinctBy(one => one.Id))
                yield return condition.Ask;
        }

        if (facts.IsEmancipated is null) yield return AskEmancipated;
        if (facts.Parent == ParentStanding.Unknown) yield return AskParent;

        bool IsDenied(LawCondition one) => facts.Conditions.TryGetValue(one.Id, out var yes) && !yes;
        bool IsOpen(LawCondition one) => !facts.Conditions.ContainsKey(one.Id);
    }

    private static SigningAnswer WithParent(ConsentLaw law, SigningFacts facts) => facts.Parent switch
    {
        ParentStanding.Safe => new SigningAnswer.MinorAndParent(law.Citation),
        ParentStanding.Suspected => new SigningAnswer.Nobody(
            "The parent is suspected of trafficking or abuse and cannot sign: another parent, or a guardian whom a court appoints, can."),
        _ => new SigningAnswer.Nobody("No parent or guardian can be reached safely: help goes on without a release, and counsel may ask a court for a guardian."),
    };
}
