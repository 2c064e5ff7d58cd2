namespace Credence.Packs;

/// <summary>Data with a version and citations: what an agency may change without a programmer.</summary>
public sealed record Pack
{
    /// <summary>Identifier, such as indicators-en.</summary>
    public required string Id { get; init; }

    /// <summary>indicators, context, offenses, signals, languages, casebook.</summary>
    public required string Kind { get; init; }

    /// <summary>ISO 639-1 code, or null where language does not matter.</summary>
    public string? Language { get; init; }

    /// <summary>Version; ends in +local and a fingerprint where an agency laid files over the pack.</summary>
    public required string Version { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Licence.</summary>
    public required string License { get; init; }

    /// <summary>What the reader of the pack must know, or null.</summary>
    public string? Notes { get; init; }

    /// <summary>Works cited, by key.</summary>
    public required IReadOnlyDictionary<string, PackSource> Sources { get; init; }

    /// <summary>Word groups, by name.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>pack.yaml first, then the other files by path.</summary>
    public required IReadOnlyList<PackDocument> Documents { get; init; }

    /// <summary>id@version: what a result stores.</summary>
    public string Stamp => $"{Id}@{Version}";
}
