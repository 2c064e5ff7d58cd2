using System.Data.Common;
using Credence.Consents;
using Credence.Police.Approaches;
using Credence.Police.Classification;
using Credence.Police.Encounters;
using Credence.Police.Handovers;
using Credence.Police.Incidents;
using Credence.Police.Protection;
using Credence.Police.Review;
using Credence.Police.Search;
using Credence.Police.Training;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using OrganizationId = Credence.Record.Access.OrganizationId;

namespace Credence.Police.Storage;

/// <summary>
/// What the police record keeps sealed. Under a key of each incident: its rows as they came, its findings, what readers noted, and what was
/// determined, reviewed and asked about it, and what was signed for handovers. Under a key of each encounter: its revisions, and the arrest
/// reviews and what was signed from it. Under a key of each handover: what was told by it.
/// </summary>
public sealed class PoliceContent : RecordContent
{
    public static readonly PoliceContent OfTheRecord = new();

    private PoliceContent()
    {
    }

    public override string Side => "police";

    public override string OwnTable => "incidents";

    public override async IAsyncEnumerable<SealedValue> SealedValues(RecordContext rows)
    {
        await foreach (var row in Incidents(rows).AsNoTracking().OrderBy(row => row.Row).Select(row => new { row.Id, row.Findings, row.Content }).AsAsyncEnumerable())
            yield return new SealedValue("incidents", row.Id.Value, IncidentPlaces.Findings(row.Id), row.Findings, row.Content);
        var sources = from row in rows.Everything<RecordedSourceRow>().AsNoTracking()
                      join incident in Incidents(rows).AsNoTracking() on row.Incident equals incident.Row
                      orderby row.Id
                      select new { incident.Id, row.Fingerprint, row.Content, State = incident.Content };
        await foreach (var row in sources.AsAsyncEnumerable()) yield return new SealedValue("incident_rows", row.Id.Value, IncidentPlaces.Row(row.Id, row.Fingerprint), row.Content, row.State);
        var readings = from row in rows.Everything<RecordedReading>().AsNoTracking()
                       join one in rows.Everything<ReviewedIncident>().AsNoTracking() on new { row.Review, row.Place } equals new { one.Review, one.Place }
                       join incident in Incidents(rows).AsNoTracking() on one.Incident equals incident.Row
                       where row.Words != null
                       orderby row.Row
                       select new { incident.Id, row.Review, row.Reader, Reading = row.Id, row.Words, incident.Content };
        await foreach (var row in readings.AsAsyncEnumerable())
            yield return new SealedValue("readings", row.Id.Value, ReadingWords.Place(row.Id, row.Review, row.Reader, row.Reading), row.Words!, row.Content);
        await foreach (var value in HandoverValues(rows)) yield return value;
        await foreach (var value in EncounterValues(rows)) yield return value;
        await foreach (var value in DecisionValues(rows)) yield return value;
    }

