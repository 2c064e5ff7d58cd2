using Credence.Packs;

namespace Credence.Incidents.Nibrs;

/// <summary>One edit of the FBI as a pack states it: what must not be, with the error number it gives.</summary>
public sealed record NibrsRule
{
    /// <summary>The FBI's error or warning number, such as 404.</summary>
    public required string Error { get; init; }

    /// <summary>The segment level it is of.</summary>
    public required int Segment { get; init; }

    /// <summary>The data element, as the error data set writes it; of a rule with several fields, that of the field.</summary>
    public required string Element { get; init; }

    /// <summary>What is wrong, in our words.</summary>
    public required string Says { get; init; }

    /// <summary>Where it is written.</summary>
    public required Citation Citation { get; init; }

    /// <summary>How it differs from what one might read elsewhere, or null.</summary>
    public string? Note { get; init; }

    /// <summary>What it needs besides the file, in words; null for nothing.</summary>
    public string? Needs { get; init; }

    /// <summary>The first month of submission it holds for, such as 201701; 0 for any.</summary>
    public int From { get; init; }

    /// <summary>The last month of submission it holds for.</summary>
    public int Until { get; init; } = int.MaxValue;

    /// <summary>True if the FBI reports it of the incident as a whole.</summary>
    public bool IsWhole { get; init; }

    /// <summary>True if the record is taken all the same: a data quality check.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The segment action types it is asked of.</summary>
    public string Actions { get; init; } = "IAMW";

    /// <summary>What the program looks for while it reads, or null for a rule that a condition states.</summary>
    public string? Check { get; init; }

    /// <summary>The condition that must not hold, as written; null where <see cref="Check"/> says it.</summary>
    public string? If { get; init; }

    /// <summary>File it stands in.</summary>
    public required string File { get; init; }

    /// <summary>Line it begins at.</summary>
    public required int Line { get; init; }

    internal NibrsCondition? Condition { get; init; }

    /// <summary>True if a submission of that month is held to it; one without a month is held to what holds today.</summary>
    public bool HoldsIn(int submission) => submission == 0 ? Until == int.MaxValue : submission >= From && submission <= Until;
}
