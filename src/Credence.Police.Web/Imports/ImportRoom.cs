using System.Security.Cryptography;
using System.Text;
using Credence.Incidents;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Record.Storage;

namespace Credence.Police.Web.Imports;

/// <summary>One import at a time, beside the pages: somebody looks at it, goes away and comes back.</summary>
internal sealed class ImportRoom(ImportDesk desk, Readers readers, Spool spool) : IAsyncDisposable
{
    private readonly Lock _door = new();
    private Work? _work;

    /// <summary>What is or was being imported last for an agency, or null.</summary>
    public ImportProgress? Progress(PoliceAccess access)
    {
        lock (_door) return _work is { } work && work.Access.Organization == access.Organization ? work.Progress : null;
    }

    /// <summary>Begins; false if another import is under way.</summary>
    public bool Begin(PoliceAccess access, SentFile file, string mapText, ColumnMap map)
    {
        lock (_door)
        {
            if (_work is { Task.IsCompleted: false }) return false;
            var work = new Work(access, new ImportProgress(file.Name));
            // Not on this request: it ends when the page is sent.
            work.Task = Task.Run(() => Import(work, file, mapText, map));
            _work = work;
            return true;
        }
    }

    /// <summary>Asks the one of this agency to stop after what is being written; the same file sent again goes on.</summary>
    public void Stop(PoliceAccess access)
    {
        lock (_door)
            if (_work is { } work && work.Access.Organization == access.Organization) work.Stop.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        if (_work is not { } work) return;
        await work.Stop.CancelAsync();
        await work.Task;
    }

    private async Task Import(Work work, SentFile file, string mapText, ColumnMap map)
    {
        try
        {
            if (!file.IsAsSent())
            {
                work.Progress.End("Found another file on the disk than was sent, expected the same; nothing was done. Send it again.");
                return;
            }

            var screener = await readers.Screener();
            var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file.Sha256}|{mapText}|")));
            var source = new ImportFile(file.Name, fingerprint, () => file.Read(map) is ({ } opened, _) ? opened : throw new InvalidDataException());
            var screening = new ImportScreening(screener.Screen, screener.Packs, readers.Offenses, Environment.ProcessorCount);
            work.Progress.End(await desk.Import(work.Access, source, screening, run => work.Progress.Rows = run.Rows, work.Stop.Token));
        }
        catch (Exception e)
        {
            work.Progress.End(e is RecordFault fault ? fault.Message : $"Found a fault of the kind {e.GetType().Name}; what was imported is kept, and the same file sent again goes on.");
        }
        finally
        {
            spool.Remove(file);
        }
    }

    private sealed record Work(PoliceAccess Access, ImportProgress Progress)
    {
        public Task Task { get; set; } = Task.CompletedTask;

        public CancellationTokenSource Stop { get; } = new();
    }
}

/// <summary>How far an import is.</summary>
public sealed class ImportProgress(string file)
{
    private long _rows;

    public string File { get; } = file;

    public long Rows
    {
        get => Interlocked.Read(ref _rows);
        set => Interlocked.Exchange(ref _rows, value);
    }

    /// <summary>How it ended, in one sentence; null while it goes on.</summary>
    public string? Ended { get; private set; }

    internal void End(string sentence) => Ended = sentence;

    internal void End(ImportOutcome outcome) => Ended = outcome switch
    {
        ImportOutcome.Done done => done.Run.Problems == 0 ? "All rows are in the record." : "Done; some rows had problems, which are listed.",
        ImportOutcome.DoneBefore => "This file was imported before; nothing was done.",
        ImportOutcome.Stopped => "Stopped. What was imported is kept; the same file sent again goes on.",
        ImportOutcome.Busy => "Another import into this record is under way; nothing was done. Try again when it has ended.",
        ImportOutcome.Shorter => "Found fewer rows than were imported from this file before, expected the same file; nothing was done.",
        _ => "This account brings nothing in.",
    };
}
