using System.CommandLine;
using Credence.Consents;
using Credence.Record.Retention;

namespace Credence.Cli.Retention;

/// <summary><c>credence retention hold SUBJECT --reason WHY</c>: while it stands nothing of it is erased, whoever asks.</summary>
internal static class HoldCommand
{
    private static readonly string Reasons = string.Join(", ", Enum.GetValues<HoldReason>().Select(EnumWord.Of));

    private static readonly Argument<string> Subject = new("SUBJECT") { Description = "Id of the incident or encounter, or of the account whose practice is held (police), or of the person (care)" };

    private static readonly Option<string> Reason = new("--reason") { Description = $"Why: one of {Reasons}", HelpName = "WHY", Required = true };

    public static Command Create() => RetentionCommand.Of(
        "hold", "Places a legal hold on an incident, an encounter, an officer's practice or a person; it works at once, also on what is approved already", Run, Subject, Reason);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var id = RetentionCommand.Id(parsed, Subject);
        var reason = EnumWord.Find<HoldReason>(parsed.GetValue(Reason)) ?? throw CommandEnd.WrongUse($"--reason: found another word, expected one of {Reasons}.");
        var answer = await (await RetentionCommand.Open(parsed, cancellation)).Hold(id, reason, cancellation);
        return RetentionOutcome.Say(parsed, answer, "Hold", "credence retention release proposes to end it");
    }
}
