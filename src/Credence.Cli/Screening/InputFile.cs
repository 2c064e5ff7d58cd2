using System.Security.Cryptography;
using Credence.Incidents;
using Credence.Incidents.Nibrs;

namespace Credence.Cli.Screening;

/// <summary>A file to be screened, or standard input.</summary>
internal sealed class InputFile
{
    private readonly Func<Stream> _standardInput;

    private InputFile(string path, long? length, string sha256, Func<Stream> standardInput)
    {
        (Path, Length, Sha256, _standardInput) = (path, length, sha256, standardInput);
        Name = System.IO.Path.GetFileName(path);
    }

    /// <summary>The path as typed.</summary>
    public string Path { get; }

    /// <summary>What the outputs call it: the name of the file, or the path where two files have the same name.</summary>
    public string Name { get; private set; }

    /// <summary>Length in bytes; null for standard input.</summary>
    public long? Length { get; }

    /// <summary>SHA-256 of all bytes in hexadecimal, by which a run that goes on knows its files; empty for standard input.</summary>
    public string Sha256 { get; }

    public bool IsStandardInput => Length is null;

    /// <summary>How it is laid out; null for standard input, which is looked at only when it is read.</summary>
    public SourceFormat? Format { get; private set; }

    /// <summary>The files, each with a name of its own; ends the command if one of them cannot be screened.</summary>
    public static IReadOnlyList<InputFile> FindAll(
        IReadOnlyList<string> paths, ColumnMap map, Func<Stream> standardInput, NibrsInput? nibrs = null)
    {
        var files = paths.Select(path => Find(path, map, standardInput, nibrs)).ToList();
        RefuseTwice(paths);
        foreach (var same in files.GroupBy(file => file.Name).Where(group => group.Count() > 1).SelectMany(group => group).ToList())
            same.Name = same.Path;
        return files;
    }

    private static void RefuseTwice(IReadOnlyList<string> paths)
    {
        var twice = paths.GroupBy(path => path == "-" ? path : RealPath.Of(path)).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw CommandEnd.WrongUse(
            $"{twice.Last()}: found the same file more than once, expected each once: its incidents would count twice.");
    }

    /// <summary>Finds the file and looks whether it can be a table of incidents; ends the command if not.</summary>
    private static InputFile Find(string name, ColumnMap map, Func<Stream> standardInput, NibrsInput? nibrs)
    {
        if (name == "-") return new InputFile(name, null, "", standardInput);
        if (Directory.Exists(name)) throw CommandEnd.WrongUse($"{name}: found a folder, expected a file.");
        if (!File.Exists(name)) throw CommandEnd.WrongUse($"{name}: found no such file, expected a file of incident records.");
        try
        {
            using var stream = OpenFile(name);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
            var file = new InputFile(name, stream.Length, sha256, standardInput);
            stream.Position = 0;
            using var source = file.OpenSource(stream, map, nibrs);
            file.Format = source.Format;
            return file;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw CommandEnd.Failed($"{name}: found a file that cannot be read: {e.Message}");
        }
    }

    public HashingStream Open() => new(IsStandardInput ? _standardInput() : OpenFile(Path));

    /// <summary>The incidents in it; ends the command if there can be none.</summary>
    public IncidentSource OpenSource(Stream stream, ColumnMap map, NibrsInput? nibrs = null) =>
        IncidentSource.TryOpen(stream, map, out var source, out var problem, nibrs)
        ? source
        : throw CommandEnd.WrongUse($"{(IsStandardInput ? "standard input" : Path)}: {problem}");

    private static FileStream OpenFile(string name) =>
        new(name, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
}
