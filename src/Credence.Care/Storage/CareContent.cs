using Credence.Care.Consents;
using Credence.Care.Handovers;
using Credence.Care.Persons;
using Credence.Care.Releases;
using Credence.Care.Statements;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Storage;

/// <summary>What the service record keeps sealed: who a person is, under a key of the person's own.</summary>
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
            yield return new SealedValue("persons", FaceSheet.Place(row.Person), row.Identity, row.Content);
        await foreach (var one in Of<RecordedConsent>(rows, "consents", row => row.Place, row => row.Content)) yield return one;
        await foreach (var one in Of<RecordedStatement>(rows, "statements", row => row.Place, row => row.Content)) yield return one;
        await foreach (var one in Of<ReceivedHandover>(rows, "received_handovers", row => row.Place, row => row.Content)) yield return one;
        await foreach (var one in Of<LegalRelease>(rows, "legal_releases", row => LegalRelease.PlaceOf(row.Person, row.Id), row => row.Content)) yield return one;
    }

    // All of a person is sealed under one key, and so stands or goes with it. Somebody who came without a name has no file, and keeps what is there.
    private static async IAsyncEnumerable<SealedValue> Of<T>(RecordContext rows, string table, Func<T, SealedPlace> place, Func<T, byte[]> content)
        where T : class, IPersonRow
    {
        var values = from row in rows.Everything<T>().AsNoTracking()
                     join person in Persons(rows).AsNoTracking() on row.Person equals person.Person into files
                     from file in files.DefaultIfEmpty()
                     select new { Row = row, State = file == null ? ContentState.Kept : file.Content };
        await foreach (var one in values.AsAsyncEnumerable()) yield return new SealedValue(table, place(one.Row), content(one.Row), one.State);
    }

    public override async Task<ContentOwner?> Find(RecordContext rows, Guid subject, CancellationToken cancellation)
    {
        var found = await Persons(rows).AsNoTracking().Where(row => row.Person == new PersonId(subject))
            .Select(row => new { row.Organization, row.Content }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : new ContentOwner(subject, found.Organization, found.Content);
    }

    public override async IAsyncEnumerable<ContentOwner> InState(RecordContext rows, ContentState state)
    {
        var found = Persons(rows).AsNoTracking().Where(row => row.Content == state).OrderBy(row => row.Person).Select(row => new { row.Person, row.Organization });
        await foreach (var row in found.AsAsyncEnumerable()) yield return new ContentOwner(row.Person.Value, row.Organization, state);
    }

    public override async Task<bool> Mark(RecordContext rows, Guid subject, ContentState from, ContentState to, CancellationToken cancellation) =>
        await Persons(rows).Where(row => row.Person == new PersonId(subject) && row.Content == from)
            .ExecuteUpdateAsync(row => row.SetProperty(person => person.Content, to), cancellation) > 0;

    public override Task RemoveTraces(RecordContext rows, Guid subject, CancellationToken cancellation) => Task.CompletedTask;

    private static IQueryable<RecordedPerson> Persons(RecordContext rows) =>
        rows.Scope.IsSteward ? rows.Everything<RecordedPerson>() : rows.Set<RecordedPerson>();
}
