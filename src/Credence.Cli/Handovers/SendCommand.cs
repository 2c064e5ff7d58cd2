using System.CommandLine;
using Credence.Cli.Record;
using Credence.Record.Handovers;
using Credence.Record.Storage;

namespace Credence.Cli.Handovers;

/// <summary><c>credence handover send</c>: brings what waits to the partners that have an address.</summary>
internal static class SendCommand
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(30);

    private static readonly Option<bool> Watch = new("--watch") { Description = "Go on until stopped, looking every five seconds" };

    private static readonly Option<bool> Now = new("--now") { Description = "Try at once what waits for its next attempt too, such as when a partner says that it is back" };

    public static Command Create() => RecordCommand.Of("send", "Sends what waits in the outbox and is due.", Run, Watch, Now, PostRecord.Name);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var post = await PostRecord.Post(parsed, cancellation);
        using var sender = new HandoverSender();
        var delivery = post.Delivery(sender.Carry);
        var report = await delivery.Pass(parsed.GetValue(Now), cancellation);
        if (!parsed.GetValue(Watch)) return Say(parsed, report);
        for (; ; await Task.Delay(Between, cancellation))
        {
            if (report.Delivered + report.Expired > 0) parsed.InvocationConfiguration.Output.WriteLine(FormattableString.Invariant($"{DateTime():u} delivered {report.Delivered:N0}, kept {report.Kept:N0}, expired {report.Expired:N0}"));
            report = await Pass(parsed, delivery, cancellation);
        }
    }

    private static DateTimeOffset DateTime() => TimeProvider.System.GetUtcNow();

    // A disk that is full or a server that restarts must not end a sender that nobody looks after at night.
    private static async Task<DeliveryReport> Pass(ParseResult parsed, Delivery delivery, CancellationToken cancellation)
    {
        try
        {
            return await delivery.Pass(everything: false, cancellation);
        }
        catch (RecordFault fault)
        {
            parsed.InvocationConfiguration.Error.WriteLine(fault.Message);
            await Task.Delay(AfterFault, cancellation);
            return new DeliveryReport(0, 0, 0);
        }
    }

    private static int Say(ParseResult parsed, DeliveryReport report)
    {
        var answer = new RecordAnswer().Add("delivered", report.Delivered).Add("kept for another attempt", report.Kept).Add("expired", report.Expired);
        if (report.Kept > 0) answer.Problems.Add("Some were not taken; credence handover status says why, and they are tried again.");
        if (report.Expired > 0) answer.Problems.Add("The time of some was over before anybody took them; who sent them has to know.");
        return answer.Say(parsed);
    }
}
