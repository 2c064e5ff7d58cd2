using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Handovers;
using Credence.Care.Referrals;
using Credence.Care.Statements;
using Credence.Care.Storage;
using Credence.Care.Wishes;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.FollowUps;

/// <summary>What stands in the inbox until somebody says that it was seen to: calls to make, persons to ask, statements to answer. The person sees when it was.</summary>
public sealed class FollowUpDesk(RecordStore<CareContext> record)
{
    private const int MostOnPage = 200;

    private readonly ConsentBook _consents = new(record);
    private readonly ReferralBook _referrals = new(record);
    private readonly PoliceBook _police = new(record);

    /// <summary>Whom somebody has to call because a person stopped what they were told or asked, the longest waiting first.</summary>
    [Requires<CareAct>(CareAct.TakeIn)]
    public async Task<IReadOnlyList<CallToMake>> Calls(CareAccess access, CancellationToken cancellation)
    {
        if (!access.May(CareAct.TakeIn)) return [];
        await using var act = await record.Begin(access, cancellation);
        var call = $"{EnumWord.Of(FollowUpKind.Call)}/";
        var open = await ToCall(act.Rows, call).Select(row => new { Subject = row.Subject!.Value, row.Detail, row.At }).ToListAsync(cancellation);
        if (open.Count == 0) return [];
        var calls = new List<CallToMake>();
        foreach (var one in open.DistinctBy(one => (one.Subject, one.Detail)))
        {
            var (person, about) = (new PersonId(one.Subject), Guid.ParseExact(one.Detail[call.Length..], "N"));
            calls.Add(new CallToMake(person, about, DateTimeOffset.UnixEpoch.AddMicroseconds(one.At), await Name(act.Rows, person, about, cancellation)));
        }

        act.Note(new EventDraft(new EventKind("inbox.opened"), count: calls.Count));
        await act.Save(cancellation);
        return calls;
    }

    /// <summary>What persons let police be told and nobody has told yet, the longest waiting first; without what was taken back or has ended.</summary>
    [Requires<CareAct>(CareAct.KeepWishes)]
    public async Task<IReadOnlyList<TellingToMake>> Tellings(CareAccess access, CancellationToken cancellation)
    {
        if (!access.May(CareAct.KeepWishes)) return [];
        await using var act = await record.Begin(access, cancellation);
        var tell = $"{EnumWord.Of(FollowUpKind.Tell)}/";
        var open = await ToCall(act.Rows, tell).Select(row => new { Subject = row.Subject!.Value, row.Detail, row.At }).ToListAsync(cancellation);
        var tellings = new List<TellingToMake>();
        foreach (var of in open.GroupBy(one => one.Subject))
        {
            var may = (await _police.Of(act.Rows, new PersonId(of.Key), cancellation)).Where(one => one.Kinds.Count > 0).ToDictionary(one => FollowUpNotes.Detail(FollowUpKind.Tell, one.By.Id.Value));
            tellings.AddRange(of.DistinctBy(one => one.Detail).Where(one => may.ContainsKey(one.Detail))
                .Select(one => new TellingToMake(new PersonId(of.Key), DateTimeOffset.UnixEpoch.AddMicroseconds(one.At), may[one.Detail].By.To.Name, may[one.Detail].By.Ends)));
        }

        if (tellings.Count == 0) return [];
        act.Note(new EventDraft(new EventKind("inbox.opened"), count: tellings.Count));
        await act.Save(cancellation);
        return [.. tellings.OrderBy(one => one.Since)];
    }

    /// <summary>Persons who took back what had let somebody hand them over, and whom nobody has asked since whether help goes on, last first.</summary>
    [Requires<CareAct>(CareAct.TakeIn)]
    public async Task<IReadOnlyList<WithdrawnHandover>> Withdrawn(CareAccess access, CancellationToken cancellation)
    {
        var withdrawn = await new HandoverDesk(record).Withdrawn(access, cancellation);
        var settled = await Settled(access, FollowUpKind.Withdrawal, [.. withdrawn.Select(one => one.Person.Value)], cancellation);
        return [.. withdrawn.Where(one => !settled.ContainsKey(FollowUpNotes.Detail(FollowUpKind.Withdrawal, one.Handover.Value)))];
    }

