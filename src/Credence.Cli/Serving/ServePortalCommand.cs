using System.CommandLine;
using Credence.Care.Access;
using Credence.Care.Cards;
using Credence.Care.Storage;
using Credence.Cli.Record;
using Credence.Portal;
using Credence.Record.Access;
using Credence.Record.Storage;

namespace Credence.Cli.Serving;

/// <summary><c>credence serve portal</c>: the pages on which a person sees what is her or his own, until it is stopped.</summary>
internal static class ServePortalCommand
{
    private const string About =
        """
        Serves the pages on which a person keeps notes and sees what is recorded about her or him, until it is stopped

        It stands on the service record of one organization, and has an address of its own. A person comes in by a card that an advocate makes, or without a
        name. Nothing on its pages' addresses and titles says what it is. It listens on this machine only: a web server in front of it speaks TLS with the world,
        keeps no log of who came, and --address says under which name.
        """;

    private static readonly Option<string> Listen = Listening.On(8450);

    private static readonly Option<string?> Organization = new("--organization")
    {
        Description = "Whose portal, by name, where the record has more than one organization",
        HelpName = "NAME",
    };

    private static readonly Option<string> Away = new("--leave")
    {
        Description = "Where quick leave leads: a site that anybody might look at",
        HelpName = "URL",
        DefaultValueFactory = _ => "https://www.weather.gov/",
    };

    private static readonly Option<string> Jurisdiction = new("--jurisdiction")
    {
        Description = "Which law binds those who read here, such as us-ma: what a person is told before telling anything",
        HelpName = "PLACE",
        DefaultValueFactory = _ => "us",
    };

    private static readonly Option<string?> Call = new("--call") { Description = "A telephone number for advice on reporting, shown to the person", HelpName = "NUMBER" };

    private static readonly Option<string?> Packs = CommonOptions.Packs();

    public static Command Create()
    {
        var command = new Command("portal", About) { RecordOptions.Record, RecordOptions.Keys, Organization, Away, Jurisdiction, Call, Listen, Listening.Address, Packs };
        command.SetAction(async parsed =>
        {
            using var interruption = new Interruption();
            return await Run(parsed, interruption.Token);
        });
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (end, address) = Listening.Ends(parsed, Listen);
        if (!Uri.TryCreate(parsed.GetValue(Away), UriKind.Absolute, out var away) || away.Scheme is not ("https" or "http"))
            throw CommandEnd.WrongUse("--leave: found no address, expected one such as https://www.weather.gov/.");
        var place = RecordOptions.PlaceOf(parsed);
        if (await OpenRecord.SideAt(place, cancellation) != "care")
            throw CommandEnd.Refused($"{place}: found a record of police, expected one of the service side: a portal is never served from what police keep.");
        var record = await CareRecord.Open(place, RecordOptions.KeysOf(parsed), TimeProvider.System, cancellation);
        var organization = await OrganizationOf(record, parsed.GetValue(Organization), cancellation);
        var portal = Portal.Portal.Of(organization.Name, away, parsed.GetValue(Jurisdiction)!, PackFolder.Library(parsed.GetValue(Packs))) with { Call = parsed.GetValue(Call) };
        if (!portal.KnowsTheLaw) throw CommandEnd.WrongUse("--jurisdiction: found a place whose law no pack has, expected one such as us or us-ma.");
        await using var host = PortalHost.Build(
            record, organization.Id, portal, new Passphrases(), end, address, parsed.InvocationConfiguration.Error.WriteLine);
        await Listening.Start(host, end, cancellation);
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine($"The portal of {organization.Name}: {address}");
        output.WriteLine("Ctrl+C ends it.");
        output.Flush();
        await Listening.UntilStopped(host, cancellation);
        record.Witness();
        return ExitCode.Interrupted;
    }

    private static async Task<Organization> OrganizationOf(RecordStore<CareContext> record, string? name, CancellationToken cancellation) =>
        await SurvivorDoor.OrganizationOf(record, name, cancellation)
        ?? throw CommandEnd.WrongUse("--organization: found no organization of this name, or several and none named, expected the name of one of this record.");
}
