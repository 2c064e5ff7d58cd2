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

    /// <summary>Rows of the file that were taken, those that could not be imported among them.</summary>
    public long Rows { get; set; }

    /// <summary>Incidents that were not in the record.</summary>
    public long Added { get; set; }

    /// <summary>Incidents that were, and say something else now.</summary>
    public long Changed { get; set; }

    /// <summary>Incidents that were, and came as they are.</summary>
    public long Unchanged { get; set; }

    public long Problems { get; set; }

    public override string ToString() => $"ImportRun({Id}, {State})";

    /// <summary>How it stands so much later; this one is left as it is until that is written.</summary>
    internal ImportRun After(long rows, long added, long changed, long unchanged, long problems)
    {
        var after = (ImportRun)MemberwiseClone();
        (after.Rows, after.Added, after.Changed) = (Rows + rows, Added + added, Changed + changed);
        (after.Unchanged, after.Problems) = (Unchanged + unchanged, Problems + problems);
        return after;
    }

    internal void Take(ImportRun after)
    {
        (Rows, Added, Changed, Unchanged, Problems) = (after.Rows, after.Added, after.Changed, after.Unchanged, after.Problems);
        (State, EndedAt) = (after.State, after.EndedAt);
    }
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
