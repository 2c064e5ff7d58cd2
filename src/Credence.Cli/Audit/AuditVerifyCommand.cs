using System.CommandLine;
using Credence.Cli.Record;
using Credence.Record.Backups;
using Credence.Record.Events;
using Credence.Record.Keys;

namespace Credence.Cli.Audit;

/// <summary><c>credence audit verify</c>: walks the chain of a record, or of a file that was exported from one.</summary>
internal static class AuditVerifyCommand
{
    private const string About =
        """
        Walks the chain of events and says where it was edited, cut, reordered or forged

        Of a record (--record): every event, its seal, and the witness beside the keys. It prints the last event and its hash;
        keep these where the record's administrators cannot reach, and give them as --witness the next time. Of a file that
        credence audit export wrote: every event's hash, and the ties between events that stand in the file one after another;
        with --keys the seals too. A file needs no record and no network.
        """;

    private static readonly Argument<string?> Export = new("FILE") { Description = "An export to check instead of a record", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string?> Record = new("--record") { Description = RecordOptions.Record.Description, HelpName = RecordOptions.Record.HelpName };

    private static readonly Option<string[]> Witness = new("--witness")
    {
        Description = "A head that was kept: its hash, its place and hash as 812:HASH, or a file that holds them; give it again for more",
        HelpName = "FILE|HASH",
        DefaultValueFactory = _ => [],
    };

    public static Command Create()
    {
        var command = new Command("verify", About) { Export, Record, RecordOptions.Keys, Witness, RecordOptions.Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        if ((parsed.GetValue(Export) is null) == (parsed.GetValue(Record) is null))
            throw CommandEnd.WrongUse("Found a file and a record, or neither, expected either FILE or --record.");
        using var interruption = new Interruption();
        return parsed.GetValue(Export) is { } path ? OfFile(parsed, path) : await OfRecord(parsed, parsed.GetValue(Record)!, interruption.Token);
    }

    private static async Task<int> OfRecord(ParseResult parsed, string place, CancellationToken cancellation)
    {
        var record = (await OpenRecord.AsFound(RecordOptions.PlaceOf(place), RecordOptions.KeysOf(parsed, place), cancellation)).Steward;
        var answer = new RecordAnswer();
        var kept = new List<ChainHead>();
        foreach (var text in parsed.GetValue(Witness)!)
        {
            var (sequence, hash) = Head(text);
            if (sequence is { } at) kept.Add(new ChainHead(at, hash));
            else if (await record.FindEvent(hash, cancellation) is null) answer.Problems.Add("--witness: found no event of this hash in the chain, expected the one that was kept.");
        }

        var check = await record.CheckChain(cancellation, kept);
        answer.Add("Record", record.Place.ToString()).Add("Events", check.Events).Add("Last event", check.Head.Sequence)
            .Add("Hash", Convert.ToHexStringLower(check.Head.Hash)).Add("Witnessed", record.Witness.Seen((await record.Head(cancellation)).Lineage)?.Sequence);
        answer.Problems.AddRange(check.Breaks.Select(RecordCheck.Sentence));
        return answer.Say(parsed);
    }

    private static int OfFile(ParseResult parsed, string path)
    {
        if (!File.Exists(path)) throw CommandEnd.WrongUse($"{path}: found no file, expected one that credence audit export wrote.");
        var chain = parsed.GetValue(RecordOptions.Keys) is { } keys ? new EventChain(FileKeyRing.Open(new KeyFolder(keys).Ring), TimeProvider.System) : null;
        var check = EventExport.Check(path, chain);
        var answer = new RecordAnswer().Add("File", path).Add("Made", check.Head.MadeAt).Add("Purpose", check.Head.Purpose).Add("Events", check.Events)
            .Add("Gaps", check.Gaps).Add("Last event", check.Last.Sequence).Add("Hash", Convert.ToHexStringLower(check.Last.Hash))
            .Add("Seals", chain is null ? "not checked: that needs --keys" : "checked");
        answer.Problems.AddRange(check.Breaks.Select(RecordCheck.Sentence));
        foreach (var text in parsed.GetValue(Witness)!)
        {
            if (!Head(text).Hash.AsSpan().SequenceEqual(check.Last.Hash)) answer.Problems.Add("--witness: found another hash than that of the file's last event.");
        }

        return answer.Say(parsed);
    }

    private static (long? Sequence, byte[] Hash) Head(string text)
    {
        var words = (File.Exists(text) ? File.ReadAllText(text) : text).Split([' ', ':', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        try
        {
            if (words.Length is 1 or 2 && words[^1].Length == 2 * RecordedEvent.HashLength)
                return (words.Length == 2 ? long.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture) : null, Convert.FromHexString(words[^1]));
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // Said below.
        }

        throw CommandEnd.WrongUse("--witness: found no head, expected a hash of 64 letters and digits, with or without its place before it, or a file that holds one.");
    }
}
