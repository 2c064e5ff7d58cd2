using System.Security.Cryptography;
using System.Text;
using Credence.Interviews;
using Credence.Interviews.Deidentification;
using Credence.Interviews.Qda;
using Microsoft.Data.Sqlite;

namespace Credence.Research;

/// <summary>Where something that was replaced elsewhere still stands.</summary>
/// <param name="InInterviews">In the words of interviews.</param>
/// <param name="Elsewhere">In all else that an export would write.</param>
public sealed record MissedPlaces(IReadOnlyList<MissedIdentifier> InInterviews, IReadOnlyList<MissedElsewhere> Elsewhere)
{
    /// <summary>How many places.</summary>
    public int Count => InInterviews.Count + Elsewhere.Count;

    /// <summary>By what a place is known when the words are left there: an interview by its id, any other text by its fingerprint, so that another one is asked about anew.</summary>
    public static string PlaceOf(MissedIdentifier missed) => ProjectFile.PlaceOf(missed.Transcript.Id);

    /// <inheritdoc cref="PlaceOf(MissedIdentifier)" />
    public static string PlaceOf(MissedElsewhere missed) => ProjectFile.PlaceOf(missed.Text);

    /// <summary>The number only.</summary>
    public override string ToString() => $"MissedPlaces({Count})";
}

/// <summary>Names that were replaced and still stand somewhere.</summary>
public sealed partial class ProjectFile
{
    /// <summary>How many places of one interview, or of all that an export writes, hold something that was replaced elsewhere.</summary>
    public int Missed(int? number = null) => FindMissed(number).Count;

    /// <summary>The places of one interview, or of all that an export writes, that hold something that was replaced elsewhere.</summary>
    public MissedPlaces FindMissed(int? number = null) => Look(connection =>
    {
        var decisions = Decisions(connection);
        if (!decisions.Exists(decision => decision.Replaces)) { return new MissedPlaces([], []); }

        var (missed, left) = (new MissedIdentifiers(decisions), LeftHere(connection));
        List<Transcript> transcripts = [.. Transcripts(connection).Where(one => number is null || one.Number == number)];
        return new MissedPlaces(
            [.. missed.In(transcripts).Where(place => !left.Contains((place.Span.Of(place.Transcript.Text), PlaceOf(place.Transcript.Id))))],
            [.. Beside(connection, transcripts, isWhole: number is null).Distinct().SelectMany(text => missed.In(text.Text)
                .Where(place => !left.Contains((place.Span.Of(text.Text), PlaceOf(text.Text)))).Select(place => new MissedElsewhere(text.Place, text.Text, place.Span, place.Decision)))]);
    });

    /// <summary>
    /// Leaves words as they stand in one place, because they mean something else there. Words for which no pseudonym stands are left everywhere, as
    /// <see cref="Decide"/> does.
    /// </summary>
    /// <param name="written">The words.</param>
    /// <param name="kind">What they seemed to be.</param>
    /// <param name="place">The place, as <see cref="MissedPlaces.PlaceOf(MissedIdentifier)"/> has it.</param>
    public void LeaveHere(string written, IdentifierKind kind, string place) => Act(connection =>
        PseudonymOf(connection, written) is null
            ? Keep(connection, new IdentifierDecision(written, kind, null))
            : connection.Run("INSERT INTO left_here (written, place) VALUES ($written, $place) ON CONFLICT DO NOTHING", ("$written", written), ("$place", place)));

    internal static string PlaceOf(TranscriptId transcript) => transcript.Value.ToString("D");

    internal static string PlaceOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static HashSet<(string Written, string Place)> LeftHere(SqliteConnection connection) => [.. connection.Read("SELECT written, place FROM left_here", row => (row.GetString(0), row.GetString(1)))];

    // All that an export writes besides the words of interviews. Coders are named on purpose.
    private static IEnumerable<(TextPlace Place, string Text)> Beside(SqliteConnection connection, IReadOnlyCollection<Transcript> transcripts, bool isWhole)
    {
        foreach (var label in transcripts.SelectMany(one => new[] { one.Name, one.Role, one.Site })) { yield return (TextPlace.Label, label); }

        if (!isWhole) { yield break; }

        foreach (var label in connection.Read("SELECT name FROM project UNION ALL SELECT name FROM code WHERE removed_at IS NULL", row => row.GetString(0))) { yield return (TextPlace.Label, label); }

        foreach (var words in connection.Read("SELECT text FROM memo WHERE removed_at IS NULL UNION ALL SELECT definition FROM code WHERE removed_at IS NULL", row => row.GetString(0))) { yield return (TextPlace.Words, words); }

        foreach (var text in CarriedWords(connection)?.Texts(transcripts.Select(one => one.Id.Value).ToHashSet()) ?? []) { yield return text; }
    }

    // Recordings can be large, and nobody reads them: only files of text are read.
    private static CarriedProject? CarriedWords(SqliteConnection connection)
    {
        if (connection.Read("SELECT carried FROM project", row => row.Words(0)).Single() is not { } document) { return null; }

        var files = connection.Read("SELECT name FROM carried_file", row => row.GetString(0)).ToDictionary(name => name, _ => Array.Empty<byte>());
        var carried = CarriedProject.Read(document, files);
        foreach (var name in files.Keys.Except(carried.Originals).ToList()) { files[name] = connection.One<byte[]>("SELECT bytes FROM carried_file WHERE name = $name", ("$name", name)); }

        return carried;
    }
}
