using Credence.Classification;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Classification;

/// <summary>
/// Where a person determines what an incident is: who may be a victim, under which code it is counted, what somebody is charged with. The packs
/// propose; every determination stays; two at once are told of each other.
/// </summary>
public sealed class DeterminationDesk(RecordStore<PoliceContext> record, CasePacks packs)
{
    private static readonly EventKind Opened = new("determinations.opened");

    private readonly CaseFile _cases = new(record, packs);

    /// <summary>What is proposed and what was determined; null if the incident does not exist for the one who asks, or its content is erased.</summary>
    [Requires<PoliceAct>(PoliceAct.Determine)]
    public async Task<CaseDeterminations?> Open(PoliceAccess access, IncidentId incident, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.Determine)) return null;
        await using var act = await record.Begin(access, cancellation);
        if (await _cases.Read(act.Rows, incident, cancellation) is not { } known) return null;
        using var key = await record.Vault.Find(incident.Value, cancellation);
        var all = await act.Rows.Determinations.AsNoTracking().Where(row => row.Incident == incident).OrderByDescending(row => row.Id).ToListAsync(cancellation);
        act.Note(new EventDraft(Opened, incident.Value));
        known.NoteTied(act);
        await act.Save(cancellation);
        var opened = all.ConvertAll(row => Determination.Of(row, key is null ? null : DeterminationContent.Open(key, row)));
        var now = opened.DistinctBy(one => (one.Kind, one.Person)).ToList();
        return new CaseDeterminations(packs.Classifier.Classify(known.Evidence), now, [.. opened.Except(now)]);
    }

    /// <summary>Determines victim status by a definition.</summary>
    [Requires<PoliceAct>(PoliceAct.Determine)]
    public Task<DeterminationAnswer> DecideVictim(PoliceAccess access, IncidentId incident, VictimDecision decision, CancellationToken cancellation) =>
        Decide(access, incident, decision, new DeterminationRules(packs).Of(decision), cancellation);

    /// <summary>Determines the codes under which the incident is counted. Unknown means or an unknown age is never 40A.</summary>
    [Requires<PoliceAct>(PoliceAct.Determine)]
    public Task<DeterminationAnswer> DecideOffense(PoliceAccess access, IncidentId incident, OffenseDecision decision, CancellationToken cancellation) =>
        Decide(access, incident, decision, new DeterminationRules(packs).Of(decision), cancellation);

    /// <summary>Determines what somebody is charged with.</summary>
    [Requires<PoliceAct>(PoliceAct.Determine)]
    public Task<DeterminationAnswer> DecideCharge(PoliceAccess access, IncidentId incident, ChargeDecision decision, CancellationToken cancellation) =>
        Decide(access, incident, decision, new DeterminationRules(packs).Of(decision), cancellation);

    private async Task<DeterminationAnswer> Decide(PoliceAccess access, IncidentId incident, Decision decision, DecisionForm form, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.Determine)) return new DeterminationAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await _cases.Read(act.Rows, incident, cancellation) is not { } known) return new DeterminationAnswer.NotFound();
        using var key = await record.Vault.Find(incident.Value, cancellation);
        if (key is null) return new DeterminationAnswer.NotFound();
        var latest = await act.Rows.Determinations.AsNoTracking().Where(row => row.Incident == incident && row.Kind == form.Kind && row.Person == form.Person)
            .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellation);
        if (latest is not null && latest.Number != decision.BasedOn)
            return new DeterminationAnswer.Conflict(Determination.Of(latest, DeterminationContent.Open(key, latest)));
        if (latest is null && decision.BasedOn != 0) return new DeterminationAnswer.Refused("Found a determination to follow that there is not, expected 0 for the first.");
        var proposed = packs.Classifier.Classify(known.Evidence.And(CaseEvidence.Of(packs.FactsOf(decision.Known, "decider"))));
        if ((form.Problem ?? form.Against(proposed).Refusal) is { } refusal) return new DeterminationAnswer.Refused(refusal);
        var (row, content) = Row(access, incident, decision, form, proposed, (latest?.Number ?? 0) + 1, key);
        act.Rows.Determinations.Add(row);
        known.NoteTied(act);
        act.Note(new EventDraft(form.Event, incident.Value, detail: Detail(row)));
        await act.Save(cancellation);
        return new DeterminationAnswer.Decided(Determination.Of(row, content));
    }

    private static string Detail(RecordedDetermination row) =>
        $"{row.Codes.Replace(' ', ',')}{(row.Definition is { } definition ? $"/{definition}" : "")}{(row.IsAgainstProposal ? "/against-proposal" : "")}";

    private (RecordedDetermination Row, DeterminationContent Content) Row(
        PoliceAccess access, IncidentId incident, Decision decision, DecisionForm form, ClassificationResult proposed, int number, ContentKey key)
    {
        var (_, isAgainst, sentence) = form.Against(proposed);
        var content = new DeterminationContent(decision.Why.Trim(), decision.Known, sentence, proposed.Packs);
        RecordedDetermination With(byte[] bytes) => new()
        {
            Incident = incident, Organization = access.Organization, Kind = form.Kind, Person = form.Person, Number = number, Codes = string.Join(' ', form.Codes),
            Definition = form.Definition, IsAgainstProposal = isAgainst, By = access.Account, Role = access.RoleName, At = record.Clock.GetUtcNow(), Content = bytes,
        };
        return (With(key.Seal(content.ToBytes(), With([]).Place)), content);
    }
}
