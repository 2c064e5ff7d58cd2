using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Training;

/// <summary>How practice is erased: it stands under no key, so its row is emptied, and says only that something was there.</summary>
internal static class PracticeErasing
{
    private const string Nothing = "erased";

    /// <summary>
    /// Puts a practice from one state into another; emptied where that is the last. False if it was not in the first. An account's id, which
    /// a hold may name, takes all rows of that officer for the transaction and changes none.
    /// </summary>
    public static async Task<bool> Mark(IQueryable<RecordedPractice> practices, Guid subject, ContentState from, ContentState to, CancellationToken cancellation)
    {
        if (from == to)
            return await practices.Where(row => (row.Id == subject || row.Officer == new AccountId(subject)) && row.Content == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.Content, to), cancellation) > 0;
        var one = practices.Where(row => row.Id == subject && row.Content == from);
        if (to is not ContentState.Erased) return await one.ExecuteUpdateAsync(set => set.SetProperty(row => row.Content, to), cancellation) > 0;
        return await one.ExecuteUpdateAsync(set => set.SetProperty(row => row.Content, to).SetProperty(row => row.Officer, default(AccountId)).SetProperty(row => row.Name, subject)
            .SetProperty(row => row.What, Nothing).SetProperty(row => row.FinishedAt, DateTimeOffset.UnixEpoch).SetProperty(row => row.Right, 0).SetProperty(row => row.Of, 0), cancellation) > 0;
    }

    /// <summary>What was asked for and done by a practice goes with it.</summary>
    public static async Task RemoveAssignment(RecordContext rows, Guid subject, CancellationToken cancellation)
    {
        var done = rows.Seen<RecordedPractice>().Where(row => row.Id == subject);
        await rows.Seen<PracticeAssignment>().Where(asked => done.Any(row => row.Organization == asked.Organization && row.Officer == asked.Officer && row.What == asked.What && row.FinishedAt >= asked.AssignedAt))
            .ExecuteDeleteAsync(cancellation);
    }
}
