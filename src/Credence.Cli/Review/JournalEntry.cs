using System.Text.Json.Serialization;
using Credence.Incidents;
using Credence.Review;
using Credence.Screening;

namespace Credence.Cli.Review;

/// <summary>A line of <c>readings.ndjson</c>: a reading, an adjudication, or an audit sample that was drawn.</summary>
internal sealed record JournalEntry
{
    public required int Entry { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Kind { get; init; }

    public string? Incident { get; init; }

    public string? Reader { get; init; }

    public VictimAnswer? Victim { get; init; }

    public ExploitationType? Type { get; init; }

    public IReadOnlyList<Element>? Elements { get; init; }

    public string? Affected { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<JournalStratum>? Strata { get; init; }

    public int? FoundBefore { get; init; }

    /// <summary>SHA-256 of the line before, or of review.json for the first: a line cannot be changed or taken out unseen.</summary>
    public required string Previous { get; init; }

    [JsonIgnore]
    public bool IsReading => Kind is Kinds.Reading or Kinds.Adjudication;

    public Reading ToReading() => new(new IncidentNumber(Incident!), Reader!, Victim!.Value, Type!.Value)
    {
        Elements = Elements ?? [],
        Affected = Affected ?? "",
        Note = Note ?? "",
        IsAdjudication = Kind == Kinds.Adjudication,
    };

    public AuditSample ToSample() => new(
        [.. Strata!.Select(s => new AuditStratum(s.Group, s.Size, [.. s.Drawn.Select(number => new IncidentNumber(number))]))]);

    /// <summary>Incident and kind only.</summary>
    public override string ToString() => $"JournalEntry({Entry}, {Kind})";

    public static class Kinds
    {
        public const string Reading = "reading";
        public const string Adjudication = "adjudication";
        public const string Audit = "audit";
    }
}

/// <summary>A group of an audit sample as written.</summary>
internal sealed record JournalStratum(string Group, int Size, IReadOnlyList<string> Drawn);
