using System.CommandLine;
using Credence.Cli.Record;
using Credence.Police.Storage;
using Credence.Police.Web;
using Credence.Record.Storage;

namespace Credence.Cli.Serving;

/// <summary><c>credence serve police</c>: the pages of the police record, until it is stopped.</summary>
internal static class ServePoliceCommand
{
    private const string About =
        """
        Serves the pages of the police record until it is stopped, and prints where they are

        Accounts come from credence db init; there is no default password. An administrator who never signed in gets a link here, which
        works once, for 24 hours; everybody else gets one from the page Team. It listens on this machine only: a web server in front of it
        speaks TLS with the world, and --address says under which name. With --demo the record is an invented one, made where it is missing.
        """;

    private static readonly Option<string?> Place = new("--record")
    {
        Description = "The record: a file of its own, or postgresql://user@host:port/database (the password from PGPASSWORD or a .pgpass file)",
        HelpName = "PLACE",
    };

    private static readonly Option<string> Listen = Listening.On(8430);

    private static readonly Option<string[]> Link = new("--link")
    {
        Description = "Also print a link for this account, which puts new keys in the place of its old ones; whoever starts this command holds all keys of the record already",
        HelpName = "HANDLE",
    };

    private static readonly Option<bool> Demo = new("--demo") { Description = $"Serve an invented record in {DemoRecord.Folder}, made where it is missing; nothing in it is real" };

    private static readonly Option<string?> Packs = CommonOptions.Packs();

    public static Command Create()
    {
        var command = new Command("police", About) { Place, RecordOptions.Keys, Listen, Listening.Address, Link, Packs, Demo };
        command.SetAction(async parsed =>
        {
            using var interruption = new Interruption();
            return await Run(parsed, interruption.Token);
        });
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(Demo) == parsed.GetValue(Place) is not null) throw CommandEnd.WrongUse("Found both or neither of --record and --demo, expected one of them.");
        var (end, address) = Listening.Ends(parsed, Listen);
        var packs = PackFolder.Library(parsed.GetValue(Packs));
        void Say(string sentence) => parsed.InvocationConfiguration.Error.WriteLine(sentence);
        var record = parsed.GetValue(Demo) ? await DemoRecord.Open(packs, Say, cancellation) : await Open(parsed, cancellation);
        await using var host = PoliceHost.Build(record, new Readers(packs), end, address, Say);
        await Listening.Start(host, end, cancellation);
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine($"The pages of the police record: {address}");
        foreach (var (handle, role, token) in await EntryLinksAtHost.Of(record, parsed.GetValue(Link) ?? [], everybody: parsed.GetValue(Demo), cancellation))
            output.WriteLine($"To sign in first as {handle} ({role}): {new Uri(address, $"/entry/{token}")}");
        output.WriteLine("Ctrl+C ends it.");
        output.Flush();
        await Listening.UntilStopped(host, cancellation);
        record.Witness();
        return ExitCode.Interrupted;
    }

    private static async Task<RecordStore<PoliceContext>> Open(ParseResult parsed, CancellationToken cancellation)
    {
        var place = parsed.GetValue(Place)!;
        if (await OpenRecord.SideAt(RecordOptions.PlaceOf(place), cancellation) != "police")
            throw CommandEnd.Refused($"{RecordOptions.PlaceOf(place)}: found a record of the service side, expected one of police.");
        return await PoliceRecord.Open(RecordOptions.PlaceOf(place), RecordOptions.KeysOf(parsed, place), TimeProvider.System, cancellation);
    }
}
