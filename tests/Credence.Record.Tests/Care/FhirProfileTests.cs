using System.Text.Json;
using Credence.Care.Exchange;
using Credence.Care.Referrals;
using Credence.Consents;
using Credence.Referrals;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Task = System.Threading.Tasks.Task;
using TaskStatus = Hl7.Fhir.Model.Task.TaskStatus;

namespace Credence.Record.Tests.Care;

/// <summary>
/// A referral that goes out, held strictly against FHIR R4 (the strict parser of the library, which refuses unknown elements, missing ones and codes that a list has not) and against what SDOH Clinical Care 3.0.0 asks of its profiles beside that.
/// What their profile binds to a list of procedures is not checked: it has no code for help after trafficking, and docs/help.md says so.
/// </summary>
public class FhirProfileTests
{
    private static readonly InformationKind[] Everything = [InformationKind.Needs, InformationKind.Language, InformationKind.Identity, InformationKind.Contact, InformationKind.Safety];

    [Fact]
    public async Task In_every_state_the_bundle_is_valid_R4_and_keeps_the_cardinalities_and_required_codes_of_the_profiles()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var consent = await CareCast.Give(record, CareCast.Signed(record, person, Everything));
        var (desk, states) = (new ReferralDesk(record), new HashSet<TaskStatus>());
        foreach (var news in (ReferralNews?[])[null, new ReferralNews.Accepted(), new ReferralNews.Waitlisted(), new ReferralNews.Declined(DeclineReason.NoRoom)])
        {
            var id = await record.Refer(person, consent, Referred.To.Sent);
            if (news is not null) Assert.IsType<ReferralReply.Done>(await desk.Note(CareCast.Advocate, id, news, default));
            states.Add(await Check(id));
            if (news is not ReferralNews.Accepted) continue;
            Assert.IsType<ReferralReply.Done>(await desk.Note(CareCast.Advocate, id, new ReferralNews.Contacted(), default));
            states.Add(await Check(id));
            Assert.IsType<ReferralReply.Done>(await desk.Close(CareCast.Advocate, id, [new NeedOutcome(Need.Shelter, Extent.Met)], new OwnAnswer(Answering.NoAnswer), default));
            states.Add(await Check(id));
        }

        var back = await record.Refer(person, consent, Referred.To.Sent);
        await desk.Withdraw(CareCast.Own(person), back, default);
        states.Add(await Check(back));
        states.Add(await Check(await record.Refer(person, consent, Referred.To.Consented)));
        Assert.Equal(8, states.Count);

