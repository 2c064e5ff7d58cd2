using System.Text;
using System.Text.Json;
using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Approaches;

/// <summary>
/// The advocate's desk on the police record. No case exists for this role; here, and nowhere else, an advocate sees the sheets that were put
/// before her or him. Nothing of a provider's comes here but a yes or a no, and no reason is asked.
/// </summary>
public sealed class ApproachSheetDesk(RecordStore<PoliceContext> record)
{
    private const int MostLetters = 120;

    /// <summary>What was put before one and waits, or holds, oldest first; that it was read is written down.</summary>
    [Requires<PoliceAct>(PoliceAct.AnswerApproach)]
    public async Task<IReadOnlyList<ApproachSheet>> Mine(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AnswerApproach)) return [];
        await using var act = await Begin(access, cancellation);
        var open = await Own(act.Rows, access).AsNoTracking()
            .Where(row => row.State == ApproachState.AwaitsAdvocate || row.State == ApproachState.AwaitsSupervisor || row.State == ApproachState.Allowed)
            .OrderBy(row => row.AskedAt).ThenBy(row => row.Id).ToListAsync(cancellation);
        if (open.Count == 0) return [];
        using var keys = await record.Vault.Find([.. open.Select(row => row.Incident.Value).Distinct()], cancellation);
        var sheets = new List<ApproachSheet>(open.Count);
        foreach (var row in open)
        {
            if (keys[row.Incident.Value]?.TryOpen(row.Sheet, row.SheetPlace) is not { } sheet) continue;
            sheets.Add(new ApproachSheet(row.Id, row.Way, row.By, row.AskedAt, row.State, Encoding.UTF8.GetString(sheet)));
            act.Note(new EventDraft(new EventKind("approach.read"), row.Incident.Value, detail: $"{row.Id.Value:N}"));
        }

        if (sheets.Count > 0) await act.Save(cancellation);
        return sheets;
    }

    /// <summary>Answers what was put before one: whether anybody may be approached so, and what has to be seen to before.</summary>
    [Requires<PoliceAct>(PoliceAct.AnswerApproach)]
    public async Task<ApproachAnswer> Answer(PoliceAccess access, ApproachId approach, AdvocateAnswer answer, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AnswerApproach)) return new ApproachAnswer.NotFound();
        if (string.IsNullOrWhiteSpace(answer.For) || answer.For.Length > MostLetters) return new ApproachAnswer.Refused($"Found no organization, expected its name, at most {MostLetters} letters.");
        if (!answer.Conditions.All(Enum.IsDefined)) return new ApproachAnswer.Refused("Found another condition, expected some of the list.");
        await using var act = await Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await Own(act.Rows, access).SingleOrDefaultAsync(row => row.Id == approach, cancellation) is not { } found) return new ApproachAnswer.NotFound();
        if (found.State is not ApproachState.AwaitsAdvocate) return new ApproachAnswer.NotInThisState(found.State);
        if (found.AskedBy == access.Account) return new ApproachAnswer.NeedsAnotherPerson();
        using var key = await record.Vault.Find(found.Incident.Value, cancellation);
        if (key is null) return new ApproachAnswer.NotFound();
        var kept = answer with { For = answer.For.Trim(), Conditions = [.. answer.Conditions.Distinct().Order()] };
        found.Answer = key.Seal(JsonSerializer.SerializeToUtf8Bytes(kept, ApproachJson.Compact.AdvocateAnswer), found.AnswerPlace);
        (found.AnsweredAt, found.State) = (record.Clock.GetUtcNow(), answer.Agrees ? ApproachState.AwaitsSupervisor : ApproachState.NotAllowed);
        return await ApproachDesk.Save(act, found, answer.Agrees ? "approach.agreed" : "approach.not-agreed", "", cancellation);
    }

    /// <summary>Takes an agreement back at once; no reason is asked.</summary>
    [Requires<PoliceAct>(PoliceAct.AnswerApproach)]
    public async Task<ApproachAnswer> Withdraw(PoliceAccess access, ApproachId approach, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AnswerApproach)) return new ApproachAnswer.NotFound();
        await using var act = await Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await Own(act.Rows, access).SingleOrDefaultAsync(row => row.Id == approach, cancellation) is not { } found) return new ApproachAnswer.NotFound();
        if (found.State is not (ApproachState.AwaitsSupervisor or ApproachState.Allowed)) return new ApproachAnswer.NotInThisState(found.State);
        (found.State, found.EndedAt) = (ApproachState.TakenBack, record.Clock.GetUtcNow());
        return await ApproachDesk.Save(act, found, "approach.withdrawn", "", cancellation);
    }

    // The rows of a case, for the sheets of one advocate only: every query here goes by Own.
    private Task<Act<PoliceContext>> Begin(PoliceAccess access, CancellationToken cancellation) =>
        record.Begin(access, access.Scope with { SeesCases = true }, cancellation);

    private static IQueryable<RecordedApproach> Own(PoliceContext rows, PoliceAccess access) => rows.Approaches.Where(row => row.Advocate == access.Account);
}
