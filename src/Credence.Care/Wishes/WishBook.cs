using System.Text.Json.Serialization.Metadata;
using Credence.Care.Consents;
using Credence.Care.Persons;
using Credence.Care.Storage;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Wishes;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Wishes;

/// <summary>Wishes and what was done about them, sealed each under a key of its own, and put together again.</summary>
internal sealed class WishBook(RecordStore<CareContext> record)
{
    private readonly ConsentBook _consents = new(record);

    // A person who came without a name exists for the organization by what is said to it.
    internal static async Task<bool> Exists(CareContext rows, PersonId person, CancellationToken cancellation) =>
        await PersonDesk.IsKnown(rows, person, cancellation)
        || await rows.Wishes.AnyAsync(row => row.Person == person && row.State == ContentState.Kept, cancellation);

    internal Task<WishId> Add(Act<CareContext> act, PersonId person, WishId? changes, WishAnswer answer, CancellationToken cancellation) =>
        Add(act, person, answer, CareJson.Default.WishAnswer, (id, content) => new RecordedWish
        {
            Id = id, Person = person, Organization = act.Rows.Organization, At = record.Clock.GetUtcNow(), Answering = answer.Answering, About = changes, Key = id.Value, Content = content,
        }, cancellation);

    internal Task<WishId> Add(Act<CareContext> act, PersonId person, WishId about, WishDeed deed, CancellationToken cancellation) =>
        Add(act, person, deed, CareJson.Default.WishDeed, (id, content) => new RecordedWish
        {
            Id = id, Person = person, Organization = act.Rows.Organization, At = record.Clock.GetUtcNow(), Honoring = deed.Honoring, About = about, Key = id.Value, Content = content,
        }, cancellation);

    internal async Task<IReadOnlyList<Wish>> Of(CareContext rows, PersonId person, CancellationToken cancellation)
    {
        var held = await rows.Wishes.AsNoTracking().Where(row => row.Person == person).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellation);
        using var keys = await record.Vault.Find([.. held.Select(row => row.Key)], cancellation);
        var (said, done) = (held.Where(row => row.Answering is not null).ToList(), held.Where(row => row.Honoring is not null).ToList());
        var told = (await PoliceBook.Told(rows, person, cancellation)).Where(one => one.Wish is not null).ToList();
        var consents = told.Count == 0 ? [] : await _consents.Of(rows, person, cancellation);
        return [.. said.Select(row => new Wish(
            row.Id, row.At, keys[row.Key].TryOpen(row.Content, CareJson.Default.WishAnswer, row.Place), row.About, said.Any(later => later.About == row.Id), row.IsReleased,
            [.. done.Where(deed => deed.About == row.Id).Select(deed => keys[deed.Key].TryOpen(deed.Content, CareJson.Default.WishDeed, deed.Place)).OfType<WishDeed>()])
        {
            Told = [.. told.Where(one => one.Wish == row.Id).Select(one => new WishTold(one.On, consents.FirstOrDefault(consent => consent.Id == one.By)?.To.Name))],
        })];
    }

    private async Task<WishId> Add<T>(
        Act<CareContext> act, PersonId person, T value, JsonTypeInfo<T> type, Func<WishId, byte[], RecordedWish> row, CancellationToken cancellation)
    {
        var id = new WishId(Guid.NewGuid());
        using var keys = await record.Vault.Make([id.Value], cancellation);
        act.Rows.Wishes.Add(row(id, keys[id.Value]!.Seal(value, type, RecordedWish.PlaceOf(person, id))));
        return id;
    }
}
