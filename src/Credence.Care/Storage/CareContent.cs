using Credence.Care.Consents;
using Credence.Care.Erasure;
using Credence.Care.Handovers;
using Credence.Care.Persons;
using Credence.Care.Releases;
using Credence.Care.Statements;
using Credence.Consents;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Storage;

/// <summary>
/// What the service record keeps sealed: who a person is and what police handed over, under the person's key; each consent, statement and
/// release under a law, under a key of its own.
/// </summary>
public sealed class CareContent : RecordContent
{
    public static readonly CareContent OfTheRecord = new();

    private CareContent()
    {
    }

    public override string Side => "care";

    public override string OwnTable => "persons";

    public override async IAsyncEnumerable<SealedValue> SealedValues(RecordContext rows)
    {
        await foreach (var row in Persons(rows).AsNoTracking().OrderBy(row => row.Person).Select(row => new { row.Person, row.Identity, row.Content }).AsAsyncEnumerable())
            yield return new SealedValue("persons", row.Person.Value, FaceSheet.Place(row.Person), row.Identity, row.Content);
        await foreach (var one in OwnValues<RecordedConsent>(rows, "consents")) yield return one;
        await foreach (var one in OwnValues<RecordedStatement>(rows, "statements")) yield return one;
        await foreach (var one in OwnValues<LegalRelease>(rows, "legal_releases")) yield return one;
        var handovers = from row in rows.Seen<ReceivedHandover>().AsNoTracking()
                        join person in Persons(rows).AsNoTracking() on row.Person equals person.Person
                        select new { Row = row, person.Content };
        await foreach (var one in handovers.AsAsyncEnumerable())
            yield return new SealedValue("received_handovers", one.Row.Person.Value, one.Row.Place, one.Row.Content, one.Content);
    }

    public override async Task<ContentOwner?> Find(RecordContext rows, Guid subject, CancellationToken cancellation)
    {
        var file = await Persons(rows).AsNoTracking().Where(row => row.Person == new PersonId(subject))
            .Select(row => new { row.Organization, row.Content }).SingleOrDefaultAsync(cancellation);
        return file is not null ? new ContentOwner(subject, subject, file.Organization, file.Content)
            : await Find<RecordedConsent>(rows, subject, cancellation) ?? await Find<RecordedStatement>(rows, subject, cancellation)
            ?? await Find<LegalRelease>(rows, subject, cancellation);
    }

    public override async IAsyncEnumerable<ContentOwner> InState(RecordContext rows, ContentState state)
    {
        var found = Persons(rows).AsNoTracking().Where(row => row.Content == state).OrderBy(row => row.Person).Select(row => new { row.Person, row.Organization });
        await foreach (var row in found.AsAsyncEnumerable()) yield return new ContentOwner(row.Person.Value, row.Person.Value, row.Organization, state);
        await foreach (var one in InState<RecordedConsent>(rows, state)) yield return one;
        await foreach (var one in InState<RecordedStatement>(rows, state)) yield return one;
        await foreach (var one in InState<LegalRelease>(rows, state)) yield return one;
    }

