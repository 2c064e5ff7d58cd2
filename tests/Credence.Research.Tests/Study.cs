using Credence.Interviews;
using Credence.Interviews.Qda;
using Microsoft.Data.Sqlite;

namespace Credence.Research.Tests;

/// <summary>A project file in a folder of its own, with two coders and a code; every interview in it is invented.</summary>
internal sealed class Study : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("credence-study-");

    public Study(params string[] coders)
    {
        File = Assert.IsType<ProjectAnswer.Opened>(ProjectFile.Create(PathOf("study.credence"), "Invented", Clock)).File;
        foreach (var coder in coders.Length > 0 ? coders : ["ana", "ben"]) { Assert.Null(File.AddCoder(coder)); }
    }

    public Ticking Clock { get; } = new();

    public ProjectFile File { get; }

    public CoderId Ana => File.Coders()[0].Id;

    public CoderId Ben => File.Coders()[1].Id;

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public Transcript Interview(string text, params CoderId[] coders) => File.Find(Assert.IsType<IntakeAnswer.Interview>(File.AddTranscript("Interview", text, "police", "north", coders)).Number)!;

    public CodeId Code(string name, CodeId? parent = null)
    {
        var id = new CodeId(Guid.NewGuid());
        Assert.Null(File.Keep(new Code(id, name) { Parent = parent }));
        return id;
    }

    /// <summary>All that may leave the file, or what one coder may see of it.</summary>
    public CarriedProject Exported(CoderId? coder = null, bool withMissed = false) => Assert.IsType<ExportAnswer.Written>(File.Export(coder, withMissed)).Project;

    public static TextSpan Words(Transcript transcript, string words) => new(transcript.Text.IndexOf(words, StringComparison.Ordinal), transcript.Text.IndexOf(words, StringComparison.Ordinal) + words.Length);

    /// <summary>Makes the file one of an earlier Credence, after so many steps, and changes something in it.</summary>
    public void GoBackTo(int step, string change = "")
    {
        string[] undone = [
            "", "DROP TABLE paragraph_words; DROP TABLE paragraph", "ALTER TABLE project DROP COLUMN replaced", "DROP TABLE left_here", "ALTER TABLE assignment DROP COLUMN has_seen",
            "ALTER TABLE coder DROP COLUMN is_here; DROP TABLE removed_transcript"];
        foreach (var undo in undone.Skip(step).Reverse()) { Run(undo); }

        Run($"PRAGMA user_version = {step};{change}");
    }

    public void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>A clock that goes on a second each time it is asked.</summary>
internal sealed class Ticking : TimeProvider
{
    private DateTimeOffset _now = new(2031, 5, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now = _now.AddSeconds(1);
}
