using Credence.Classification;
using Credence.Incidents;
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
    private const string OtherPerson = "Found somebody whom the record does not have, expected a person of this incident, or none for the incident as a whole.";

    private static readonly EventKind Opened = new("determinations.opened");

    // As long as a session lasts without a press: whoever looked before that has no page open any more.
    private static readonly TimeSpan ShortWhile = TimeSpan.FromMinutes(30);

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
        var handles = await Handles(act.Rows, all.Select(row => row.By), cancellation);
        var others = await Others(act.Rows, access, incident, cancellation);
        act.Note(new EventDraft(Opened, incident.Value));
        known.NoteTied(act);
        await act.Save(cancellation);
        var opened = all.ConvertAll(row => Determination.Of(row, handles.GetValueOrDefault(row.By), key is null ? null : DeterminationContent.Open(key, row)));
        var now = opened.DistinctBy(one => (one.Kind, one.Person)).ToList();
        return new CaseDeterminations(packs.Classifier.Classify(known.Evidence), now, [.. opened.Except(now)]) { Number = known.Screened[0].Incident.Number, Persons = PersonsOf(known), Others = others };
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
        if (form.Person.Length > 0 && PersonsOf(known).All(person => person.Name != form.Person)) return new DeterminationAnswer.Refused(OtherPerson);
        using var key = await record.Vault.Find(incident.Value, cancellation);
        if (key is null) return new DeterminationAnswer.NotFound();
        var latest = await act.Rows.Determinations.AsNoTracking().Where(row => row.Incident == incident && row.Kind == form.Kind && row.Person == form.Person)
            .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellation);
        if (latest is not null && latest.Number != decision.BasedOn)
        {
            var other = Determination.Of(latest, (await Handles(act.Rows, [latest.By], cancellation)).GetValueOrDefault(latest.By), DeterminationContent.Open(key, latest));
            return latest.By == access.Account && form.IsSaidBy(other, decision) ? new DeterminationAnswer.Decided(other) : new DeterminationAnswer.Conflict(other);
        }

        if (latest is null && decision.BasedOn != 0) return new DeterminationAnswer.Refused("Found a determination to follow that there is not, expected 0 for the first.");
        var proposed = packs.Classifier.Classify(known.Evidence.And(CaseEvidence.Of(packs.FactsOf(decision.Known, "decider"))));
        if ((form.Problem ?? form.Against(proposed).Refusal) is { } refusal) return new DeterminationAnswer.Refused(refusal);
        var (row, content) = Row(access, incident, decision, form, proposed, (latest?.Number ?? 0) + 1, key);
        act.Rows.Determinations.Add(row);
        known.NoteTied(act);
        act.Note(new EventDraft(form.Event, incident.Value, detail: Detail(row)));
        await act.Save(cancellation);
        return new DeterminationAnswer.Decided(Determination.Of(row, (await Handles(act.Rows, [row.By], cancellation)).GetValueOrDefault(row.By), content));
    }

    private static IReadOnlyList<NamedPerson> PersonsOf(CaseRead known) => NamedPerson.Of(known.Screened[0].Incident.Persons);

    private static Task<Dictionary<AccountId, string>> Handles(PoliceContext rows, IEnumerable<AccountId> accounts, CancellationToken cancellation)
    {
        var wanted = accounts.Distinct().ToList();
        return rows.Accounts.Where(row => wanted.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Handle, cancellation);
    }

    private async Task<IReadOnlyList<OtherReader>> Others(PoliceContext rows, PoliceAccess access, IncidentId incident, CancellationToken cancellation)
    {
        var (since, opened) = (Microseconds.Of(record.Clock.GetUtcNow() - ShortWhile), Opened.Word);
        var looked = await rows.Events.AsNoTracking().Where(row => row.Subject == incident.Value && row.Kind == opened && row.At >= since && row.Account != access.Account)
            .Select(row => new { row.Account, row.At }).ToListAsync(cancellation);
        var handles = await Handles(rows, looked.Select(one => one.Account), cancellation);
        return [.. from one in looked
                   where handles.ContainsKey(one.Account)
                   group one.At by handles[one.Account] into times
                   orderby times.Key
                   select new OtherReader(times.Key, Microseconds.Time(times.Max()))];
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
