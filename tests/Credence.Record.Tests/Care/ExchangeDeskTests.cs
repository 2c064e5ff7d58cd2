using System.Text.Json;
using Credence.Care.Consents;
using Credence.Care.Exchange;
using Credence.Care.Persons;
using Credence.Care.Referrals;
using Credence.Consents;
using Credence.Referrals;
using Credence.Testing;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Microsoft.VisualBasic.FileIO;
using PersonId = Credence.Record.Access.PersonId;
using Purpose = Credence.Consents.Purpose;
using Task = System.Threading.Tasks.Task;

namespace Credence.Record.Tests.Care;

public class ExchangeDeskTests
{
    private static readonly Credence.Consents.OrganizationId Office = new("example-iom");

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_referral_goes_out_as_a_ServiceRequest_and_its_Task_with_what_the_consent_names(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var (id, consent, _) = await record.ByLink(person, InformationKind.Needs, InformationKind.Language);
        var ready = Assert.IsType<ExchangeAnswer.Ready>(await new ExchangeDesk(record).Fhir(CareCast.Advocate, id, default));
        var bundle = Read(ready.Document);

        var task = Assert.Single(bundle.Entry.Select(entry => entry.Resource).OfType<Hl7.Fhir.Model.Task>());
        var request = Assert.Single(bundle.Entry.Select(entry => entry.Resource).OfType<ServiceRequest>());
        Assert.Equal((consent, Hl7.Fhir.Model.Task.TaskStatus.Requested, RequestPriority.Urgent), (ready.By, task.Status!.Value, task.Priority!.Value));
        Assert.Equal($"urn:uuid:{request.Id}", task.Focus!.Reference);
        Assert.Equal("homelessness", Assert.Single(Assert.Single(request.Category).Coding).Code);
        Assert.Equal("contacting-subject-prohibited", Assert.Single(Assert.Single(request.OrderDetail).Coding).Code);
        foreach (var reference in (string[])[task.For!.Reference!, task.Owner!.Reference!, task.Requester!.Reference!, request.Subject!.Reference!, request.SupportingInfo[0].Reference!])
            Assert.Contains(bundle.Entry, entry => entry.FullUrl == reference);
        Assert.Contains("\"es\"", ready.Document, StringComparison.Ordinal);
        foreach (var withheld in (string[])["Rosa", "555-0101", "night", person.Value.ToString(), id.Value.ToString()])
            Assert.DoesNotContain(withheld, ready.Document, StringComparison.Ordinal);
        Assert.Contains(await CareCast.Events(record), row => row.Kind == "referral.exported" && row.Subject == person.Value);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Where_a_task_is_held_rejected_or_canceled_it_says_why_and_of_the_person_nothing(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var desk = new ReferralDesk(record);
        var consent = await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.Needs));
        async Task<Hl7.Fhir.Model.Task> After(ReferralNews? news)
        {
            var id = await record.Refer(person, consent, Referred.To.Sent);
            if (news is null) await desk.Withdraw(CareCast.Own(person), id, default);
            else await desk.Note(CareCast.Advocate, id, news, default);
            return Read(Assert.IsType<ExchangeAnswer.Ready>(await new ExchangeDesk(record).Fhir(CareCast.Advocate, id, default)).Document)
                .Entry.Select(entry => entry.Resource).OfType<Hl7.Fhir.Model.Task>().Single();
        }

