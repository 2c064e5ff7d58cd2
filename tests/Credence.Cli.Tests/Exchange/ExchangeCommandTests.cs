using System.Text.Json;
using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Persons;
using Credence.Care.Referrals;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;
using OrganizationId = Credence.Consents.OrganizationId;
using Purpose = Credence.Record.Access.Purpose;

namespace Credence.Cli.Tests.Exchange;

public sealed class ExchangeCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _place.Dispose();
    }

    [Fact]
    public async Task A_referral_goes_into_a_file_of_its_own_by_the_consent_and_a_record_without_one_gives_nothing()
    {
        var record = _place.PathOf("care.db");
        Assert.Equal(0, Said.By("db", "init", "care", "--record", record, "--organization", "Harbor House", "--account", "Administrator=it-1", "--account", "Advocate=adv-1").Exit);
        var (referral, person) = await Refer(record);
        string[] Fhir(string id, string account, string file) =>
            ["exchange", "fhir", "--record", record, "--as", account, "--purpose", "Help", "--referral", id, "--out", _place.PathOf(file)];
        string[] Htcds(string purpose, string file) =>
            ["exchange", "htcds", "--record", record, "--as", "adv-1", "--purpose", "RequestOfThePerson", "--person", person, "--to", "example-iom", "--for", purpose, "--out", _place.PathOf(file)];

        var said = Said.By(Fhir(referral, "adv-1", "referral.json"));
        Assert.Equal(0, said.Exit);
        Assert.DoesNotContain("Rosa", said.Output, StringComparison.Ordinal);
        Assert.Equal("Bundle", JsonDocument.Parse(File.ReadAllText(_place.PathOf("referral.json"))).RootElement.GetProperty("resourceType").GetString());
        Assert.Equal(3, Said.By(Fhir(referral, "adv-1", "referral.json")).Exit);
        Assert.Equal(3, Said.By(Fhir(referral, "it-1", "other.json")).Exit);
        Assert.Equal(3, Said.By(Fhir(Guid.NewGuid().ToString(), "adv-1", "other.json")).Exit);
        Assert.Equal(3, Said.By(Htcds("referral", "case.csv")).Exit);
        Assert.Equal(2, Said.By(Htcds("curiosity", "case.csv")).Exit);
        Assert.False(File.Exists(_place.PathOf("case.csv")) || File.Exists(_place.PathOf("other.json")));
    }

    private static async Task<(string Referral, string Person)> Refer(string path)
    {
        var store = await CareRecord.Open(new RecordPlace.EmbeddedFile(path), new KeyFolder($"{path}.keys"), TimeProvider.System, default);
        var account = await Steward.Of(store).FindAccount("adv-1", default);
        var access = (await new CareDoor(store).Enter(account!.Id, Purpose.Of(PurposeKind.Help), default))!;
        var person = (await new PersonDesk(store).TakeIn(access, new FaceSheet { CalledName = "Rosa (invented)", Language = "es" }, default))!.Value;
        await using var rows = store.Enter(access);
        var (now, own) = (store.Clock.GetUtcNow(), await ShortNames.Of(rows, access.Organization, default));
        var consent = new Consent
        {
            Id = new ConsentId(Guid.NewGuid()), About = new(person.Value), Giver = Giver.Person, Signatures = [new Signature(Signer.Person, now)], From = own,
            To = new Recipient(new OrganizationId("bay-house"), "Bay House"), Direction = Direction.CareToCare, Purpose = Credence.Consents.Purpose.Referral,
            Kinds = new HashSet<InformationKind> { InformationKind.Needs, InformationKind.Language }, Begins = now, Ends = now.AddDays(30), RisksShownAt = now,
            ToldHelpDoesNotDependOnIt = true, How = new HowGiven(ConsentForm.Paper, "es", Interpreter.Independent),
        };
        Assert.IsType<ConsentAnswer.Written>(await new ConsentDesk(store).Write(access, consent, new SigningAnswer.Person(), default));
        var desk = new ReferralDesk(store);
        var proposed = Assert.IsType<ReferralReply.Done>(await desk.Propose(access, person, consent.To, null, [new NeededHelp(Need.Shelter, Urgency.Now)], [], default)).Referral.Id;
        Assert.IsType<ReferralReply.Done>(await desk.Agree(access, proposed, consent.Id, default));
        Assert.IsType<ReferralReply.LinkGiven>(await desk.Send(access, proposed, SendingWay.Link, default));
        return (proposed.Value.ToString(), person.Value.ToString());
    }
}
