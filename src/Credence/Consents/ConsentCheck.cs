using Credence.Packs;

namespace Credence.Consents;

/// <summary>Checks what a schema cannot: that packs of consent law, duties and retention can be read, and do not say one thing twice.</summary>
public static class ConsentCheck
{
    /// <summary>Every problem, beside those of shape, in order of file and line.</summary>
    public static IReadOnlyList<PackProblem> Run(PackLibrary library)
    {
        var problems = new List<PackProblem>();
        var laws = ConsentLawPack.From(library, problems);
        problems.AddRange(Twice(laws, law => law.Pack, law => $"the jurisdiction {law.Jurisdiction}"));
        problems.AddRange(laws.SelectMany(law => Twice(law.Minors, _ => law.Pack, rule => $"the rule {law.Jurisdiction}/{rule.Id}")));
        problems.AddRange(laws.SelectMany(law => Twice(law.Emergencies, _ => law.Pack, one => $"the emergency {law.Jurisdiction}/{one.Id}")));
        problems.AddRange(Twice(DutyPack.From(library, problems), duty => duty.Pack, duty => $"the duty {duty.Jurisdiction}/{duty.Id}"));
        foreach (var schedule in RetentionPack.From(library, problems))
        {
            problems.AddRange(Twice(schedule.Rules, _ => schedule.Pack, rule => $"a rule for {EnumWord.Of(rule.Kind)} on the side of {EnumWord.Of(rule.Side)}"));
            problems.AddRange(Twice(schedule.Rules, _ => schedule.Pack, rule => $"the rule {rule.Id}"));
            problems.AddRange(OnRequest(schedule));
        }

        return [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    private static IEnumerable<PackProblem> Twice<T>(IEnumerable<T> all, Func<T, Pack> pack, Func<T, string> name) =>
        all.GroupBy(name).Where(same => same.Count() > 1).Select(same => ProblemIn(pack(same.Last()), $"found {same.Key} a second time, expected it once"));

    // Police records follow duties of evidence: a pack may not promise what a prosecutor has to prevent.
    private static IEnumerable<PackProblem> OnRequest(RetentionSchedule schedule) =>
        schedule.Rules.Where(rule => rule is { Side: RecordSide.Police, ErasedOnRequest: true })
            .Select(rule => ProblemIn(schedule.Pack, $"found {rule.Id} of the police side erased on request, expected that on the care side only"));

    private static PackProblem ProblemIn(Pack pack, string problem) => pack.Documents[^1].ProblemAt(pack.Documents[^1].Root, problem);
}