        var (waits, no, back) = (await After(new ReferralNews.Waitlisted()), await After(new ReferralNews.Declined(DeclineReason.NoRoom)), await After(null));
        Assert.Equal((Hl7.Fhir.Model.Task.TaskStatus.OnHold, "waitlist", "On a waiting list."), (waits.Status!.Value, waits.BusinessStatus!.Text, waits.StatusReason!.Text));
        Assert.Equal((Hl7.Fhir.Model.Task.TaskStatus.Rejected, "no-capacity", "Not taken: no room."), (no.Status!.Value, no.BusinessStatus!.Text, no.StatusReason!.Text));
        Assert.Equal((Hl7.Fhir.Model.Task.TaskStatus.Cancelled, "No longer wanted."), (back.Status!.Value, back.StatusReason!.Text));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nothing_goes_out_by_a_consent_that_was_withdrawn_or_names_somebody_else(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var (id, consent, _) = await record.ByLink(person, InformationKind.Needs);
        var desk = new ExchangeDesk(record);

        // One that names somebody else, and otherwise says the same as one that would let it go.
        var office = CareCast.Signed(record, person, InformationKind.Services) with { To = new Recipient(Office, "Example office"), Direction = Direction.CareToOther };
        await CareCast.Give(record, office with { Id = new ConsentId(Guid.NewGuid()), To = new Recipient(new("example-other"), "Other office") });
        Assert.Equal(
            "Found no consent for this, expected one that the person signs for example-iom as somebody else, neither police nor a provider, for referral, and that names services at least.", await WhyNot());
        await CareCast.Give(record, office);
        await new ConsentDesk(record).Withdraw(CareCast.Own(person), office.Id, default);
        Assert.Equal("The person withdrew the consent.", await WhyNot());
        Assert.IsType<ExchangeAnswer.NotFound>(await desk.Fhir(CareCast.Worker, id, default));
        Assert.IsType<ExchangeAnswer.NotFound>(await desk.Htcds(CareCast.Worker, person, Office, Purpose.Referral, default));
        await new ConsentDesk(record).Withdraw(CareCast.Own(person), consent, default);
        Assert.IsType<ExchangeAnswer.NotPermitted>(await desk.Fhir(CareCast.Advocate, id, default));
        Assert.DoesNotContain(await CareCast.Events(record), row => row.Kind.EndsWith(".exported", StringComparison.Ordinal));

        async Task<string> WhyNot() =>
            Assert.Single(Assert.IsType<ExchangeAnswer.NotPermitted>(await desk.Htcds(CareCast.Advocate, person, Office, Purpose.Referral, default)).Because).Because;
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_file_goes_out_in_the_fields_of_HTCDS_and_what_is_not_known_is_empty(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.Services) with { To = new Recipient(Office, "Example office"), Direction = Direction.CareToOther });

        var ready = Assert.IsType<ExchangeAnswer.Ready>(await new ExchangeDesk(record).Htcds(CareCast.Advocate, person, Office, Purpose.Referral, default));
        var known = Cells(ready.Document);
        Assert.Equal(("TRUE", "Active"), (known["con_Consent"], known["cas_Status"]));
        Assert.Equal(2, known.Count(pair => pair.Value.Length > 0));
        Assert.DoesNotContain("Rosa", ready.Document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=cmd@example.org", "'=cmd@example.org")]
    [InlineData("+1+cmd@example.org", "'+1+cmd@example.org")]
    [InlineData("\tcmd@example.org", "'\tcmd@example.org")]
    [InlineData("\rcmd@example.org", "'\rcmd@example.org")]
    [InlineData("rosa@example.org", "rosa@example.org")]
    public void No_cell_but_a_telephone_number_begins_as_a_formula_does(string told, string written)
    {
        var file = new PersonFile(new PersonId(Guid.NewGuid()), DateTimeOffset.UnixEpoch, null, CareCast.Sheet with
        {
            Contacts = [new SafeContact(ContactWay.Text, "+15550101", null, false, false), new SafeContact(ContactWay.Email, told, null, false, false)],
        });
        var row = HtcdsRow.Of(file, null, false);
        Assert.Contains($",{(written.Contains('\r', StringComparison.Ordinal) ? $"\"{written}\"" : written)},", row, StringComparison.Ordinal);
        Assert.Contains(",+15550101,", row, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task How_the_person_came_and_that_help_goes_on_elsewhere_goes_out_as_far_as_one_consent_names_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        await CareCast.PostOf(record, workplace);
        await new Credence.Care.Access.AgencyDesk(record).Call(CareCast.At(CareCast.Harbor, Credence.Care.Access.CareRole.Administrator), CareCast.Police.Value, "Example Police Department", default);
        var person = await CareCast.Receive(record, new HandoverId(Guid.NewGuid()));
        await record.Refer(person, await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.Needs)), Referred.To.Accepted);
        Assert.True(await new PersonDesk(record).Close(CareCast.Advocate, person, default));
        var desk = new ExchangeDesk(record);

        await Give(InformationKind.Services);
        var little = await Out();
        Assert.Equal(("Closed", "", "", ""), (little["cas_Status"], little["cas_ReferringOrganisation"], little["cas_ReasonForIncomingReferral"], little["prs_MobilePhone"]));
        Assert.NotEqual("", little["cas_IncomingReferralDate"]);
        await Give(InformationKind.Services, InformationKind.Needs, InformationKind.ReferralState);
        var more = await Out();

