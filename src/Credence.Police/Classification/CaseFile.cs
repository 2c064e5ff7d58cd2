using Credence.Classification;
using Credence.Incidents;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Police.Protection;
using Credence.Police.Storage;
using Credence.Record.Events;
using Credence.Record.Storage;
using Credence.Screening;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Classification;

/// <summary>A case as it was read from the record: its evidence, its incident with what was found in it now, and the encounters tied to it.</summary>
internal sealed record CaseRead(CaseEvidence Evidence, IReadOnlyList<(Incident Incident, ScreeningResult Result)> Screened, IReadOnlyList<EncounterId> Tied)
{
    /// <summary>Notes in the log of each encounter that its answers were read here.</summary>
    public void NoteTied(Act act)
    {
        foreach (var encounter in Tied) act.Note(new EventDraft(new EventKind("encounter.taken-as-evidence"), encounter.Value));
    }

    public override string ToString() => $"CaseRead({Evidence})";
}

/// <summary>Reads the evidence of a case for those who have the right to it: an incident with the encounters tied to it, or one encounter.</summary>
internal sealed class CaseFile(RecordStore<PoliceContext> record, CasePacks packs)
{
    /// <summary>An incident; null if it does not exist for the one who asks, or its content is gone.</summary>
    public async Task<CaseRead?> Read(PoliceContext rows, IncidentId id, CancellationToken cancellation)
    {
        if (await rows.Incidents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } found) return null;
        using var key = await record.Vault.Find(id.Value, cancellation);
        if (key is null) return null;
        var parts = await rows.SourceRows.AsNoTracking().Where(row => row.Incident == found.Row).ToListAsync(cancellation);
        if (IncidentVersions.Open(id, parts, key)?.Now is not { } incident) return null;
        var result = packs.Screener.Screen(incident);
        var evidence = CaseEvidence.Of(incident, result);
        var tied = new List<EncounterId>();
        foreach (var encounter in await EncounterTies.To(rows, found.Id).OrderBy(row => row.ReceivedAt).Select(row => row.Id).ToListAsync(cancellation))
        {
            if (await Read(rows, encounter, cancellation) is not { } answered) continue;
            evidence = evidence.And(answered.Evidence);
            tied.Add(encounter);
        }

        return new CaseRead(evidence, [(incident, result)], tied);
    }

    /// <summary>
    /// An encounter; null if it does not exist, or its content is gone. While two contents of one revision stand side by side, both are
    /// evidence: what one of them says of danger is not lost because the other came last.
    /// </summary>
    public async Task<CaseRead?> Read(PoliceContext rows, EncounterId id, CancellationToken cancellation)
    {
        if (await rows.Encounters.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } found) return null;
        using var key = await record.Vault.Find(id.Value, cancellation);
        if (key is null) return null;
        var revisions = await rows.EncounterRevisions.AsNoTracking()
            .Where(row => row.Encounter == id && (row.Revision == found.Revision || (found.IsDisputed && row.Version > 0)))
            .OrderBy(row => row.Id).ToListAsync(cancellation);
        var opened = revisions.ConvertAll(key.Open);
        return opened.Contains(null)
            ? null
            : new CaseRead(opened.Aggregate(CaseEvidence.None, (all, one) => all.And(packs.EvidenceOf(one!.Content))), [], []);
    }

    /// <summary>What an arrest review is about.</summary>
    public Task<CaseRead?> Read(PoliceContext rows, RecordedArrestReview review, CancellationToken cancellation) =>
        review.Incident is { } incident ? Read(rows, incident, cancellation) : Read(rows, review.Encounter!.Value, cancellation);
}
