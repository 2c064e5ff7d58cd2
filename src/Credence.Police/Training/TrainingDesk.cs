using System.Text.RegularExpressions;
using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Training;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Training;

/// <summary>
/// Practice on the police record. Everybody sees her or his own results; a supervisor sees who has done what and when, never how
/// somebody did: whoever fears for a mark plays to please and learns nothing, and a practice answer is no evidence against an officer.
/// </summary>
public sealed partial class TrainingDesk(RecordStore<PoliceContext> record)
{
    private const int MostShown = 200;
    private const int MostOf = 100;

    private static readonly string[] Practicing = [.. Enum.GetValues<PoliceRole>().Where(role => role.May(PoliceAct.Practice)).Select(role => role.ToString())];

    /// <summary>Keeps that one finished something. Sent again it changes nothing.</summary>
    /// <param name="access">Who asks.</param>
    /// <param name="name">What the page or the phone calls it.</param>
    /// <param name="what">The scenario, or sorting.</param>
    /// <param name="right">How many choices served, or reports were sorted as by the key.</param>
    /// <param name="of">Of how many.</param>
    /// <param name="cancellation">Ends the wait for the database.</param>
    [Requires<PoliceAct>(PoliceAct.Practice)]
    public async Task<PracticeAnswer> Finish(PoliceAccess access, MadeByClient name, string what, int right, int of, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.Practice)) return new PracticeAnswer.NotFound();
        if (!IsName(what)) return new PracticeAnswer.Refused("Found no scenario, expected the short name of one.");
        if (of is < 1 or > MostOf || right < 0 || right > of) return new PracticeAnswer.Refused($"Found numbers that no practice has, expected so many of at most {MostOf}.");
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.Practices.AnyAsync(row => row.Officer == access.Account && row.Name == name.Value, cancellation)) return new PracticeAnswer.Kept();
        act.Rows.Practices.Add(new RecordedPractice
        {
            Id = Guid.NewGuid(), Organization = access.Organization, Officer = access.Account, Name = name.Value, What = what, FinishedAt = record.Clock.GetUtcNow(), Right = right, Of = of,
        });
        act.Note(new EventDraft(new EventKind("practice.finished"), access.Account.Value, detail: what));
        await act.Save(cancellation);
        return new PracticeAnswer.Kept();
    }

    /// <summary>One's own practice: results, what is asked, and when a scenario is due again.</summary>
    [Requires<PoliceAct>(PoliceAct.Practice)]
    public async Task<OwnPractice?> Own(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.Practice)) return null;
        await using var rows = record.Enter(access);
        var done = await Kept(rows).Where(row => row.Officer == access.Account).OrderByDescending(row => row.FinishedAt).ThenBy(row => row.Name)
            .Take(MostShown).ToListAsync(cancellation);
        var assigned = await rows.PracticeAssignments.AsNoTracking().Where(row => row.Officer == access.Account).OrderBy(row => row.Due).ThenBy(row => row.What).ToListAsync(cancellation);
        return new OwnPractice(
            [.. done.Select(row => new PracticeLine(row.What, Day(row.FinishedAt), row.Right, row.Of))], [.. assigned.Select(row => Line(row, done))], DueAgain(LastScenario(done)));
    }

    /// <summary>Asks somebody to practice something by a day; asked again, the day is another.</summary>
    [Requires<PoliceAct>(PoliceAct.AssignPractice)]
    public async Task<PracticeAnswer> Assign(PoliceAccess access, AccountId officer, string what, DateOnly due, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AssignPractice)) return new PracticeAnswer.NotFound();
        if (!IsName(what)) return new PracticeAnswer.Refused("Found no scenario, expected the short name of one.");
        if (due < Today) return new PracticeAnswer.Refused("Found a day that has gone by, expected today or a later one.");
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (!await act.Rows.Accounts.AnyAsync(row => row.Id == officer && row.ClosedAt == null && Practicing.Contains(row.Role), cancellation)) return new PracticeAnswer.NotFound();
        await Ask(act, access, officer, what, due, cancellation);
        await act.Save(cancellation);
        return new PracticeAnswer.Kept();
    }

    /// <summary>Asks for it no longer, such as after a day that was typed wrongly; what was done stays done. Where nothing was asked, nothing changes.</summary>
    [Requires<PoliceAct>(PoliceAct.AssignPractice)]
    public async Task<PracticeAnswer> Withdraw(PoliceAccess access, AccountId officer, string what, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AssignPractice)) return new PracticeAnswer.NotFound();
        if (!IsName(what)) return new PracticeAnswer.Refused("Found no scenario, expected the short name of one.");
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (!await act.Rows.Accounts.AnyAsync(row => row.Id == officer, cancellation)) return new PracticeAnswer.NotFound();
        if (await act.Rows.PracticeAssignments.SingleOrDefaultAsync(row => row.Officer == officer && row.What == what, cancellation) is not { } asked) return new PracticeAnswer.Kept();
        act.Rows.PracticeAssignments.Remove(asked);
        act.Note(new EventDraft(new EventKind("practice.withdrawn"), officer.Value, detail: what));
        await act.Save(cancellation);
        return new PracticeAnswer.Kept();
    }

    /// <summary>Who of the organization has done what and when; of nobody how it went.</summary>
    [Requires<PoliceAct>(PoliceAct.AssignPractice)]
    public async Task<IReadOnlyList<TeamPractice>> Team(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AssignPractice)) return [];
        await using var rows = record.Enter(access);
        var accounts = await rows.Accounts.AsNoTracking().Where(row => row.ClosedAt == null && Practicing.Contains(row.Role)).OrderBy(row => row.Handle).ToListAsync(cancellation);
        var done = (await Kept(rows).ToListAsync(cancellation)).ToLookup(row => row.Officer);
        var assigned = (await rows.PracticeAssignments.AsNoTracking().OrderBy(row => row.Due).ThenBy(row => row.What).ToListAsync(cancellation)).ToLookup(row => row.Officer);
        return [.. accounts.Select(account => Of(account, [.. done[account.Id]], assigned[account.Id]))];
    }

    /// <summary>Coverage, before and after, and what is left at six months; few persons make no figure.</summary>
    [Requires<PoliceAct>(PoliceAct.AssignPractice)]
    public async Task<TrainingMeasures?> Measures(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.AssignPractice)) return null;
        await using var rows = record.Enter(access);
        var unit = await rows.Accounts.AsNoTracking().Where(row => row.ClosedAt == null && Practicing.Contains(row.Role)).Select(row => row.Id).ToListAsync(cancellation);
        var done = await Kept(rows).OrderBy(row => row.FinishedAt).ThenBy(row => row.Name).ToListAsync(cancellation);
        return TrainingMeasures.Of([.. unit.Select(id => id.Value)], done.Select(Result), Today);
    }

    private async Task Ask(Act<PoliceContext> act, PoliceAccess access, AccountId officer, string what, DateOnly due, CancellationToken cancellation)
    {
        if (await act.Rows.PracticeAssignments.SingleOrDefaultAsync(row => row.Officer == officer && row.What == what, cancellation) is { } known)
            (known.Due, known.AssignedBy, known.AssignedAt) = (due, access.Account, record.Clock.GetUtcNow());
        else
            act.Rows.PracticeAssignments.Add(new PracticeAssignment
            {
                Organization = access.Organization, Officer = officer, What = what, Due = due, AssignedBy = access.Account, AssignedAt = record.Clock.GetUtcNow(),
            });
        act.Note(new EventDraft(new EventKind("practice.assigned"), officer.Value, detail: what));
    }

    private static IQueryable<RecordedPractice> Kept(PoliceContext rows) => rows.Practices.AsNoTracking().Where(row => row.Content == ContentState.Kept);

    private static PracticeResult Result(RecordedPractice row) => new(row.Officer.Value, row.What, Day(row.FinishedAt), row.Right, row.Of);

    private DateOnly Today => Day(record.Clock.GetUtcNow());

    private static TeamPractice Of(Account account, List<RecordedPractice> done, IEnumerable<PracticeAssignment> assigned)
    {
        var last = LastScenario(done);
        return new TeamPractice(account.Id, account.Handle, last, DueAgain(last), [.. assigned.Select(row => Line(row, done))]);
    }

    private static AssignedLine Line(PracticeAssignment row, List<RecordedPractice> done) =>
        new(row.What, row.Due, done.Exists(one => one.What == row.What && one.FinishedAt >= row.AssignedAt));

    private static DateOnly? LastScenario(List<RecordedPractice> done) =>
        done.Where(row => row.What != PracticeResult.Sorting).Select(row => (DateOnly?)Day(row.FinishedAt)).Max();

    private static DateOnly? DueAgain(DateOnly? last) => last is { } day ? TrainingMeasures.DueAgain(day) : null;

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static bool IsName(string what) => Name().IsMatch(what);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+){0,9}\z")]
    private static partial Regex Name();
}
