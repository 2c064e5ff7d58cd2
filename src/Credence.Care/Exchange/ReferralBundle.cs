using Credence.Consents;
using Credence.Referrals;
using Hl7.Fhir.Model;
using Consent = Credence.Consents.Consent;

namespace Credence.Care.Exchange;

/// <summary>
/// A referral in FHIR R4, after SDOH Clinical Care 3.0.0: a ServiceRequest and the Task that manages it, with what the consent allows to tell and nothing else. No code is
/// guessed: where their lists have none for a need, the need stands in words.
/// </summary>
internal static class ReferralBundle
{
    private const string Profiles = "http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/";
    private const string SdohCodes = "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes";
    private const string TaskCodes = "http://hl7.org/fhir/CodeSystem/task-code";

    /// <summary>The bundle.</summary>
    /// <param name="referral">The referral.</param>
    /// <param name="content">What its consent permits to tell at this moment.</param>
    /// <param name="consent">The consent.</param>
    /// <param name="from">The name of the organization that refers.</param>
    /// <param name="person">A number made for this bundle alone: the record's own never leaves it.</param>
    /// <param name="now">Now.</param>
    internal static Bundle Of(Referral referral, HandoverContent content, Consent consent, string from, Guid person, DateTimeOffset now)
    {
        var (patient, requester, owner, basis) = (Patient(content, person), Organization(consent.From.Value, from), Organization(referral.To.Organization.Value, referral.To.Name), Basis(consent, now));
        basis.Patient = To(patient);
        basis.Organization = [To(requester)];
        var request = Request(referral, content);
        (request.Subject, request.Requester, request.Performer, request.SupportingInfo) = (To(patient), To(requester), [To(owner)], [To(basis)]);
        var task = Task(referral, now);
        (task.Focus, task.For, task.Requester, task.Owner) = (To(request), To(patient), To(requester), To(owner));
        var bundle = new Bundle { Type = Bundle.BundleType.Collection, Timestamp = now };
        foreach (var resource in (Resource[])[task, request, patient, requester, owner, basis]) bundle.Entry.Add(new Bundle.EntryComponent { FullUrl = Urn(resource), Resource = resource });
        return bundle;
    }

    private static Patient Patient(HandoverContent content, Guid person)
    {
        var patient = new Patient { Id = person.ToString() };
        if (content.CalledName is { } name) patient.Name.Add(new HumanName { Use = HumanName.NameUse.Usual, Text = name });
        if (content.Language is { } language) patient.Communication.Add(new Patient.CommunicationComponent { Language = new CodeableConcept("urn:ietf:bcp:47", language), Preferred = true });
        if (content.Contact is { } contact && System(contact.Way) is { } system)
            patient.Telecom.Add(new ContactPoint(system, null, contact.Value) { Rank = 1 });
        return patient;
    }

    // In person and through somebody are no ways of a telecom: they stand in words in the request.
    private static ContactPoint.ContactPointSystem? System(ContactWay way) => way switch
    {
        ContactWay.Call => ContactPoint.ContactPointSystem.Phone,
        ContactWay.Text => ContactPoint.ContactPointSystem.Sms,
        ContactWay.Email => ContactPoint.ContactPointSystem.Email,
        _ => null,
    };

    private static Organization Organization(string shortName, string name) => new()
    {
        Id = Guid.NewGuid().ToString(), Active = true, Name = name, Identifier = [new Identifier { Value = shortName }],
    };

    private static ServiceRequest Request(Referral referral, HandoverContent content)
    {
        var request = new ServiceRequest
        {
            Id = Guid.NewGuid().ToString(), Meta = Profile("SDOHCC-ServiceRequest"), Status = Standing(referral), Intent = RequestIntent.Order,
            AuthoredOn = Day(referral.ProposedAt), Priority = referral.Needs.Any(one => one.Urgency == Urgency.Now) ? RequestPriority.Urgent : RequestPriority.Routine,
            Category = [.. content.Needs.Select(one => Category(one.Need)).Distinct().Select(code => new CodeableConcept(SdohCodes, code))],
            Code = new CodeableConcept { Text = string.Join(", ", content.Needs.Select(one => EnumWord.Of(one.Need).Replace('-', ' '))) },
        };
        // Who gave no way to be reached is not to be looked for.
        if (content.Contact is null) request.OrderDetail.Add(new CodeableConcept(SdohCodes, "contacting-subject-prohibited"));
        foreach (var words in (string?[])[content.InOwnWords, content.Safety, content.Contact is { } contact ? Words(contact) : null])
            if (words is not null) request.Note.Add(new Annotation { Text = words });
        return request;
    }

    // What is over without help was not completed: nobody may count it as given. For another provider a request of its own is made.
    private static RequestStatus Standing(Referral referral) => !referral.IsOver ? RequestStatus.Active : WasGiven(referral) ? RequestStatus.Completed : RequestStatus.Revoked;

