using Credence.Interviews;
using Credence.Interviews.Qda;
using Microsoft.Data.Sqlite;

namespace Credence.Research;

/// <summary>What was taken from a file of another program, or of another coder.</summary>
/// <param name="Transcripts">Interviews that were new.</param>
/// <param name="Codes">Codes that were new.</param>
/// <param name="Codings">Codings that were new.</param>
/// <param name="Notices">What a researcher should know, in sentences that quote nothing.</param>
public sealed record Taken(int Transcripts, int Codes, int Codings, IReadOnlyList<string> Notices);

/// <summary>Exchange by REFI-QDA.</summary>
public sealed partial class ProjectFile
{
    /// <summary>
    /// Takes in a project: what is new by its ids is added, what is known stays as it is here, and all of it is carried for the way back. Whoever coded
    /// in it counts as done with what she or he coded, so that two coders on two machines can each send theirs. A coder or a code that is called as one
    /// here is the same; what was taken out here does not come back.
    /// </summary>
    /// <param name="theirs">The project.</param>
    /// <param name="coders">Who codes the interviews that are new and in which nobody has coded anything yet.</param>
    public Taken Take(CarriedProject theirs, IReadOnlyCollection<CoderId>? coders = null) => Act(connection =>
    {
        var before = Read(connection, carried: true);
        var (carried, likeNotices) = Likened(connection, before, theirs);
        var reading = QdaReader.Read(carried, before.Id);
        List<string> notices = [.. reading.Notices, .. likeNotices];
        foreach (var coder in reading.Project.Coders.Where(coder => before.Coders.All(one => one.Id != coder.Id))) { AddUnlike(connection, coder); }

        var (transcripts, same) = TakeTranscripts(connection, before, reading.Project);
        List<Coding> codings = [.. reading.Project.Codings.Where(coding => same.Contains(coding.Transcript)).ExceptBy(before.Codings.Select(coding => coding.Id), coding => coding.Id)];
        var (codes, back, _) = TakeCodes(connection, reading.Project.Codebook, Needed(before, reading.Project, codings));
        if (back > 0) { notices.Add($"{back} codes that had been taken out here are back, under the names that they had: something new is coded with them."); }

        if (reading.Project.Transcripts.Count - same.Count is > 0 and var other) { notices.Add($"{other} interviews are here with another text: the codings in these were not taken."); }

        TakeCodings(connection, codings, same);
        GiveOut(connection, before, reading.Project, same, coders ?? []);
        foreach (var memo in reading.Project.Memos) { AddMemo(connection, memo); }

        KeepCarried(connection, before.Carried is { } own ? own.With(carried) : carried);
        return new Taken(transcripts, codes, codings.Count, notices);
    });

    /// <summary>Takes in a codebook: codes that are new by their ids. Those that were taken out here stay out.</summary>
    public (int Added, int StayOut) Take(Codebook codebook) => Act(connection =>
    {
        var (added, _, stayOut) = TakeCodes(connection, codebook, []);
        return (added, stayOut);
    });

    // Two people of one name in one project are two coders. Who came with a project codes elsewhere.
    private static void AddUnlike(SqliteConnection connection, Coder coder)
    {
        for (var number = 1; AddCoder(connection, coder.Id.Value, number == 1 ? coder.Name : $"{coder.Name} ({number})") is not null; number++) { }

        connection.Run("UPDATE coder SET is_here = 0 WHERE id = $id", ("$id", coder.Id.Value));
    }

    // Codes that were taken out here, and that something new refers to.
    private static HashSet<CodeId> Needed(InterviewProject before, InterviewProject project, IEnumerable<Coding> codings)
    {
        var known = before.Codings.Concat(project.Codings).Select(coding => coding.Id.Value).ToHashSet();
        return [.. codings.Select(coding => coding.Code), .. before.RemovedCodes.Where(code => project.Carried!.References(code.Value, known) > 0)];
    }

    private static (int Added, int Back, int StayOut) TakeCodes(SqliteConnection connection, Codebook codebook, HashSet<CodeId> needed)
    {
        var own = connection.Read("SELECT id, parent, removed_at IS NOT NULL FROM code", row => (Id: new CodeId(row.Id(0)), Parent: row.IsDBNull(1) ? (CodeId?)null : new CodeId(row.Id(1)), IsRemoved: row.GetBoolean(2)))
            .ToDictionary(code => code.Id);
        List<Code> added = [.. codebook.Codes.Where(code => !own.ContainsKey(code.Id))];
        foreach (var code in added) { AddCode(connection, code); }

        // What stands below something needs it, as it stands here.
        var back = new HashSet<CodeId>();
        for (var open = new Stack<CodeId>(needed.Concat(added.Select(code => code.Parent).OfType<CodeId>())); open.TryPop(out var id);)
        {
            if (!own.TryGetValue(id, out var code) || !code.IsRemoved || !back.Add(id)) { continue; }

            connection.Run("UPDATE code SET removed_at = NULL WHERE id = $id", ("$id", id.Value));
            if (code.Parent is { } parent) { open.Push(parent); }
        }

        return (added.Count, back.Count, codebook.Codes.Count(code => own.TryGetValue(code.Id, out var known) && known.IsRemoved && !back.Contains(code.Id)));
    }

    private static (int New, HashSet<TranscriptId> Same) TakeTranscripts(SqliteConnection connection, InterviewProject before, InterviewProject project)
    {
        var (known, same, number) = (before.Transcripts.ToDictionary(one => one.Id), new HashSet<TranscriptId>(), before.Transcripts.Select(one => one.Number).DefaultIfEmpty().Max());
        foreach (var transcript in project.Transcripts)
        {
            if (known.TryGetValue(transcript.Id, out var own) && own.Text != transcript.Text) { continue; }

            same.Add(transcript.Id);
            if (own is null) { AddTranscript(connection, transcript with { Number = ++number }); }
        }

        return (number - before.Transcripts.Select(one => one.Number).DefaultIfEmpty().Max(), same);
    }

    private void TakeCodings(SqliteConnection connection, List<Coding> added, HashSet<TranscriptId> same)
    {
        foreach (var (transcript, coder) in added.Select(coding => (coding.Transcript, coding.Coder)).Distinct()) { Assign(connection, new Assignment(transcript, coder)); }

        // Also where she or he found nothing to code.
        var coders = added.Select(coding => coding.Coder).ToHashSet();
        foreach (var done in Assignments(connection).Where(one => !one.IsDone && coders.Contains(one.Coder) && same.Contains(one.Transcript)))
        {
            connection.Run("UPDATE assignment SET done_at = $at WHERE transcript = $transcript AND coder = $coder", ("$at", _clock.GetUtcNow()), ("$transcript", done.Transcript.Value), ("$coder", done.Coder.Value));
        }

        foreach (var coding in added) { AddCoding(connection, coding); }
    }

    private static HashSet<Guid> CodingIds(SqliteConnection connection) => [.. connection.Read("SELECT id FROM coding", row => row.Id(0))];
}
