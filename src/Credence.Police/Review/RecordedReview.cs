using System.Globalization;
using Credence.Record.Access;
using Credence.Review;

namespace Credence.Police.Review;

/// <summary>A reading project over incidents of one agency: which, by whom, and with which promise it stops.</summary>
public sealed class RecordedReview : ICaseRow
{
    public required ReviewId Id { get; init; }

    public required OrganizationId Organization { get; init; }

    public required string Name { get; init; }

    /// <summary>The filter that chose its incidents, as codes.</summary>
    public required string Filter { get; init; }

    /// <summary>Incidents in it; the list does not change.</summary>
    public required int Incidents { get; init; }

    /// <summary>Where its draws begin. Readers do not see it: it tells which incidents two of them read.</summary>
    public required long Seed { get; init; }

    public required double DoubleShare { get; init; }

    public required double Recall { get; init; }

    public required double Confidence { get; init; }

    /// <summary>Incidents of the audit sample, or 0 if it is decided when reading stops.</summary>
    public required int AuditSize { get; init; }

    public required AccountId BegunBy { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The plan as the rules of reviewing know it, readers by the ids of their accounts.</summary>
    public ReviewPlan ToPlan(IEnumerable<AccountId> readers) => new()
    {
        Readers = [.. readers.Select(ReviewNames.Of)],
        DoubleShare = DoubleShare,
        Seed = unchecked((ulong)Seed),
        Rule = new StopRule(Recall, Confidence),
    };

    public override string ToString() => $"RecordedReview({Id.Value:N})";
}

/// <summary>An account that reads in a review.</summary>
public sealed class RecordedReader : ICaseRow
{
    public required ReviewId Review { get; init; }

    public required AccountId Reader { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>Place in the plan.</summary>
    public required int Place { get; init; }
}

/// <summary>An incident of a review.</summary>
public sealed class ReviewedIncident : ICaseRow
{
    public required ReviewId Review { get; init; }

    /// <summary>Its place in the review, in the order in which incidents came into the record.</summary>
    public required int Place { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>Its row in the table of incidents.</summary>
    public required long Incident { get; init; }

    /// <summary>Its place in the order before anything is learned.</summary>
    public required int FirstRank { get; init; }
}

/// <summary>That one reader has one incident to read, until a time: nobody else is given it meanwhile, unless two are to read it.</summary>
public sealed class ReadingTurn : ICaseRow
{
    public required ReviewId Review { get; init; }

    public required int Place { get; init; }

    public required AccountId Reader { get; init; }

    public required OrganizationId Organization { get; init; }

    public required DateTimeOffset EndsAt { get; set; }

    /// <summary>True if the reader will not read it, such as because she or he knows somebody in it.</summary>
    public bool IsPutBack { get; set; }
}

/// <summary>One reading, or a decision between readings. It is added and never changed.</summary>
public sealed class RecordedReading : ICaseRow
{
    public long Row { get; init; }

    public required ReadingId Id { get; init; }

    public required ReviewId Review { get; init; }

    public required OrganizationId Organization { get; init; }

    public required int Place { get; init; }

    public required AccountId Reader { get; init; }

    public required DateTimeOffset At { get; init; }

    public required VictimAnswer Victim { get; init; }

    public required Credence.Screening.ExploitationType Type { get; init; }

    /// <summary>Elements seen, one space between.</summary>
    public required string Elements { get; init; }

    /// <summary>Who is affected and what the reader notes, sealed under the incident's key; null if nothing was written.</summary>
    public required byte[]? Words { get; init; }

    public required bool IsAdjudication { get; init; }

    /// <summary>The reader's own reading whose place it takes, or null.</summary>
    public required ReadingId? Replaces { get; init; }

    public override string ToString() => $"RecordedReading({Id.Value:N})";
}

/// <summary>One part of an audit sample.</summary>
public sealed class RecordedAuditStratum : ICaseRow
{
    public long Row { get; init; }

    public required ReviewId Review { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>Which audit of the review, from 1.</summary>
    public required int Audit { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int FoundBefore { get; init; }

    public required string Group { get; init; }

    public required int Size { get; init; }

    /// <summary>Places of the incidents drawn, in the order of drawing, one space between.</summary>
    public required string Drawn { get; init; }

    /// <summary>Places of the incidents drawn.</summary>
    public IEnumerable<int> Places() => Drawn.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(place => int.Parse(place, CultureInfo.InvariantCulture));
}
