using Credence.Training;

namespace Credence.Cli.Screening;

/// <summary>The folder of a demonstration. One that holds an earlier demonstration is replaced; any other that holds something is refused.</summary>
internal static class DemoFolder
{
    public const string Default = "credence-demo";

    /// <summary>Says to people, and to a later demonstration, that everything beside it is invented.</summary>
    public const string Notice = "INVENTED.txt";

    private static readonly string[] Ours = [CasebookCsv.FileName, TruthCsv.FileName, DifferencesCsv.FileName];

    /// <summary>Takes the folder and writes the casebook into it; ends the command where that would replace something else.</summary>
    public static string Begin(string folder, bool force, InventedCasebook casebook)
    {
        var existed = Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any();
        if (existed && !force && !HoldsDemo(folder)) throw CommandEnd.Refused(
            $"{folder} holds something that no demonstration wrote: give another folder with --out, or --force to write into it.");
        using (FolderLock.Take(folder))
        {
            foreach (var name in Ours) File.Delete(Path.Combine(folder, name));
            Write(folder, Notice, System.Text.Encoding.UTF8.GetBytes(
                $"{Demo.Invented}\nEverything in this folder was made by credence demo, seed {casebook.Seed}. It proves nothing about real reports.\n"));
            Write(folder, CasebookCsv.FileName, CasebookCsv.Of(casebook));
            Write(folder, TruthCsv.FileName, TruthCsv.Of(casebook));
        }

        return Path.Combine(folder, CasebookCsv.FileName);
    }

    /// <summary>Takes a folder for an invented record, which goes on where there is one; refused where it holds something else.</summary>
    public static void Take(string folder, string command)
    {
        var notice = Path.Combine(folder, Notice);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(notice))
            throw CommandEnd.Refused($"{folder}: found something that no demonstration wrote, expected an empty folder or none.");
        OwnFile.MakeFolder(folder);
        OwnFile.Write(notice, System.Text.Encoding.UTF8.GetBytes($"{Demo.Invented}\nThis record was made by {command}.\n"));
    }

    public static void Write(string folder, string name, byte[] bytes) => OwnFile.Write(Path.Combine(folder, name), bytes);

    // A run of somebody's own reports that was put beside a demonstration is not ours to replace.
    private static bool HoldsDemo(string folder)
    {
        var notice = Path.Combine(folder, Notice);
        if (!File.Exists(notice) || File.ReadLines(notice).FirstOrDefault() != Demo.Invented) return false;
        var run = Path.Combine(folder, OutputFolder.Run);
        return !File.Exists(run) || ScreenRecord.Text.Read<ScreenRecord>(run)?.Purpose == Demo.Purpose;
    }
}