    private static bool WasGiven(Referral referral) => referral.State is ReferralState.Closed
        && (referral.Steps.Any(step => step is ReferralStep.Started) || referral.Steps.OfType<ReferralStep.Closed>().Last().Outcomes.Any(one => one.Extent is not Extent.Not));

    private static string Words(SafeContact contact) =>
        $"Contact: {EnumWord.Of(contact.Way).Replace('-', ' ')}{(System(contact.Way) is null ? $", {contact.Value}" : "")}{(contact.When is { } when ? $"; when: {when}" : "")}; "
        + $"{(contact.MayLeaveMessage ? "a message may be left" : "leave no message")}; {(contact.MaySayWhoCalls ? "you may say who calls" : "do not say who calls")}.";

    private static Hl7.Fhir.Model.Task Task(Referral referral, DateTimeOffset now)
    {
        var task = new Hl7.Fhir.Model.Task
        {
            Id = Guid.NewGuid().ToString(), Meta = Profile("SDOHCC-TaskForReferralManagement"), Status = Status(referral.State), Intent = Hl7.Fhir.Model.Task.TaskIntent.Order,
            Code = new CodeableConcept(TaskCodes, "fulfill"), AuthoredOn = Time(referral.SentAt ?? referral.Since), LastModified = Time(now),
            Priority = referral.Needs.Any(one => one.Urgency == Urgency.Now) ? RequestPriority.Urgent : RequestPriority.Routine,
        };
        if (Reason(referral) is { } reason) task.StatusReason = new CodeableConcept { Text = reason };
        if (DeclineCrosswalk.SdohCapacity(referral) is { } capacity) task.BusinessStatus = new CodeableConcept { Text = capacity };
        return task;
    }

    private static Hl7.Fhir.Model.Task.TaskStatus Status(ReferralState state) => state switch
    {
        ReferralState.Sent => Hl7.Fhir.Model.Task.TaskStatus.Requested,
        ReferralState.Accepted => Hl7.Fhir.Model.Task.TaskStatus.Accepted,
        ReferralState.Waitlisted => Hl7.Fhir.Model.Task.TaskStatus.OnHold,
        ReferralState.Declined => Hl7.Fhir.Model.Task.TaskStatus.Rejected,
        ReferralState.FirstContact or ReferralState.ServiceStarted => Hl7.Fhir.Model.Task.TaskStatus.InProgress,
        ReferralState.Closed => Hl7.Fhir.Model.Task.TaskStatus.Completed,
        ReferralState.Withdrawn => Hl7.Fhir.Model.Task.TaskStatus.Cancelled,
        _ => Hl7.Fhir.Model.Task.TaskStatus.Draft,
    };

    // Their profile asks for words where a task is held, rejected or canceled; one that ended without help says so too. Why a person takes something back nobody asks.
    private static string? Reason(Referral referral) => referral.State switch
    {
        ReferralState.Waitlisted => "On a waiting list.",
        ReferralState.Declined => $"Not taken: {EnumWord.Of(referral.Steps.OfType<ReferralStep.Declined>().Last().Reason).Replace('-', ' ')}.",
        ReferralState.Withdrawn => "No longer wanted.",
        ReferralState.Closed when !WasGiven(referral) => "Closed; the help was not given.",
        _ => null,
    };

    private static Hl7.Fhir.Model.Consent Basis(Consent consent, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid().ToString(), Meta = Profile("SDOHCC-Consent"), Status = Hl7.Fhir.Model.Consent.ConsentState.Active, DateTimeElement = new FhirDateTime(consent.Begins),
        Scope = new CodeableConcept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
        Category = [new CodeableConcept("http://terminology.hl7.org/CodeSystem/v3-ActCode", "IDSCL")],
        Source = new Attachment { Title = "A signed release, kept by the organization that refers", CreationElement = new FhirDateTime(consent.Begins) },
        Provision = new Hl7.Fhir.Model.Consent.provisionComponent
        {
            Period = new Period(new FhirDateTime(now), new FhirDateTime(consent.Ends)),
        },
    };

    private static string Category(Need need) => need switch
    {
        Need.Food => "food-insecurity",
        Need.Shelter => "homelessness",
        Need.Housing => "housing-instability",
        Need.Transport => "transportation-insecurity",
        Need.Money => "financial-insecurity",
        Need.Clothing => "material-hardship",
        Need.Work => "employment-status",
        Need.Education => "educational-attainment",
        Need.Interpreter => "language-access",
        Need.Communication => "digital-access",
        _ => "sdoh-category-unspecified",
    };

    private static Meta Profile(string name) => new() { Profile = [Profiles + name] };

    private static ResourceReference To(Resource resource) => new(Urn(resource));

    private static string Urn(Resource resource) => $"urn:uuid:{resource.Id}";

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", global::System.Globalization.CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", global::System.Globalization.CultureInfo.InvariantCulture);
}