    public override async Task<bool> Mark(RecordContext rows, Guid subject, ContentState from, ContentState to, CancellationToken cancellation) =>
        await Persons(rows).Where(row => row.Person == new PersonId(subject) && row.Content == from)
            .ExecuteUpdateAsync(row => row.SetProperty(person => person.Content, to), cancellation) > 0
        || await rows.Seen<RecordedConsent>().Where(row => row.Key == subject && row.State == from)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, to), cancellation) > 0
        || await rows.Seen<RecordedStatement>().Where(row => row.Key == subject && row.State == from)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, to), cancellation) > 0
        || await rows.Seen<LegalRelease>().Where(row => row.Key == subject && row.State == from)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, to), cancellation) > 0;

    public override Task RemoveTraces(RecordContext rows, Guid subject, CancellationToken cancellation) => Task.CompletedTask;

    public override async IAsyncEnumerable<KeptContent> KeptBy(RecordContext rows, OrganizationId organization)
    {
        var asked = rows.Seen<ErasureRequest>().Where(row => row.TakenBackAt == null);
        var files = from row in Persons(rows).AsNoTracking()
                    where row.Organization == organization && row.Content == ContentState.Kept
                    orderby row.Person
                    select new
                    {
                        row.Person, row.OpenedAt, row.ClosedAt, Asked = asked.Where(one => one.Person == row.Person).Select(one => (DateTimeOffset?)one.AskedAt).FirstOrDefault(),
                        Handovers = rows.Seen<ReceivedHandover>().Where(one => one.Person == row.Person).OrderBy(one => one.Id).Select(one => new { one.Id, one.ReceivedAt }).ToList(),
                    };
        await foreach (var file in files.AsAsyncEnumerable())
        {
            yield return new KeptContent(file.Person.Value, file.Person.Value,
            [
                Held(file.Person.Value, RecordKind.CareFile, file.OpenedAt, file.ClosedAt, file.Asked),
                .. file.Handovers.Select(one => Held(one.Id.Value, RecordKind.Handover, one.ReceivedAt, null, file.Asked)),
            ]);
        }

        await foreach (var one in Own<RecordedConsent>(rows, organization, RecordKind.Consent, row => row.Begins, row => row.WithdrawnAt ?? row.Ends)) yield return one;
        await foreach (var one in Own<RecordedStatement>(rows, organization, RecordKind.Statement, row => row.KeptAt, _ => null)) yield return one;
        // What a law made the provider tell: the person may have to hold it against somebody.
        await foreach (var one in Own<LegalRelease>(rows, organization, RecordKind.Decision, row => row.At, _ => null)) yield return one;
    }

    private static async IAsyncEnumerable<KeptContent> Own<T>(
        RecordContext rows, OrganizationId organization, RecordKind kind, Func<T, DateTimeOffset> created, Func<T, DateTimeOffset?> closed) where T : class, IOwnKey
    {
        var asked = rows.Seen<ErasureRequest>().Where(row => row.TakenBackAt == null);
        var kept = from row in rows.Seen<T>().AsNoTracking()
                   where row.Organization == organization && row.State == ContentState.Kept
                   orderby row.Person, row.Key
                   select new { Row = row, Asked = asked.Where(one => one.Person == row.Person).Select(one => (DateTimeOffset?)one.AskedAt).FirstOrDefault() };
        await foreach (var one in kept.AsAsyncEnumerable())
            yield return new KeptContent(one.Row.Key, one.Row.Person.Value, [Held(one.Row.Key, kind, created(one.Row), closed(one.Row), one.Asked)]);
    }

    private static async IAsyncEnumerable<SealedValue> OwnValues<T>(RecordContext rows, string table) where T : class, IOwnKey
    {
        await foreach (var row in rows.Seen<T>().AsNoTracking().AsAsyncEnumerable()) yield return new SealedValue(table, row.Key, row.Place, row.Content, row.State);
    }

    private static async Task<ContentOwner?> Find<T>(RecordContext rows, Guid key, CancellationToken cancellation) where T : class, IOwnKey
    {
        var found = await rows.Seen<T>().AsNoTracking().Where(row => row.Key == key).Select(row => new { row.Person, row.Organization, row.State }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : new ContentOwner(key, found.Person.Value, found.Organization, found.State);
    }

    private static async IAsyncEnumerable<ContentOwner> InState<T>(RecordContext rows, ContentState state) where T : class, IOwnKey
    {
        var found = rows.Seen<T>().AsNoTracking().Where(row => row.State == state).OrderBy(row => row.Key).Select(row => new { row.Key, row.Person, row.Organization });
        await foreach (var row in found.AsAsyncEnumerable()) yield return new ContentOwner(row.Key, row.Person.Value, row.Organization, state);
    }

    private static HeldRecord Held(Guid id, RecordKind kind, DateTimeOffset created, DateTimeOffset? closed, DateTimeOffset? asked) =>
        new(id, RecordSide.Care, kind, Day(created)) { Closed = Day(closed), ErasureAsked = Day(asked) };

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static DateOnly? Day(DateTimeOffset? at) => at is { } known ? Day(known) : null;

    private static IQueryable<RecordedPerson> Persons(RecordContext rows) => rows.Seen<RecordedPerson>();
}
