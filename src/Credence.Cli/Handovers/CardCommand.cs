using System.CommandLine;
using Credence.Cli.Record;
using Credence.Record.Events;
using Credence.Record.Handovers;

namespace Credence.Cli.Handovers;

/// <summary><c>credence handover partner card</c>: this host's own card, with its keys made the first time.</summary>
internal static class CardCommand
{
    private const string NoAddress = "none";

    private static readonly Option<string?> As = new("--as")
    {
        Description = "Handle or id of the account that makes keys or changes the card; the record's log names it",
        HelpName = "HANDLE",
    };

    private static readonly Option<string?> Address = new("--address")
    {
        Description = "Where this host takes messages, as partners reach it: https://…, http://127.0.0.1:PORT on one machine, or none for files only",
        HelpName = "URL",
    };

    private static readonly Option<bool> Renew = new("--renew") { Description = "Makes new keys; every partner has to take the new card in" };

    private static readonly Option<string?> Out = new("--out") { Description = "The file to write the card to; else it is printed", HelpName = "FILE" };

    public static Command Create() => RecordCommand.Of("card", "Writes this host's own card for a partner; makes its keys the first time.", Run,
        PostRecord.Name, Address, Renew, Out, As);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var record = await PostRecord.Open(parsed, cancellation);
        var address = AddressOf(parsed.GetValue(Address));
        var keys = await Keys(parsed, record, address, cancellation);
        if (parsed.GetValue(Renew)) await Change(parsed, record, "post.renewed", keys, keys.Renew, cancellation);
        if (parsed.GetValue(Address) is not null && keys.Card.Address != address)
            await Change(parsed, record, "post.moved", keys, () => keys.Move(address), cancellation);
        return Say(parsed, keys);
    }

    private static async Task<PostKeys> Keys(ParseResult parsed, PostRecord record, Uri? address, CancellationToken cancellation)
    {
        var (name, folder) = (PostRecord.NameOf(parsed), RecordOptions.KeysOf(parsed));
        if (PostKeys.NamesIn(folder).Contains(name)) return PostKeys.Open(folder, name);
        var access = await record.Keeper(parsed.GetValue(As), cancellation);
        if (!await record.OpenPost(access, name, cancellation))
            throw CommandEnd.Refused("--name: found another name of this organization, or an organization of this record with this one, expected the name that it has.");
        return PostKeys.OpenOrCreate(folder, name, record.Side, access.Organization, address);
    }

    // The event first: a change without one must not be, and an event without its change is mended by running this again.
    private static async Task Change(ParseResult parsed, PostRecord record, string kind, PostKeys keys, Action change, CancellationToken cancellation)
    {
        var access = await record.Keeper(parsed.GetValue(As), cancellation);
        if (access.Organization != keys.Organization) throw CommandEnd.Refused("--as: found an account of another organization, expected one of the organization whose post this is.");
        await record.Note(access, new EventDraft(new EventKind(kind), access.Organization.Value, detail: keys.Name.Value), cancellation);
        change();
    }

    private static int Say(ParseResult parsed, PostKeys keys)
    {
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Out) is { } path) OwnFile.Write(path, keys.CardText());
        if (parsed.GetValue(RecordOptions.Json)) return HandoverJson.Say(parsed, HandoverJson.Of(keys.Card));
        if (parsed.GetValue(Out) is null) output.Write(System.Text.Encoding.ASCII.GetString(keys.CardText()));
        // Beside the card, so that a card sent to a file by the shell stays a card.
        (parsed.GetValue(Out) is null ? parsed.InvocationConfiguration.Error : output).WriteLine($"Fingerprint of {keys.Name}, to be read out by phone: {keys.Card.Fingerprint}");
        return ExitCode.Done;
    }

    private static Uri? AddressOf(string? text) => text is null or NoAddress ? null
        : PostCard.TryAddress(text, out var address) ? address
        : throw CommandEnd.WrongUse("--address: found no address that messages may go to, expected https://… as a browser writes it (http:// on this machine only), or none.");
}
