using Credence.Review;

namespace Credence.Cli.Review;

/// <summary>How a review was set up: <c>review.json</c>. It names the files of the incidents and holds none of their words.</summary>
internal sealed record ReviewRecord
{
    public required string Credence { get; init; }

    public required string Purpose { get; init; }

    public required IReadOnlyList<string> Readers { get; init; }

    public required double DoubleShare { get; init; }

    public required ulong Seed { get; init; }

    public required double Recall { get; init; }

    public required double Confidence { get; init; }

    public required IReadOnlyList<ReviewInput> Inputs { get; init; }

    public required IReadOnlyList<string> Map { get; init; }

    /// <summary>The results of credence screen that the order begins with, if any.</summary>
    public required ReviewInput? Screened { get; init; }

    public required int Incidents { get; init; }

    public required int RowsWithoutNumber { get; init; }

    public ReviewPlan ToPlan() => new()
    {
        Readers = Readers,
        DoubleShare = DoubleShare,
        Seed = Seed,
        Rule = new StopRule(Recall, Confidence),
    };
}

/// <summary>A file that a review depends on, known by its bytes.</summary>
internal sealed record ReviewInput(string Path, string Sha256);
