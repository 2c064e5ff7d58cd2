using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Erasure;

/// <summary>Where a person asks to be forgotten, and hears at once what will be erased and what a law or a hold keeps.</summary>
public sealed class ErasureDesk(RecordStore<CareContext> record)
{
    /// <summary>Asks for it, and says what would become of everything that is kept. Asked twice is asked once.</summary>
    /// <param name="access">The person.</param>
    /// <param name="schedule">How long each kind is kept.</param>
    /// <param name="holds">Legal holds of the organization.</param>
    /// <param name="cancellation">Stops it.</param>
    [OwnOnly]
    public async Task<ErasureAnswer> Ask(
        SurvivorAccess access, RetentionSchedule schedule, IReadOnlyCollection<LegalHold> holds, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        var now = record.Clock.GetUtcNow();
        var request = await Standing(act.Rows).SingleOrDefaultAsync(cancellation);
        if (request is null)
        {
            request = new ErasureRequest { Id = Guid.NewGuid(), Person = access.Person, Organization = access.Organization, AskedAt = now };
            act.Rows.ErasureRequests.Add(request);
            act.Note(new EventDraft(new EventKind("erasure.asked"), access.Person.Value));
            await act.Save(cancellation);
        }

        var held = await Held(act.Rows, Day(request.AskedAt), cancellation);
        return new ErasureAnswer(request.AskedAt, RetentionPlan.For(held, schedule, holds, Day(now)));
    }

    /// <summary>Takes the request back; false if none stands.</summary>
    [OwnOnly]
    public async Task<bool> TakeBack(SurvivorAccess access, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        if (await Standing(act.Rows).SingleOrDefaultAsync(cancellation) is not { } request) return false;
        request.TakenBackAt = record.Clock.GetUtcNow();
        act.Note(new EventDraft(new EventKind("erasure.taken-back"), access.Person.Value));
        await act.Save(cancellation);
        return true;
    }

    /// <summary>Requests that wait for the two persons who carry them out, oldest first.</summary>
    [Requires<CareAct>(CareAct.Approve)]
    public async Task<IReadOnlyList<WaitingErasure>> Waiting(CareAccess access, CancellationToken cancellation)
    {
        if (!access.May(CareAct.Approve)) return [];
        await using var rows = record.Enter(access);
        return await Standing(rows).AsNoTracking().OrderBy(row => row.AskedAt)
            .Select(row => new WaitingErasure(row.Person, row.AskedAt)).ToListAsync(cancellation);
    }

    private static IQueryable<ErasureRequest> Standing(CareContext rows) => rows.ErasureRequests.Where(row => row.TakenBackAt == null);

    // The filters leave what is about this person only.
    private static async Task<List<HeldRecord>> Held(CareContext rows, DateOnly asked, CancellationToken cancellation)
    {
        var files = await rows.Persons.AsNoTracking().Select(row => new { row.Person, row.OpenedAt, row.ClosedAt }).ToListAsync(cancellation);
        var consents = await rows.Consents.AsNoTracking().Select(row => new { row.Id, row.Begins, row.Ends, row.WithdrawnAt }).ToListAsync(cancellation);
        var statements = await rows.Statements.AsNoTracking().Select(row => new { row.Id, row.KeptAt }).ToListAsync(cancellation);
        var handovers = await rows.ReceivedHandovers.AsNoTracking().Select(row => new { row.Id, row.ReceivedAt }).ToListAsync(cancellation);
        return
        [
            .. files.Select(row => Held(row.Person.Value, RecordKind.CareFile, row.OpenedAt, row.ClosedAt, asked)),
            .. consents.Select(row => Held(row.Id.Value, RecordKind.Consent, row.Begins, row.WithdrawnAt ?? row.Ends, asked)),
            .. statements.Select(row => Held(row.Id.Value, RecordKind.Statement, row.KeptAt, null, asked)),
            .. handovers.Select(row => Held(row.Id.Value, RecordKind.Handover, row.ReceivedAt, null, asked)),
        ];
    }

    private static HeldRecord Held(Guid id, RecordKind kind, DateTimeOffset created, DateTimeOffset? closed, DateOnly asked) =>
        new(id, RecordSide.Care, kind, Day(created)) { Closed = closed is { } at ? Day(at) : null, ErasureAsked = asked };

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
