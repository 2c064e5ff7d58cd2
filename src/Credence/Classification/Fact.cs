using Credence.Packs;
using Credence.Screening;

namespace Credence.Classification;

/// <summary>A fact that statutes may ask for: it stands between evidence and law.</summary>
public sealed record Fact
{
    /// <summary>The fact that there is commercial sex.</summary>
    public const string CommercialSex = "commercial-sex";

    /// <summary>The fact that somebody works or gives services.</summary>
    public const string Labor = "labor";

    /// <summary>The fact that the person in commercial sex is under 18.</summary>
    public const string Under18InCommercialSex = "under-18-commercial-sex";

    /// <summary>Identifier, such as documents-held.</summary>
    public required string Id { get; init; }

    /// <summary>Completes "The evidence says that …".</summary>
    public required string Title { get; init; }

    /// <summary>One gentle question, or null where nobody is to be asked.</summary>
    public string? Ask { get; init; }

    /// <summary>Where it is written that the fact matters.</summary>
    public required Citation Citation { get; init; }

    /// <summary>True if a weak sign supports it too.</summary>
    public bool WeakCounts { get; init; }

    /// <summary>True if the recorded ages of those at risk decide it.</summary>
    public bool IsUnder18 { get; init; }

    /// <summary>Fact in one sentence with which <see cref="SignsBeside"/> support this one, or null.</summary>
    public string? Beside { get; init; }

    /// <summary>Indicators that support it, by id or theme.*.</summary>
    public IReadOnlyList<string> Signs { get; init; } = [];

    /// <summary>Indicators that support it in one sentence with <see cref="Beside"/>.</summary>
    public IReadOnlyList<string> SignsBeside { get; init; } = [];

    /// <summary>Indicators that only raise it.</summary>
    public IReadOnlyList<string> RaisedBy { get; init; } = [];

    /// <summary>NIBRS codes under which the police themselves recorded it.</summary>
    public IReadOnlyList<string> Offenses { get; init; } = [];

    internal static string PurposeOf(ExploitationType type) => type == ExploitationType.Labor ? Labor : CommercialSex;
}
