using System.CommandLine;
using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Cli.Record;
using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;

namespace Credence.Cli.Handovers;

/// <summary>A record whose post a command works, of whichever side: the place itself says that.</summary>
internal abstract class PostRecord
{
    public static readonly Option<string?> Name = new("--name")
    {
        Description = "Short name of the organization whose post it is, if the folder of keys has more than one",
        HelpName = "NAME",
    };

    public abstract Side Side { get; }

    /// <summary>Opens the record that a command names; a place without one is refused, not made.</summary>
    public static async Task<PostRecord> Open(ParseResult parsed, CancellationToken cancellation)
    {
        var (place, keys) = (RecordOptions.PlaceOf(parsed), RecordOptions.KeysOf(parsed));
        return await OpenRecord.SideAt(place, cancellation) == PoliceContent.OfTheRecord.Side
            ? new OpenPolice(await PoliceRecord.Open(place, keys, TimeProvider.System, cancellation))
            : new OpenCare(await CareRecord.Open(place, keys, TimeProvider.System, cancellation));
    }

    /// <summary>A record that is open already.</summary>
    public static PostRecord Of(RecordStore<PoliceContext> record) => new OpenPolice(record);

    /// <summary>A record that is open already.</summary>
    public static PostRecord Of(RecordStore<CareContext> record) => new OpenCare(record);

    /// <summary>The post that a command names; its keys are there already.</summary>
    public static async Task<Post> Post(ParseResult parsed, CancellationToken cancellation) => (await Open(parsed, cancellation)).PostOf(parsed);

    /// <summary>The same, of a record that is open.</summary>
    public Post PostOf(ParseResult parsed) => PostOf(PostKeys.Open(RecordOptions.KeysOf(parsed), NameOf(parsed)));

    /// <summary>The name that was given, or the only one that there is.</summary>
    public static HostName NameOf(ParseResult parsed) => NameOf(parsed, RecordOptions.KeysOf(parsed));

    /// <summary>The same, of the keys in a folder.</summary>
    public static HostName NameOf(ParseResult parsed, KeyFolder folder)
    {
        if (parsed.GetValue(Name) is { } given)
            return HostName.TryRead(given, out var name) ? name : throw CommandEnd.WrongUse("--name: found no short name, expected one such as harbor-house.");
        return PostKeys.NamesIn(folder) switch
        {
            [var only] => only,
            [] => throw CommandEnd.Refused("Found no keys of a post here, expected those that credence handover partner card --name NAME --as HANDLE makes."),
            _ => throw CommandEnd.WrongUse("Found the keys of more than one post here, expected --name to say which."),
        };
    }

    /// <summary>The access of the account named by --as, if its role keeps the store.</summary>
    public async Task<RecordAccess> Keeper(string? handle, CancellationToken cancellation) =>
        handle is not null && await Enter(handle, cancellation) is { } access
            ? access
            : throw CommandEnd.Refused("--as: found no open account of this name that keeps the store, expected one with the role Administrator.");

    public abstract Post PostOf(PostKeys keys);

    /// <summary>Hands what came by the post to the desk of this side.</summary>
    public abstract Task<InboxReport> TakeIn(Post post, bool again, CancellationToken cancellation);

    /// <summary>Writes that an organization has a post under this name; false if it has one under another, or somebody else has the name.</summary>
    public abstract Task<bool> OpenPost(RecordAccess access, HostName name, CancellationToken cancellation);

    /// <summary>Says what a partner is called where persons read of it; a sentence that says why not, or null. Only the service side shows such names.</summary>
    public abstract Task<string?> Call(RecordAccess access, HostName partner, string called, CancellationToken cancellation);

    /// <summary>Writes an event that changes no row.</summary>
    public abstract Task Note(RecordAccess access, EventDraft draft, CancellationToken cancellation);

    protected abstract Task<RecordAccess?> Enter(string handle, CancellationToken cancellation);

    private static async Task<bool> OpenPost<TContext>(RecordStore<TContext> record, RecordAccess access, HostName name, CancellationToken cancellation)
        where TContext : RecordContext
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (!await ShortNames.Take(act, name, cancellation)) return false;
        act.Note(new EventDraft(new EventKind("post.opened"), access.Organization.Value, detail: name.Value));
        await act.Save(cancellation);
        return true;
    }

    private static async Task Note<TContext>(RecordStore<TContext> record, RecordAccess access, EventDraft draft, CancellationToken cancellation)
        where TContext : RecordContext
    {
        await using var act = await record.Begin(access, cancellation);
        act.Note(draft);
        await act.Save(cancellation);
    }

    private sealed class OpenPolice(RecordStore<PoliceContext> record) : PostRecord
    {
        public override Side Side => Side.Police;

        public override Post PostOf(PostKeys keys) => Credence.Record.Handovers.Post.Of(record, keys);

        public override Task<InboxReport> TakeIn(Post post, bool again, CancellationToken cancellation) =>
            new Credence.Police.Handovers.HandoverIntake(record, post).Pass(again, cancellation);

        public override Task<bool> OpenPost(RecordAccess access, HostName name, CancellationToken cancellation) => OpenPost(record, access, name, cancellation);

        public override Task<string?> Call(RecordAccess access, HostName partner, string called, CancellationToken cancellation) =>
            Task.FromResult<string?>("Found a police record, expected a service record: its pages show partners by their short names.");

        public override Task Note(RecordAccess access, EventDraft draft, CancellationToken cancellation) => Note(record, access, draft, cancellation);

        protected override async Task<RecordAccess?> Enter(string handle, CancellationToken cancellation) =>
            await Steward.Of(record).FindAccount(handle, cancellation) is { } account
            && await new PoliceDoor(record).Enter(account.Id, Purpose.Of(PurposeKind.Maintenance), cancellation) is { } access && access.May(PoliceAct.KeepStore)
                ? access
                : null;
    }

    private sealed class OpenCare(RecordStore<CareContext> record) : PostRecord
    {
        public override Side Side => Side.Care;

        public override Post PostOf(PostKeys keys) => Credence.Record.Handovers.Post.Of(record, keys);

        public override Task<InboxReport> TakeIn(Post post, bool again, CancellationToken cancellation) =>
            new Credence.Care.Handovers.HandoverIntake(record, post).Pass(again, cancellation);

        public override Task<bool> OpenPost(RecordAccess access, HostName name, CancellationToken cancellation) => OpenPost(record, access, name, cancellation);

        public override async Task<string?> Call(RecordAccess access, HostName partner, string called, CancellationToken cancellation) =>
            await new Credence.Care.Access.AgencyDesk(record).Call((CareAccess)access, partner.Value, called, cancellation) switch
            {
                AgencyAnswer.Done => null,
                AgencyAnswer.Refused refused => refused.Because,
                _ => $"Found no partner {partner}, expected one of those that credence handover partner list shows.",
            };

        public override Task Note(RecordAccess access, EventDraft draft, CancellationToken cancellation) => Note(record, access, draft, cancellation);

        protected override async Task<RecordAccess?> Enter(string handle, CancellationToken cancellation) =>
            await Steward.Of(record).FindAccount(handle, cancellation) is { } account
            && await new CareDoor(record).Enter(account.Id, Purpose.Of(PurposeKind.Maintenance), cancellation) is { } access && access.May(CareAct.KeepStore)
                ? access
                : null;
    }
}
