using Credence.Interviews;
using Credence.Interviews.Qda;

namespace Credence.Research;

/// <summary>What becomes of files in which nothing can be replaced, such as sound, pictures or a Word document.</summary>
public enum Originals
{
    /// <summary>Nobody has said it.</summary>
    Unsaid,

    /// <summary>They are written as they are.</summary>
    With,

    /// <summary>They are left out.</summary>
    Without,
}

/// <summary>What became of a project that was to be written.</summary>
public abstract record ExportAnswer
{
    private ExportAnswer() { }

    /// <summary>It may leave the machine.</summary>
    /// <param name="Project">As a file of REFI-QDA holds it.</param>
    public sealed record Written(CarriedProject Project) : ExportAnswer;

    /// <summary>A name that was replaced elsewhere still stands in it, and nobody said that it may.</summary>
    /// <param name="Places">In how many places.</param>
    public sealed record HasMissed(int Places) : ExportAnswer;

    /// <summary>Files cannot be searched for names, and nobody said what becomes of them.</summary>
    /// <param name="Files">How many.</param>
    public sealed record HasOriginals(int Files) : ExportAnswer;
}

/// <summary>Giving a project away.</summary>
public sealed partial class ProjectFile
{
    /// <summary>Which program writes a file, as the standard's origin says it.</summary>
    public static string Origin => $"Credence {typeof(ProjectFile).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>True if something was ever replaced, also once it is forgotten what.</summary>
    public bool WasReplaced => Look(connection => connection.One<long>("SELECT replaced FROM project") == 1);

    /// <summary>
    /// The project as a file of REFI-QDA holds it. Where something was replaced, a person has to say that names which were missed may go with it, and
    /// what becomes of files that cannot be searched.
    /// </summary>
    /// <param name="coder">For whose eyes: without what others coded in interviews that not all have done. Null for everything.</param>
    /// <param name="withMissed">Also where a name that was replaced elsewhere still stands.</param>
    /// <param name="originals">What becomes of files that cannot be searched.</param>
    public ExportAnswer Export(CoderId? coder = null, bool withMissed = false, Originals originals = Originals.Unsaid)
    {
        if (!withMissed && Missed() is > 0 and var missed) { return new ExportAnswer.HasMissed(missed); }

        var project = Read(carried: true);
        var written = QdaWriter.Write(coder is { } eyes ? SeenBy(eyes, project) : project, Origin);
        var unsearched = WasReplaced ? written.Originals.ToHashSet() : [];
        return (unsearched.Count, originals) switch
        {
            (0, _) or (_, Originals.With) => new ExportAnswer.Written(written),
            (_, Originals.Without) => new ExportAnswer.Written(written with { Files = written.Files.Where(file => !unsearched.Contains(file.Key)).ToDictionary() }),
            _ => new ExportAnswer.HasOriginals(unsearched.Count),
        };
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
}
