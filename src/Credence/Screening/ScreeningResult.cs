namespace Credence.Screening;

/// <summary>What a screener found in one incident, with the versions of the packs that found it.</summary>
public sealed record ScreeningResult
{
    /// <summary>What the words and codes suggest.</summary>
    public required Level Level { get; init; }

    /// <summary>Sex, labor, both or none, by the findings that count.</summary>
    public required ExploitationType Type { get; init; }

    /// <summary>Whether the words or the record say that the person at risk is under 18.</summary>
    public required MinorStatus Minor { get; init; }

    /// <summary>Orders incidents within a level; larger means read sooner. No probability.</summary>
    public required double Score { get; init; }

    /// <summary>The words' reason, and behind it what the codes say: plain sentences that name indicators, never the narrative's own words.</summary>
    public string Reason => CodesSay is null ? WordsSay : $"{WordsSay} {CodesSay}";

    /// <summary>Why the words give what they give, in one sentence.</summary>
    public required string WordsSay { get; init; }

    /// <summary>What the codes alone say, in one sentence; null if nothing.</summary>
    public string? CodesSay { get; init; }

    /// <summary>Id of the clause of <see cref="LevelRule"/> that held for the words, or null if none did.</summary>
    public required string? Clause { get; init; }

    /// <summary>The findings that the clause stands on, each where it weighs most; empty if no clause held.</summary>
    public IReadOnlyList<Finding> Deciding { get; init; } = [];

    /// <summary>What was found in the narrative, in order of position.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What the codes alone say.</summary>
    public required IReadOnlyList<Signal> Signals { get; init; }

    /// <summary>True if an offense code of the record, or its words, says human trafficking: then it is not missed.</summary>
    public required bool IsRecordedAsTrafficking { get; init; }

    /// <summary>False if there was no narrative, or none in a language that the packs cover: then nothing found says nothing.</summary>
    public bool WasRead { get; init; } = true;

    /// <summary>The packs used, as id@version.</summary>
    public required IReadOnlyList<string> Packs { get; init; }
}

/// <summary>What kind of exploitation the findings speak of.</summary>
public enum ExploitationType
{
    /// <summary>No finding counts.</summary>
    None,

    /// <summary>Commercial sex.</summary>
    Sex,

    /// <summary>Labor or services.</summary>
    Labor,

    /// <summary>Both kinds.</summary>
    Both,
}

/// <summary>Whether the person at risk is under 18.</summary>
public enum MinorStatus
{
    /// <summary>Nothing says.</summary>
    Unknown,

    /// <summary>The words or the record say so.</summary>
    Yes,

    /// <summary>The words or the record say the person is an adult.</summary>
    No,
}
