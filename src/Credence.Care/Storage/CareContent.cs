using Credence.Care.Consents;
using Credence.Care.Erasure;
using Credence.Care.Feedback;
using Credence.Care.Files;
using Credence.Care.Handovers;
using Credence.Care.Persons;
using Credence.Care.Referrals;
using Credence.Care.Releases;
using Credence.Care.Statements;
using Credence.Care.Wishes;
using Credence.Consents;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Storage;

/// <summary>
/// What the service record keeps sealed: who a person is, what was handed over, referrals and the entries of a file, under the person's key; each consent,
/// statement, wish, feedback and release under a law, under a key of its own.
/// </summary>
public sealed class CareContent : RecordContent
{
    public static readonly CareContent OfTheRecord = new();

    private CareContent()
    {
    }

    public override string Side => "care";

    public override string OwnTable => "persons";

    // Each kind that has a key of its own, with its table and what it is to retention.
    private static IReadOnlyList<OwnKeyed> OwnKeyeds { get; } =
    [
        new OwnKeyed<RecordedConsent>("consents", RecordKind.Consent, row => row.Begins, row => row.WithdrawnAt ?? row.Ends),
        new OwnKeyed<RecordedStatement>("statements", RecordKind.Statement, row => row.KeptAt, _ => null),
        // What a law made the provider tell: the person may have to hold it against somebody.
        new OwnKeyed<LegalRelease>("legal_releases", RecordKind.Decision, row => row.At, _ => null),
        new OwnKeyed<RecordedWish>("wishes", RecordKind.Wishes, row => row.At, _ => null),
        new OwnKeyed<RecordedFeedback>("feedback", RecordKind.Feedback, row => row.At, _ => null),
    ];

    public override async IAsyncEnumerable<SealedValue> SealedValues(RecordContext rows)
    {
        await foreach (var row in Persons(rows).AsNoTracking().OrderBy(row => row.Person).Select(row => new { row.Person, row.Identity, row.Content }).AsAsyncEnumerable())
            yield return new SealedValue("persons", row.Person.Value, FaceSheet.Place(row.Person), row.Identity, row.Content);
        foreach (var keyed in OwnKeyeds)
        {
            await foreach (var one in keyed.Values(rows)) yield return one;
        }

        await foreach (var one in Replies(rows)) yield return one;
        await foreach (var one in UnderPersonKey<ReceivedHandover>(rows, "received_handovers")) yield return one;
        await foreach (var one in UnderPersonKey<RecordedReferral>(rows, "referrals")) yield return one;
        await foreach (var one in UnderPersonKey<FileEntry>(rows, "file_entries")) yield return one;
    }

    public override async Task<ContentOwner?> Find(RecordContext rows, Guid subject, CancellationToken cancellation)
    {
        var file = await Persons(rows).AsNoTracking().Where(row => row.Person == new PersonId(subject))
            .Select(row => new { row.Organization, row.Content }).SingleOrDefaultAsync(cancellation);
        if (file is not null) return new ContentOwner(subject, subject, file.Organization, file.Content);
        foreach (var keyed in OwnKeyeds)
        {
            if (await keyed.Find(rows, subject, cancellation) is { } found) return found;
        }

        return null;
    }

    public override async IAsyncEnumerable<ContentOwner> InState(RecordContext rows, ContentState state)
    {
        var found = Persons(rows).AsNoTracking().Where(row => row.Content == state).OrderBy(row => row.Person).Select(row => new { row.Person, row.Organization });
        await foreach (var row in found.AsAsyncEnumerable()) yield return new ContentOwner(row.Person.Value, row.Person.Value, row.Organization, state);
        foreach (var keyed in OwnKeyeds)
        {
            await foreach (var one in keyed.InState(rows, state)) yield return one;
        }
    }

    public override async Task<bool> Mark(RecordContext rows, Guid subject, ContentState from, ContentState to, CancellationToken cancellation)
    {
        if (await Persons(rows).Where(row => row.Person == new PersonId(subject) && row.Content == from)
            .ExecuteUpdateAsync(row => row.SetProperty(person => person.Content, to), cancellation) > 0) return true;
        foreach (var keyed in OwnKeyeds)
        {
            if (await keyed.Mark(rows, subject, from, to, cancellation)) return true;
        }

        return false;
    }

    public override async Task<IReadOnlySet<Guid>> OfThePersonAlone(RecordContext rows, IReadOnlyList<Guid> subjects, CancellationToken cancellation) =>
        (await rows.Seen<RecordedStatement>().AsNoTracking().Where(row => !row.IsShared && subjects.Contains(row.Key)).Select(row => row.Key).ToListAsync(cancellation)).ToHashSet();

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
                        Referrals = rows.Seen<RecordedReferral>().Where(one => one.Person == row.Person).OrderBy(one => one.Id).Select(one => new { one.Id, one.ProposedAt, one.OverAt }).ToList(),
                    };
        await foreach (var file in files.AsAsyncEnumerable())
        {
            yield return new KeptContent(file.Person.Value, file.Person.Value,
            [
                Held(file.Person.Value, RecordKind.CareFile, file.OpenedAt, file.ClosedAt, file.Asked),
                .. file.Handovers.Select(one => Held(one.Id.Value, RecordKind.Handover, one.ReceivedAt, null, file.Asked)),
                .. file.Referrals.Select(one => Held(one.Id.Value, RecordKind.Referral, one.ProposedAt, one.OverAt, file.Asked)),
            ]);
        }

        foreach (var keyed in OwnKeyeds)
        {
            await foreach (var one in keyed.KeptBy(rows, organization)) yield return one;
        }
    }

    // An answer has no key of its own: it goes with the statement that it answers.
    private static async IAsyncEnumerable<SealedValue> Replies(RecordContext rows)
    {
        var found = from row in rows.Seen<RecordedReply>().AsNoTracking()
                    join statement in rows.Seen<RecordedStatement>().AsNoTracking() on row.Statement equals statement.Id
                    select new { Row = row, statement.Key, statement.State };
        await foreach (var one in found.AsAsyncEnumerable()) yield return new SealedValue("statement_replies", one.Key, one.Row.Place, one.Row.Content, one.State);
    }

    private static async IAsyncEnumerable<SealedValue> UnderPersonKey<T>(RecordContext rows, string table) where T : class, IUnderPersonKey
    {
        var found = from row in rows.Seen<T>().AsNoTracking()
                    join person in Persons(rows).AsNoTracking() on row.Person equals person.Person
                    select new { Row = row, person.Content };
        await foreach (var one in found.AsAsyncEnumerable()) yield return new SealedValue(table, one.Row.Person.Value, one.Row.Place, one.Row.Content, one.Content);
    }

    internal static HeldRecord Held(Guid id, RecordKind kind, DateTimeOffset created, DateTimeOffset? closed, DateTimeOffset? asked) =>
        new(id, RecordSide.Care, kind, Day(created)) { Closed = Day(closed), ErasureAsked = Day(asked) };

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static DateOnly? Day(DateTimeOffset? at) => at is { } known ? Day(known) : null;

    private static IQueryable<RecordedPerson> Persons(RecordContext rows) => rows.Seen<RecordedPerson>();
}
