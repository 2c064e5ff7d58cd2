using Credence.Interviews;
using Credence.Interviews.Deidentification;
using Credence.Interviews.Qda;
using Microsoft.Data.Sqlite;

namespace Credence.Research;

/// <summary>Replacing what says who somebody is.</summary>
public sealed partial class ProjectFile
{
    /// <summary>
    /// Does what a person decided: replaces the words in every transcript, name, memo, definition and carried file of text, with codings moved along, or
    /// leaves them and asks no more. What was replaced stands in the list of decisions only.
    /// </summary>
    /// <returns>How many places in transcripts were replaced, or why nothing was done.</returns>
    public (int Places, Refusal? Refusal) Decide(IdentifierDecision decision) => Act<(int, Refusal?)>(connection =>
    {
        var pseudonym = decision.Pseudonym is { } typed ? TranscriptText.Plain(typed).Trim() : null;
        if (pseudonym?.Length == 0) { return (0, new Refusal("found no pseudonym, expected what is to stand there")); }

        if (pseudonym is not null && Replacement.PlacesOf(pseudonym, decision.Written, StringComparison.OrdinalIgnoreCase).Any()) { return (0, new Refusal("found the words themselves in the pseudonym, expected others")); }

        if (PseudonymOf(connection, decision.Written) is { } before && before != pseudonym)
        {
            // Whoever stands behind a pseudonym must not be lost by a second press.
            return (0, new Refusal(pseudonym is null
                ? "found words that were replaced elsewhere, expected them to be left in one place and not in all"
                : "found words for which another pseudonym stands, expected the same: the list says which"));
        }

        if (pseudonym is null)
        {
            Keep(connection, decision);
            return (0, null);
        }

        var (places, anywhere) = Replace(connection, decision.Written, pseudonym);
        if (!anywhere) { return (0, new Refusal("found these words nowhere, expected some exactly as they stand")); }

        Keep(connection, decision with { Pseudonym = pseudonym });
        connection.Run("UPDATE project SET replaced = 1");
        return (places, null);
    });

    /// <summary>
    /// Puts words back that were replaced, as if nothing had been decided of them: what a pseudonym stands for is known as long as names are not forgotten.
    /// Where one pseudonym stands for several ways of writing, nobody can tell any more which stood where.
    /// </summary>
    public Refusal? PutBack(string written) => Act(connection =>
    {
        var decisions = Decisions(connection);
        if (decisions.Find(one => one.Written == written) is not { } decision) { return NotFound("decision"); }

        if (decisions.Exists(one => one.Written != written && decision.Replaces && one.Pseudonym == decision.Pseudonym)) { return new Refusal("found other words with the same pseudonym, expected one that stands for these words alone"); }

        if (decision.Pseudonym is { } pseudonym) { Replace(connection, pseudonym, written); }

        Forget(connection, written);
        return null;
    });

    /// <summary>Forgets which pseudonym stands for whom, for good; what was missed can then no longer be found.</summary>
    public int ForgetNames() => Act(connection =>
    {
        connection.Run("DELETE FROM left_here");
        return connection.Run("DELETE FROM decision");
    });

    private static void Forget(SqliteConnection connection, string written)
    {
        connection.Run("DELETE FROM left_here WHERE written = $written", ("$written", written));
        connection.Run("DELETE FROM decision WHERE written = $written", ("$written", written));
    }

    private int Keep(SqliteConnection connection, IdentifierDecision decision) => connection.Run(
        "INSERT INTO decision (written, kind, pseudonym, decided_at) VALUES ($written, $kind, $pseudonym, $at) ON CONFLICT (written) DO UPDATE SET kind = $kind, pseudonym = $pseudonym, decided_at = $at",
        ("$written", decision.Written), ("$kind", decision.Kind), ("$pseudonym", decision.Pseudonym), ("$at", _clock.GetUtcNow()));

    private static string? PseudonymOf(SqliteConnection connection, string written) =>
        connection.Read("SELECT pseudonym FROM decision WHERE written = $written", row => row.Words(0), ("$written", written)).FirstOrDefault();

    // Whatever else a person may have typed a name into.
    private static readonly (string Table, string Column)[] Described =
        [("transcript", "name"), ("transcript", "role"), ("transcript", "site"), ("memo", "text"), ("code", "name"), ("code", "definition"), ("project", "name")];

    private static (int Places, bool Anywhere) Replace(SqliteConnection connection, string written, string pseudonym)
    {
        var (places, anywhere, transcripts) = (0, false, Transcripts(connection));
        var left = LeftHere(connection).Where(one => one.Written == written).Select(one => one.Place).ToHashSet();
        var staying = transcripts.Where(one => left.Contains(PlaceOf(one.Id))).Select(one => one.Text).ToHashSet();
        bool Stays(string text) => left.Count > 0 && (staying.Contains(text) || left.Contains(PlaceOf(text)));
        foreach (var transcript in transcripts)
        {
            if (Stays(transcript.Text) || Replacement.Of(transcript.Text, written, pseudonym) is not { Places: > 0 } replaced) { continue; }

            places += replaced.Places;
            connection.Run("UPDATE transcript SET text = $text WHERE id = $id", ("$text", replaced.Text), ("$id", transcript.Id.Value));
            WordIndex.Change(connection, transcript.Id.Value, replaced.Text);
            MoveCodings(connection, transcript.Id, replaced);
        }

        foreach (var (table, column) in Described) { anywhere |= ReplaceIn(connection, table, column, written, pseudonym, Stays); }

        if (Carried(connection) is { } carried)
        {
            var replaced = carried.Replacing(written, pseudonym, Stays);
            anywhere |= replaced.Written() != carried.Written() || !replaced.Files.Keys.Order().SequenceEqual(carried.Files.Keys.Order());
            KeepCarried(connection, replaced);
        }

        return (places, anywhere || places > 0);
    }

    private static void MoveCodings(SqliteConnection connection, TranscriptId transcript, Replacement replaced)
    {
        foreach (var coding in connection.Read($"SELECT {CodingColumns} FROM coding WHERE transcript = $transcript", Coding, ("$transcript", transcript.Value)))
        {
            var moved = replaced.Moved(coding.Span);
            if (moved != coding.Span) { connection.Run("UPDATE coding SET first = $first, past = $past WHERE id = $id", ("$first", moved.Start), ("$past", moved.End), ("$id", coding.Id.Value)); }
        }
    }

    private static bool ReplaceIn(SqliteConnection connection, string table, string column, string written, string pseudonym, Func<string, bool> stays)
    {
        var anywhere = false;
        foreach (var (row, text) in connection.Read($"SELECT rowid, {column} FROM {table} WHERE instr({column}, $written) > 0", row => (row.GetInt64(0), row.GetString(1)), ("$written", written)).Where(one => !stays(one.Item2)))
        {
            var replaced = Replacement.Of(text, written, pseudonym);
            anywhere |= replaced.Places > 0;
            connection.Run($"UPDATE {table} SET {column} = $text WHERE rowid = $row", ("$text", replaced.Text), ("$row", row));
        }

        return anywhere;
    }

    private static void KeepCarried(SqliteConnection connection, CarriedProject carried)
    {
        connection.Run("UPDATE project SET carried = $carried", ("$carried", carried.Written()));
        connection.Run("DELETE FROM carried_file");
        foreach (var (name, bytes) in carried.Files) { connection.Run("INSERT INTO carried_file (name, bytes) VALUES ($name, $bytes)", ("$name", name), ("$bytes", bytes)); }
    }
}
