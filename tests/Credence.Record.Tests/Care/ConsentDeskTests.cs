using Credence.Care.Consents;
using Credence.Care.Releases;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;
using PersonId = Credence.Record.Access.PersonId;
using Purpose = Credence.Consents.Purpose;

namespace Credence.Record.Tests.Care;

public class ConsentDeskTests
{
    private static readonly InformationKind[] Language = [InformationKind.Language];

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_person_gives_lists_and_withdraws_by_herself_or_himself(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person, desk) = await Served(workplace);
        var consent = CareCast.Signed(record, person, Language) with { How = new HowGiven(ConsentForm.Screen, "es") };

        Assert.IsType<ConsentAnswer.Written>(await desk.Give(CareCast.Own(person), consent, new SigningAnswer.Person(), default));
        var listed = Assert.Single(await desk.List(CareCast.Own(person), default));
        var withdrawal = await desk.Withdraw(CareCast.Own(person), consent.Id, default);
        var again = await desk.Withdraw(CareCast.Own(person), consent.Id, default);

        Assert.Equal((consent.Id, consent.Ends, ConsentForm.Screen, true), (listed.Id, listed.Ends, listed.How.Form, listed.How.IsOnline));
        Assert.True(consent.Kinds.SetEquals(listed.Kinds));
        Assert.Empty(withdrawal!.ToTell);
        Assert.Equal(withdrawal.At, again!.At, TimeSpan.FromMilliseconds(1));
        Assert.NotNull(Assert.Single(await desk.List(CareCast.Advocate, person, default)).WithdrawnAt);
        Assert.Single(await CareCast.Events(record), row => row.Kind == "consent.withdrawn");
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_consent_that_would_permit_nothing_is_not_kept(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person, desk) = await Served(workplace);
        var signed = CareCast.Signed(record, person, Language);

        Assert.Equal(RefusalReason.NotWritten, await Reason(signed with { How = new HowGiven(ConsentForm.Spoken, "es") }));
        Assert.Equal(RefusalReason.RisksNotShown, await Reason(signed with { RisksShownAt = null }));
        Assert.Equal(RefusalReason.NotTimeLimited, await Reason(signed with { Ends = signed.Begins.AddYears(3) }));
        Assert.Equal(RefusalReason.Expired, await Reason(signed with { Begins = signed.Begins.AddDays(-9), Ends = signed.Begins.AddDays(-1) }));
        Assert.Equal(RefusalReason.KindNotNamed, await Reason(signed with { Kinds = new HashSet<InformationKind>() }));
        Assert.Empty(await desk.List(CareCast.Advocate, person, default));

        async Task<RefusalReason> Reason(Consent consent) =>
            Assert.IsType<ConsentAnswer.PermitsNothing>(await desk.Write(CareCast.Advocate, consent, new SigningAnswer.Person(), default)).Because[0].Reason;
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nobody_but_the_person_can_write_down_a_consent_as_given_online(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person, desk) = await Served(workplace);
        var forged = CareCast.Signed(record, person, Language) with { How = new HowGiven(ConsentForm.Screen, "es") { IsOnline = true } };

        Assert.IsType<ConsentAnswer.Written>(await desk.Write(CareCast.Advocate, forged, new SigningAnswer.Person(), default));

        Assert.False(Assert.Single(await desk.List(CareCast.Advocate, person, default)).How.IsOnline);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Who_signs_online_is_asked_of_the_record_too(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person, desk) = await Served(workplace);
        var law = Assert.Single(ConsentLawPack.From(Testing.Cast.Packs, []), one => one.Jurisdiction == "us-ma");
        var (own, adult) = (CareCast.Own(person), new SigningFacts { Age = 18 });
        Assert.IsType<SigningAnswer.Person>(await desk.WhoSigns(own, law, adult, default));
        Assert.IsType<SigningAnswer.Ask>(await desk.WhoSigns(own, law, new SigningFacts(), default));
        Assert.IsType<SigningAnswer.Ask>(await desk.WhoSigns(own, law, adult with { Age = 17 }, default));
        Assert.IsType<SigningAnswer.Guardian>(await desk.WhoSigns(own, law, adult with { HasCourtGuardian = true }, default));

