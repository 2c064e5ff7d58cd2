using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Handovers;

/// <summary>Where handovers wait until somebody takes them: seen without a name, opened, taken, and tied to the file of a person who is known already.</summary>
public sealed class InboxDesk(RecordStore<CareContext> record)
{
    // The log says who took what and when, and no other row does.
    private static readonly EventKind Taken = new("handover.taken");
    private static readonly EventKind Tied = new("handover.tied");

    private readonly ConsentBook _book = new(record);

    /// <summary>Handovers that nobody has taken, oldest first, withdrawn ones too; the log says how many were shown.</summary>
    [Requires<CareAct>(CareAct.TakeIn)]
    public async Task<IReadOnlyList<HandoverLine>> Waiting(CareAccess access, int most, CancellationToken cancellation)
    {
        if (!access.May(CareAct.TakeIn)) return [];
        await using var act = await record.Begin(access, cancellation);
        var word = Taken.Word;
        var rows = await act.Rows.ReceivedHandovers.AsNoTracking()
            .Where(row => !act.Rows.Events.Any(one => one.Kind == word && one.Subject == (Guid?)(object)row.Id && one.Detail == ""))
            .OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id).Take(Math.Clamp(most, 1, 200)).ToListAsync(cancellation);
        if (rows.Count == 0) return [];
        var own = await ShortNames.Of(act.Rows, access.Organization, cancellation);
        using var keys = await record.Vault.Find([.. rows.Select(row => row.Person.Value).Distinct()], cancellation);
        act.Note(new EventDraft(new EventKind("inbox.opened"), count: rows.Count));
        await act.Save(cancellation);
        var providers = (await act.Rows.Partners.AsNoTracking().Where(row => row.Side == Side.Care && row.RemovedAt == null).Select(row => row.Name).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        return [.. rows.Select(row => (Row: row, Read: row.Read(own, keys[row.Person.Value])))
            .Select(one => Line(one.Row, one.Read, null) with { IsFromPolice = !providers.Contains(one.Read?.From.Value ?? "") })];
    }

