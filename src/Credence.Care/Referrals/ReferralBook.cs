using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Persons;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Links;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;
using Purpose = Credence.Consents.Purpose;

namespace Credence.Care.Referrals;

/// <summary>A person's referrals as they stand: opened from what is sealed, taken a step further, and told to nobody without a consent that holds at that moment.</summary>
internal sealed class ReferralBook(RecordStore<CareContext> record)
{
    private readonly ConsentBook _consents = new(record);
    private readonly LinkBook<CareContext> _links = new(record);

    internal static Task<RecordedReferral?> Find(CareContext rows, ReferralId id, CancellationToken cancellation) =>
        rows.Referrals.SingleOrDefaultAsync(row => row.Id == id, cancellation);

    internal async Task<Referral?> Open(RecordedReferral row, CancellationToken cancellation)
    {
        using var key = await record.Vault.Find(row.Person.Value, cancellation);
        return Open(row, key);
    }

    internal static Referral? Open(RecordedReferral row, ContentKey? key) =>
        key.TryOpen(row.Content, CareJson.Default.Referral, row.Place) is { } referral && referral.Id == row.Id ? referral : null;

    internal async Task<ReferralReply> Add(Act<CareContext> act, PersonId person, Referral referral, CancellationToken cancellation)
    {
        if (!await act.Rows.Persons.AnyAsync(row => row.Person == person && row.Content == ContentState.Kept, cancellation)) return new ReferralReply.NotFound();
        var row = new RecordedReferral { Id = referral.Id, Person = person, Organization = act.Rows.Organization, ProposedAt = referral.ProposedAt, Content = [] };
        if (!await Keep(row, referral, cancellation)) return new ReferralReply.NotFound();
        act.Rows.Referrals.Add(row);
        Note(act, row, "referral.proposed");
        return new ReferralReply.Done(referral);
    }

    /// <summary>Takes a step within an act. Nothing is changed where the rules refuse it.</summary>
    internal async Task<ReferralReply> Take(Act<CareContext> act, RecordedReferral row, ReferralStep step, CancellationToken cancellation)
    {
        if (await Open(row, cancellation) is not { } before) return new ReferralReply.NotFound();
        var answer = before.Take(step);
        if (answer is ReferralAnswer.Refused refused) return new ReferralReply.Refused(refused.Because);
        var after = ((ReferralAnswer.Taken)answer).Referral;
        if (!await Keep(row, after, cancellation)) return new ReferralReply.NotFound();
        if (after.IsOver) await _links.Withdraw(act, row.Id.Value, cancellation);
        Note(act, row, Word(step));
        return new ReferralReply.Done(after);
    }

    /// <summary>What may be told of a referral now, and by which consent; or why nothing may be.</summary>
    internal async Task<(Permission Permission, HandoverContent? Content, Consent? Consent)> Told(
        CareContext rows, RecordedReferral row, Referral referral, CancellationToken cancellation)
    {
        var consents = (await _consents.Of(rows, row.Person, cancellation)).Where(one => one.Id == referral.Consent).ToList();
        var kinds = consents.FirstOrDefault()?.Kinds.ToList() ?? [];
        // Of a file that does not open nothing is known, and nothing is told.
        if (await Content(rows, row, referral, kinds, cancellation) is not { } content) return (new Permission.Refused([]), null, null);
        var own = await ShortNames.Of(rows, row.Organization, cancellation);
        var asked = new Disclosure(row.Person.Lasting(), own, referral.To.Organization, Direction.CareToCare, Purpose.Referral, KindsOf(content));
        var permission = Consent.AnyPermits(consents, asked, record.Clock.GetUtcNow());
        return (permission, permission is Permission.Permitted ? content : null, consents.FirstOrDefault());
    }

    /// <summary>What is told by it. Own words are a part of what the person told, as <see cref="FaceSheet.Only"/> has it.</summary>
    internal static IReadOnlyList<InformationKind> KindsOf(HandoverContent content) =>
        content.InOwnWords is null ? content.Kinds : [.. content.Kinds, InformationKind.Statement];

    // The needs that this provider is asked for, and of the face sheet no more than the consent names.
    private async Task<HandoverContent?> Content(CareContext rows, RecordedReferral row, Referral referral, List<InformationKind> kinds, CancellationToken cancellation)
    {
        var file = await rows.Persons.AsNoTracking().SingleOrDefaultAsync(one => one.Person == row.Person, cancellation);
        using var key = await record.Vault.Find(row.Person.Value, cancellation);
        if (file is null || PersonDesk.Open(file, key)?.Only(kinds) is not { } sheet) return null;
        return new HandoverContent
        {
            Needs = referral.Needs, InOwnWords = sheet.InOwnWords, CalledName = sheet.CalledName, Contact = sheet.Contacts is [var contact, ..] ? contact : null,
            Language = sheet.Language, IsUnder18 = sheet.IsUnder18, Safety = sheet.Safety, IncidentNumber = sheet.IncidentNumber,
        };
    }

    private async Task<bool> Keep(RecordedReferral row, Referral referral, CancellationToken cancellation)
    {
        using var key = await record.Vault.Find(row.Person.Value, cancellation);
        if (key is null) return false;
        row.Content = key.Seal(referral, CareJson.Default.Referral, row.Place);
        (row.State, row.Since, row.DueAt, row.Consent) = (referral.State, referral.Since, ReferralPace.DueAt(referral), referral.Consent);
        row.OverAt = referral.IsOver ? referral.Since : null;
        row.AskedOnAt = referral.AskedOnAt;
        return true;
    }

    private static void Note(Act<CareContext> act, RecordedReferral row, string kind) =>
        act.Note(new EventDraft(new EventKind(kind), row.Person.Value, detail: row.Id.Value.ToString("N")));

    private static string Word(ReferralStep step) => step switch
    {
        ReferralStep.Agreed => "referral.agreed",
        ReferralStep.Sent => "referral.sent",
        ReferralStep.Accepted => "referral.accepted",
        ReferralStep.Waitlisted => "referral.waitlisted",
        ReferralStep.Declined => "referral.declined",
        ReferralStep.Contacted => "referral.contacted",
        ReferralStep.Started => "referral.started",
        ReferralStep.Closed => "referral.closed",
        ReferralStep.AskedOn => "referral.asked-on",
        ReferralStep.Withdrawn => "referral.withdrawn",
        _ => throw new InvalidOperationException(step.GetType().Name),
    };
}
