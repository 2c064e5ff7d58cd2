using Credence.Interviews;
using Microsoft.Data.Sqlite;

namespace Credence.Research;

/// <summary>
/// The index by which words are found: paragraphs with the first of their sentences, and in FTS5 every three letters in a row of each. It says in which
/// paragraphs words may stand, also within words and in writing without spaces; where they do, the paragraph says.
/// </summary>
internal static class WordIndex
{
    private const int Trigram = 3;

    // More makes no paragraph rarer.
    private const int MostAsked = 24;

    /// <summary>Makes the tables, and fills them with what an earlier file holds.</summary>
    public static void Make(SqliteConnection connection)
    {
        // detail=none: positions are not needed, and take most of the room. secure-delete: a name that was replaced is in no page of the index.
        connection.Run(
            """
            CREATE TABLE paragraph (
              id INTEGER PRIMARY KEY, transcript TEXT NOT NULL REFERENCES transcript (id), first INTEGER NOT NULL, sentence INTEGER NOT NULL, words TEXT NOT NULL) STRICT;
            CREATE INDEX paragraph_of_transcript ON paragraph (transcript, first);
            CREATE VIRTUAL TABLE paragraph_words USING fts5 (folded, content='', detail='none', columnsize=0, tokenize='trigram case_sensitive 1');
            INSERT INTO paragraph_words (paragraph_words, rank) VALUES ('secure-delete', 1);
            """);
        foreach (var (id, text) in connection.Read("SELECT id, text FROM transcript ORDER BY number", row => (row.Id(0), row.GetString(1)))) { Add(connection, id, text); }
    }

    /// <summary>Adds a transcript.</summary>
    public static void Add(SqliteConnection connection, Guid transcript, string text)
    {
        using var paragraph = connection.Command(
            "INSERT INTO paragraph (transcript, first, sentence, words) VALUES ($transcript, $first, $sentence, $words) RETURNING id", ("$transcript", transcript), ("$first", 0), ("$sentence", 0), ("$words", ""));
        using var words = connection.Command("INSERT INTO paragraph_words (rowid, folded) VALUES ($id, $folded)", ("$id", 0L), ("$folded", ""));
        foreach (var (span, sentence) in Paragraphs(text))
        {
            var said = span.Of(text);
            (paragraph.Parameters["$first"].Value, paragraph.Parameters["$sentence"].Value, paragraph.Parameters["$words"].Value) = (span.Start, sentence, said);
            (words.Parameters["$id"].Value, words.Parameters["$folded"].Value) = ((long)paragraph.ExecuteScalar()!, Folded(said));
            words.ExecuteNonQuery();
        }
    }

    /// <summary>Brings a transcript into step whose text was changed: what stays is only moved.</summary>
    public static void Change(SqliteConnection connection, Guid transcript, string text)
    {
        var known = connection.Read("SELECT id, first, sentence, words FROM paragraph WHERE transcript = $transcript ORDER BY first", row => (Id: row.GetInt64(0), First: row.GetInt32(1), Sentence: row.GetInt32(2), Words: row.GetString(3)), ("$transcript", transcript));
        List<(TextSpan Span, int Sentence)> now = [.. Paragraphs(text)];
        if (known.Count != now.Count)
        {
            foreach (var old in known) { Forget(connection, old.Id, old.Words); }

            connection.Run("DELETE FROM paragraph WHERE transcript = $transcript", ("$transcript", transcript));
            Add(connection, transcript, text);
            return;
        }

        foreach (var (old, (span, sentence)) in known.Zip(now))
        {
            var said = span.Of(text);
            if (old.Words != said)
            {
                Forget(connection, old.Id, old.Words);
                connection.Run("INSERT INTO paragraph_words (rowid, folded) VALUES ($id, $folded)", ("$id", old.Id), ("$folded", Folded(said)));
            }

            if ((old.First, old.Sentence, old.Words) != (span.Start, sentence, said))
            {
                connection.Run("UPDATE paragraph SET first = $first, sentence = $sentence, words = $words WHERE id = $id", ("$first", span.Start), ("$sentence", sentence), ("$words", said), ("$id", old.Id));
            }
        }
    }

    /// <summary>Takes a transcript out.</summary>
    public static void Remove(SqliteConnection connection, Guid transcript)
    {
        foreach (var (id, words) in connection.Read("SELECT id, words FROM paragraph WHERE transcript = $transcript", row => (row.GetInt64(0), row.GetString(1)), ("$transcript", transcript))) { Forget(connection, id, words); }

        connection.Run("DELETE FROM paragraph WHERE transcript = $transcript", ("$transcript", transcript));
    }

    /// <summary>Every paragraph in which words may stand, with where it begins and its first sentence.</summary>
    public static IEnumerable<(TranscriptId Transcript, int First, int Sentence, string Words)> Candidates(SqliteConnection connection, string words)
    {
        var asked = Asked(words);
        using var command = connection.Command(
            $"""
            SELECT transcript, first, sentence, words
            FROM {(asked is null ? "paragraph ORDER BY id" : "paragraph_words JOIN paragraph ON paragraph.id = paragraph_words.rowid WHERE paragraph_words MATCH $asked ORDER BY paragraph_words.rowid")}
            """,
            asked is null ? [] : [("$asked", asked)]);
        using var reader = command.ExecuteReader();
        while (reader.Read()) { yield return (new TranscriptId(reader.Id(0)), reader.GetInt32(1), reader.GetInt32(2), reader.GetString(3)); }
    }

    // Null where there are not three letters to ask for.
    private static string? Asked(string words)
    {
        string[] letters = [.. Folded(words).EnumerateRunes().Select(rune => rune.ToString())];
        string[] trigrams = [.. Enumerable.Range(0, Math.Max(0, letters.Length - Trigram + 1)).Select(at => string.Concat(letters.AsSpan(at, Trigram))).Distinct().Take(MostAsked)];
        return trigrams.Length == 0 ? null : string.Join(" AND ", trigrams.Select(trigram => $"\"{trigram.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
    }

    // As a comparison without regard to case does, so that the index leaves out nothing that the comparison finds.
    private static string Folded(string words) => words.ToUpperInvariant();

    private static void Forget(SqliteConnection connection, long id, string words) =>
        connection.Run("INSERT INTO paragraph_words (paragraph_words, rowid, folded) VALUES ('delete', $id, $folded)", ("$id", id), ("$folded", Folded(words)));

    private static IEnumerable<(TextSpan Span, int Sentence)> Paragraphs(string text) =>
        Passages.Of(text).GroupBy(passage => passage.Paragraph).Select(own => (new TextSpan(own.First().Span.Start, own.Last().Span.End), own.First().Number));
}
