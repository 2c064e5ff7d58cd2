using Credence.Evaluation.Measures;
using Credence.Interviews;
using Microsoft.Data.Sqlite;

namespace Credence.Research;

/// <summary>Coding, codes and memos.</summary>
public sealed partial class ProjectFile
{
    /// <summary>Adds a coder.</summary>
    public Refusal? AddCoder(string name) => Act(connection => AddCoder(connection, Guid.NewGuid(), name));

    /// <summary>Adds a transcript, unless its words are here, for these to code: with two or more, each without the others.</summary>
    public IntakeAnswer AddTranscript(string name, string text, string role, string site, IReadOnlyCollection<CoderId> coders)
    {
        var (number, refusal) = Act<(int, Refusal?)>(connection =>
        {
            if (connection.Read("SELECT number FROM transcript WHERE text = $text", row => row.GetInt32(0), ("$text", text)) is [var same, ..])
            {
                return (same, new Refusal($"found the words of interview {same}, expected an interview that is not here yet"));
            }

            if (Unknown(connection, coders) is { } unknown) { return (0, unknown); }

            var (id, next) = (new TranscriptId(Guid.NewGuid()), (int)connection.One<long>("SELECT coalesce(max(number), 0) + 1 FROM transcript"));
            AddTranscript(connection, new Transcript(id, next, name, text) { Role = role, Site = site });
            foreach (var coder in coders) { Assign(connection, new Assignment(id, coder)); }

            return (next, null);
        });
        return refusal is null ? new IntakeAnswer.Interview(number, Missed(number)) : new IntakeAnswer.Refused(refusal);
    }

    /// <summary>
    /// Says whose interview it is and where, and who codes it. Nobody can be taken out who has coded in it or is done with it; one who comes when all are
    /// done has seen what they coded.
    /// </summary>
    public Refusal? Describe(TranscriptId transcript, string name, string role, string site, IReadOnlyCollection<CoderId> coders) => Act(connection =>
    {
        List<Assignment> assigned = [.. Assignments(connection).Where(one => one.Transcript == transcript)];
        var coded = connection.Read("SELECT DISTINCT coder FROM coding WHERE transcript = $transcript", row => new CoderId(row.Id(0)), ("$transcript", transcript.Value));
        if (coded.Concat(assigned.Where(one => one.IsDone).Select(one => one.Coder)).Except(coders).Any())
        {
            return new Refusal("found somebody taken out who has coded in this interview or is done with it, expected her or him to stay");
        }

        if (Unknown(connection, coders) is { } unknown) { return unknown; }

        if (connection.Run("UPDATE transcript SET name = $name, role = $role, site = $site WHERE id = $id", ("$name", name), ("$role", role), ("$site", site), ("$id", transcript.Value)) == 0) { return NotFound("interview"); }

        // As it was before anybody is taken out: one who did not finish may have kept it closed.
        var isOpen = new Blinding(assigned).WasOpened(transcript);
        foreach (var gone in assigned.Where(one => !coders.Contains(one.Coder)))
        {
            connection.Run("DELETE FROM assignment WHERE transcript = $transcript AND coder = $coder", ("$transcript", transcript.Value), ("$coder", gone.Coder.Value));
        }

        foreach (var coder in coders) { Assign(connection, new Assignment(transcript, coder) { HasSeen = isOpen }); }

        return null;
    });

    /// <summary>Codes stretches of a transcript. One who is done with a transcript that others still code can add nothing: it would no longer be blind.</summary>
    public Refusal? Code(Transcript transcript, IEnumerable<TextSpan> spans, CodeId code, CoderId coder) => Act(connection =>
    {
        List<TextSpan> stretches = [.. spans];
        if (MayNotCode(connection, transcript.Id, coder) is { } refusal) { return refusal; }

        if (Codebook(connection).Find(code) is not { IsCodable: true }) { return new Refusal("found no code to code with, expected one of the codebook that is no mere heading"); }

        if (stretches.Count == 0 || !stretches.TrueForAll(span => span.IsIn(transcript.Text.Length))) { return new Refusal("found no words, expected one sentence or more to be chosen"); }

        var coded = connection.Read("SELECT first, past FROM coding WHERE transcript = $transcript AND code = $code AND coder = $coder AND removed_at IS NULL",
            row => new TextSpan(row.GetInt32(0), row.GetInt32(1)), ("$transcript", transcript.Id.Value), ("$code", code.Value), ("$coder", coder.Value)).ToHashSet();
        if (stretches.TrueForAll(coded.Contains)) { return new Refusal("found these words coded with it by you already, expected other words or another code"); }

        foreach (var span in stretches.Where(coded.Add))
        {
            AddCoding(connection, new Coding(new CodingId(Guid.NewGuid()), transcript.Id, span, code, coder, _clock.GetUtcNow()) { Selection = Guid.NewGuid() });
        }

        return null;
    });

