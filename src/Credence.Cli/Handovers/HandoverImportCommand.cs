using System.CommandLine;
using Credence.Cli.Record;
using Credence.Record.Handovers;

namespace Credence.Cli.Handovers;

/// <summary><c>credence handover import</c>: takes envelopes and receipts in from files.</summary>
internal static class HandoverImportCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Envelopes and receipts, in any order", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<string?> To = new("--to") { Description = "The folder to write receipts to; beside each envelope if left out", HelpName = "DIR" };

    private static readonly Option<bool> Again = new("--again") { Description = "Hands the desk what it had put aside too, such as after an update" };

    public static Command Create() => RecordCommand.Of("import",
        "Takes envelopes in, writes a receipt for each, to be carried back, and hands them to the desk of the record; takes receipts in.", Run, Files, To, Again, PostRecord.Name);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(Files) is not { Length: > 0 } && !parsed.GetValue(Again)) throw CommandEnd.WrongUse("Found no FILE, expected envelopes and receipts, or --again.");
        var record = await PostRecord.Open(parsed, cancellation);
        var post = record.PostOf(parsed);
        var (taken, known, receipts, answer) = (0, 0, 0, new RecordAnswer());
        foreach (var file in parsed.GetValue(Files)!)
        {
            var bytes = SmallFile.Read(file, Envelope.Longest);
            if (Receipt.Read(bytes, out _) is not null)
            {
                if (await post.Outbox.Acknowledge(bytes, cancellation) is not Acknowledgment.NotOurs) receipts++;
                else answer.Problems.Add($"{file}: found a receipt that is by no partner for a message of ours, expected one.");
                continue;
            }

            switch (await post.Inbox.Receive(bytes, cancellation))
            {
                case Reception.Taken one:
                    (taken, known) = one.IsNew ? (taken + 1, known) : (taken, known + 1);
                    WriteReceipt(parsed.GetValue(To) ?? Path.GetDirectoryName(Path.GetFullPath(file))!, bytes, one.Receipt);
                    break;
                case Reception.Refused refused:
                    answer.Problems.Add($"{file}: {refused.Sentence}");
                    break;
            }
        }

        // Receipts first: that a message came is so whatever the desk makes of it.
        var report = await record.TakeIn(post, parsed.GetValue(Again), cancellation);
        if (report.PutAside > 0) answer.Problems.Add("Some stay sealed, because the desk cannot use them; often their Credence is newer. Bring this one up to date and run this with --again.");
        if (report.Failed > 0) answer.Problems.Add("The desk stumbled over some; they are tried again.");
        return answer.Add("taken in", taken).Add("known before", known).Add("receipts", receipts)
            .Add("at the desk", report.Taken).Add("put aside", report.PutAside).Add("destroyed", report.Destroyed).Say(parsed);
    }

    private static void WriteReceipt(string folder, byte[] envelope, byte[] receipt)
    {
        OwnFile.MakeFolder(folder);
        OwnFile.Write(Path.Combine(folder, $"{Envelope.Read(envelope, out _)!.Head.Id}.receipt"), receipt);
    }
}
