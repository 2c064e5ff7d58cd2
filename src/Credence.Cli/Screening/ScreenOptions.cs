using Credence.Incidents;

namespace Credence.Cli.Screening;

/// <summary>What a person asked of <c>credence screen</c>.</summary>
internal sealed record ScreenOptions
{
    public const string NoPurpose = "not stated";

    /// <summary>What a run without a purpose says, to whoever runs it and to whoever reads its report.</summary>
    public const string NoPurposeSentence = "No purpose was stated for this run: --purpose TEXT writes into every output why it was made.";

    public required IReadOnlyList<string> Files { get; init; }

    public string Out { get; init; } = "screened";

    public ColumnMap Map { get; init; } = ColumnMap.Empty;

    public string MapText { get; init; } = "";

    public string Purpose { get; init; } = NoPurpose;

    public string Languages { get; init; } = "auto";

    /// <summary>File of narratives for the incidents of NIBRS files, or null.</summary>
    public string? Narratives { get; init; }

    /// <summary>Leaves narratives out of the report.</summary>
    public bool Redact { get; init; }

    /// <summary>What the report says first and on every printed page, such as that everything is invented; or null.</summary>
    public string? Notice { get; init; }

    public int Jobs { get; init; } = 1;

    public bool Resume { get; init; }

    public bool Force { get; init; }

    /// <summary>How often a place to go on from is written.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>What must be the same for a run to go on, in words for a sentence.</summary>
    public Dictionary<string, string> Settings(IReadOnlyList<string> packs) => new()
    {
        ["version"] = ScreenRecord.Version,
        ["purpose"] = Purpose,
        ["column map"] = MapText,
        ["languages"] = Languages,
        ["narratives"] = Narratives ?? "",
        ["redact"] = Redact ? "yes" : "no",
        ["notice"] = Notice ?? "",
        ["packs"] = string.Join(", ", packs),
        ["files"] = string.Join(", ", Files),
    };
}
