using System.Text;
using Credence.Incidents;

namespace Credence.Cli.Evaluation;

/// <summary>Opens files that people wrote judgments in, and says how a page names them.</summary>
internal static class GoldText
{
    private const int Glance = 1 << 16;

    public static TextReader Open(string path, string expected = "a gold file")
    {
        if (path == "-") return Console.In;
        if (!File.Exists(path)) throw CommandEnd.WrongUse($"{path}: found no such file, expected {expected}.");
        var stream = File.OpenRead(path);
        var first = new byte[Glance];
        var guess = TextGuess.Of(first.AsSpan(0, stream.ReadAtLeast(first, Glance, throwOnEndOfStream: false)));
        if (guess.NotText is { } other)
        {
            stream.Dispose();
            throw CommandEnd.WrongUse($"{path}: found {other}, expected text.");
        }

        stream.Position = guess.MarkLength;
        return new StreamReader(stream, Encoded(guess.Encoding));
    }

    /// <summary>As it was typed, for the one who typed it.</summary>
    public static string Typed(string path) => path == "-" ? "standard input" : path;

    /// <summary>Folder and file only: a page says nothing of the machine it was made on.</summary>
    public static string ShortName(string path)
    {
        if (path == "-") return "standard input";
        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)));
        return string.IsNullOrEmpty(folder) ? Path.GetFileName(path) : $"{folder}/{Path.GetFileName(path)}";
    }

    private static Encoding Encoded(SourceEncoding encoding) => encoding switch
    {
        SourceEncoding.Utf16LittleEndian => Encoding.Unicode,
        SourceEncoding.Utf16BigEndian => Encoding.BigEndianUnicode,
        SourceEncoding.Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        _ => Encoding.UTF8,
    };
}