        var guardian = CareCast.Signed(record, person, Language);
        guardian = guardian with { Giver = Giver.Guardian, Signatures = [new Signature(Signer.Guardian, guardian.Begins)] };
        Assert.IsType<ConsentAnswer.Written>(await desk.Write(CareCast.Advocate, guardian, new SigningAnswer.Guardian(), default));
        Assert.IsType<SigningAnswer.Guardian>(await desk.WhoSigns(own, law, adult, default));
        var young = await new Credence.Care.Persons.PersonDesk(record).TakeIn(CareCast.Advocate, CareCast.Sheet with { IsUnder18 = true }, default);
        Assert.IsType<SigningAnswer.Ask>(await desk.WhoSigns(CareCast.Own(young!.Value), law, adult, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Who_signs_is_who_the_law_says(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person, desk) = await Served(workplace);
        var signed = CareCast.Signed(record, person, Language);
        var alone = new SigningAnswer.MinorAlone(Walk.DeskWorld.Massachusetts.Minors[0], "consent-law-us-ma@1.1.0/living-apart");

        Assert.IsType<ConsentAnswer.Refused>(await desk.Write(CareCast.Advocate, signed, new SigningAnswer.Nobody("No parent."), default));
        Assert.IsType<ConsentAnswer.Refused>(await desk.Write(CareCast.Advocate, signed, new SigningAnswer.Ask([]), default));
        Assert.IsType<ConsentAnswer.Refused>(await desk.Write(CareCast.Advocate, signed, alone, default));
        Assert.IsType<ConsentAnswer.Written>(
            await desk.Write(CareCast.Advocate, signed with { Giver = Giver.MinorAlone, MinorRule = alone.Stamp }, alone, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nobody_gives_lists_or_withdraws_for_somebody_else_s_person(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person, desk) = await Served(workplace);
        var other = await CareCast.TakeIn(record);
        var consent = await CareCast.Give(record, CareCast.Signed(record, person, Language));
        var signing = new SigningAnswer.Person();

        Assert.IsType<ConsentAnswer.NotFound>(await desk.Give(CareCast.Own(other), CareCast.Signed(record, person, Language), signing, default));
        Assert.IsType<ConsentAnswer.NotFound>(await desk.Write(CareCast.Worker, CareCast.Signed(record, person, Language), signing, default));
        Assert.IsType<ConsentAnswer.Refused>(await desk.Write(
            CareCast.Advocate, CareCast.Signed(record, person, Language) with { From = CareCast.Ground(CareCast.Meadow) }, signing, default));
        Assert.Empty(await desk.List(CareCast.Worker, person, default));
        Assert.Empty(await desk.List(CareCast.Own(other), default));
        Assert.Null(await desk.Withdraw(CareCast.Own(other), consent, default));
        Assert.Null(await desk.Withdraw(CareCast.Worker, person, consent, default));
        Assert.Null(await desk.Withdraw(CareCast.Advocate, other, consent, default));
        Assert.IsType<Suspicion.NotFound>(await desk.Suspect(CareCast.Worker, person, consent, Signer.Parent, default));
        Assert.Null((await desk.List(CareCast.Own(person), default))[0].WithdrawnAt);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_id_of_somebody_else_s_consent_can_be_used_and_tells_nothing(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person, desk) = await Served(workplace);
        var other = await CareCast.TakeIn(record);
        var consent = CareCast.Signed(record, person, Language);
        await CareCast.Give(record, consent);

        var same = CareCast.Signed(record, other, Language) with { Id = consent.Id };
        Assert.IsType<ConsentAnswer.Written>(await desk.Give(CareCast.Own(other), same, new SigningAnswer.Person(), default));
        await desk.Withdraw(CareCast.Own(other), same.Id, default);

        Assert.NotNull(await Read(record, person));
        Assert.IsType<ConsentAnswer.Refused>(await desk.Give(CareCast.Own(person), consent with { Purpose = Purpose.Compensation }, new SigningAnswer.Person(), default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_same_sent_twice_is_one_consent_and_one_that_was_taken_back_is_not_given_by_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new MovedClock();
        var (record, person, desk) = await Served(workplace, clock);
        var consent = CareCast.Signed(record, person, Language);
        await CareCast.Give(record, consent);
        clock.Move(TimeSpan.FromSeconds(5));
        var now = record.Clock.GetUtcNow();

        var again = consent with { Begins = now, Ends = now + (consent.Ends - consent.Begins), Signatures = [new Signature(Signer.Person, now)] };
        Assert.Equal(consent.Id, Assert.IsType<ConsentAnswer.Written>(await desk.Write(CareCast.Advocate, again, new SigningAnswer.Person(), default)).Id);
        Assert.Equal(consent.Begins, Assert.Single(await desk.List(CareCast.Advocate, person, default)).Begins);
        Assert.Single(await CareCast.Events(record), row => row.Kind == "consent.given");
        Assert.IsType<ConsentAnswer.Refused>(await desk.Write(CareCast.Advocate, again with { Ends = again.Ends.AddDays(1) }, new SigningAnswer.Person(), default));
        await desk.Withdraw(CareCast.Own(person), consent.Id, default);
        Assert.IsType<ConsentAnswer.Refused>(await desk.Write(CareCast.Advocate, again, new SigningAnswer.Person(), default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_edited_row_forges_and_lengthens_nothing(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new MovedClock();
        var (record, person, _) = await Served(workplace, clock);
        var consent = await CareCast.Give(record, CareCast.Signed(record, person, Language));

        Assert.Equal(1, await CareCast.Tamper(record, $"""UPDATE consents SET "Ends" = "Ends" + 99999999999999 WHERE "Id" = {consent.Value}"""));
        Assert.NotNull(await Read(record, person));
        clock.Move(TimeSpan.FromDays(31));
        Assert.Null(await Read(record, person));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Sealed_bytes_of_another_consent_or_person_do_not_open(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person, _) = await Served(workplace);
        var other = await CareCast.TakeIn(record);
        var narrow = await CareCast.Give(record, CareCast.Signed(record, person, Language) with { Purpose = Purpose.Feedback });
        var wide = await CareCast.Give(record, CareCast.Signed(record, other, Language));
        var own = await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.Identity));

        await CareCast.Tamper(record, $"""UPDATE consents SET "Content" = (SELECT other."Content" FROM consents other WHERE other."Id" = {wide.Value}) WHERE "Id" = {narrow.Value}""");
        Assert.Null(await Read(record, person));
        await CareCast.Tamper(record, $"""UPDATE consents SET "Person" = {person.Value} WHERE "Id" = {wide.Value}""");
        Assert.Null(await Read(record, person));
        await CareCast.Tamper(record, $"""UPDATE consents SET "Content" = (SELECT other."Content" FROM consents other WHERE other."Id" = {own.Value}) WHERE "Id" = {narrow.Value}""");
        Assert.Null(await new ReleaseDesk(record).Read(CareCast.Worker, CareCast.Harbor, person, Purpose.Feedback, Language, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_consent_moved_to_another_organization_lets_that_one_tell_nothing(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person, desk) = await Served(workplace);
        await CareCast.Give(record, CareCast.Signed(record, person, Language));
        await CareCast.Tamper(record, $"""UPDATE consents SET "Organization" = {CareCast.Meadow.Value}""");

        Assert.Empty(await desk.List(CareCast.Worker, person, default));
        Assert.Null(await Read(record, person));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_withdrawal_outlives_whoever_clears_it_or_puts_an_older_row_back(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person, desk) = await Served(workplace);
        var consent = await CareCast.Give(record, CareCast.Signed(record, person, Language));
        var older = await Content(record);
        await desk.Withdraw(CareCast.Advocate, person, consent, default);

        await CareCast.Tamper(record, $"""UPDATE consents SET "WithdrawnAt" = NULL""");
        Assert.Null(await Read(record, person));
        await CareCast.Tamper(record, $"""UPDATE consents SET "Content" = {older}""");
        Assert.Null(await Read(record, person));
        Assert.NotNull((await desk.List(CareCast.Own(person), default))[0].WithdrawnAt);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_signer_who_is_suspected_later_makes_it_worth_nothing_for_good(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person, desk) = await Served(workplace);
        var signed = await CareCast.GiveWithParent(record, person, Language);
        Assert.NotNull(await Read(record, person));

        foreach (var other in (Signer[])[Signer.Person, Signer.Guardian, (Signer)99])
            Assert.IsType<Suspicion.Refused>(await desk.Suspect(CareCast.Advocate, person, signed, other, default));
        Assert.NotNull(await Read(record, person));
        var noted = Assert.IsType<Suspicion.Noted>(await desk.Suspect(CareCast.Advocate, person, signed, Signer.Parent, default));

        Assert.Equal((true, "Meadow Legal", false), (noted.HasEnded, Assert.Single(noted.ToTell).Name, noted.IsTold));
        Assert.Null(await Read(record, person));
        Assert.Null(Assert.Single(await desk.List(CareCast.Own(person), default)).WithdrawnAt);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nothing_of_what_a_consent_says_stands_plain_in_its_row(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person, _) = await Served(workplace);
        await CareCast.Give(record, CareCast.Signed(record, person, Language));

        Assert.DoesNotContain("Meadow", System.Text.Encoding.Latin1.GetString(await Content(record)), StringComparison.Ordinal);
    }

    private static Task<Release?> Read(RecordStore<CareContext> record, PersonId person) =>
        new ReleaseDesk(record).Read(CareCast.Worker, CareCast.Harbor, person, Purpose.Referral, Language, default);

    private static async Task<byte[]> Content(RecordStore<CareContext> record)
    {
        await using var rows = record.Enter(Scope.Steward);
        return await rows.Everything<RecordedConsent>().Select(row => row.Content).SingleAsync();
    }

    private static async Task<(RecordStore<CareContext> Record, PersonId Person, ConsentDesk Desk)> Served(Workplace workplace, TimeProvider? clock = null)
    {
        var record = await CareCast.NewCareRecord(workplace, clock);
        return (record, await CareCast.TakeIn(record), new ConsentDesk(record));
    }
}