    private static async IAsyncEnumerable<SealedValue> HandoverValues(RecordContext rows)
    {
        var sent = from row in rows.Everything<SentHandover>().AsNoTracking()
                   join incident in Incidents(rows).AsNoTracking() on row.Incident equals incident.Id
                   orderby row.HandedAt, row.Id
                   select new { Row = row, State = incident.Content };
        await foreach (var one in sent.AsAsyncEnumerable()) yield return Signed(one.Row, one.State);
        var noted = from row in rows.Everything<ReceivedNote>().AsNoTracking()
                    where row.Content != null
                    join incident in Incidents(rows).AsNoTracking() on row.Incident equals incident.Id
                    orderby row.ReceivedAt, row.Id
                    select new { Row = row, State = incident.Content };
        await foreach (var one in noted.AsAsyncEnumerable()) yield return new SealedValue("received_notes", one.Row.Subject, one.Row.Place, one.Row.Content!, one.State);
        var met = from row in rows.Everything<SentHandover>().AsNoTracking()
                  join encounter in Encounters(rows).AsNoTracking() on row.Encounter equals encounter.Id
                  orderby row.HandedAt, row.Id
                  select new { Row = row, State = encounter.Content };
        await foreach (var one in met.AsAsyncEnumerable()) yield return Signed(one.Row, one.State);
        var notedOfMet = from row in rows.Everything<ReceivedNote>().AsNoTracking()
                         where row.Content != null
                         join encounter in Encounters(rows).AsNoTracking() on row.Encounter equals encounter.Id
                         orderby row.ReceivedAt, row.Id
                         select new { Row = row, State = encounter.Content };
        await foreach (var one in notedOfMet.AsAsyncEnumerable()) yield return new SealedValue("received_notes", one.Row.Subject, one.Row.Place, one.Row.Content!, one.State);
        var told = Handovers(rows).AsNoTracking().OrderBy(row => row.HandedAt).ThenBy(row => row.Id);
        await foreach (var row in told.AsAsyncEnumerable()) yield return new SealedValue("sent_handovers", row.Key, row.SentPlace, row.Sent, row.Content);
    }

    private static SealedValue Signed(SentHandover row, ContentState state) => new("sent_handovers", row.Subject, row.SignedPlace, row.Signed, state);

    private static async IAsyncEnumerable<SealedValue> EncounterValues(RecordContext rows)
    {
        var revisions = from row in rows.Everything<EncounterRevision>().AsNoTracking()
                        join encounter in Encounters(rows).AsNoTracking() on row.Encounter equals encounter.Id
                        orderby row.Id
                        select new { Revision = row, State = encounter.Content };
        await foreach (var one in revisions.AsAsyncEnumerable())
            yield return new SealedValue("encounter_revisions", one.Revision.Encounter.Value, EncounterPlaces.Revision(one.Revision.Encounter, one.Revision.Revision, one.Revision.Version), one.Revision.Content, one.State);
        var reviews = from row in rows.Everything<RecordedArrestReview>().AsNoTracking()
                      join encounter in Encounters(rows).AsNoTracking() on row.Encounter equals encounter.Id
                      orderby row.Id
                      select new { Review = row, State = encounter.Content };
        await foreach (var one in reviews.AsAsyncEnumerable()) yield return new SealedValue("arrest_reviews", one.Review.Subject, ArrestResult.Place(one.Review), one.Review.Result, one.State);
    }

    private static async IAsyncEnumerable<SealedValue> DecisionValues(RecordContext rows)
    {
        var reviews = from row in rows.Everything<RecordedArrestReview>().AsNoTracking()
                      join incident in Incidents(rows).AsNoTracking() on row.Incident equals incident.Id
                      orderby row.Id
                      select new { Review = row, State = incident.Content };
        await foreach (var one in reviews.AsAsyncEnumerable()) yield return new SealedValue("arrest_reviews", one.Review.Subject, ArrestResult.Place(one.Review), one.Review.Result, one.State);
        var determinations = from row in rows.Everything<RecordedDetermination>().AsNoTracking()
                             join incident in Incidents(rows).AsNoTracking() on row.Incident equals incident.Id
                             orderby row.Id
                             select new { Determination = row, State = incident.Content };
        await foreach (var one in determinations.AsAsyncEnumerable()) yield return new SealedValue("determinations", one.Determination.Incident.Value, one.Determination.Place, one.Determination.Content, one.State);
        var approaches = from row in rows.Everything<RecordedApproach>().AsNoTracking()
                         join incident in Incidents(rows).AsNoTracking() on row.Incident equals incident.Id
                         orderby row.Id
                         select new { Approach = row, State = incident.Content };
        await foreach (var one in approaches.AsAsyncEnumerable())
        {
            yield return new SealedValue("approaches", one.Approach.Incident.Value, one.Approach.SheetPlace, one.Approach.Sheet, one.State);
            if (one.Approach.Answer is { } answer) yield return new SealedValue("approaches", one.Approach.Incident.Value, one.Approach.AnswerPlace, answer, one.State);
        }
    }

