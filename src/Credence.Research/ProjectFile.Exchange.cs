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
    /// in it counts as done with what she or he coded, so that two coders on two machines can each send theirs.
    /// </summary>
    public Taken Take(CarriedProject carried) => Act(connection =>
    {
        var before = Read(connection, carried: true);
        var reading = QdaReader.Read(carried, before.Id);
        List<string> notices = [.. reading.Notices];
        foreach (var coder in reading.Project.Coders.Where(coder => before.Coders.All(one => one.Id != coder.Id))) { AddUnlike(connection, coder); }

        var codes = TakeCodes(connection, before.Codebook, reading.Project.Codebook);
        var (transcripts, same) = TakeTranscripts(connection, before, reading.Project);
        if (reading.Project.Transcripts.Count - same.Count is > 0 and var other) { notices.Add($"{other} interviews are here with another text: the codings in these were not taken."); }

        var codings = TakeCodings(connection, before, reading.Project, same);
        foreach (var memo in reading.Project.Memos) { AddMemo(connection, memo); }

        KeepCarried(connection, before.Carried is { } own ? own.With(carried) : carried);
        return new Taken(transcripts, codes, codings, notices);
    });

    /// <summary>Takes in a codebook: codes that are new by their ids.</summary>
    public int Take(Codebook codebook) => Act(connection => TakeCodes(connection, Codebook(connection), codebook));

    /// <summary>The project as a file of REFI-QDA holds it.</summary>
    /// <param name="origin">Which program writes it.</param>
    /// <param name="coder">For whose eyes: without what others coded in interviews that not all have done. Null for everything.</param>
    public CarriedProject Export(string origin, CoderId? coder = null)
    {
        var project = Read(carried: true);
        return QdaWriter.Write(coder is { } eyes ? SeenBy(eyes, project) : project, origin);
    }

    // What may not be seen is written as if it were taken back, so that it is in no carried part either.
    private InterviewProject SeenBy(CoderId coder, InterviewProject project)
    {
        var (blinding, now) = (new Blinding(project.Assignments), _clock.GetUtcNow());
        var hidden = project.Codings.Where(coding => !blinding.MaySee(coder, coding)).Select(coding => coding.Id.Value).ToHashSet();
        return project with
        {
            Codings = [.. project.Codings.Select(coding => hidden.Contains(coding.Id.Value) ? coding with { RemovedAt = now } : coding)],
            Memos = [.. project.Memos.Select(memo => memo.Subject == MemoSubject.Coding && hidden.Contains(memo.About) ? memo with { RemovedAt = now } : memo)],
        };
    }

    // Two people of one name are two coders.
    private static void AddUnlike(SqliteConnection connection, Coder coder)
    {
        for (var number = 1; AddCoder(connection, coder.Id.Value, number == 1 ? coder.Name : $"{coder.Name} ({number})") is not null; number++) { }
    }

    private static int TakeCodes(SqliteConnection connection, Codebook own, Codebook codebook)
    {
        List<Code> added = [.. codebook.Codes.Where(code => own.Find(code.Id) is null)];
        foreach (var code in added) { AddCode(connection, code); }

        return added.Count;
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

    private int TakeCodings(SqliteConnection connection, InterviewProject before, InterviewProject project, HashSet<TranscriptId> same)
    {
        var known = before.Codings.Select(coding => coding.Id).ToHashSet();
        List<Coding> added = [.. project.Codings.Where(coding => same.Contains(coding.Transcript) && known.Add(coding.Id))];
        foreach (var (transcript, coder) in added.Select(coding => (coding.Transcript, coding.Coder)).Distinct()) { Assign(connection, new Assignment(transcript, coder)); }

        // Also where she or he found nothing to code.
        var coders = added.Select(coding => coding.Coder).ToHashSet();
        foreach (var done in Assignments(connection).Where(one => !one.IsDone && coders.Contains(one.Coder) && same.Contains(one.Transcript)))
        {
            connection.Run("UPDATE assignment SET done_at = $at WHERE transcript = $transcript AND coder = $coder", ("$at", _clock.GetUtcNow()), ("$transcript", done.Transcript.Value), ("$coder", done.Coder.Value));
        }

        foreach (var coding in added) { AddCoding(connection, coding); }

        return added.Count;
    }
}
