using Credence.Classification;
using Credence.Screening;
using Credence.Wording;

namespace Credence.Police.Web.Writing;

/// <summary>What there is to say of a text while it is written. It lives for one answer: nothing keeps it.</summary>
/// <param name="Text">The text, as it was typed.</param>
/// <param name="Wording">Words that judge instead of describing.</param>
/// <param name="Questions">What its words may be a sign of, as questions.</param>
public sealed record Written(string Text, WordingResult Wording, IReadOnlyList<WrittenQuestion> Questions)
{
    /// <summary>One sentence, for a reader of the screen too.</summary>
    public string Summary => Text.Length == 0 ? "Nothing is written yet."
        : !Wording.WasRead ? "Not checked: no words, or a language that no pack covers."
        : $"In the wording {Count(Wording.Flags.Count, "place", "places")}, and {Count(Questions.Count, "question", "questions")}.";

    public override string ToString() => $"Written({Text.Length} characters)";

    private static string Count(int count, string one, string more) => count switch { 0 => $"no {one}", 1 => $"1 {one}", _ => $"{count} {more}" };
}

/// <summary>Words that may be a sign of something, and what may gently be asked.</summary>
/// <param name="Start">First UTF-16 code unit of the words.</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="Title">What it may be a sign of; completes "somebody …".</param>
/// <param name="IsDenied">Whether the person denied it, as is common among people who are controlled.</param>
/// <param name="Ask">The question, or null where nobody is to be asked.</param>
public sealed record WrittenQuestion(int Start, int End, string Title, bool IsDenied, string? Ask)
{
    public override string ToString() => $"WrittenQuestion({Start}-{End})";

    /// <summary>The questions that the findings of a text lead to, each once; what is ruled out or somebody else's leads to none.</summary>
    internal static IReadOnlyList<WrittenQuestion> Of(ScreeningResult screened, IReadOnlyList<Fact> facts) =>
    [
        .. screened.Findings.Where(finding => finding.Assertion is not (Assertion.RuledOut or Assertion.Boilerplate or Assertion.SomeoneElse))
            .DistinctBy(finding => finding.Indicator.Id).OrderBy(finding => finding.Start)
            .Select(finding => new WrittenQuestion(finding.Start, finding.End, finding.Indicator.Title, finding.Assertion is Assertion.Denied, AskOf(finding.Indicator.Id, facts))),
    ];

    private static string? AskOf(string indicator, IReadOnlyList<Fact> facts) =>
        new Func<Fact, IReadOnlyList<string>>[] { fact => fact.Signs, fact => fact.SignsBeside, fact => fact.RaisedBy }
            .SelectMany(signs => facts.Where(fact => fact.Ask is not null && signs(fact).Any(sign => sign == indicator || (sign.EndsWith(".*", StringComparison.Ordinal) && indicator.StartsWith(sign[..^1], StringComparison.Ordinal)))))
            .FirstOrDefault()?.Ask;
}
