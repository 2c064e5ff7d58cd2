using Credence.Interviews;
using Credence.Interviews.Deidentification;
using Credence.Interviews.Qda;
using Microsoft.Data.Sqlite;

namespace Credence.Research;

/// <summary>What a project file tells.</summary>
public sealed partial class ProjectFile
{
    private const string CodingColumns = "id, transcript, first, past, code, coder, created_at, selection, removed_at";

    /// <summary>The whole project as it is now.</summary>
    /// <param name="carried">Also what other programs' files held, as an export needs it.</param>
    public InterviewProject Read(bool carried = false) => Look(connection => Read(connection, carried));

    /// <summary>The name of the project.</summary>
    public string Name => Look(connection => connection.One<string>("SELECT name FROM project"));

    /// <summary>Every transcript without its text, in order, with its length and how many codings of one coder stand in it.</summary>
    public IReadOnlyList<(Transcript Transcript, int Length, int Codings)> List(CoderId coder) => Look(connection => connection.Read(
        """
        SELECT id, number, name, '', role, site, length(text), (SELECT count(*) FROM coding WHERE transcript = transcript.id AND coder = $coder AND removed_at IS NULL)
        FROM transcript ORDER BY number
        """,
        row => (Transcript(row), row.GetInt32(6), row.GetInt32(7)), ("$coder", coder.Value)));

    /// <summary>A transcript by its number; null if there is none.</summary>
    public Transcript? Find(int number) => Look(connection => connection.Read($"{TranscriptRows} WHERE number = $number", Transcript, ("$number", number)).FirstOrDefault());

    /// <summary>Every transcript.</summary>
    public IReadOnlyList<Transcript> Transcripts() => Look(Transcripts);

    /// <summary>The coders in their order.</summary>
    public IReadOnlyList<Coder> Coders() => Look(Coders);

    /// <summary>The coders of this file: those who came with a project that was taken in code elsewhere.</summary>
    public IReadOnlyList<Coder> CodersHere() => Look(connection => connection.Read("SELECT id, name FROM coder WHERE is_here = 1 ORDER BY place", row => new Coder(new CoderId(row.Id(0)), row.GetString(1))));

    /// <summary>The codebook.</summary>
    public Codebook Codebook() => Look(Codebook);

    /// <summary>Who codes what.</summary>
    public IReadOnlyList<Assignment> Assignments() => Look(Assignments);

    /// <summary>The codings of one transcript that stand.</summary>
    public IReadOnlyList<Coding> Codings(TranscriptId transcript) => Look(connection => connection.Read(
        $"SELECT {CodingColumns} FROM coding WHERE transcript = $transcript AND removed_at IS NULL ORDER BY first, past", Coding, ("$transcript", transcript.Value)));

    /// <summary>How many codings stand of each code.</summary>
    public IReadOnlyDictionary<CodeId, int> CodingsByCode(CoderId coder) => Look(connection => connection.Read(
        "SELECT code, count(*) FROM coding WHERE removed_at IS NULL AND coder = $coder GROUP BY code", row => (new CodeId(row.Id(0)), row.GetInt32(1)), ("$coder", coder.Value)).ToDictionary());

    /// <summary>The memos about something that stand, in the order in which they were written.</summary>
    public IReadOnlyList<Memo> Memos(Guid about) => Look(connection => connection.Read($"{MemoRows} WHERE about = $about AND removed_at IS NULL ORDER BY created_at, id", Memo, ("$about", about)));

    /// <summary>A coding that stands; null if there is none.</summary>
    public Coding? Find(CodingId coding) => Look(connection => connection.Read($"SELECT {CodingColumns} FROM coding WHERE id = $id AND removed_at IS NULL", Coding, ("$id", coding.Value)).FirstOrDefault());

    /// <summary>The memos that stand about codings of one transcript, in the order in which they were written.</summary>
    public IReadOnlyList<Memo> CodingMemos(TranscriptId transcript) => Look(connection => connection.Read(
        $"{MemoRows} WHERE about IN (SELECT id FROM coding WHERE transcript = $transcript AND removed_at IS NULL) AND removed_at IS NULL ORDER BY created_at, id", Memo, ("$transcript", transcript.Value)));

