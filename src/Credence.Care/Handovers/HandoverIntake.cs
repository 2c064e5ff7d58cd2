using Credence.Care.Storage;
using Credence.Record.Handovers;
using Credence.Record.Storage;

namespace Credence.Care.Handovers;

/// <summary>What came by the post of an organization, handed to its desk.</summary>
public sealed class HandoverIntake(RecordStore<CareContext> record, Post post)
{
    /// <summary>One pass through the inbox.</summary>
    /// <param name="again">Tries what was put aside too, such as after an update.</param>
    /// <param name="cancellation">Stops between two messages.</param>
    public Task<InboxReport> Pass(bool again, CancellationToken cancellation) =>
        post.Work<CareContext>(new HandoverDesk(record, post).Take).Pass(again, cancellation);
}
