using Credence.Incidents;
using Credence.Screening;

namespace Credence.Police.Incidents;

/// <summary>One file to be brought in.</summary>
/// <param name="Name">Its name without its folder.</param>
/// <param name="Fingerprint">SHA-256 of its bytes and of what decides how they are read, in hexadecimal.</param>
/// <param name="Open">Opens it from its beginning; each time it gives the same rows.</param>
public sealed record ImportFile(string Name, string Fingerprint, Func<IncidentSource> Open)
{
    /// <summary>Brings it in again although it was brought in before.</summary>
    public bool Again { get; init; }

    /// <summary>What was wrong in what was joined to it, such as a file of narratives; kept with its own problems.</summary>
    public IReadOnlyList<RowProblem> Beside { get; init; } = [];

    /// <summary>The first of the runs of one command, or 0: incidents that two files of a command hold are told of.</summary>
    public long FirstRun { get; init; }
}

/// <summary>How incidents are screened on their way in.</summary>
/// <param name="Screen">Screens one; called by several threads.</param>
/// <param name="Packs">The packs that screen, as id@version; kept with each incident.</param>
/// <param name="Offenses">The tables that know codes and words of offenses.</param>
/// <param name="Jobs">How many batches are read ahead and screened at a time.</param>
public sealed record ImportScreening(Func<Incident, ScreeningResult> Screen, IReadOnlyList<string> Packs, OffenseLookup Offenses, int Jobs);

/// <summary>How an import ended.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <summary>All rows of the file are in the record.</summary>
    public sealed record Done(ImportRun Run) : ImportOutcome;

    /// <summary>They were before; nothing was done.</summary>
    public sealed record DoneBefore(ImportRun Run) : ImportOutcome;

    /// <summary>It was asked to stop, after a whole batch; the same import goes on from there.</summary>
    public sealed record Stopped(ImportRun Run) : ImportOutcome;

    /// <summary>Another import into this record is under way.</summary>
    public sealed record Busy : ImportOutcome;

    /// <summary>The file has fewer rows than are in the record from it.</summary>
    public sealed record Shorter(ImportRun Run) : ImportOutcome;

    /// <summary>This role brings nothing in.</summary>
    public sealed record NotAllowed : ImportOutcome;
}