    /// <summary>Takes a coding of one's own back; it is kept as taken back, because agreement counts what was coded blind.</summary>
    public Refusal? TakeBack(CodingId coding, CoderId coder) => Act(connection =>
    {
        var transcript = connection.Read("SELECT transcript FROM coding WHERE id = $id AND coder = $coder AND removed_at IS NULL", row => new TranscriptId(row.Id(0)), ("$id", coding.Value), ("$coder", coder.Value));
        if (transcript is not [var where]) { return NotFound("coding of yours"); }

        if (MayNotCode(connection, where, coder) is { } refusal) { return refusal; }

        connection.Run("UPDATE coding SET removed_at = $at WHERE id = $id", ("$at", _clock.GetUtcNow()), ("$id", coding.Value));
        return null;
    });

    /// <summary>Says that a coder is done with a transcript. It is not taken back: from then on others may see it.</summary>
    public Refusal? Finish(TranscriptId transcript, CoderId coder) => Act(connection =>
        connection.Run("UPDATE assignment SET done_at = $at WHERE transcript = $transcript AND coder = $coder AND done_at IS NULL", ("$at", _clock.GetUtcNow()), ("$transcript", transcript.Value), ("$coder", coder.Value)) == 1
            ? null
            : new Refusal("found this done, or not yours to code, expected an interview that you are coding"));

    /// <summary>Adds a code, or changes the one of the same id.</summary>
    public Refusal? Keep(Code code) => Act(connection =>
    {
        var book = Codebook(connection);
        if (string.IsNullOrWhiteSpace(code.Name)) { return new Refusal("found no name, expected one for the code"); }

        if (code.Parent is { } parent && book.Find(parent) is null) { return NotFound("code above it"); }

        if (!book.MayStandBelow(code.Id, code.Parent)) { return new Refusal("found the code below itself, expected another place for it"); }

        if (book.Below(code.Parent).Any(one => one.Id != code.Id && one.Name.Equals(code.Name, StringComparison.OrdinalIgnoreCase))) { return new Refusal("found a code of this name there, expected another name"); }

        if (code.Measure is { Length: > 0 } measure && measure != book.Find(code.Id)?.Measure && MeasureCatalog.Find(measure.Trim()) is null)
        {
            return new Refusal($"found no measure of this id, expected one of {string.Join(", ", MeasureCatalog.All.Select(one => one.Id))}");
        }

        AddCode(connection, code);
        return null;
    });

    /// <summary>Takes a code out of the codebook that nothing is coded with and nothing stands below.</summary>
    public Refusal? Remove(CodeId code) => Act(connection =>
    {
        var book = Codebook(connection);
        if (book.Find(code) is null) { return NotFound("code"); }

        if (book.Below(code).Any()) { return new Refusal("found codes below it, expected none: move or remove these first"); }

        if (connection.One<long>("SELECT count(*) FROM coding WHERE code = $code AND removed_at IS NULL", ("$code", code.Value)) > 0) { return new Refusal("found codings with it, expected none: nothing that was coded is lost by taking a code out"); }

        if (CarriedWords(connection)?.References(code.Value, CodingIds(connection)) > 0) { return new Refusal("found pictures, documents, links or graphs of another program that refer to it, expected none: they are only carried here, and would refer to nothing"); }

        connection.Run("UPDATE code SET removed_at = $at WHERE id = $id", ("$at", _clock.GetUtcNow()), ("$id", code.Value));
        return null;
    });

    /// <summary>Keeps a memo on a coding that its coder may see.</summary>
    public Refusal? AddMemo(Coding coding, string text, CoderId coder) => new Blinding(Assignments()).MaySee(coder, coding)
        ? AddMemo(MemoSubject.Coding, coding.Id.Value, text, coder)
        : NotFound("coding");

    /// <summary>Keeps a memo.</summary>
    public Refusal? AddMemo(MemoSubject subject, Guid about, string text, CoderId coder) => string.IsNullOrWhiteSpace(text)
        ? new Refusal("found no words, expected a memo")
        : Act<Refusal?>(connection =>
        {
            AddMemo(connection, new Memo(new MemoId(Guid.NewGuid()), subject, about, TranscriptText.Plain(text)) { Coder = coder, CreatedAt = _clock.GetUtcNow() });
            return null;
        });

