using System.Text;
using Credence.Incidents;
using Credence.Police.Access;
using Credence.Police.Classification;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Protection;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Protection;

/// <summary>
/// Where an officer asks before a possible victim is arrested, cited or warned, and says what was done. It stops nobody: what was done
/// against the policy, or to protect life, is recorded, and a second person looks at it. <see cref="ArrestApprovalDesk"/> is that person's.
/// </summary>
public sealed class ArrestReviewDesk(RecordStore<PoliceContext> record, CasePacks packs)
{
    private const int MostShown = 200;
    private const int MostCharges = 20;

    private static readonly EventKind Opened = new("arrest.review-opened");

    private readonly CaseFile _cases = new(record, packs);

    /// <summary>Reviews from the answers of an own encounter.</summary>
    [Requires<PoliceAct>(PoliceAct.ReviewArrest)]
    public async Task<ArrestAnswer> Begin(PoliceAccess access, EncounterId encounter, ArrestQuestion question, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ReviewArrest)) return new ArrestAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        return await act.Rows.Encounters.AnyAsync(row => row.Id == encounter && row.Officer == access.Account, cancellation)
            ? await Review(act, await _cases.Read(act.Rows, encounter, cancellation), question, null, encounter, cancellation)
            : new ArrestAnswer.NotFound();
    }

    /// <summary>Reviews from an incident and what was found in it: for those who determine, since the answer tells of the narrative.</summary>
    [Requires<PoliceAct>(PoliceAct.Determine)]
    public async Task<ArrestAnswer> Begin(PoliceAccess access, IncidentId incident, ArrestQuestion question, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.Determine)) return new ArrestAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        return await Review(act, await _cases.Read(act.Rows, incident, cancellation), question, incident, null, cancellation);
    }

    /// <summary>One's own reviews, newest first.</summary>
    [Requires<PoliceAct>(PoliceAct.ReviewArrest)]
    public async Task<IReadOnlyList<ArrestReviewLine>> Own(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ReviewArrest)) return [];
        await using var rows = record.Enter(access);
        return await rows.ArrestReviews.AsNoTracking().Where(row => row.AskedBy == access.Account)
            .OrderByDescending(row => row.AskedAt).ThenBy(row => row.Id).Take(MostShown).Lines(rows).ToListAsync(cancellation);
    }

    /// <summary>Opens an own review, or one that a supervisor is asked about; null otherwise.</summary>
    [Requires<PoliceAct>(PoliceAct.ReviewArrest)]
    public async Task<OpenedArrestReview?> Open(PoliceAccess access, ArrestReviewId review, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ReviewArrest)) return null;
        await using var act = await record.Begin(access, cancellation);
        if (await SeenBy(act.Rows, access).AsNoTracking().SingleOrDefaultAsync(row => row.Id == review, cancellation) is not { } found) return null;
        using var key = await record.Vault.Find(found.Subject, cancellation);
        var line = await SeenBy(act.Rows, access).AsNoTracking().Where(row => row.Id == review).Lines(act.Rows).SingleAsync(cancellation);
        act.Note(new EventDraft(Opened, review.Value));
        await act.Save(cancellation);
        return new OpenedArrestReview(line, key is null ? null : ArrestResult.Open(key, found));
    }

    /// <summary>Says what was done in the end. An arrest against what the policy asks is kept too, and goes to a second person.</summary>
    [Requires<PoliceAct>(PoliceAct.ReviewArrest)]
    public async Task<ArrestAnswer> End(PoliceAccess access, ArrestReviewId review, ArrestEnd end, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ReviewArrest)) return new ArrestAnswer.NotFound();
        if (!Enum.IsDefined(end)) return new ArrestAnswer.Refused("Found something else, expected that it was made, or that none was.");
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.ArrestReviews.SingleOrDefaultAsync(row => row.Id == review && row.AskedBy == access.Account, cancellation) is not { } found) return new ArrestAnswer.NotFound();
        // What was made before the review is known; the first word stays.
        if (found.Stage is not ArrestStage.Considered || found.End is not null) return new ArrestAnswer.NotInThisState(found.State);
        var under = found.State is ArrestState.Approved ? "approved" : found.AsksNotToArrest ? "against" : "not-covered";
        (found.End, found.EndedAt) = (end, record.Clock.GetUtcNow());
        if (end is ArrestEnd.Made && under == "against") (found.State, found.IsForSupervisor) = (ArrestState.AwaitsLook, true);
        else if (found.State is ArrestState.AwaitsApproval) found.State = ArrestState.Reviewed;
        using var key = await record.Vault.Find(found.Subject, cancellation);
        var charges = key is null ? null : ArrestResult.Open(key, found)?.Charges;
        act.Note(ArrestEvents.Ended(found, under, (charges ?? []).Select(charge => charge.Charge).Where(code => code.Length <= 3)));
        await act.Save(cancellation);
        return new ArrestAnswer.Done(found.State);
    }

    /// <summary>
    /// The facts for counsel, where the person was arrested, cited, charged or convicted before anybody screened. It quotes the report; that
    /// it was taken out, by whom and why, is written down.
    /// </summary>
    [Requires<PoliceAct>(PoliceAct.ReviewArrest)]
    public async Task<PacketAnswer> Packet(PoliceAccess access, ArrestReviewId review, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ReviewArrest)) return new PacketAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        if (await SeenBy(act.Rows, access).AsNoTracking().SingleOrDefaultAsync(row => row.Id == review, cancellation) is not { Relief: { } relief } found) return new PacketAnswer.NotFound();
        using var key = await record.Vault.Find(found.Subject, cancellation);
        if (key is null || ArrestResult.Open(key, found) is not { } result || await _cases.Read(act.Rows, found, cancellation) is not { } known) return new PacketAnswer.NotFound();
        var packet = ReliefPacket.Of(
            relief, packs.Reviewer.Review(known.Evidence, [.. result.Charges.Select(charge => new OffenseCode(charge.Charge))]), known.Screened, known.Evidence.Answers);
        if (!packet.TellsSomething) return new PacketAnswer.NothingToTell();
        act.Note(new EventDraft(new EventKind("arrest.packet-exported"), review.Value, detail: relief.ToString()));
        known.NoteTied(act);
        await act.Save(cancellation);
        return new PacketAnswer.Made(packet);
    }

    /// <summary>The reviews that exist for one who asks: own ones, and for a supervisor those that somebody asks about.</summary>
    internal static IQueryable<RecordedArrestReview> SeenBy(PoliceContext rows, PoliceAccess access) => access.May(PoliceAct.ApproveArrest)
        ? rows.ArrestReviews.Where(row => row.AskedBy == access.Account || row.IsForSupervisor)
        : rows.ArrestReviews.Where(row => row.AskedBy == access.Account);

    private async Task<ArrestAnswer> Review(
        Act<PoliceContext> act, CaseRead? known, ArrestQuestion question, IncidentId? incident, EncounterId? encounter, CancellationToken cancellation)
    {
        if (known is null) return new ArrestAnswer.NotFound();
        var charges = question.Charges.Count > 0 ? question.Charges : [.. known.Screened.SelectMany(one => one.Incident.Offenses ?? []).Where(packs.Knows).Distinct()];
        if (charges.Count is 0 or > MostCharges) return new ArrestAnswer.Refused($"Found {charges.Count} charges, expected 1 to {MostCharges}.");
        if (!charges.All(packs.Knows)) return new ArrestAnswer.Refused("Found a charge that no table and no policy knows, expected a NIBRS code or plain words.");
        if (!Enum.IsDefined(question.Measure) || !Enum.IsDefined(question.Stage)) return new ArrestAnswer.Refused("Found another measure or stage, expected one of the list.");
        var review = packs.Reviewer.Review(known.Evidence, charges);
        var reason = question.Reason is { } given ? AnsweredReason.Of(review, given) : null;
        var result = ArrestResult.Of(review, reason);
        var row = Row(act.Access, question, review, result, incident, encounter);
        using var key = await record.Vault.Find(row.Subject, cancellation);
        if (key is null) return new ArrestAnswer.NotFound();
        if (await act.Rows.ArrestReviews.AsNoTracking().SingleOrDefaultAsync(one => one.Id == row.Id, cancellation) is { } before)
            return await Again(act, known, new ArrestAnswer.Reviewed(before.Id, before.State, result, review), cancellation);
        row.Result = key.Seal(result.ToBytes(), ArrestResult.Place(row));
        act.Rows.ArrestReviews.Add(row);
        Note(act, row, reason);
        known.NoteTied(act);
        await act.Save(cancellation);
        return new ArrestAnswer.Reviewed(row.Id, row.State, result, review);
    }

    private static async Task<ArrestAnswer> Again(Act<PoliceContext> act, CaseRead known, ArrestAnswer.Reviewed before, CancellationToken cancellation)
    {
        act.Note(new EventDraft(Opened, before.Id.Value));
        known.NoteTied(act);
        await act.Save(cancellation);
        return before;
    }

    private static void Note(Act<PoliceContext> act, RecordedArrestReview row, AnsweredReason? reason)
    {
        act.Note(ArrestEvents.Reviewed(row));
        if (reason?.Outcome is ReasonOutcome.Refused) act.Note(ArrestEvents.OfReason(ArrestEvents.ReasonRefused, row));
        if (row.State is ArrestState.AwaitsApproval) act.Note(ArrestEvents.OfReason("arrest.exception-asked", row));
        if (row.Stage is ArrestStage.ActedToProtectLife) act.Note(ArrestEvents.OfReason(ArrestEvents.ProtectedLife, row));
        if (row.State is ArrestState.AwaitsRelief) act.Note(new EventDraft(new EventKind("arrest.flagged"), row.Id.Value, detail: row.Relief.ToString()!));
    }

    // The same press is the same review. Asked otherwise, of another case, or answered otherwise because more is known now, it is another:
    // nobody gets an old answer to a new question.
    private ArrestReviewId Id(AccountId account, ArrestQuestion question, ArrestReview review, ArrestResult result, Guid subject)
    {
        var facts = $"{question.Measure}/{question.Stage}/{question.Reason}/{review.Policy.Pack.Stamp}/{review.IsPossibleVictim}/{review.Under18}/";
        return new ArrestReviewId(question.Name.Within(
            record.Vault.Ring, "arrest-reviews", account, [.. subject.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(facts), .. result.ToBytes()]));
    }

    private RecordedArrestReview Row(RecordAccess access, ArrestQuestion question, ArrestReview review, ArrestResult result, IncidentId? incident, EncounterId? encounter)
    {
        var relief = !review.AsksForCare ? null : question.Stage switch
        {
            ArrestStage.MadeBeforeScreening => ReliefKind.Release,
            ArrestStage.ChargedBeforeScreening => ReliefKind.Vacatur,
            _ => (ReliefKind?)null,
        };
        var state = relief is not null ? ArrestState.AwaitsRelief
            : question.Stage is ArrestStage.ActedToProtectLife ? ArrestState.AwaitsLook
            : question.Stage is ArrestStage.Considered && result.Reason?.Outcome is ReasonOutcome.AsksApproval ? ArrestState.AwaitsApproval
            : ArrestState.Reviewed;
        return new RecordedArrestReview
        {
            Id = Id(access.Account, question, review, result, incident?.Value ?? encounter!.Value.Value), Organization = access.Organization, Incident = incident, Encounter = encounter,
            AskedBy = access.Account, AskedAt = record.Clock.GetUtcNow(), Measure = question.Measure, Stage = question.Stage, Policy = review.Policy.Pack.Stamp,
            Reason = result.Reason is null or { Outcome: ReasonOutcome.NotListed } ? null : question.Reason,
            IsPossibleVictim = review.IsPossibleVictim, AsksNotToArrest = review.AsksNotToArrest, Under18 = review.Under18, Relief = relief, State = state,
            IsForSupervisor = state is not ArrestState.Reviewed, Result = [],
        };
    }
}
