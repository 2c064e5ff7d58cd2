using Credence.Packs;

namespace Credence.Protection;

/// <summary>Checks what a schema cannot: that policies can be read, and that reasons are not both refused and excepted.</summary>
public static class PolicyCheck
{
    /// <summary>Every problem, beside those of shape, in order of file and line.</summary>
    public static IReadOnlyList<PackProblem> Run(PackLibrary library)
    {
        var problems = new List<PackProblem>();
        foreach (var policy in PolicyPack.From(library, problems))
        {
            var refused = policy.RefusedReasons.Select(reason => reason.Id).ToHashSet();
            var document = policy.Pack.Documents[^1];
            problems.AddRange((policy.Exceptions?.Reasons ?? []).Where(reason => refused.Contains(reason.Id))
                .Select(reason => document.ProblemAt(document.Root, $"found the reason {reason.Id} as refused and as an exception, expected one of them")));
        }

        return [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }
}
