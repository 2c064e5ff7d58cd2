using System.CommandLine;
using Credence.Care.Storage;
using Credence.Care.Web;
using Credence.Cli.Handovers;
using Credence.Cli.Record;

namespace Credence.Cli.Serving;

/// <summary><c>credence serve care</c>: the pages of the service record, until it is stopped.</summary>
internal static class ServeCareCommand
{
    private const string About =
        """
        Serves the pages of the service record until it is stopped, and prints where they are

        For advocates and providers: what police hand over by a person's consent, files, consents, referrals, wishes and the directory, which is
        open to anybody below /hsds. Accounts come from credence db init; there is no default password. An administrator who never signed in gets
        a link here, which works once, for 24 hours; everybody else gets one from the page Team. It listens on this machine only: a web server in
        front of it speaks TLS with the world, and --address says under which name. With --handovers the same process takes in what partners send
        and sends what waits. Never on a host that police run.
        """;

    private static readonly Option<string> Listen = Listening.On(8440);

    private static readonly Option<string?> Packs = CommonOptions.Packs();

    public static Command Create()
    {
        var command = new Command("care", About) { RecordHost.Place, RecordOptions.Keys, Listen, Listening.Address, RecordHost.Link, Packs, RunningPost.Beside, PostRecord.Name };
        command.SetAction(async parsed =>
        {
            using var interruption = new Interruption();
            return await Run(parsed, interruption.Token);
        });
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(RecordHost.Place) is null) throw CommandEnd.WrongUse("Found no --record, expected the place of the service record.");
        var (end, address) = Listening.Ends(parsed, Listen);
        var packs = PackFolder.Library(parsed.GetValue(Packs));
        var place = await RecordHost.PlaceOf(parsed, "care", cancellation);
        var record = await CareRecord.Open(RecordOptions.PlaceOf(place), RecordOptions.KeysOf(parsed, place), TimeProvider.System, cancellation);
        await using var host = CareHost.Build(record, packs, end, address, parsed.InvocationConfiguration.Error.WriteLine);
        await using var post = await RunningPost.StartBeside(parsed, PostRecord.Of(record), record.Vault.Folder, cancellation);
        return await RecordHost.Run(parsed, record, host, "service record", end, address, linksForAll: false, cancellation);
    }
}
