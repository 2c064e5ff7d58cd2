using Credence.Record.Storage;

namespace Credence.Record.Handovers;

/// <summary>Goes through the inbox of a host that runs: whenever something came, and every minute for what an earlier round left.</summary>
/// <param name="pass">One pass; true tries what was put aside too.</param>
/// <param name="say">Hears, for the custodian of this host, what a round could not do.</param>
public sealed class InboxRounds(Func<bool, CancellationToken, Task<InboxReport>> pass, Action<string> say) : IDisposable
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _bell = new(0, 1);

    /// <summary>Something came. Whoever brought it does not wait for what becomes of it.</summary>
    public void Ring()
    {
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Goes on until it is stopped. The first round tries what was put aside too: the program may be newer than it was.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                Say(await pass(isFirst, cancellation));
            }
            // A disk that is full or a server that restarts must not end what nobody looks after at night.
            catch (RecordFault fault)
            {
                say(fault.Message);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                say($"Found a fault of the program ({e.GetType().Name}); the next round tries again.");
            }

            await _bell.WaitAsync(Most, cancellation);
        }
    }

    public void Dispose() => _bell.Dispose();

    private void Say(InboxReport report)
    {
        if (report.PutAside > 0) say(FormattableString.Invariant($"Put aside {report.PutAside:N0} that the desk cannot use; credence handover status counts them, and the log has a code for each."));
        if (report.Failed > 0) say(FormattableString.Invariant($"Found {report.Failed:N0} over which the desk stumbled; they are tried again."));
    }
}
