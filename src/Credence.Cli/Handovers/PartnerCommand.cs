using System.CommandLine;
using Credence.Cli.Record;
using Credence.Record.Handovers;

namespace Credence.Cli.Handovers;

/// <summary><c>credence handover partner</c>: whom this record exchanges messages with.</summary>
internal static class PartnerCommand
{
    private static readonly Argument<string> CardFile = new("CARD") { Description = "The card that the partner's custodian gave you" };

    private static readonly Argument<string> Partner = new("PARTNER") { Description = "Short name of the partner" };

    private static readonly Option<string?> Fingerprint = new("--fingerprint")
    {
        Description = "The eight groups of digits as the partner's custodian read them to you; without it they are shown and nothing is taken in",
        HelpName = "DIGITS",
    };

    private static readonly Argument<string> Called = new("NAME") { Description = "Its name, as persons and those who help them know it" };

    public static Command Create() => new("partner", "Exchanges keys with the hosts of other organizations.")
    {
        CardCommand.Create(),
        RecordCommand.Of("add", "Takes a partner's card in, or a new card of a known partner, after its fingerprint was compared.", Add,
            CardFile, Fingerprint, RecordOptions.As, PostRecord.Name),
        RecordCommand.Of("list", "Lists the partners with their fingerprints.", List, PostRecord.Name),
        RecordCommand.Of("call", "Says what a partner is called on the pages of a service record, such as Riverton Police Department; persons read it before they sign.", Call,
            Partner, Called, RecordOptions.As),
        RecordCommand.Of("remove", "Removes a partner: nothing goes to it and nothing is taken from it any more.", Remove, Partner, RecordOptions.As, PostRecord.Name),
    };

    private static async Task<int> Add(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetValue(CardFile)!;
        var card = PostCard.Read(SmallFile.Read(path, PostCard.Longest), out var problem) ?? throw CommandEnd.Refused($"{path}: {problem}");
        if (parsed.GetValue(Fingerprint) is not { } read)
        {
            throw CommandEnd.Refused(
                $"{path} is a card of {card.Name} with the fingerprint {card.Fingerprint}. Nothing was taken in. Call them at a number that you know, have them read "
                + "their own digits to you, and run this again with --fingerprint and the digits that you heard.");
        }

        var record = await PostRecord.Open(parsed, cancellation);
        var access = await record.Keeper(parsed.GetValue(RecordOptions.As), cancellation);
        var post = record.PostOf(PostKeys.Open(RecordOptions.KeysOf(parsed), PostRecord.NameOf(parsed)));
        var answer = await post.Partners.Add(access, card, read, cancellation);
        return answer switch
        {
            CardAnswer.OtherFingerprint => throw CommandEnd.Refused($"{path}: found a card whose fingerprint is not the digits that were read to you, expected the same. Do not use it; ask how it reached you."),
            CardAnswer.Own => throw CommandEnd.Refused($"{path}: found this host's own card, expected a partner's."),
            _ => new RecordAnswer().Add("partner", card.Name.Value).Add("answer", answer.ToString()).Add("fingerprint", card.Fingerprint).Say(parsed),
        };
    }

    private static async Task<int> List(ParseResult parsed, CancellationToken cancellation)
    {
        var post = await PostRecord.Post(parsed, cancellation);
        var cards = await post.Partners.List(post.Access, cancellation);
        if (parsed.GetValue(RecordOptions.Json)) return HandoverJson.Say(parsed, cards.Select(HandoverJson.Of));
        foreach (var card in cards)
            parsed.InvocationConfiguration.Output.WriteLine($"{card.Name} ({card.Side.ToString().ToLowerInvariant()}), {card.Address?.AbsoluteUri ?? "by file"}, {card.Fingerprint}");
        if (cards.Count == 0) parsed.InvocationConfiguration.Output.WriteLine("No partners yet.");
        return ExitCode.Done;
    }

    private static async Task<int> Call(ParseResult parsed, CancellationToken cancellation)
    {
        if (!HostName.TryRead(parsed.GetValue(Partner), out var name)) throw CommandEnd.WrongUse("PARTNER: found no short name, expected one such as riverton-pd.");
        var record = await PostRecord.Open(parsed, cancellation);
        var access = await record.Keeper(parsed.GetValue(RecordOptions.As), cancellation);
        return await record.Call(access, name, parsed.GetValue(Called)!, cancellation) is { } because
            ? throw CommandEnd.Refused(because)
            : new RecordAnswer().Add("partner", name.Value).Add("called", parsed.GetValue(Called)!.Trim()).Say(parsed);
    }

    private static async Task<int> Remove(ParseResult parsed, CancellationToken cancellation)
    {
        if (!HostName.TryRead(parsed.GetValue(Partner), out var name)) throw CommandEnd.WrongUse("PARTNER: found no short name, expected one such as harbor-house.");
        var record = await PostRecord.Open(parsed, cancellation);
        var access = await record.Keeper(parsed.GetValue(RecordOptions.As), cancellation);
        var post = record.PostOf(PostKeys.Open(RecordOptions.KeysOf(parsed), PostRecord.NameOf(parsed)));
        return await post.Partners.Remove(access, name, cancellation)
            ? new RecordAnswer().Add("removed", name.Value).Say(parsed)
            : throw CommandEnd.Refused($"Found no partner {name}, expected one of those that credence handover partner list shows.");
    }
}
