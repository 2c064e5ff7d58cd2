using System.CommandLine;
using Credence.Cli.Record;
using Credence.Consents;

namespace Credence.Cli.Handovers;

/// <summary><c>credence handover withdraw</c>: takes a consent back for the person who asks for it.</summary>
internal static class WithdrawCommand
{
    private static readonly Argument<Guid> Consent = new("CONSENT") { Description = "The consent's id, as credence handover new and list show it" };

    public static Command Create() => RecordCommand.Of("withdraw",
        "Withdraws a consent at once and for good: what waits is not sent, and the post tells whoever may hold something.", Run, Consent, RecordOptions.As, PostRecord.Name);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var police = await PoliceHandovers.Open(parsed, cancellation);
        if (await police.Desk.Withdraw(police.Access, new ConsentId(parsed.GetValue(Consent)), cancellation) is not { } withdrawal)
            throw CommandEnd.Refused("CONSENT: found no consent of this id by which this agency handed over, expected one.");
        var answer = new RecordAnswer().Add("withdrawn", withdrawal.At).Add("stopped before they left", withdrawal.Stopped).Add("recipient is told", withdrawal.IsTold);
        if (withdrawal is { ToTell: [var recipient], IsTold: false })
            answer.Problems.Add($"{recipient.Organization} may hold something and cannot be told by the post: tell them.");
        if (withdrawal.Unread > 0)
            answer.Problems.Add("A handover left, or may have, and the copy that names the provider does not open: credence db verify says why. Somebody has to find out whom to tell.");
        return answer.Say(parsed);
    }
}
