using Credence.Evaluation.Measures;
using Credence.Incidents;
using Credence.Police.Measures;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Screening;

namespace Credence.Police.Incidents;

/// <summary>A changed incident, screened and sealed: what is to be written of it.</summary>
internal sealed record SealedChange(IncidentChange Change, object?[] Columns, IReadOnlyList<(byte[] Fingerprint, byte[] Content)> NewRows, long[] Tokens)
{
    public override string ToString() => $"SealedChange({Change.Id})";

    /// <summary>Screens the rows as one incident, unless it is one row, which was screened when it was read; seals what anybody wrote.</summary>
    /// <param name="change">The change.</param>
    /// <param name="kept">What rows of the record say that hold on, in their order.</param>
    /// <param name="key">The incident's key.</param>
    /// <param name="making">What all changes of an import have in common.</param>
    /// <param name="problems">Hears what is wrong.</param>
    public static SealedChange Of(IncidentChange change, IReadOnlyList<Incident> kept, ContentKey key, SealedChangeMaking making, List<RowProblem> problems)
    {
        var incident = IncidentUnion.Of([.. kept, .. change.Added.Select(row => row.Incident)]);
        var (result, tokens) = kept.Count == 0 && change.Added is [var only] ? (only.Result, only.Tokens) : making.Preparation.Read(incident, 0, problems);
        var findings = key.Seal(ScreenedContent.Of(result).ToBytes(), IncidentPlaces.Findings(change.Id));
        return new SealedChange(
            change,
            Values(incident, result, findings, change.Rows, making),
            change.Added.ConvertAll(row => (row.Fingerprint, key.Seal(row.Content, IncidentPlaces.Row(change.Id, row.Fingerprint)))),
            tokens);
    }

    // In the order of ImportTables.Changing.
    private static object?[] Values(Incident incident, ScreeningResult result, byte[] findings, int rows, SealedChangeMaking making) =>
    [
        incident.Date, IncidentCodes.Offenses(incident, making.Offenses), IncidentCodes.Location(incident), IncidentCodes.Persons(incident),
        (int)result.Level, (int)result.Type, (int)result.Minor, result.Clause,
        result.Score, result.Level >= Level.PossibleIndication && !result.IsRecordedAsTrafficking, result.IsRecordedAsTrafficking,
        making.PackSet, findings, rows,
        making.Run, IncidentFacets.Of(MeasureRow.Of("", incident, result.Level, result.Type, making.Offenses), incident.Date), Microseconds.Of(making.Clock.GetUtcNow()),
    ];

    public object?[] NewIncident(long place, OrganizationId organization) =>
        [place, Change.Id.Value, organization.Value, Change.Key.Number, Change.Key.Agency, Columns[^1], (int)ContentState.Kept, .. Columns];

    public object?[] ChangedIncident(long place) => [place, .. Columns];
}

/// <summary>What all changes of an import have in common.</summary>
internal sealed record SealedChangeMaking(RowPreparation Preparation, OffenseLookup Offenses, int PackSet, long Run, TimeProvider Clock);
