using Credence.Interviews;
using Credence.Interviews.Qda;
using Microsoft.Data.Sqlite;

namespace Credence.Research;

/// <summary>What two machines made apart and called alike is one: coders and codes. Without it, whoever codes on another machine comes back as somebody else.</summary>
public sealed partial class ProjectFile
{
    // Their project with our ids for what is called as ours, and without interviews that were taken out here.
    private static (CarriedProject Project, IReadOnlyList<string> Notices) Likened(SqliteConnection connection, InterviewProject own, CarriedProject theirs)
    {
        var read = QdaReader.Read(theirs, own.Id).Project;
        var (coders, codes) = (LikeCoders(own.Coders, read.Coders), LikeCodes(own, read.Codebook));
        var gone = connection.Read("SELECT id FROM removed_transcript", row => new TranscriptId(row.Id(0))).ToHashSet();
        var left = read.Transcripts.Count(transcript => gone.Contains(transcript.Id));
        foreach (var (their, same) in codes) { KeepDefinition(connection, read.Codebook.Find(new CodeId(their))!, own.Codebook.Find(new CodeId(same))!); }

        var likened = theirs.WithIds(coders.Concat(codes).ToDictionary());
        return (left > 0 ? likened.Without(gone) : likened, [.. Notices(coders.Count, codes.Count, left)]);
    }

    private static IEnumerable<string> Notices(int coders, int codes, int left)
    {
        if (coders > 0) { yield return $"{coders} coders have the name of one here: taken as the same."; }

        if (codes > 0) { yield return $"{codes} codes have the name and the place of one here: taken as the same. Where its definition is another, that is kept as a memo."; }

        if (left > 0) { yield return $"{left} interviews were taken out here before: left out."; }
    }

    // By the name; not where their project knows ours too, because then it tells the two apart.
    private static Dictionary<Guid, Guid> LikeCoders(IReadOnlyList<Coder> own, IReadOnlyList<Coder> theirs) => own
        .Where(coder => theirs.All(their => their.Id != coder.Id))
        .Select(coder => (coder, Their: theirs.FirstOrDefault(their => their.Name.Trim().Equals(coder.Name, StringComparison.OrdinalIgnoreCase) && own.All(one => one.Id != their.Id))))
        .Where(pair => pair.Their is not null).ToDictionary(pair => pair.Their!.Id.Value, pair => pair.coder.Id.Value);

    // By the names from the top down.
    private static Dictionary<Guid, Guid> LikeCodes(InterviewProject own, Codebook theirs)
    {
        var known = own.Codebook.Codes.Select(code => code.Id).Concat(own.RemovedCodes).ToHashSet();
        var paths = theirs.Codes.Where(code => !known.Contains(code.Id)).ToLookup(theirs.PathOf, StringComparer.OrdinalIgnoreCase);
        return own.Codebook.Codes.Where(code => theirs.Find(code.Id) is null).DistinctBy(own.Codebook.PathOf, StringComparer.OrdinalIgnoreCase)
            .Select(code => (code, Their: paths[own.Codebook.PathOf(code)].FirstOrDefault()))
            .Where(pair => pair.Their is not null).ToDictionary(pair => pair.Their!.Id.Value, pair => pair.code.Id.Value);
    }

    private static void KeepDefinition(SqliteConnection connection, Code their, Code own)
    {
        if (their.Definition.Length == 0 || their.Definition == own.Definition || connection.One<long>("SELECT count(*) FROM memo WHERE about = $code AND text = $text", ("$code", own.Id.Value), ("$text", their.Definition)) > 0) { return; }

        AddMemo(connection, new Memo(new MemoId(Guid.NewGuid()), MemoSubject.Code, own.Id.Value, their.Definition));
    }

    // An interview that came without a coding is to be coded here.
    private static void GiveOut(SqliteConnection connection, InterviewProject before, InterviewProject taken, HashSet<TranscriptId> same, IReadOnlyCollection<CoderId> coders)
    {
        var known = before.Transcripts.Select(transcript => transcript.Id).Concat(taken.Codings.Select(coding => coding.Transcript)).ToHashSet();
        foreach (var transcript in same.Where(transcript => !known.Contains(transcript)))
        {
            foreach (var coder in coders) { Assign(connection, new Assignment(transcript, coder)); }
        }
    }
}