    public override async Task<ContentOwner?> Find(RecordContext rows, Guid subject, CancellationToken cancellation)
    {
        var found = await Incidents(rows).AsNoTracking().Where(row => row.Id == new IncidentId(subject))
            .Select(row => new { row.Organization, row.Content }).SingleOrDefaultAsync(cancellation);
        if (found is not null) return new ContentOwner(subject, subject, found.Organization, found.Content);
        var encounter = await Encounters(rows).AsNoTracking().Where(row => row.Id == new EncounterId(subject))
            .Select(row => new { row.Organization, row.Content }).SingleOrDefaultAsync(cancellation);
        if (encounter is not null) return new ContentOwner(subject, subject, encounter.Organization, encounter.Content);
        if (await Handovers(rows).AsNoTracking().SingleOrDefaultAsync(row => row.Key == subject, cancellation) is { } handover) return Owner(handover);
        return await Practices(rows).AsNoTracking().SingleOrDefaultAsync(row => row.Id == subject, cancellation) is { } practice ? Owner(practice) : null;
    }

    private static ContentOwner Owner(SentHandover row) => new(row.Key, row.Subject, row.Organization, row.Content);

    private static ContentOwner Owner(RecordedPractice row) => new(row.Id, row.Officer.Value, row.Organization, row.Content);

    public override async IAsyncEnumerable<ContentOwner> InState(RecordContext rows, ContentState state)
    {
        var found = Incidents(rows).AsNoTracking().Where(row => row.Content == state).OrderBy(row => row.Row).Select(row => new { row.Id, row.Organization });
        await foreach (var row in found.AsAsyncEnumerable()) yield return new ContentOwner(row.Id.Value, row.Id.Value, row.Organization, state);
        var encounters = Encounters(rows).AsNoTracking().Where(row => row.Content == state).OrderBy(row => row.Id).Select(row => new { row.Id, row.Organization });
        await foreach (var row in encounters.AsAsyncEnumerable()) yield return new ContentOwner(row.Id.Value, row.Id.Value, row.Organization, state);
        var handovers = Handovers(rows).AsNoTracking().Where(row => row.Content == state).OrderBy(row => row.HandedAt).ThenBy(row => row.Id);
        await foreach (var row in handovers.AsAsyncEnumerable()) yield return Owner(row);
        await foreach (var row in Practices(rows).AsNoTracking().Where(row => row.Content == state).OrderBy(row => row.Id).AsAsyncEnumerable()) yield return Owner(row);
    }

    public override async Task<bool> Mark(RecordContext rows, Guid subject, ContentState from, ContentState to, CancellationToken cancellation) =>
        await Incidents(rows).Where(row => row.Id == new IncidentId(subject) && row.Content == from)
            .ExecuteUpdateAsync(row => row.SetProperty(incident => incident.Content, to), cancellation) > 0
        || await Encounters(rows).Where(row => row.Id == new EncounterId(subject) && row.Content == from)
            .ExecuteUpdateAsync(row => row.SetProperty(encounter => encounter.Content, to), cancellation) > 0
        || await Handovers(rows).Where(row => row.Key == subject && row.Content == from)
            .ExecuteUpdateAsync(row => row.SetProperty(handover => handover.Content, to), cancellation) > 0
        || await PracticeErasing.Mark(Practices(rows), subject, from, to, cancellation);

