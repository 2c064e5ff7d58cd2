using Credence.Statistics;

namespace Credence.Interviews;

/// <summary>How far two coders agree, code by code, on the transcripts that both have done blind.</summary>
/// <param name="One">The one.</param>
/// <param name="Other">The other.</param>
/// <param name="Kind">What passages are.</param>
public sealed record AgreementReport(Coder One, Coder Other, PassageKind Kind)
{
    /// <summary>With fewer transcripts than these, whole transcripts are too few to draw from, and paragraphs are drawn.</summary>
    public const int EnoughTranscripts = 10;

    private const int Replicates = 1000;

    /// <summary>Transcripts that both have done.</summary>
    public required int Transcripts { get; init; }

    /// <summary>Transcripts that both are to code and one or both have not done.</summary>
    public required int Open { get; init; }

    /// <summary>Passages in those that both have done.</summary>
    public required int Passages { get; init; }

    /// <summary>What the interval over characters draws: transcripts, or paragraphs where there are few.</summary>
    public required string Blocks { get; init; }

    /// <summary>Each code that either has used, and the codes above it, in the order of the codebook.</summary>
    public required IReadOnlyList<CodeAgreement> Codes { get; init; }

    /// <summary>One report for each two coders who are to code a transcript together.</summary>
    /// <param name="project">The project.</param>
    /// <param name="kind">What passages are.</param>
    /// <param name="seed">Where the draws of the intervals begin.</param>
    public static IReadOnlyList<AgreementReport> Of(InterviewProject project, PassageKind kind, ulong seed)
    {
        var together = project.Assignments.Where(assignment => !assignment.HasSeen).GroupBy(assignment => assignment.Transcript).Select(group => group.Select(one => one.Coder).ToHashSet()).ToList();
        return [.. from one in project.Coders.Select((coder, place) => (coder, place))
                   from other in project.Coders.Skip(one.place + 1)
                   where together.Exists(coders => coders.Contains(one.coder.Id) && coders.Contains(other.Id))
                   select Of(project, one.coder, other, kind, new Bootstrap(seed, Replicates),
                       together.Count(coders => coders.Contains(one.coder.Id) && coders.Contains(other.Id)))];
    }

    private static AgreementReport Of(InterviewProject project, Coder one, Coder other, PassageKind kind, Bootstrap bootstrap, int assigned)
    {
        var doubly = new DoubleCoding(project, one.Id, other.Id, kind);
        var used = doubly.Used.ToHashSet();
        var branches = project.Codebook.Codes.Select(code => (code, Branch: project.Codebook.Branch(code.Id).Select(below => below.Id).ToHashSet()));
        return new AgreementReport(one, other, kind)
        {
            Transcripts = doubly.Transcripts,
            Open = assigned - doubly.Transcripts,
            Passages = doubly.PassageCount,
            Blocks = doubly.DrawsTranscripts ? "transcripts" : "paragraphs",
            Codes = [.. branches.Where(pair => pair.Branch.Overlaps(used)).Select(pair => CodeAgreement.Of(pair.code, doubly, pair.Branch, bootstrap))],
        };
    }
}
