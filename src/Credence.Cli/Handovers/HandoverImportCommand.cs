using System.CommandLine;
using Credence.Cli.Record;
using Credence.Record.Handovers;

namespace Credence.Cli.Handovers;

/// <summary><c>credence handover import</c>: takes envelopes and receipts in from files.</summary>
internal static class HandoverImportCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Envelopes and receipts, in any order", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string?> To = new("--to") { Description = "The folder to write receipts to; beside each envelope if left out", HelpName = "DIR" };

    public static Command Create() => RecordCommand.Of("import", "Takes envelopes in and writes a receipt for each, to be carried back; takes receipts in.", Run, Files, To, PostRecord.Name);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var post = await PostRecord.Post(parsed, cancellation);
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

        return answer.Add("taken in", taken).Add("known before", known).Add("receipts", receipts).Say(parsed);
    }

    private static void WriteReceipt(string folder, byte[] envelope, byte[] receipt)
    {
        OwnFile.MakeFolder(folder);
        OwnFile.Write(Path.Combine(folder, $"{Envelope.Read(envelope, out _)!.Head.Id}.receipt"), receipt);
    }
}
