using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Training;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Training;

/// <summary>Practice that is due again: proposed by the program, asked for by a supervisor.</summary>
public sealed partial class TrainingDesk
{
    /// <summary>What is proposed to be asked for, first due first; it is asked of nobody yet.</summary>
    /// <param name="access">Who asks.</param>
    /// <param name="scenarios">The scenarios that there are, in their order.</param>
    /// <param name="cancellation">Ends the wait for the database.</param>
    [Requires<PoliceAct>(PoliceAct.AssignPractice)]
    public async Task<IReadOnlyList<ProposedRefresher>> Refreshers(PoliceAccess access, IReadOnlyList<string> scenarios, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AssignPractice)) return [];
        await using var rows = record.Enter(access);
        return await Proposed(rows, scenarios, cancellation);
    }

    /// <summary>Asks for what was chosen of that, all of it or nothing; what is not proposed any more, such as what somebody did meanwhile, is left out.</summary>
    [Requires<PoliceAct>(PoliceAct.AssignPractice)]
    public async Task<PracticeAnswer> AssignRefreshers(
        PoliceAccess access, IReadOnlyList<string> scenarios, IReadOnlyCollection<(AccountId Officer, string What)> chosen, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AssignPractice)) return new PracticeAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        var asked = (await Proposed(act.Rows, scenarios, cancellation)).Where(one => chosen.Contains((one.Officer, one.What))).ToList();
        if (asked.Count == 0) return new PracticeAnswer.Refused("Found nothing chosen that is due again, expected one at least.");
        foreach (var one in asked) await Ask(act, access, one.Officer, one.What, one.By, cancellation);
        await act.Save(cancellation);
        return new PracticeAnswer.Asked(asked.Count);
    }

    private async Task<IReadOnlyList<ProposedRefresher>> Proposed(PoliceContext rows, IReadOnlyList<string> scenarios, CancellationToken cancellation)
    {
        var unit = (await rows.Accounts.AsNoTracking().Where(row => row.ClosedAt == null && Practicing.Contains(row.Role)).ToListAsync(cancellation)).ToDictionary(row => row.Id.Value, row => row.Handle);
        var done = await Kept(rows).OrderBy(row => row.FinishedAt).ThenBy(row => row.Name).ToListAsync(cancellation);
        var of = done.ToLookup(row => row.Officer);
        var open = (await rows.PracticeAssignments.AsNoTracking().ToListAsync(cancellation)).Where(row => !Line(row, [.. of[row.Officer]]).IsDone)
            .Select(row => (row.Officer.Value, row.What)).ToHashSet();
        return
        [
            .. Refresher.Propose(unit.Keys, done.Select(Result), scenarios, open, Today)
                .Select(one => new ProposedRefresher(new AccountId(one.Person), unit[one.Person], one.What, one.DueAgain, one.By))
                .OrderBy(one => one.DueAgain).ThenBy(one => one.Handle, StringComparer.Ordinal).ThenBy(one => one.What, StringComparer.Ordinal),
        ];
    }
}
