using System.Text;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Approaches;

/// <summary>
/// Where it is decided whether anybody is contacted about an old incident. Without an advocate's agreement and then a supervisor's, both standing and
/// not expired, the answer is no contact. The advocate's side of it is <see cref="ApproachSheetDesk"/>.
/// </summary>
public sealed class ApproachDesk(RecordStore<PoliceContext> record)
{
    private const int MostLetters = 4_000;
    private const int MostShown = 200;

    /// <summary>The longest that an agreement may hold: places and dangers change.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    /// <summary>How long a no holds: nobody asks one advocate after the other.</summary>
    public static readonly TimeSpan RestAfterNo = TimeSpan.FromDays(180);

    /// <summary>Whether anybody may be contacted about an incident at this moment.</summary>
    [Requires<PoliceAct>(PoliceAct.AskApproach)]
    public async Task<ContactAnswer> MayContact(PoliceAccess access, IncidentId incident, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AskApproach)) return new ContactAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        if (!await act.Rows.Incidents.AnyAsync(row => row.Id == incident, cancellation)) return new ContactAnswer.NotFound();
        var now = record.Clock.GetUtcNow();
        var allowed = await act.Rows.Approaches.AsNoTracking().SingleOrDefaultAsync(
            row => row.Incident == incident && row.State == ApproachState.Allowed && row.ExpiresAt > now, cancellation);
        if (allowed is null) return new ContactAnswer.NoContact("An advocate and a supervisor decide first, both of them, whether and how anybody approaches the person.");
        using var key = await record.Vault.Find(incident.Value, cancellation);
        if (ApproachJson.Read(key?.TryOpen(allowed.Answer, allowed.AnswerPlace)) is not { Agrees: true } answer)
            return new ContactAnswer.NoContact("What the advocate answered cannot be read any more: ask again.");
        act.Note(OpenedEvent(incident, allowed.Id));
        await act.Save(cancellation);
        return new ContactAnswer.Allowed(allowed.Id, allowed.Way, allowed.By, answer.Conditions, allowed.ExpiresAt!.Value);
    }

    private static EventDraft OpenedEvent(IncidentId incident, ApproachId approach) => new(new EventKind("approach.opened"), incident.Value, detail: $"{approach.Value:N}");

    /// <summary>The advocates who may be asked.</summary>
    [Requires<PoliceAct>(PoliceAct.AskApproach)]
    public async Task<IReadOnlyList<AskedAdvocate>> Advocates(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AskApproach)) return [];
        await using var rows = record.Enter(access);
        return await rows.Accounts.AsNoTracking().Where(row => row.Role == nameof(PoliceRole.Advocate) && row.ClosedAt == null)
            .OrderBy(row => row.Handle).Select(row => new AskedAdvocate(row.Id, row.Handle)).ToListAsync(cancellation);
    }

    /// <summary>Every question that was asked about an incident, newest first.</summary>
    [Requires<PoliceAct>(PoliceAct.AskApproach)]
    public async Task<IReadOnlyList<ApproachLine>> Of(PoliceAccess access, IncidentId incident, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AskApproach)) return [];
        await using var rows = record.Enter(access);
        return await rows.Approaches.AsNoTracking().Where(row => row.Incident == incident).OrderByDescending(row => row.AskedAt).ThenBy(row => row.Id)
            .Lines(rows).ToListAsync(cancellation);
    }

    /// <summary>Every question of the agency that waits, or by which somebody may be contacted now, oldest first.</summary>
    [Requires<PoliceAct>(PoliceAct.AskApproach)]
    public async Task<IReadOnlyList<ApproachLine>> Standing(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AskApproach)) return [];
        var now = record.Clock.GetUtcNow();
        await using var rows = record.Enter(access);
        return await rows.Approaches.AsNoTracking()
            .Where(row => row.State == ApproachState.AwaitsAdvocate || row.State == ApproachState.AwaitsSupervisor || (row.State == ApproachState.Allowed && row.ExpiresAt > now))
            .OrderBy(row => row.AskedAt).ThenBy(row => row.Id).Take(MostShown).Lines(rows).ToListAsync(cancellation);
    }

    /// <summary>Opens a question with its sheet and what the advocate answered; null if it does not exist for the one who asks.</summary>
    [Requires<PoliceAct>(PoliceAct.AskApproach)]
    public async Task<OpenedApproach?> Open(PoliceAccess access, ApproachId approach, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AskApproach)) return null;
        await using var act = await record.Begin(access, cancellation);
        if (await act.Rows.Approaches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == approach, cancellation) is not { } found) return null;
        using var key = await record.Vault.Find(found.Incident.Value, cancellation);
        var line = await act.Rows.Approaches.AsNoTracking().Where(row => row.Id == approach).Lines(act.Rows).SingleAsync(cancellation);
        act.Note(OpenedEvent(found.Incident, approach));
        await act.Save(cancellation);
        var sheet = key?.TryOpen(found.Sheet, found.SheetPlace);
        return new OpenedApproach(line, sheet is null ? null : Encoding.UTF8.GetString(sheet), ApproachJson.Read(key?.TryOpen(found.Answer, found.AnswerPlace)));
    }

    /// <summary>Puts a question before an advocate.</summary>
    [Requires<PoliceAct>(PoliceAct.AskApproach)]
    public async Task<ApproachAnswer> Ask(PoliceAccess access, IncidentId incident, ApproachPlan plan, AccountId advocate, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AskApproach)) return new ApproachAnswer.NotFound();
        if (Problem(plan) is { } problem) return new ApproachAnswer.Refused(problem);
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        using var key = await record.Vault.Find(incident.Value, cancellation);
        if (key is null || !await act.Rows.Incidents.AnyAsync(row => row.Id == incident, cancellation)) return new ApproachAnswer.NotFound();
        if (!await act.Rows.Accounts.AnyAsync(row => row.Id == advocate && row.Role == nameof(PoliceRole.Advocate) && row.ClosedAt == null, cancellation))
            return new ApproachAnswer.Refused("Found no open account of an advocate, expected one.");
        if (await WhyNotNow(act.Rows, incident, cancellation) is { } because) return new ApproachAnswer.Refused(because);
        var row = Row(access, incident, plan, advocate, []);
        row = Row(access, incident, plan, advocate, key.Seal(Encoding.UTF8.GetBytes(plan.Sheet.Trim()), row.SheetPlace), row.Id);
        act.Rows.Approaches.Add(row);
        act.Note(new EventDraft(new EventKind("approach.asked"), incident.Value, detail: $"{row.Id.Value:N}/{plan.Way}/{plan.By}"));
        await act.Save(cancellation);
        return new ApproachAnswer.Done(row.Id, row.State);
    }

    /// <summary>Allows what an advocate agreed to, until a day, or refuses it. A supervisor who asked does not decide.</summary>
    [Requires<PoliceAct>(PoliceAct.DecideApproach)]
    public async Task<ApproachAnswer> Decide(PoliceAccess access, ApproachId approach, bool allows, DateTimeOffset until, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.DecideApproach)) return new ApproachAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        if (await Find(act, approach, cancellation) is not { } found) return new ApproachAnswer.NotFound();
        if (found.State is not ApproachState.AwaitsSupervisor && (allows || found.State is not ApproachState.AwaitsAdvocate)) return new ApproachAnswer.NotInThisState(found.State);
        if (found.AskedBy == access.Account || found.Advocate == access.Account) return new ApproachAnswer.NeedsAnotherPerson();
        var now = record.Clock.GetUtcNow();
        if (allows && (until <= now || until > now + Longest)) return new ApproachAnswer.Refused($"Found another day, expected one within {Longest.Days} days from now.");
        (found.DecidedBy, found.DecidedAt, found.State, found.ExpiresAt) = (access.Account, now, allows ? ApproachState.Allowed : ApproachState.NotAllowed, allows ? until : null);
        return await Save(act, found, allows ? "approach.allowed" : "approach.refused", "", cancellation);
    }

    /// <summary>Takes a question or an allowance back; one of the persons alone is enough, because the other way would be contact against a doubt.</summary>
    [Requires<PoliceAct>(PoliceAct.AskApproach)]
    public async Task<ApproachAnswer> TakeBack(PoliceAccess access, ApproachId approach, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AskApproach)) return new ApproachAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        if (await Find(act, approach, cancellation) is not { } found) return new ApproachAnswer.NotFound();
        if (found.State is not (ApproachState.AwaitsAdvocate or ApproachState.AwaitsSupervisor or ApproachState.Allowed)) return new ApproachAnswer.NotInThisState(found.State);
        (found.State, found.EndedAt) = (ApproachState.TakenBack, record.Clock.GetUtcNow());
        return await Save(act, found, "approach.taken-back", "", cancellation);
    }

    /// <summary>Says what came of an approach that was allowed. Another needs another question.</summary>
    [Requires<PoliceAct>(PoliceAct.AskApproach)]
    public async Task<ApproachAnswer> Report(PoliceAccess access, ApproachId approach, ApproachOutcome outcome, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AskApproach)) return new ApproachAnswer.NotFound();
        if (!Enum.IsDefined(outcome)) return new ApproachAnswer.Refused("Found nothing that came of it, expected one of the list.");
        await using var act = await record.Begin(access, cancellation);
        if (await Find(act, approach, cancellation) is not { } found) return new ApproachAnswer.NotFound();
        if (found.State is not ApproachState.Allowed) return new ApproachAnswer.NotInThisState(found.State);
        (found.State, found.Outcome, found.EndedAt) = (ApproachState.Made, outcome, record.Clock.GetUtcNow());
        return await Save(act, found, "approach.made", $"/{outcome}", cancellation);
    }

    internal static async Task<ApproachAnswer> Save(Act<PoliceContext> act, RecordedApproach approach, string kind, string detail, CancellationToken cancellation)
    {
        act.Note(new EventDraft(new EventKind(kind), approach.Incident.Value, detail: $"{approach.Id.Value:N}{detail}"));
        await act.Save(cancellation);
        return new ApproachAnswer.Done(approach.Id, approach.State);
    }

    private static async Task<RecordedApproach?> Find(Act<PoliceContext> act, ApproachId approach, CancellationToken cancellation)
    {
        await act.TakeTurn(cancellation);
        return await act.Rows.Approaches.SingleOrDefaultAsync(row => row.Id == approach, cancellation);
    }

    private static string? Problem(ApproachPlan plan) =>
        !Enum.IsDefined(plan.Way) || !Enum.IsDefined(plan.By) ? "Found another way, expected one of the list: never unannounced, never with a warrant or a status check."
        : string.IsNullOrWhiteSpace(plan.Sheet) || plan.Sheet.Length > MostLetters ? $"Found {plan.Sheet.Length} letters for the advocate, expected 1 to {MostLetters}: what she or he needs to know, without a name."
        : null;

    private async Task<string?> WhyNotNow(PoliceContext rows, IncidentId incident, CancellationToken cancellation)
    {
        var (now, rest) = (record.Clock.GetUtcNow(), record.Clock.GetUtcNow() - RestAfterNo);
        var before = rows.Approaches.Where(row => row.Incident == incident);
        var stands = await before.AnyAsync(row => row.State == ApproachState.AwaitsAdvocate || row.State == ApproachState.AwaitsSupervisor
            || (row.State == ApproachState.Allowed && row.ExpiresAt > now), cancellation);
        return stands ? "Found a question that stands already, expected none: wait for it, or take it back." : await before.AnyAsync(row => (row.State == ApproachState.NotAllowed && (row.DecidedAt ?? row.AnsweredAt) > rest)
            || (row.Outcome == ApproachOutcome.WantsNoContact && row.EndedAt > rest), cancellation)
            ? $"Found a no that is not {RestAfterNo.Days} days old, expected that it holds: nobody is asked one after the other."
            : null;
    }

    private RecordedApproach Row(PoliceAccess access, IncidentId incident, ApproachPlan plan, AccountId advocate, byte[] sheet, ApproachId? id = null) => new()
    {
        Id = id ?? new ApproachId(Guid.CreateVersion7(record.Clock.GetUtcNow())), Organization = access.Organization, Incident = incident, Way = plan.Way, By = plan.By,
        AskedBy = access.Account, AskedAt = record.Clock.GetUtcNow(), Advocate = advocate, State = ApproachState.AwaitsAdvocate, Sheet = sheet,
    };
}