    /// <summary>Statements that persons share and that nobody has seen to since they were shared, the longest waiting first; later ones follow as these are seen to.</summary>
    [Requires<CareAct>(CareAct.ReadStatement)]
    public async Task<IReadOnlyList<SharedStatement>> Statements(CareAccess access, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ReadStatement)) return [];
        await using var rows = record.Enter(access);
        var shared = await StatementDesk.AllShared(rows, cancellation);
        var persons = shared.Select(one => one.Person.Value).Distinct().ToList();
        var settled = await Settled(access, FollowUpKind.Statement, persons, cancellation);
        if (settled.Count == 0) return [.. shared.Take(MostOnPage)];
        var sharing = (await rows.Events.AsNoTracking().Where(row => row.Kind == "statement.shared" && row.Subject != null && persons.Contains(row.Subject.Value))
            .GroupBy(row => row.Detail).Select(same => new { same.Key, Last = same.Max(row => row.Sequence) }).ToListAsync(cancellation)).ToDictionary(one => one.Key, one => one.Last);
        return [.. shared.Where(one => !settled.TryGetValue(FollowUpNotes.Detail(FollowUpKind.Statement, one.Id.Value), out var at)
            || sharing.TryGetValue(one.Id.Value.ToString("N"), out var shownAt) && shownAt > at).Take(MostOnPage)];
    }

    /// <summary>Writes down that something was seen to: it waits no more. False if nothing such waits for the one who asks.</summary>
    [Requires<CareAct>(CareAct.TakeIn)]
    [Requires<CareAct>(CareAct.ReadStatement)]
    public async Task<bool> Settle(CareAccess access, FollowUpKind kind, PersonId person, Guid about, CancellationToken cancellation)
    {
        if (!access.May(kind is FollowUpKind.Statement ? CareAct.ReadStatement : CareAct.TakeIn)) return false;
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (!await IsThere(act.Rows, kind, person, about, cancellation)) return false;
        act.Note(new EventDraft(FollowUpNotes.Settled, person.Value, detail: FollowUpNotes.Detail(kind, about)));
        await act.Save(cancellation);
        return true;
    }

    internal static IQueryable<RecordedEvent> ToCall(CareContext rows, string call)
    {
        var settled = FollowUpNotes.Settled.Word;
        return rows.Events.AsNoTracking()
            .Where(row => row.Kind == FollowUpNotes.NeededWord && row.Subject != null && row.Detail.StartsWith(call)
                && !rows.Events.Any(done => done.Kind == settled && done.Subject == row.Subject && done.Detail == row.Detail && done.Sequence > row.Sequence))
            .OrderBy(row => row.Sequence);
    }

    private static Task<bool> IsThere(CareContext rows, FollowUpKind kind, PersonId person, Guid about, CancellationToken cancellation)
    {
        var (needed, detail) = (FollowUpNotes.Needed.Word, FollowUpNotes.Detail(kind, about));
        return kind switch
        {
            FollowUpKind.Call => rows.Events.AnyAsync(row => row.Kind == needed && row.Subject == person.Value && row.Detail == detail, cancellation),
            FollowUpKind.Withdrawal => rows.ReceivedHandovers.AnyAsync(row => row.Person == person && row.Id == new Credence.Referrals.HandoverId(about) && row.WithdrawnAt != null, cancellation),
            // What was told is written down where it is told.
            FollowUpKind.Tell => Task.FromResult(false),
            _ => rows.Statements.AnyAsync(row => row.Person == person && row.Id == new StatementId(about), cancellation),
        };
    }

    // The last place in the log at which each was seen to.
    private async Task<Dictionary<string, long>> Settled(CareAccess access, FollowUpKind kind, IReadOnlyList<Guid> persons, CancellationToken cancellation)
    {
        if (persons.Count == 0) return [];
        var (settled, of) = (FollowUpNotes.Settled.Word, $"{EnumWord.Of(kind)}/");
        await using var rows = record.Enter(access);
        return (await rows.Events.AsNoTracking().Where(row => row.Kind == settled && row.Subject != null && persons.Contains(row.Subject.Value) && row.Detail.StartsWith(of))
            .GroupBy(row => row.Detail).Select(same => new { same.Key, Last = same.Max(row => row.Sequence) }).ToListAsync(cancellation)).ToDictionary(one => one.Key, one => one.Last);
    }

    private async Task<string?> Name(CareContext rows, PersonId person, Guid about, CancellationToken cancellation)
    {
        if (await rows.Referrals.AsNoTracking().SingleOrDefaultAsync(row => row.Person == person && row.Id == new Credence.Referrals.ReferralId(about), cancellation) is { } referral)
            return (await _referrals.Open(referral, cancellation))?.To.Name;
        if (await rows.Consents.AsNoTracking().SingleOrDefaultAsync(row => row.Person == person && row.Id == new ConsentId(about), cancellation) is { } consent)
            return (await _consents.Open(rows, consent, cancellation))?.To.Name;
        if (await rows.ReceivedHandovers.AsNoTracking().Where(row => row.Person == person && row.Consent == new ConsentId(about)).OrderBy(row => row.ReceivedAt).FirstOrDefaultAsync(cancellation) is not { } handover)
            return null;
        using var key = await record.Vault.Find(person.Value, cancellation);
        return handover.Read(await ShortNames.Of(rows, handover.Organization, cancellation), key)?.From.Value;
    }
}
