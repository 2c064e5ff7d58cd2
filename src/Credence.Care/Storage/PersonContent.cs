using Credence.Care.Persons;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Storage;

/// <summary>What the service record keeps sealed: who a person is, under a key of the person's own.</summary>
public sealed class PersonContent : RecordContent
{
    public static readonly PersonContent OfTheRecord = new();

    private PersonContent()
    {
    }

    public override string Side => "care";

    public override string OwnTable => "persons";

    public override async IAsyncEnumerable<SealedValue> SealedValues(RecordContext rows)
    {
        await foreach (var row in Persons(rows).AsNoTracking().OrderBy(row => row.Person).Select(row => new { row.Person, row.Identity, row.Content }).AsAsyncEnumerable())
            yield return new SealedValue("persons", IdentityOf(row.Person), row.Identity, row.Content);
    }

    /// <summary>Where the identity of a person is sealed for.</summary>
    public static SealedPlace IdentityOf(PersonId person) => new("persons.identity", person.Value);

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