    public override async Task RemoveTraces(RecordContext rows, Guid subject, CancellationToken cancellation)
    {
        var places = await Incidents(rows).Where(row => row.Id == new IncidentId(subject)).Select(row => row.Row).ToListAsync(cancellation);
        await SearchIndex.Remove(Transaction(rows), places, cancellation);
        // Whoever has the ring could hold a guess of what a row said against its fingerprint.
        await rows.Everything<RecordedSourceRow>().Where(row => places.Contains(row.Incident))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Fingerprint, new byte[RowPreparation.FingerprintLength]), cancellation);
        await PracticeErasing.RemoveAssignment(rows, subject, cancellation);
    }

    public override async Task Overwrite(RecordPlace place, DbConnection connection, CancellationToken cancellation)
    {
        await SearchIndex.Overwrite(connection, cancellation);
        if (place is RecordPlace.Server) await connection.Run("VACUUM incident_rows, practices", cancellation);
        else await connection.CutLog(place, cancellation);
    }

    // An encounter that an officer tied to a number belongs to every incident of that number, of whichever agency of the organization,
    // and so does what was handed over from it.
    public override async Task<ILookup<Guid, Guid>> BelongsTo(RecordContext rows, IReadOnlyList<Guid> subjects, CancellationToken cancellation)
    {
        var handed = await Handovers(rows).AsNoTracking().Where(row => subjects.Contains(row.Key) && row.Encounter != null)
            .Select(row => new { row.Key, Encounter = row.Encounter!.Value }).ToListAsync(cancellation);
        var from = subjects.Select(subject => (Subject: subject, Encounter: new EncounterId(subject))).Concat(handed.Select(one => (Subject: one.Key, one.Encounter))).ToList();
        var ids = from.Select(one => one.Encounter).Distinct().ToList();
        var tied = from encounter in Encounters(rows).AsNoTracking()
                   where ids.Contains(encounter.Id) && encounter.Incident != null
                   join incident in Incidents(rows).AsNoTracking()
                       on new { encounter.Organization, Number = encounter.Incident! } equals new { incident.Organization, incident.Number }
                   select new { Encounter = encounter.Id, Incident = incident.Id };
        var incidents = (await tied.ToListAsync(cancellation)).ToLookup(one => one.Encounter, one => one.Incident.Value);
        return from.SelectMany(one => incidents[one.Encounter].Select(incident => (one.Subject, Incident: incident))).ToLookup(one => one.Subject, one => one.Incident);
    }

    // Nobody tells this record when a case is closed. Everything that the key seals is listed: what was decided on a report, or signed
    // by the person, must not go with the report because nobody thought of it.
    public override async IAsyncEnumerable<KeptContent> KeptBy(RecordContext rows, OrganizationId organization)
    {
        var (determinations, reviews, approaches) = (rows.Seen<RecordedDetermination>(), rows.Seen<RecordedArrestReview>(), rows.Seen<RecordedApproach>());
        var readings = from reading in rows.Seen<RecordedReading>()
                       where reading.Words != null
                       join one in rows.Seen<ReviewedIncident>() on new { reading.Review, reading.Place } equals new { one.Review, one.Place }
                       select new { one.Incident, reading.At };
        var handovers = rows.Seen<SentHandover>();
        var kept = Incidents(rows).AsNoTracking().Where(row => row.Organization == organization && row.Content == ContentState.Kept)
            .OrderBy(row => row.Row).Select(row => new
            {
                row.Id, row.ReceivedAt, row.ChangedAt,
                Determined = determinations.Where(one => one.Incident == row.Id).Max(one => (DateTimeOffset?)one.At),
                Reviewed = reviews.Where(one => one.Incident == row.Id).Max(one => (DateTimeOffset?)one.AskedAt),
                Approached = approaches.Where(one => one.Incident == row.Id).Max(one => (DateTimeOffset?)one.AskedAt),
                Read = readings.Where(one => one.Incident == row.Row).Max(one => (DateTimeOffset?)one.At),
                HandedOver = handovers.Where(one => one.Incident == row.Id).Max(one => (DateTimeOffset?)one.HandedAt),
            });
        await foreach (var row in kept.AsAsyncEnumerable())
        {
            var id = row.Id.Value;
            // Screened anew whenever it changes. Of several of a kind the youngest counts: they go together.
            HeldRecord?[] records =
            [
                Held(id, RecordKind.Incident, row.ReceivedAt, row.ChangedAt),
                Held(id, RecordKind.Screening, row.ChangedAt, null),
                Held(id, RecordKind.Decision, ((DateTimeOffset?[])[row.Determined, row.Reviewed, row.Approached, row.Read]).Max(), null),
                Held(id, RecordKind.Consent, row.HandedOver, null),
            ];
            yield return new KeptContent(id, id, [.. records.OfType<HeldRecord>()]);
        }

        await foreach (var encounter in KeptEncounters(rows, organization)) yield return encounter;
        var told = handovers.AsNoTracking().Where(row => row.Organization == organization && row.Content == ContentState.Kept)
            .OrderBy(row => row.HandedAt).ThenBy(row => row.Id);
        await foreach (var row in told.AsAsyncEnumerable()) yield return new KeptContent(row.Key, row.Subject, [Held(row.Key, RecordKind.Handover, row.HandedAt, null)!]);
        var practices = Practices(rows).AsNoTracking().Where(row => row.Organization == organization && row.Content == ContentState.Kept)
            .OrderBy(row => row.FinishedAt).ThenBy(row => row.Id).Select(row => new { row.Id, row.Officer, row.FinishedAt });
        await foreach (var row in practices.AsAsyncEnumerable()) yield return new KeptContent(row.Id, row.Officer.Value, [Held(row.Id, RecordKind.Practice, row.FinishedAt, null)!]);
    }

    // Answers alone are screening; with an arrest review they are what somebody decided on; tied to a number they belong to that incident.
    // What was signed there has a time of its own.
    private static async IAsyncEnumerable<KeptContent> KeptEncounters(RecordContext rows, OrganizationId organization)
    {
        var (reviews, handovers) = (rows.Seen<RecordedArrestReview>(), rows.Seen<SentHandover>());
        var kept = Encounters(rows).AsNoTracking().Where(row => row.Organization == organization && row.Content == ContentState.Kept).OrderBy(row => row.Id)
            .Select(row => new
            {
                row.Id, row.ReceivedAt, row.ChangedAt, row.Incident, IsReviewed = reviews.Any(review => review.Encounter == row.Id),
                HandedAt = handovers.Where(handover => handover.Encounter == row.Id).Select(handover => (DateTimeOffset?)handover.HandedAt).Max(),
            });
        await foreach (var row in kept.AsAsyncEnumerable())
        {
            var id = row.Id.Value;
            var kind = row.Incident is not null ? RecordKind.Incident : row.IsReviewed ? RecordKind.Decision : RecordKind.Screening;
            HeldRecord?[] records = [Held(id, kind, row.ReceivedAt, row.ChangedAt), Held(id, RecordKind.Consent, row.HandedAt, null)];
            yield return new KeptContent(id, id, [.. records.OfType<HeldRecord>()]);
        }
    }

    private static HeldRecord? Held(Guid id, RecordKind kind, DateTimeOffset? created, DateTimeOffset? used) => created is not { } at ? null
        : new HeldRecord(id, RecordSide.Police, kind, Day(at)) { LastUsed = used is { } last ? Day(last) : null, IsClosingKnown = false };

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static DbTransaction Transaction(RecordContext rows) => rows.Database.CurrentTransaction!.GetDbTransaction();

    private static IQueryable<RecordedIncident> Incidents(RecordContext rows) => rows.Seen<RecordedIncident>();

    private static IQueryable<RecordedEncounter> Encounters(RecordContext rows) => rows.Seen<RecordedEncounter>();

    private static IQueryable<SentHandover> Handovers(RecordContext rows) => rows.Seen<SentHandover>();

    private static IQueryable<RecordedPractice> Practices(RecordContext rows) => rows.Seen<RecordedPractice>();
}
