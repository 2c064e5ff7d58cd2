using System.Net;
using Credence.Care.Storage;
using Credence.Cli.Handovers;
using Credence.Police.Storage;
using Credence.Record.Handovers;
using Credence.Record.Storage;

namespace Credence.Cli.Serving;

/// <summary>
/// The post between the two invented records. What goes is sealed, signed and receipted as between two machines; only the wire is missing, because both are
/// on this one.
/// </summary>
internal sealed class DemoPost : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly (Delivery Delivery, InboxRounds Rounds)[] _sides;

    private DemoPost((Delivery, InboxRounds)[] sides) => _sides = sides;

    /// <summary>Makes each the other's partner, where they are not yet.</summary>
    public static async Task<DemoPost> Link(RecordStore<PoliceContext> police, RecordStore<CareContext> care, Action<string> say, CancellationToken cancellation)
    {
        var (ours, theirs) = (PostRecord.Of(police), PostRecord.Of(care));
        var (agency, provider) = (await Open(ours, police.Vault.Folder, "admin-1", "riverton-pd", cancellation), await Open(theirs, care.Vault.Folder, "admin-2", "harbor-house", cancellation));
        await agency.Partners.Add((await ours.Keeper("admin-1", cancellation)), provider.Keys.Card, provider.Keys.Card.Fingerprint, cancellation);
        var keeper = await theirs.Keeper("admin-2", cancellation);
        if (await provider.Partners.Add(keeper, agency.Keys.Card, agency.Keys.Card.Fingerprint, cancellation) is CardAnswer.Added)
            await theirs.Call(keeper, agency.Keys.Name, "Riverton Police", cancellation);
        var (atPolice, atCare) = (new InboxRounds((again, stop) => ours.TakeIn(agency, again, stop), say), new InboxRounds((again, stop) => theirs.TakeIn(provider, again, stop), say));
        return new DemoPost(
            [(agency.Delivery(To(new HandoverResource(provider, atCare.Ring, say))), atPolice), (provider.Delivery(To(new HandoverResource(agency, atPolice.Ring, say))), atCare)]);
    }

    /// <summary>Carries what waits, in both directions, until it is stopped.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAll(_sides.SelectMany(side => new[] { side.Rounds.Run(cancellation), Carry(side.Delivery, cancellation) }));
        }
        catch (OperationCanceledException)
        {
            // What was taken in is taken in.
        }
    }

    public void Dispose() => Array.ForEach(_sides, side => side.Rounds.Dispose());

    private static async Task Carry(Delivery delivery, CancellationToken cancellation)
    {
        for (; ; await Task.Delay(Between, cancellation)) await delivery.Pass(everything: true, cancellation);
    }

    private static Carrier To(HandoverResource there) => async (_, envelope, cancellation) =>
        await there.Take(HandoverSender.EnvelopeType, envelope, cancellation) switch
        {
            { Status: HttpStatusCode.OK } answer => new Carried(answer.Body.ToArray(), Trouble.None),
            { Status: >= HttpStatusCode.InternalServerError } => new Carried(null, Trouble.Busy),
            _ => new Carried(null, Trouble.Refused),
        };

    private static async Task<Post> Open(PostRecord record, Credence.Record.Keys.KeyFolder folder, string keeper, string name, CancellationToken cancellation)
    {
        var (access, host) = (await record.Keeper(keeper, cancellation), HostName.Of(name));
        if (!PostKeys.NamesIn(folder).Contains(host)) await record.OpenPost(access, host, cancellation);
        return record.PostOf(PostKeys.OpenOrCreate(folder, host, record.Side, access.Organization, new Uri($"https://{name}.example/")));
    }
}
