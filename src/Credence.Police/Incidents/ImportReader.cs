using System.Threading.Channels;
using Credence.Incidents;

namespace Credence.Police.Incidents;

/// <summary>Reads a source in order and prepares its batches beside each other, a few ahead of the one who writes: memory does not grow with the file.</summary>
internal sealed class ImportReader(ImportFile file, RowPreparation preparation, int jobs)
{
    /// <summary>Rows that are written in one transaction.</summary>
    public const int MostRows = 2000;

    private const int MostCharacters = 1 << 22;

    /// <summary>The batches after so many rows, in order; null in the place of the first if the file has fewer.</summary>
    public async IAsyncEnumerable<ReadBatch?> Read(long skip)
    {
        var ahead = Channel.CreateBounded<Task<ReadBatch?>>(jobs);
        using var end = new CancellationTokenSource();
        var reading = Task.Run(() => Fill(ahead.Writer, skip, end.Token));
        try
        {
            await foreach (var batch in ahead.Reader.ReadAllAsync()) yield return await batch;
        }
        finally
        {
            await end.CancelAsync();
            await reading.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        await reading;
    }

    private async Task Fill(ChannelWriter<Task<ReadBatch?>> ahead, long skip, CancellationToken end)
    {
        try
        {
            using var source = file.Open();
            if (!Skip(source, skip)) await ahead.WriteAsync(Task.FromResult<ReadBatch?>(null), end);
            else await Fill(ahead, source, [.. file.Beside, .. source.HeaderProblems], skip == 0, end);
            ahead.Complete();
        }
        catch (Exception e)
        {
            ahead.TryComplete(e is OperationCanceledException ? null : e);
        }
    }

    private async Task Fill(ChannelWriter<Task<ReadBatch?>> ahead, IncidentSource source, IReadOnlyList<RowProblem> header, bool isFirst, CancellationToken end)
    {
        var (number, offense) = (source.Columns.HeaderOf(IncidentColumn.Id), source.Columns.HeaderOf(IncidentColumn.Offense));
        for (var more = true; more; isFirst = false)
        {
            var rows = new List<IncidentRow>();
            more = Fill(rows, source);
            var (isLast, before) = (!more, isFirst ? header : []);
            await ahead.WriteAsync(Task.Run<ReadBatch?>(() =>
            {
                var batch = preparation.Prepare(rows, number, offense, isLast);
                batch.Problems.InsertRange(0, before);
                return batch;
            }, end), end);
        }
    }

    private static bool Skip(IncidentSource source, long rows)
    {
        for (; rows > 0; rows--)
            if (!source.TryRead(out _)) return false;
        return true;
    }

    private static bool Fill(List<IncidentRow> rows, IncidentSource source)
    {
        for (var characters = 0; rows.Count < MostRows && characters < MostCharacters;)
        {
            if (!source.TryRead(out var row)) return false;
            rows.Add(row);
            characters += row.Incident.Narrative.Length;
        }

        return true;
    }
}
