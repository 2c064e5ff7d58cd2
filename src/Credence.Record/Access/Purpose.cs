using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Credence.Record.Access;

/// <summary>Why somebody opens or exports: from a closed list, so that no log carries anybody's words.</summary>
public enum PurposeKind
{
    /// <summary>Reading what past reports may have missed.</summary>
    Review,

    /// <summary>Work on this case.</summary>
    Casework,

    /// <summary>Help for the person: needs, safety, services.</summary>
    Help,

    /// <summary>The person asked.</summary>
    RequestOfThePerson,

    /// <summary>Judging how the record is used.</summary>
    Audit,

    /// <summary>Counting under an approved protocol.</summary>
    Research,

    /// <summary>What a statute or a court demands.</summary>
    LegalDuty,

    /// <summary>Keeping the system running; it opens no case.</summary>
    Maintenance,

    /// <summary>Practice with invented calls and reports.</summary>
    Training,
}

/// <summary>A purpose, with the number of the protocol, order or ticket it rests on.</summary>
public sealed partial record Purpose
{
    private Purpose(PurposeKind kind, string? reference) => (Kind, Reference) = (kind, reference);

    public PurposeKind Kind { get; }

    /// <summary>A short number such as IRB-2031-14, or null.</summary>
    public string? Reference { get; }

    public static Purpose Of(PurposeKind kind) => new(kind, null);

    /// <summary>Takes a reference only if it has the form of a number: a sentence there would be somebody's story in a log.</summary>
    public static bool TryOf(PurposeKind kind, string reference, [NotNullWhen(true)] out Purpose? purpose)
    {
        purpose = Number().IsMatch(reference) ? new Purpose(kind, reference) : null;
        return purpose is not null;
    }

    [GeneratedRegex(@"\A(?=.*\d)[A-Za-z0-9][A-Za-z0-9./_-]{0,39}\z")]
    private static partial Regex Number();
}