    /// <summary>Opens one as it came; null if it does not exist for the one who asks.</summary>
    [Requires<CareAct>(CareAct.TakeIn)]
    public async Task<OpenedHandover?> Open(CareAccess access, HandoverId handover, CancellationToken cancellation)
    {
        if (!access.May(CareAct.TakeIn)) return null;
        await using var act = await record.Begin(access, cancellation);
        if (await act.Rows.ReceivedHandovers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == handover, cancellation) is not { } row) return null;
        var own = await ShortNames.Of(act.Rows, access.Organization, cancellation);
        using var key = await record.Vault.Find(row.Person.Value, cancellation);
        var read = row.Read(own, key);
        var back = read is null ? Direction.CareToPolice : await HandoverDesk.Back(act.Rows, read, cancellation);
        var mayTell = read is not null && await _book.MayTell(
            act.Rows, row.Person, read.From, back, Credence.Consents.Purpose.Referral, [InformationKind.ReferralState], cancellation) is Permission.Permitted;
        var from = read is null ? null : (await PartnerNames.Of(act.Rows, cancellation)).Of(read.From);
        var line = Line(row, read, await TakenAt(act.Rows, handover, cancellation)) with { IsFromPolice = back is Direction.CareToPolice };
        act.Note(new EventDraft(new EventKind("handover.opened"), row.Person.Value, detail: handover.Value.ToString("N")));
        await act.Save(cancellation);
        return new OpenedHandover(line, from, read?.Content, read?.Basis, mayTell);
    }

    /// <summary>Takes one: from now on it waits no more, and the file that was begun with it is worked on.</summary>
    [Requires<CareAct>(CareAct.TakeIn)]
    public Task<TakingAnswer> Take(CareAccess access, HandoverId handover, CancellationToken cancellation) =>
        Change(access, handover, (act, row) => Task.FromResult<TakingAnswer>(Note(act, row.Id, row.Person)), cancellation);

    /// <summary>
    /// Takes one for a person whose file is here already: the handover moves into that file, and the one that was begun with it is closed.
    /// Nothing in either is lost; what came with the handover is not written over what the file says.
    /// </summary>
    [Requires<CareAct>(CareAct.TakeIn)]
    public Task<TakingAnswer> Tie(CareAccess access, HandoverId handover, PersonId person, CancellationToken cancellation) => Change(access, handover, async (act, row) =>
    {
        if (row.Person == person) return new TakingAnswer.Refused("Found the file that was begun with it, expected another: take it as it is.");
        if (!await act.Rows.Persons.AnyAsync(one => one.Person == person && one.Content == ContentState.Kept && one.ClosedAt == null, cancellation)) return new TakingAnswer.NotFound();
        using var keys = await record.Vault.Find([row.Person.Value, person.Value], cancellation);
        if (keys[person.Value] is not { } to || keys[row.Person.Value]?.TryOpen(row.Content, row.Place) is not { } content)
            return new TakingAnswer.Refused("Found a handover that does not open any more, expected one that does: take it as it is.");
        var begun = await act.Rows.Persons.SingleAsync(one => one.Person == row.Person, cancellation);
        begun.ClosedAt ??= record.Clock.GetUtcNow();
        act.Note(new EventDraft(Tied, row.Person.Value, detail: person.Value.ToString("N")));
        act.Note(new EventDraft(Tied, person.Value, detail: row.Id.Value.ToString("N")));
        row.Content = to.Seal(content, ReceivedHandover.PlaceOf(person, row.Id));
        row.Person = person;
        return Note(act, row.Id, person);
    }, cancellation);

    private async Task<TakingAnswer> Change(
        CareAccess access, HandoverId handover, Func<Act<CareContext>, ReceivedHandover, Task<TakingAnswer>> take, CancellationToken cancellation)
    {
        if (!access.May(CareAct.TakeIn)) return new TakingAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.ReceivedHandovers.SingleOrDefaultAsync(row => row.Id == handover, cancellation) is not { } found) return new TakingAnswer.NotFound();
        var word = Taken.Word;
        if (await act.Rows.Events.AnyAsync(row => row.Kind == word && row.Subject == handover.Value, cancellation))
            return new TakingAnswer.Refused("Found it taken already, expected one that waits: somebody was quicker, and the log says who.");
        var answer = await take(act, found);
        if (answer is TakingAnswer.Taken) await act.Save(cancellation);
        return answer;
    }

    // Under the handover, by which it is found again, and under the person, who sees it in the own log.
    private static TakingAnswer.Taken Note(Act<CareContext> act, HandoverId handover, PersonId person)
    {
        act.Note(new EventDraft(Taken, handover.Value));
        act.Note(new EventDraft(Taken, person.Value, detail: handover.Value.ToString("N")));
        return new TakingAnswer.Taken(person);
    }

    private static async Task<DateTimeOffset?> TakenAt(CareContext rows, HandoverId handover, CancellationToken cancellation)
    {
        var (word, subject) = (Taken.Word, handover.Value);
        var at = await rows.Events.AsNoTracking().Where(row => row.Kind == word && row.Subject == subject && row.Detail == "").OrderBy(row => row.Sequence).Select(row => (long?)row.At).FirstOrDefaultAsync(cancellation);
        return at is { } taken ? DateTimeOffset.UnixEpoch.AddMicroseconds(taken) : null;
    }

    private static HandoverLine Line(ReceivedHandover row, Handover? read, DateTimeOffset? takenAt)
    {
        var needs = read?.Content.Needs.OrderBy(one => one.Urgency).ThenBy(one => one.Need).ToList() ?? [];
        return new HandoverLine(
            row.Id, row.Person, row.ReceivedAt, row.WithdrawnAt, takenAt, needs.Count > 0 ? needs[0].Urgency : null, [.. needs.Select(one => one.Need)],
            read?.Content.Language, read?.Content.IsUnder18);
    }
}
