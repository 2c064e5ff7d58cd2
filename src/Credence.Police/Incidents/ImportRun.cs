using Credence.Record.Access;

namespace Credence.Police.Incidents;

/// <summary>How an import stands.</summary>
public enum ImportState
{
    /// <summary>Running, or stopped in the middle: the same command goes on.</summary>
    Open,
    Done,
}

/// <summary>One file brought into the record. Its progress is written with the incidents themselves, so that a killed import goes on where it was.</summary>
public sealed class ImportRun : ICaseRow
{
    public long Id { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>The file's name without its folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file with its column mapping, in hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public ImportState State { get; set; }

    /// <summary>Rows of the file that are in the record.</summary>
    public long Rows { get; set; }

    public long Added { get; set; }

    public long Changed { get; set; }

    public long Unchanged { get; set; }

    public long Problems { get; set; }
}

/// <summary>Something wrong in one row: where, found and expected, never content.</summary>
public sealed class ImportProblem : ICaseRow
{
    public long Id { get; init; }

    public required OrganizationId Organization { get; init; }

    public required long Run { get; init; }

    public required long Row { get; init; }

    public required string Column { get; init; }

    public required string Found { get; init; }

    public required string Expected { get; init; }
}
