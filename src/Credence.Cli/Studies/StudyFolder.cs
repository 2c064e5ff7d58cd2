using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Cli.Review;
using Credence.Cli.Screening;

namespace Credence.Cli.Studies;

/// <summary>The folder of a study. Every file is written beside its place and then moved there, so what is there is whole.</summary>
internal sealed class StudyFolder : IDisposable
{
    public const string Plan = "study.json";
    public const string Sample = "sample.csv";
    public const string Adjudication = "adjudication.csv";
    public const string Aggregates = "aggregates.csv";
    public const string Captures = "captures.csv";
    public const string Themes = "themes.json";

    public static readonly IReadOnlyList<string> Coders = ["coder-a", "coder-b"];

    private static readonly JsonSerializerOptions Rows = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly string _folder;
    private readonly FolderLock _lock;

    private StudyFolder(string folder, FolderLock taken) => (_folder, _lock) = (folder, taken);

    /// <summary>Takes the folder; refuses one that holds something else.</summary>
    public static StudyFolder Take(string folder)
    {
        var holds = Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(path => Path.GetFileName(path) != FolderLock.Name);
        if (holds && !File.Exists(Path.Combine(folder, Plan)))
            throw CommandEnd.Refused($"{folder}: found something that is no study, expected the folder of a study, an empty one, or none.");
        return new StudyFolder(folder, FolderLock.Take(folder));
    }

    public string PathOf(params string[] names) => Path.Combine([_folder, .. names]);

    public bool Has(params string[] names) => File.Exists(PathOf(names));

    public StudyPlan? ReadPlan() => PlanIn(_folder);

    /// <summary>The plan of the study in a folder; null if none began there.</summary>
    public static StudyPlan? PlanIn(string folder) => Path.Combine(folder, Plan) is var path && !File.Exists(path) ? null : ScreenRecord.Text.Read<StudyPlan>(path) is { Sites.Count: > 0 } plan
        ? plan : throw CommandEnd.Refused($"{path}: found no study, expected what credence study wrote.");

    /// <summary>Ends the command where a file of the study is gone or has changed.</summary>
    public static void ExpectSameFiles(StudyPlan plan)
    {
        foreach (var file in plan.Sites.SelectMany(site => site.Files))
        {
            if (!File.Exists(file.Path)) throw CommandEnd.Refused($"{file.Path}: found no such file, expected what the study began with.");
            if (ReviewIncidents.HashOf(file.Path) != file.Sha256)
                throw CommandEnd.Refused($"{file.Path}: found other bytes than the study began with, expected the same file; begin another study for a new one.");
        }
    }

    public void Write(ReadOnlySpan<byte> bytes, params string[] names)
    {
        var path = Make(names);
        using (var stream = OwnFile.Open(path + ".partial", FileMode.Create))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        File.Move(path + ".partial", path, overwrite: true);
    }

    public void WriteText(string text, params string[] names) => Write(Encoding.UTF8.GetBytes(text), names);

    public void WriteLines<T>(IEnumerable<T> values, params string[] names)
    {
        var path = Make(names);
        using (var stream = OwnFile.Open(path + ".partial", FileMode.Create, buffer: 1 << 16))
        {
            foreach (var value in values)
            {
                JsonSerializer.Serialize(stream, value, Rows);
                stream.WriteByte((byte)'\n');
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(path + ".partial", path, overwrite: true);
    }

    public IReadOnlyList<T> ReadLines<T>(params string[] names)
    {
        var path = PathOf(names);
        try
        {
            return [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<T>(line, Rows)!)];
        }
        catch (JsonException)
        {
            throw CommandEnd.Refused($"{path}: found a line that cannot be read, expected what credence study wrote; delete the file to have it made anew.");
        }
    }

    public void Dispose() => _lock.Dispose();

    // Folder by folder, so that each is for this account alone.
    private string Make(string[] names)
    {
        for (var i = 1; i < names.Length; i++) OwnFile.MakeFolder(PathOf(names[..i]));
        return PathOf(names);
    }
}
