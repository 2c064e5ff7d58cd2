using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Review;

namespace Credence.Cli.Review;

/// <summary>The folder of a review: <c>review.json</c>, <c>readings.ndjson</c>, and a lock while somebody writes.</summary>
internal sealed class ReviewFolder : IDisposable
{
    public const string Record = "review.json";
    public const string Journal = "readings.ndjson";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly FolderLock? _lock;

    private ReviewFolder(FolderLock? taken, ReviewRecord review, ReviewJournal journal) => (_lock, Review, Entries) = (taken, review, journal);

    public ReviewRecord Review { get; }

    public ReviewJournal Entries { get; }

    /// <summary>The audit samples drawn so far.</summary>
    public IEnumerable<JournalEntry> Audits => Entries.Entries.Where(entry => entry.Kind == JournalEntry.Kinds.Audit);

    /// <summary>Makes the folder; refuses one that holds a review.</summary>
    public static void Create(string folder, ReviewRecord review)
    {
        using var taken = FolderLock.Take(folder);
        var path = Path.Combine(folder, Record);
        if (File.Exists(path)) throw CommandEnd.Refused($"{folder}: found a review, expected a new folder; readings are never replaced.");
        OwnFile.Write(path + ".partial", System.Text.Encoding.UTF8.GetBytes(ScreenRecord.Text.Of(review)));
        File.Move(path + ".partial", path);
    }

    public static ReviewFolder ToRead(string folder) => Open(folder, null);

    /// <summary>Opens the folder and keeps others from writing; waits a while for one who is.</summary>
    public static ReviewFolder ToWrite(string folder)
    {
        Expect(folder);
        var taken = Take(folder);
        try
        {
            return Open(folder, taken);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    public ReviewState State(IReadOnlyList<IncidentNumber> incidents)
    {
        if (incidents.Count != Review.Incidents) throw CommandEnd.Refused(
            $"found {incidents.Count} incidents, expected the {Review.Incidents} that the review began with.");
        return ReviewState.Of(Review.ToPlan(), incidents, Entries.Entries.Where(entry => entry.IsReading).Select(entry => entry.ToReading()));
    }

    /// <summary>The reader as the review knows the name; ends the command if it does not.</summary>
    public string Reader(string name) => Review.ToPlan().Reader(name) ?? throw CommandEnd.WrongUse(
        $"--reader: found no reader of this name, expected one of {string.Join(", ", Review.Readers)}.");

    public void Dispose() => _lock?.Dispose();

    private static ReviewFolder Open(string folder, FolderLock? taken)
    {
        Expect(folder);
        var path = Path.Combine(folder, Record);
        var review = ScreenRecord.Text.Read<ReviewRecord>(path) ?? throw CommandEnd.Refused($"{path}: found no review, expected what credence review start wrote.");
        return new ReviewFolder(taken, review, ReviewJournal.Open(Path.Combine(folder, Journal), File.ReadAllBytes(path)));
    }

    private static void Expect(string folder)
    {
        if (!File.Exists(Path.Combine(folder, Record)))
            throw CommandEnd.WrongUse($"{folder}: found no review, expected a folder that credence review start made.");
    }

    private static FolderLock Take(string folder)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                return FolderLock.Take(folder);
            }
            catch (CommandEnd end) when (end.ExitCode == ExitCode.Refused && TimeProvider.System.GetElapsedTime(begun) < Patience)
            {
                Thread.Sleep(50);
            }
        }
    }
}