    /// <summary>Takes a memo back.</summary>
    public Refusal? RemoveMemo(MemoId memo) => Act(connection =>
        connection.Run("UPDATE memo SET removed_at = $at WHERE id = $id AND removed_at IS NULL", ("$at", _clock.GetUtcNow()), ("$id", memo.Value)) == 1 ? null : NotFound("memo"));

    private static Refusal? MayNotCode(SqliteConnection connection, TranscriptId transcript, CoderId coder)
    {
        var blinding = new Blinding(Assignments(connection));
        if (blinding.Of(transcript).FirstOrDefault(one => one.Coder == coder) is not { } own) { return new Refusal("found an interview that is not yours to code, expected one that is"); }

        return own.IsDone && !blinding.IsFinished(transcript)
            ? new Refusal("found this interview done by you while another still codes it, expected to wait until both are done")
            : null;
    }

    private static Refusal? AddCoder(SqliteConnection connection, Guid id, string name)
    {
        if (string.IsNullOrWhiteSpace(name)) { return new Refusal("found no name, expected one for the coder"); }

        return connection.Run("INSERT INTO coder (id, place, name) SELECT $id, coalesce(max(place), 0) + 1, $name FROM coder WHERE true ON CONFLICT (name) DO NOTHING", ("$id", id), ("$name", name.Trim())) == 1
            ? null
            : new Refusal("found a coder of this name, expected another name");
    }

    private static void AddTranscript(SqliteConnection connection, Transcript transcript)
    {
        connection.Run(
            "INSERT INTO transcript (id, number, name, text, role, site) VALUES ($id, $number, $name, $text, $role, $site)",
            ("$id", transcript.Id.Value), ("$number", transcript.Number), ("$name", transcript.Name), ("$text", transcript.Text), ("$role", transcript.Role), ("$site", transcript.Site));
        WordIndex.Add(connection, transcript.Id.Value, transcript.Text);
    }

    private static void Assign(SqliteConnection connection, Assignment assignment) => connection.Run(
        "INSERT INTO assignment (transcript, coder, done_at, has_seen) VALUES ($transcript, $coder, $at, $seen) ON CONFLICT DO NOTHING",
        ("$transcript", assignment.Transcript.Value), ("$coder", assignment.Coder.Value), ("$at", assignment.DoneAt), ("$seen", assignment.HasSeen));

    private static Refusal? Unknown(SqliteConnection connection, IReadOnlyCollection<CoderId> coders) => coders.Except(Coders(connection).Select(coder => coder.Id)).Any() ? NotFound("coder") : null;

    private static void AddCode(SqliteConnection connection, Code code) => connection.Run(
        """
        INSERT INTO code (id, place, parent, name, definition, color, is_codable, measure) SELECT $id, coalesce(max(place), 0) + 1, $parent, $name, $definition, $color, $codable, $measure FROM code WHERE true
        ON CONFLICT (id) DO UPDATE SET parent = $parent, name = $name, definition = $definition, color = $color, is_codable = $codable, measure = $measure, removed_at = NULL
        """,
        ("$id", code.Id.Value), ("$parent", code.Parent?.Value), ("$name", TranscriptText.Plain(code.Name).Trim()), ("$definition", TranscriptText.Plain(code.Definition)), ("$color", code.Color),
        ("$codable", code.IsCodable), ("$measure", string.IsNullOrWhiteSpace(code.Measure) ? null : code.Measure.Trim()));

    private static void AddCoding(SqliteConnection connection, Coding coding) => connection.Run(
        $"INSERT INTO coding ({CodingColumns}) VALUES ($id, $transcript, $first, $past, $code, $coder, $at, $selection, $removed) ON CONFLICT DO NOTHING",
        ("$id", coding.Id.Value), ("$transcript", coding.Transcript.Value), ("$first", coding.Span.Start), ("$past", coding.Span.End), ("$code", coding.Code.Value), ("$coder", coding.Coder.Value),
        ("$at", coding.CreatedAt), ("$selection", coding.Selection), ("$removed", coding.RemovedAt));

    private static void AddMemo(SqliteConnection connection, Memo memo) => connection.Run(
        "INSERT INTO memo (id, subject, about, text, coder, created_at) VALUES ($id, $subject, $about, $text, $coder, $at) ON CONFLICT DO NOTHING",
        ("$id", memo.Id.Value), ("$subject", memo.Subject), ("$about", memo.About), ("$text", memo.Text), ("$coder", memo.Coder?.Value), ("$at", memo.CreatedAt));
}
