using System.CommandLine;
using System.Text;
using Credence.Care.Access;
using Credence.Care.Exchange;
using Credence.Care.Storage;
using Credence.Cli.Record;
using Credence.Consents;
using Credence.Record.Storage;
using Credence.Referrals;
using PersonId = Credence.Record.Access.PersonId;
using Purpose = Credence.Consents.Purpose;

namespace Credence.Cli.Exchange;

/// <summary><c>credence exchange</c>: what a consent names, in the form of another standard, for the one whom it names.</summary>
internal static class ExchangeCommand
{
    private static readonly Option<Guid> Referral = new("--referral") { Description = "The referral, by its id", HelpName = "ID", Required = true };

    private static readonly Option<Guid> Person = new("--person") { Description = "The person, by the id of the file", HelpName = "ID", Required = true };

    private static readonly Option<string> To = new("--to") { Description = "Who receives it, by the short name in the consent", HelpName = "NAME", Required = true };

    private static readonly Option<string> For = new("--for")
    {
        Description = $"What it is told for, as the consent says: {string.Join(", ", Enum.GetValues<Purpose>().Select(one => EnumWord.Of(one)))}", HelpName = "PURPOSE", Required = true,
    };

    private static readonly Option<string> Out = new("--out") { Description = "The new file; only its owner may read it", HelpName = "FILE", Required = true };

    public static Command Create() => new("exchange", "Writes what a person's consent names in the form of another standard, for the one whom the consent names; nothing goes out without one.")
    {
        Form("fhir", "Writes a referral as FHIR R4, after SDOH Clinical Care 3.0.0: a ServiceRequest and its Task.", [Referral],
            (desk, access, parsed, cancellation) => desk.Fhir(access, new ReferralId(parsed.GetValue(Referral)), cancellation)),
        Form("htcds", "Writes a file in the fields of the Human Trafficking Case Data Standard 2.0; what is not known stays empty.", [Person, To, For],
            (desk, access, parsed, cancellation) => desk.Htcds(access, new PersonId(parsed.GetValue(Person)), new(parsed.GetValue(To)!), PurposeOf(parsed), cancellation)),
    };

    private static Command Form(
        string name, string description, IEnumerable<Option> options, Func<ExchangeDesk, CareAccess, ParseResult, CancellationToken, Task<ExchangeAnswer>> ask)
    {
        var command = new Command(name, description) { RecordOptions.Record, RecordOptions.Keys, RecordOptions.As, RecordOptions.Purpose, Out };
        foreach (var option in options) command.Options.Add(option);
        command.SetAction(async parsed =>
        {
            using var interruption = new Interruption();
            return await Run(parsed, ask, interruption.Token);
        });
        return command;
    }

    private static async Task<int> Run(
        ParseResult parsed, Func<ExchangeDesk, CareAccess, ParseResult, CancellationToken, Task<ExchangeAnswer>> ask, CancellationToken cancellation)
    {
        var path = parsed.GetValue(Out)!;
        OwnFile.ExpectNew(path);
        var place = RecordOptions.PlaceOf(parsed);
        if (await OpenRecord.SideAt(place, cancellation) != CareContent.OfTheRecord.Side) throw CommandEnd.WrongUse($"{place}: found a police record, expected a service record.");
        var record = await CareRecord.Open(place, RecordOptions.KeysOf(parsed), TimeProvider.System, cancellation);
        var ready = await ask(new ExchangeDesk(record), await Access(parsed, record, cancellation), parsed, cancellation) switch
        {
            ExchangeAnswer.Ready one => one,
            ExchangeAnswer.NotPermitted refused => throw CommandEnd.Refused(string.Join(' ', refused.Because.Select(one => one.Because))),
            _ => throw CommandEnd.Refused("Found none of this id for this account, expected one of its own organization."),
        };
        await using (var writer = new StreamWriter(OwnFile.Open(path, FileMode.CreateNew), new UTF8Encoding(false))) await writer.WriteAsync(ready.Content);
        record.Witness();
        parsed.InvocationConfiguration.Output.WriteLine($"It is in {path}. The consent is {ready.By.Value}: give the file to the one whom it names, and to nobody else.");
        return ExitCode.Done;
    }

    private static async Task<CareAccess> Access(ParseResult parsed, RecordStore<CareContext> record, CancellationToken cancellation) =>
        await Steward.Of(record).FindAccount(parsed.GetValue(RecordOptions.As)!, cancellation) is { } account
            && await new CareDoor(record).Enter(account.Id, RecordOptions.PurposeOf(parsed), cancellation) is { } access && access.May(CareAct.Send)
            ? access
            : throw CommandEnd.Refused("--as: found no open account of this name that sends, expected one with the role Advocate, ProviderWorker or ProviderLead.");

    private static Purpose PurposeOf(ParseResult parsed) => EnumWord.Find<Purpose>(parsed.GetValue(For))
        ?? throw CommandEnd.WrongUse($"--for: found another word, expected one of {string.Join(", ", Enum.GetValues<Purpose>().Select(one => EnumWord.Of(one)))}.");
}