        async Task<TaskStatus> Check(ReferralId id)
        {
            var bundle = Strict(Assert.IsType<ExchangeAnswer.Ready>(await new ExchangeDesk(record).Fhir(CareCast.Advocate, id, default)).Document);
            Assert.Equal([], Problems(bundle));
            return One<Hl7.Fhir.Model.Task>(bundle).Status!.Value;
        }
    }

    [Fact]
    public async Task A_request_is_completed_only_where_the_help_was_given_and_revoked_where_it_ended_without()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var consent = await CareCast.Give(record, CareCast.Signed(record, person, Everything));
        var desk = new ReferralDesk(record);

        Assert.Equal(RequestStatus.Active, (await Request(await record.Refer(person, consent, Referred.To.Consented))).Status);
        Assert.Equal(RequestStatus.Active, (await Request(await record.Refer(person, consent, Referred.To.Sent))).Status);
        Assert.Equal(RequestStatus.Active, (await Request(await record.Refer(person, consent, Referred.To.Accepted))).Status);
        Assert.Equal(RequestStatus.Active, (await After(new ReferralNews.Waitlisted())).Status);
        Assert.Equal(RequestStatus.Revoked, (await After(new ReferralNews.Declined(DeclineReason.NoRoom))).Status);
        foreach (var extent in Enum.GetValues<Extent>())
            Assert.Equal(extent is Extent.Not ? RequestStatus.Revoked : RequestStatus.Completed, (await Closed(extent, [])).Status);
        Assert.Equal(RequestStatus.Completed, (await Closed(Extent.Not, [new ReferralNews.Contacted(), new ReferralNews.Started()])).Status);
        var back = await record.Refer(person, consent, Referred.To.Accepted);
        await desk.Withdraw(CareCast.Own(person), back, default);
        Assert.Equal(RequestStatus.Revoked, (await Request(back)).Status);

        async Task<ServiceRequest> After(ReferralNews news)
        {
            var id = await record.Refer(person, consent, Referred.To.Sent);
            Assert.IsType<ReferralReply.Done>(await desk.Note(CareCast.Advocate, id, news, default));
            return await Request(id);
        }

        async Task<ServiceRequest> Closed(Extent extent, ReferralNews[] before)
        {
            var id = await record.Refer(person, consent, Referred.To.Accepted);
            foreach (var news in before) Assert.IsType<ReferralReply.Done>(await desk.Note(CareCast.Advocate, id, news, default));
            Assert.IsType<ReferralReply.Done>(await desk.Close(CareCast.Advocate, id, [new NeedOutcome(Need.Shelter, extent)], new OwnAnswer(Answering.NoAnswer), default));
            return await Request(id);
        }

        async Task<ServiceRequest> Request(ReferralId id)
        {
            var bundle = Strict(Assert.IsType<ExchangeAnswer.Ready>(await new ExchangeDesk(record).Fhir(CareCast.Advocate, id, default)).Document);
            Assert.Equal([], Problems(bundle));
            return One<ServiceRequest>(bundle);
        }
    }

    [Fact]
    public async Task Each_rule_of_the_profiles_is_seen_to_fail_where_it_is_broken()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await CareCast.NewCareRecord(workplace);
        var (id, _, _) = await record.ByLink(await CareCast.TakeIn(record), Everything);
        var document = Assert.IsType<ExchangeAnswer.Ready>(await new ExchangeDesk(record).Fhir(CareCast.Advocate, id, default)).Document;
        foreach (var spoil in (Action<Bundle>[])[
            bundle => One<Hl7.Fhir.Model.Task>(bundle).Status = TaskStatus.Ready, bundle => One<Hl7.Fhir.Model.Task>(bundle).Focus = null, bundle => One<Hl7.Fhir.Model.Task>(bundle).For = null,
            bundle => One<Hl7.Fhir.Model.Task>(bundle).Requester = null, bundle => One<Hl7.Fhir.Model.Task>(bundle).Code!.Coding[0].Code = "approve",
            bundle => One<Hl7.Fhir.Model.Task>(bundle).StatusReason = new CodeableConcept("http://example.org", "no"), bundle => One<ServiceRequest>(bundle).Category = [],
            bundle => One<ServiceRequest>(bundle).Category[0].Coding[0].Code = "trafficking", bundle => One<ServiceRequest>(bundle).Code = null, bundle => One<ServiceRequest>(bundle).Subject = null!,
            bundle => One<ServiceRequest>(bundle).Intent = RequestIntent.Plan, bundle => One<Hl7.Fhir.Model.Consent>(bundle).Organization = [], bundle => One<Hl7.Fhir.Model.Consent>(bundle).Source = null,
            bundle => One<Hl7.Fhir.Model.Consent>(bundle).Category = [], bundle => One<Hl7.Fhir.Model.Consent>(bundle).Patient = null, bundle => bundle.Entry.RemoveAll(entry => entry.Resource is Patient),
        ])
        {
            var bundle = Strict(document);
            spoil(bundle);
            Assert.NotEmpty(Problems(bundle));
        }

        Assert.ThrowsAny<Exception>(() => Strict(document.Replace("\"resourceType\": \"Task\"", "\"resourceType\": \"Task\", \"urgency\": \"now\"", StringComparison.Ordinal)));
        // An element that R4 asks for, left out; and a code that is not on the list that it binds.
        Assert.ThrowsAny<Exception>(() => Strict(document.Replace("\"status\": \"requested\",", "", StringComparison.Ordinal)));
        Assert.ThrowsAny<Exception>(() => Strict(document.Replace("\"intent\": \"order\"", "\"intent\": \"wish\"", StringComparison.Ordinal)));
    }

    // What the profiles SDOHCC-TaskForReferralManagement, SDOHCC-ServiceRequest and SDOHCC-Consent ask beside R4.
    private static IEnumerable<string> Problems(Bundle bundle)
    {
        var (task, request, consent) = (One<Hl7.Fhir.Model.Task>(bundle), One<ServiceRequest>(bundle), One<Hl7.Fhir.Model.Consent>(bundle));
        foreach (var (resource, name) in ((Resource, string)[])[(task, "SDOHCC-TaskForReferralManagement"), (request, "SDOHCC-ServiceRequest"), (consent, "SDOHCC-Consent")])
            if (resource.Meta?.Profile.Single() != $"http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/{name}") yield return $"{name}: meta.profile";
        if (task.Status is null or TaskStatus.Ready or TaskStatus.Received) yield return "Task.status";
        if (task.Intent is not Hl7.Fhir.Model.Task.TaskIntent.Order) yield return "Task.intent";
        if (task.Code?.Coding.SingleOrDefault() is not { System: "http://hl7.org/fhir/CodeSystem/task-code", Code: "fulfill" }) yield return "Task.code";
        if (task.StatusReason is { Text: null or "" }) yield return "Task.statusReason.text";
        if (task.AuthoredOn is null) yield return "Task.authoredOn";
        if (request.Status is null || request.Intent is not (RequestIntent.Order or RequestIntent.FillerOrder or RequestIntent.OriginalOrder)) yield return "ServiceRequest.status, intent";
        if (request.Category.Count == 0 || request.Category.SelectMany(one => one.Coding).Any(one => one.System is not SdohCodes || !Categories.Contains(one.Code ?? ""))) yield return "ServiceRequest.category";
        if (request.Code is not { Text.Length: > 0 }) yield return "ServiceRequest.code";
        if (consent.Category.SelectMany(one => one.Coding).All(one => one.Code != "IDSCL")) yield return "Consent.category";
        if (consent.Scope?.Coding.SingleOrDefault()?.Code is not "patient-privacy") yield return "Consent.scope";
        if (consent.Organization.Count != 1) yield return "Consent.organization";
        if (consent.Source is null) yield return "Consent.source";
        foreach (var (field, reference, type) in ((string, ResourceReference?, Type)[])[
            ("Task.focus", task.Focus, typeof(ServiceRequest)), ("Task.for", task.For, typeof(Patient)), ("Task.requester", task.Requester, typeof(Organization)), ("Task.owner", task.Owner, typeof(Organization)),
            ("ServiceRequest.subject", request.Subject, typeof(Patient)), ("ServiceRequest.requester", request.Requester, typeof(Organization)), ("Consent.patient", consent.Patient, typeof(Patient)),
            ("Consent.organization", consent.Organization.FirstOrDefault(), typeof(Organization)), ("ServiceRequest.supportingInfo", request.SupportingInfo.FirstOrDefault(), typeof(Hl7.Fhir.Model.Consent)),
        ])
            if (bundle.Entry.SingleOrDefault(entry => entry.FullUrl == reference?.Reference)?.Resource is not { } target || !type.IsInstanceOfType(target)) yield return field;
    }

    private const string SdohCodes = "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes";

    // The categories of their list that a need of ours has; standards of 3.0.0.
    private static readonly HashSet<string> Categories =
    [
        "food-insecurity", "homelessness", "housing-instability", "inadequate-housing", "transportation-insecurity", "financial-insecurity", "material-hardship", "employment-status", "educational-attainment",
        "language-access", "digital-access", "sdoh-category-unspecified",
    ];

    private static T One<T>(Bundle bundle) where T : Resource => Assert.Single(bundle.Entry.Select(entry => entry.Resource).OfType<T>());

    private static Bundle Strict(string json) => JsonSerializer.Deserialize<Bundle>(json, new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector).UsingMode(DeserializationMode.Strict))!;
}