    /// <summary>What was decided about names, dates and numbers. It never leaves the file.</summary>
    public IReadOnlyList<IdentifierDecision> Decisions() => Look(Decisions);

    private const string TranscriptRows = "SELECT id, number, name, text, role, site FROM transcript";
    private const string MemoRows = "SELECT id, subject, about, text, coder, created_at, removed_at FROM memo";

    private static InterviewProject Read(SqliteConnection connection, bool carried)
    {
        var (id, name) = connection.Read("SELECT id, name FROM project", row => (row.Id(0), row.GetString(1))).Single();
        return new InterviewProject(id, name)
        {
            Coders = Coders(connection),
            Codebook = Codebook(connection),
            RemovedCodes = connection.Read("SELECT id FROM code WHERE removed_at IS NOT NULL", row => new CodeId(row.Id(0))),
            Transcripts = Transcripts(connection),
            Codings = connection.Read($"SELECT {CodingColumns} FROM coding ORDER BY transcript, first, past, created_at, id", Coding),
            Memos = connection.Read($"{MemoRows} ORDER BY created_at, id", Memo),
            Assignments = Assignments(connection),
            Carried = carried ? Carried(connection) : null,
        };
    }

    private static CarriedProject? Carried(SqliteConnection connection) =>
        connection.Read("SELECT carried FROM project", row => row.Words(0)).Single() is { } document
            ? CarriedProject.Read(document, connection.Read("SELECT name, bytes FROM carried_file", row => (row.GetString(0), row.GetFieldValue<byte[]>(1))).ToDictionary())
            : null;

    private static List<Transcript> Transcripts(SqliteConnection connection) => connection.Read($"{TranscriptRows} ORDER BY number", Transcript);

    private static List<Coder> Coders(SqliteConnection connection) => connection.Read("SELECT id, name FROM coder ORDER BY place", row => new Coder(new CoderId(row.Id(0)), row.GetString(1)));

    private static Codebook Codebook(SqliteConnection connection) => new(connection.Read(
        "SELECT id, name, parent, definition, color, is_codable, measure FROM code WHERE removed_at IS NULL ORDER BY place",
        row => new Code(new CodeId(row.Id(0)), row.GetString(1))
        {
            Parent = row.IsDBNull(2) ? null : new CodeId(row.Id(2)),
            Definition = row.GetString(3),
            Color = row.Words(4),
            IsCodable = row.GetInt32(5) == 1,
            Measure = row.Words(6),
        }));

    private static List<Assignment> Assignments(SqliteConnection connection) => connection.Read(
        "SELECT transcript, coder, done_at, has_seen FROM assignment", row => new Assignment(new TranscriptId(row.Id(0)), new CoderId(row.Id(1)), row.Time(2)) { HasSeen = row.GetInt32(3) == 1 });

    private static List<IdentifierDecision> Decisions(SqliteConnection connection) => connection.Read(
        "SELECT written, kind, pseudonym FROM decision ORDER BY decided_at, written", row => new IdentifierDecision(row.GetString(0), Enum.Parse<IdentifierKind>(row.GetString(1)), row.Words(2)));

    private static Transcript Transcript(SqliteDataReader row) => new(new TranscriptId(row.Id(0)), row.GetInt32(1), row.GetString(2), row.GetString(3)) { Role = row.GetString(4), Site = row.GetString(5) };

    private static Coding Coding(SqliteDataReader row) => new(
        new CodingId(row.Id(0)), new TranscriptId(row.Id(1)), new TextSpan(row.GetInt32(2), row.GetInt32(3)), new CodeId(row.Id(4)), new CoderId(row.Id(5)), row.Time(6)!.Value)
    {
        Selection = row.Id(7),
        RemovedAt = row.Time(8),
    };

    private static Memo Memo(SqliteDataReader row) => new(new MemoId(row.Id(0)), Enum.Parse<MemoSubject>(row.GetString(1)), row.Id(2), row.GetString(3))
    {
        Coder = row.IsDBNull(4) ? null : new CoderId(row.Id(4)),
        CreatedAt = row.Time(5),
        RemovedAt = row.Time(6),
    };
}
