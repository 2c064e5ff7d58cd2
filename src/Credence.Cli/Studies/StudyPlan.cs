namespace Credence.Cli.Studies;

/// <summary><c>study.json</c>: what a study was set up with. Nothing of it changes later, so that a killed run goes on with the same study.</summary>
internal sealed record StudyPlan
{
    public required string Credence { get; init; }

    public required string Purpose { get; init; }

    /// <summary>What every page says first, such as that everything is invented; or null.</summary>
    public string? Notice { get; init; }

    /// <summary>The sites in the order given, which is the order of every table.</summary>
    public required IReadOnlyList<StudySite> Sites { get; init; }

    /// <summary>About how many incidents of each site are read.</summary>
    public required int Sample { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Counts below this are withheld.</summary>
    public required int K { get; init; }

    public required IReadOnlyList<string> Map { get; init; }

    public required string Languages { get; init; }

    public required IReadOnlyList<string> Packs { get; init; }

    /// <summary>Where the agency's own packs lie; null if there are none.</summary>
    public string? PackFolder { get; init; }
}

/// <summary>A site and its files, known again by their bytes.</summary>
/// <param name="Name">The name by which the report calls it.</param>
/// <param name="Files">Its files.</param>
internal sealed record StudySite(string Name, IReadOnlyList<StudyFile> Files)
{
    /// <summary>How many files only.</summary>
    public override string ToString() => $"StudySite({Files.Count} files)";
}

/// <summary>A file of a site.</summary>
internal sealed record StudyFile(string Path, string Sha256);