        Assert.Equal(("ClosedReferred", "Example Police Department", "shelter", "", ""),
            (more["cas_Status"], more["cas_ReferringOrganisation"], more["cas_ReasonForIncomingReferral"], more["cas_IncomingReferralDetails"], more["prs_MobilePhone"]));
        // The log tells what was filled, and to whom.
        var lines = await new Credence.Care.Events.LogDesk(record).Read(CareCast.Own(person), false, null, 50, default);
        Assert.Equal(
            [[InformationKind.Needs, InformationKind.ReferralState, InformationKind.Services], [InformationKind.Services]],
            lines.Where(line => line.What == "person.exported").Select(line => line.Kinds));
        Assert.All(lines.Where(line => line.What == "person.exported"), line => Assert.Equal("Example office", line.To));
        // Two consents are never added up: contact in another one does not go out with these.
        await Give(InformationKind.Services, InformationKind.Contact);
        Assert.Equal("", (await Out())["prs_MobilePhone"]);

        Task<ConsentId> Give(params InformationKind[] kinds) =>
            CareCast.Give(record, CareCast.Signed(record, person, kinds) with { To = new Recipient(Office, "Example office"), Direction = Direction.CareToOther });
        async Task<Dictionary<string, string>> Out() =>
            Cells(Assert.IsType<ExchangeAnswer.Ready>(await desk.Htcds(CareCast.Advocate, person, Office, Purpose.Referral, default)).Document);
    }

    [Fact]
    public void What_is_filled_is_on_the_standard_s_own_lists_and_no_field_of_its_form_is_missing()
    {
        var lists = Lists();
        Assert.SkipWhen(lists is null, "The lists of HTCDS 2.0 are not here.");
        foreach (var (closed, wentOn) in ((DateTimeOffset?, bool)[])[(null, false), (null, true), (DateTimeOffset.UnixEpoch, false), (DateTimeOffset.UnixEpoch, true)])
        {
            var file = new PersonFile(new PersonId(Guid.NewGuid()), DateTimeOffset.UnixEpoch, closed, CareCast.Sheet with
            {
                Contacts = [new SafeContact(ContactWay.Text, "+15550101", null, false, false), new SafeContact(ContactWay.Email, "=cmd@example.org", null, false, false)],
            });
            var known = Cells(HtcdsRow.Of(file, new IncomingReferral(new DateOnly(2031, 6, 11)) { From = "Example Police", Needs = [Referred.Shelter], IncidentNumber = "2031-1" }, wentOn));
            Assert.Empty(lists!.Keys.Except(known.Keys));
            Assert.Equal(closed is null ? "Active" : wentOn ? "ClosedReferred" : "Closed", known["cas_Status"]);
            Assert.Equal(("+15550101", "'=cmd@example.org", "2031-06-11"), (known["prs_MobilePhone"], known["prs_Email"], known["cas_IncomingReferralDate"]));
            foreach (var (field, value) in known.Where(pair => lists.ContainsKey(pair.Key) && pair.Value.Length > 0)) Assert.Contains(value, lists[field]);
        }
    }

    // The lists of the standard's own form, by the field that uses each; null where the folder of references is not here.
    private static Dictionary<string, HashSet<string>>? Lists()
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "reference", "standards");
        if (!Directory.Exists(folder)) return null;
        var choices = Rows(Path.Combine(folder, "htcds_2.0_xlsform_choices.csv")).ToLookup(row => row[0], row => row[1]);
        return Rows(Path.Combine(folder, "htcds_2.0_xlsform_survey.csv")).Where(row => row[0].StartsWith("select_", StringComparison.Ordinal))
            .ToDictionary(row => row[1], row => choices[row[0].Split(' ')[1]].ToHashSet());
    }

    private static Dictionary<string, string> Cells(string csv)
    {
        using var parser = new TextFieldParser(new StringReader(csv)) { Delimiters = [","] };
        var (fields, values) = (parser.ReadFields()!, parser.ReadFields()!);
        return fields.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static IEnumerable<string[]> Rows(string path)
    {
        using var parser = new TextFieldParser(path) { Delimiters = [","] };
        while (!parser.EndOfData) yield return parser.ReadFields()!;
    }

    private static Bundle Read(string json) => JsonSerializer.Deserialize<Bundle>(json, new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector))!;
}
