using Credence.Interviews;
using Microsoft.Data.Sqlite;

namespace Credence.Research;

/// <summary>What leaves the file with an interview.</summary>
/// <param name="Codings">Codings that stand in it.</param>
/// <param name="Coders">Who made these.</param>
/// <param name="Memos">Memos about it or about a coding in it.</param>
/// <param name="Files">Files of another program that belong to it alone.</param>
public sealed record InterviewRemoval(int Codings, IReadOnlyList<string> Coders, int Memos, int Files);

/// <summary>Taking an interview out: it came in by mistake, or whoever gave it does not consent any more.</summary>
public sealed partial class ProjectFile
{
    private const string MemosOf = "FROM memo WHERE about = $id OR about IN (SELECT id FROM coding WHERE transcript = $id)";

    /// <summary>What would leave the file with an interview.</summary>
    public InterviewRemoval RemovalOf(TranscriptId transcript) => Look(connection =>
    {
        var coders = connection.Read("SELECT coder.name, count(*) FROM coding JOIN coder ON coder.id = coding.coder WHERE transcript = $id AND removed_at IS NULL GROUP BY coder.id ORDER BY coder.place",
            row => (Name: row.GetString(0), Codings: row.GetInt32(1)), ("$id", transcript.Value));
        var carried = Carried(connection);
        return new InterviewRemoval(
            coders.Sum(coder => coder.Codings), [.. coders.Select(coder => coder.Name)], (int)connection.One<long>($"SELECT count(*) {MemosOf}", ("$id", transcript.Value)),
            (carried?.Files.Count ?? 0) - (carried?.Without(new HashSet<TranscriptId> { transcript }).Files.Count ?? 0));
    });

    /// <summary>
    /// Takes an interview out for good, with its codings, its memos, its part of what another program sent, and decisions about names that stood in it only.
    /// What it held is overwritten in the file; only its id stays, so that it does not come back with a project that is taken in later.
    /// </summary>
    public Refusal? RemoveTranscript(TranscriptId transcript) => Act(connection =>
    {
        if (connection.Read($"{TranscriptRows} WHERE id = $id", Transcript, ("$id", transcript.Value)) is not [var gone]) { return NotFound("interview"); }

        string[] words = [gone.Text, gone.Name, gone.Role, gone.Site, .. connection.Read($"SELECT text {MemosOf}", row => row.GetString(0), ("$id", transcript.Value))];
        connection.Run($"DELETE {MemosOf}", ("$id", transcript.Value));
        connection.Run("DELETE FROM coding WHERE transcript = $id", ("$id", transcript.Value));
        connection.Run("DELETE FROM assignment WHERE transcript = $id", ("$id", transcript.Value));
        WordIndex.Remove(connection, transcript.Value);
        foreach (var place in words.Select(PlaceOf).Append(PlaceOf(transcript))) { connection.Run("DELETE FROM left_here WHERE place = $place", ("$place", place)); }

        connection.Run("DELETE FROM transcript WHERE id = $id", ("$id", transcript.Value));
        if (Carried(connection) is { } carried) { KeepCarried(connection, carried.Without(new HashSet<TranscriptId> { transcript })); }

        ForgetNamesOf(connection, words);
        connection.Run("INSERT INTO removed_transcript (id, removed_at) VALUES ($id, $at)", ("$id", transcript.Value), ("$at", _clock.GetUtcNow()));
        return null;
    });

    private static void ForgetNamesOf(SqliteConnection connection, IReadOnlyList<string> words)
    {
        var document = Carried(connection)?.Written() ?? "";
        foreach (var decision in Decisions(connection))
        {
            var stands = decision.Pseudonym ?? decision.Written;
            if (!words.Any(text => text.Contains(stands, StringComparison.Ordinal)) || document.Contains(stands, StringComparison.Ordinal)) { continue; }

            if (Described.Append(("transcript", "text")).All(place => connection.One<long>($"SELECT count(*) FROM {place.Item1} WHERE instr({place.Item2}, $stands) > 0", ("$stands", stands)) == 0))
            {
                Forget(connection, decision.Written);
            }
        }
    }
}
