namespace Credence.Cli.Evaluation;

/// <summary>Opens gold files and says how a page names them.</summary>
internal static class GoldText
{
    public static TextReader Open(string path)
    {
        if (!File.Exists(path)) { throw new WrongUseException($"{path}: found no such file, expected a gold file."); }

        return new StreamReader(path, detectEncodingFromByteOrderMarks: true);
    }

    /// <summary>Folder and file only: a page says nothing of the machine it was made on.</summary>
    public static string ShortName(string path)
    {
        if (path == "-") { return "standard input"; }

        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)));
        return string.IsNullOrEmpty(folder) ? Path.GetFileName(path) : $"{folder}/{Path.GetFileName(path)}";
    }
}
