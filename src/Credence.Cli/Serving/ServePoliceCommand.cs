using System.CommandLine;
using Credence.Cli.Handovers;
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
        speaks TLS with the world, and --address says under which name. With --handovers the same process sends what was handed over and takes in
        what providers answer. With --demo the record is an invented one, made where it is missing.
        """;

    private static readonly Option<string> Listen = Listening.On(8430);

    private static readonly Option<bool> Demo = new("--demo") { Description = $"Serve an invented record in {DemoRecord.Folder}, made where it is missing; nothing in it is real" };

    private static readonly Option<string?> Packs = CommonOptions.Packs();

    public static Command Create()
    {
        var command = new Command("police", About) { RecordHost.Place, RecordOptions.Keys, Listen, Listening.Address, RecordHost.Link, Packs, Demo, RunningPost.Beside, PostRecord.Name };
        command.SetAction(async parsed =>
        {
            using var interruption = new Interruption();
            return await Run(parsed, interruption.Token);
        });
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(Demo) == parsed.GetValue(RecordHost.Place) is not null) throw CommandEnd.WrongUse("Found both or neither of --record and --demo, expected one of them.");
        var (end, address) = Listening.Ends(parsed, Listen);
        var packs = PackFolder.Library(parsed.GetValue(Packs));
        void Say(string sentence) => parsed.InvocationConfiguration.Error.WriteLine(sentence);
        var record = parsed.GetValue(Demo) ? await DemoRecord.Open(packs, Say, cancellation) : await Open(parsed, cancellation);
        await using var host = PoliceHost.Build(record, new Readers(packs), end, address, Say);
        await using var post = await RunningPost.StartBeside(parsed, PostRecord.Of(record), record.Vault.Folder, cancellation);
        return await RecordHost.Run(parsed, record, host, "police record", end, address, parsed.GetValue(Demo), cancellation);
    }

    private static async Task<RecordStore<PoliceContext>> Open(ParseResult parsed, CancellationToken cancellation)
    {
        var place = await RecordHost.PlaceOf(parsed, "police", cancellation);
        return await PoliceRecord.Open(RecordOptions.PlaceOf(place), RecordOptions.KeysOf(parsed, place), TimeProvider.System, cancellation);
    }
}
