using System.CommandLine;
using Credence.Cli.Record;
using Credence.Police.Access;
using Credence.Police.Handovers;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Handovers;
using Credence.Record.Storage;

namespace Credence.Cli.Handovers;

/// <summary>A police record, open for one who hands over, with the agency's post.</summary>
internal sealed record PoliceHandovers(RecordStore<PoliceContext> Record, PoliceAccess Access, HandoverDesk Desk)
{
    /// <summary>Opens what a command names; a service record is refused, and so is an account that does not hand over.</summary>
    public static async Task<PoliceHandovers> Open(ParseResult parsed, CancellationToken cancellation)
    {
        var (place, keys) = (RecordOptions.PlaceOf(parsed), RecordOptions.KeysOf(parsed));
        if (await OpenRecord.SideAt(place, cancellation) != "police") throw CommandEnd.Refused($"{place}: found a service record, expected the police record that hands over.");
        var record = await PoliceRecord.Open(place, keys, TimeProvider.System, cancellation);
        var post = Post.Of(record, PostKeys.Open(keys, PostRecord.NameOf(parsed)));
        return await Steward.Of(record).FindAccount(parsed.GetValue(RecordOptions.As)!, cancellation) is { } account
            && await new PoliceDoor(record).Enter(account.Id, Purpose.Of(PurposeKind.Help), cancellation) is { } access && access.May(PoliceAct.HandOver)
            && access.Organization == post.Keys.Organization
                ? new PoliceHandovers(record, access, new HandoverDesk(record, post))
                : throw CommandEnd.Refused("--as: found no open account of this name that hands over for this agency, expected one with the role Officer, Investigator or Supervisor.");
    }
}
